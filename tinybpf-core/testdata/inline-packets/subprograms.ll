; program: program=xdp

; A part of the packet with its length.
define i32 @program(ptr %ctx) {
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %narrow = sub i32 %end, %start
  %length = zext i32 %narrow to i64
  %address = zext i32 %start to i64
  %to = zext i32 %end to i64
  %packet = inttoptr i64 %address to ptr
  %first = call i32 @slice(ptr %packet, i64 %length)
  %second = call i32 @addresses(i64 %address, i64 %to)
  %sum = add i32 %first, %second
  ret i32 %sum
}

define internal i32 @slice(ptr %data, i64 %length) noinline {
  %short = icmp ult i64 %length, 14
  br i1 %short, label %out, label %read

read:
  %at = getelementptr i8, ptr %data, i64 13
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:
  ret i32 0
}

; With the packet's end it can stay.
define internal i32 @addresses(i64 %start, i64 %end) noinline {
  %behind = add i64 %start, 14
  %outside = icmp ugt i64 %behind, %end
  br i1 %outside, label %out, label %read

read:
  %packet = inttoptr i64 %start to ptr
  %at = getelementptr i8, ptr %packet, i64 13
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:
  ret i32 0
}
