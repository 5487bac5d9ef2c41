; A packet's single byte: the verifier learns from `p+1 <= end` in 64 bits, and not from `p < end`.
define i32 @narrow(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %address = zext i32 %start to i64
  %inside = icmp ult i32 %start, %end
  br i1 %inside, label %read, label %done

read:
  %p = inttoptr i64 %address to ptr
  %byte = load i8, ptr %p
  %value = zext i8 %byte to i32
  ret i32 %value

done:
  ret i32 0
}

define i32 @moved(i64 %start, i64 %end, i64 %offset) {
entry:
  %address = add i64 %start, %offset
  %outside = icmp ule i64 %end, %address
  br i1 %outside, label %done, label %read

read:
  %p = inttoptr i64 %address to ptr
  %byte = load i8, ptr %p
  %value = zext i8 %byte to i32
  ret i32 %value

done:
  ret i32 0
}

; Numbers, which become no address.
define i1 @numbers(i64 %a, i64 %b) {
  %less = icmp ult i64 %a, %b
  ret i1 %less
}

; A limit that is no end of a packet.
define i1 @constant(i64 %a) {
  %p = inttoptr i64 %a to ptr
  %byte = load i8, ptr %p
  %less = icmp ult i64 %a, 100
  ret i1 %less
}

; A context whose fields are pointers: the end of the packet stays as it is.
define i32 @pointers(ptr %ctx) {
entry:
  %start = load ptr, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 8
  %end = load ptr, ptr %field
  %from = ptrtoint ptr %start to i64
  %behind = add i64 %from, 4
  %to = ptrtoint ptr %end to i64
  %outside = icmp ugt i64 %behind, %to
  br i1 %outside, label %done, label %read

read:
  %value = load i32, ptr %start
  ret i32 %value

done:
  ret i32 0
}

; Fields that become an address further away.
define i32 @further(ptr %ctx, i64 %offset) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %address = zext i32 %start to i64
  %outside = icmp uge i32 %start, %end
  br i1 %outside, label %done, label %read

read:
  %sum = add i64 %address, %offset
  %p = inttoptr i64 %sum to ptr
  %byte = load i8, ptr %p
  %value = zext i8 %byte to i32
  ret i32 %value

done:
  ret i32 0
}

; Fields of a context that are numbers.
define i1 @fields(ptr %ctx) {
  %a = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %b = load i32, ptr %field
  %less = icmp ult i32 %a, %b
  ret i1 %less
}
