package bpf

// The numbers of map types: enum bpf_map_type in linux/bpf.h.
const (
	mapTypeHash               = 1
	mapTypeArray              = 2
	mapTypeProgArray          = 3
	mapTypePerfEventArray     = 4
	mapTypePerCPUHash         = 5
	mapTypePerCPUArray        = 6
	mapTypeStackTrace         = 7
	mapTypeCgroupArray        = 8
	mapTypeLRUHash            = 9
	mapTypeLRUPerCPUHash      = 10
	mapTypeLPMTrie            = 11
	mapTypeArrayOfMaps        = 12
	mapTypeHashOfMaps         = 13
	mapTypeDevMap             = 14
	mapTypeSockMap            = 15
	mapTypeCPUMap             = 16
	mapTypeXSKMap             = 17
	mapTypeSockHash           = 18
	mapTypeCgroupStorage      = 19
	mapTypeReuseportSockArray = 20
	mapTypeQueue              = 22
	mapTypeStack              = 23
	mapTypeSkStorage          = 24
	mapTypeDevMapHash         = 25
	mapTypeRingBuf            = 27
	mapTypeInodeStorage       = 28
	mapTypeTaskStorage        = 29
	mapTypeBloomFilter        = 30
	mapTypeUserRingBuf        = 31
	mapTypeCgrpStorage        = 32
	mapTypeArena              = 33

	mapTypePerCPUCgroupStorage = 21
)

// bpfMapType marks a struct as the definition of a map: the length of an array of it, which takes no memory, is the type of the map.
// The types of keys, values and records stand in arrays of length 0. The compiler reads both from debug info.
type bpfMapType struct{}

// MapFlags are the flags of a map's creation (BPF_F_… in linux/bpf.h). What a type of map cannot be without, it has by itself.
type MapFlags uint32

// Flags for the creation of maps.
const (
	// NoPrealloc allocates entries when they are made, not all at once.
	NoPrealloc MapFlags = 1 << 0
	// NoCommonLRU gives each CPU a list of its own of what was used, which is faster and drops less justly.
	NoCommonLRU MapFlags = 1 << 1
	// NUMANode puts the map on the node in the field NumaNode.
	NUMANode MapFlags = 1 << 2
	// ReadOnlyUser lets user space read only.
	ReadOnlyUser MapFlags = 1 << 3
	// WriteOnlyUser lets user space write only.
	WriteOnlyUser MapFlags = 1 << 4
	// StackBuildID stores build IDs and offsets instead of addresses.
	StackBuildID MapFlags = 1 << 5
	// ZeroSeed makes hashes the same in each run, for tests.
	ZeroSeed MapFlags = 1 << 6
	// ReadOnlyProg lets programs read only.
	ReadOnlyProg MapFlags = 1 << 7
	// WriteOnlyProg lets programs write only.
	WriteOnlyProg MapFlags = 1 << 8
	// Mmapable lets user space map the values of an array into its memory.
	Mmapable MapFlags = 1 << 10
	// PreserveElems keeps what a perf event array holds after the one who put it there has closed the map.
	PreserveElems MapFlags = 1 << 11
	// InnerMapAnySize lets arrays of any size into a map of maps.
	InnerMapAnySize MapFlags = 1 << 12
)

// Pinning says whether loaders keep a map in the BPF file system, under its name.
type Pinning uint32

// Ways of pinning (enum libbpf_pin_type).
const (
	PinNone   Pinning = 0
	PinByName Pinning = 1
)

// UpdateFlags say what an update does with entries that are there, or not.
type UpdateFlags uint64

// Flags for updates (BPF_ANY, … in linux/bpf.h).
const (
	// Any makes an entry or replaces it.
	Any UpdateFlags = 0
	// NoExist makes an entry, and fails where there is one.
	NoExist UpdateFlags = 1
	// Exist replaces an entry, and fails where there is none. In a queue or stack that is full, it drops the oldest one.
	Exist UpdateFlags = 2
	// Lock takes the spin lock in the value meanwhile.
	Lock UpdateFlags = 4
)

// Error numbers as helpers return them, below zero (asm-generic/errno-base.h).
const (
	EPERM   = -1
	ENOENT  = -2
	EINTR   = -4
	E2BIG   = -7
	EAGAIN  = -11
	ENOMEM  = -12
	EACCES  = -13
	EFAULT  = -14
	EBUSY   = -16
	EEXIST  = -17
	EINVAL  = -22
	ENOSPC  = -28
	ERANGE  = -34
	EDEADLK = -35
	ENOSYS  = -38
)
