//! Verdicts by name.

macro_rules! actions {
    ($(#[$about:meta])* $name:ident, $number:ty { $($(#[$doc:meta])* $action:ident = $value:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $action,)*
            /// A number that the kernel has no name for.
            Unknown($number),
        }

        impl From<$number> for $name {
            fn from(number: $number) -> Self {
                match number {
                    $($value => Self::$action,)*
                    other => Self::Unknown(other),
                }
            }
        }
    };
}

actions! {
    /// What an XDP program has done with a packet (`enum xdp_action` in `linux/bpf.h`).
    XdpAction, u32 {
        /// `XDP_ABORTED`: dropped, after an error such as a panic.
        Aborted = 0,
        /// `XDP_DROP`.
        Drop = 1,
        /// `XDP_PASS`: the network stack gets it.
        Pass = 2,
        /// `XDP_TX`: back out of the device that it came from.
        Tx = 3,
        /// `XDP_REDIRECT`: to another device, CPU or socket.
        Redirect = 4,
    }
}

actions! {
    /// What a tc program has done with a packet (`TC_ACT_…` in `linux/pkt_cls.h`).
    TcAction, i32 {
        /// `TC_ACT_UNSPEC`: left to the next filter, or to how this one was set up.
        Unspec = -1,
        /// `TC_ACT_OK`: the packet goes on.
        Ok = 0,
        /// `TC_ACT_RECLASSIFY`.
        Reclassify = 1,
        /// `TC_ACT_SHOT`: dropped.
        Shot = 2,
        /// `TC_ACT_PIPE`: the next action decides.
        Pipe = 3,
        /// `TC_ACT_STOLEN`.
        Stolen = 4,
        /// `TC_ACT_QUEUED`.
        Queued = 5,
        /// `TC_ACT_REPEAT`.
        Repeat = 6,
        /// `TC_ACT_REDIRECT`: to another device.
        Redirect = 7,
        /// `TC_ACT_TRAP`.
        Trap = 8,
    }
}
