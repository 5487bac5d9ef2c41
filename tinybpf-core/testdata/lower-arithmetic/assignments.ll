%main.Big = type { i32, [60 x i8] }

declare void @main.bpfUse(ptr, ptr)

; b = a; a = Big{}
define i32 @copies(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load %main.Big, ptr %a, align 4
  store %main.Big %v, ptr %b, align 4
  store %main.Big zeroinitializer, ptr %a, align 4
  ret i32 0
}

; a, b = b, a
define i32 @swaps(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load [32 x i8], ptr %a, align 1
  %w = load [32 x i8], ptr %b, align 1
  store [32 x i8] %w, ptr %a, align 1
  store [32 x i8] %v, ptr %b, align 1
  ret i32 0
}

; Small values and those with other uses stay.
define i32 @stays(ptr %a, ptr %b) section "xdp" {
entry:
  %v = load [4 x i32], ptr %a, align 4
  store [4 x i32] %v, ptr %b, align 4
  %w = load [8 x i32], ptr %a, align 4
  store [8 x i32] %w, ptr %b, align 4
  %x = extractvalue [8 x i32] %w, 3
  ret i32 %x
}

%main.IPv4 = type { i16, i16, [4 x i8], [4 x i8] }
%main.Event = type { i32, [4 x i8], [6 x i8], [2 x i8] }

declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)

; e.Address = h.Source; e.Name = h.Name: as the structs are aligned.
define i32 @fields(ptr %p, ptr %e) section "xdp" {
entry:
  %from = getelementptr inbounds %main.IPv4, ptr %p, i32 0, i32 2
  %to = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  %v = load [4 x i8], ptr %from, align 1
  store [4 x i8] %v, ptr %to, align 1
  %w = load [4 x i8], ptr %to, align 1
  store i32 0, ptr %e, align 4
  %slot = alloca [4 x i8], align 4
  store [4 x i8] %w, ptr %slot, align 1
  ret i32 0
}

; Bytes of which nothing is known, and at odd places of arrays, stay bytes.
define i32 @unaligned(ptr %p, ptr %e, i64 %i) section "xdp" {
entry:
  %v = load [4 x i8], ptr %p, align 1
  %to = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  store [4 x i8] %v, ptr %to, align 1
  %odd = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 2, i64 %i
  %w = load [2 x i8], ptr %odd, align 1
  store [2 x i8] %w, ptr %to, align 1
  ret i32 0
}

; A record of a ring buffer.
define i32 @record(ptr %map, ptr %p) section "xdp" {
entry:
  %record = call ptr @main.bpfRingbufReserve(ptr %map, i64 16, i64 0, ptr undef)
  %to = getelementptr inbounds i8, ptr %record, i64 8
  %v = load [8 x i8], ptr %record, align 1
  store [8 x i8] %v, ptr %to, align 1
  ret i32 0
}
