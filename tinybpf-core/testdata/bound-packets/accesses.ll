; program: variable=xdp
; program: counted=classifier
; program: held=xdp
; program: unchecked=xdp
; program: again=xdp
; program: narrow=xdp

; A header of variable length: one comparison for both bytes, behind the check of the length.
define i32 @variable(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %length = sub i32 %end, %start
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  %short = icmp ult i32 %length, 34
  br i1 %short, label %out, label %header

header:
  %at = getelementptr i8, ptr %packet, i64 14
  %version = load i8, ptr %at
  %low = and i8 %version, 15
  %words = zext i8 %low to i32
  %size = shl i32 %words, 2
  %behind = add i32 %size, 18
  %cut = icmp ult i32 %length, %behind
  br i1 %cut, label %out, label %port

port:
  %distance = zext i32 %size to i64
  %rest = getelementptr i8, ptr %packet, i64 %distance
  %first = getelementptr i8, ptr %rest, i64 16
  %second = getelementptr i8, ptr %rest, i64 17
  %high = load i8, ptr %first
  %low.1 = load i8, ptr %second
  %sum = add i8 %high, %low.1
  %port.1 = zext i8 %sum to i32
  br label %out

out:
  %result = phi i32 [ -1, %entry ], [ -2, %header ], [ %port.1, %port ]
  ret i32 %result
}

; A counter has no bound that the verifier sees.
define i32 @counted(ptr %ctx) {
entry:
  %start.field = getelementptr i8, ptr %ctx, i64 76
  %start = load i32, ptr %start.field
  %field = getelementptr i8, ptr %ctx, i64 80
  %end = load i32, ptr %field
  %narrow = sub i32 %end, %start
  %length = zext i32 %narrow to i64
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  br label %head

head:
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %sum = phi i32 [ 0, %entry ], [ %sum.1, %body ]
  %inside = icmp ult i64 %i, %length
  br i1 %inside, label %body, label %done

body:
  %at = getelementptr i8, ptr %packet, i64 %i
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  %sum.1 = add i32 %sum, %wide
  %next = add i64 %i, 1
  br label %head

done:
  ret i32 %sum
}

; A record of the ring buffer is held: there is no way out.
@ring = external global i8

define i32 @held(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %length = sub i32 %end, %start
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  %first = load i8, ptr %packet
  %offset = zext i8 %first to i64
  %narrow = zext i8 %first to i32
  %inside = icmp ult i32 %narrow, %length
  br i1 %inside, label %reserve, label %out

reserve:
  %record = call ptr inttoptr (i64 131 to ptr)(ptr @ring, i64 8, i64 0)
  %none = icmp eq ptr %record, null
  br i1 %none, label %out, label %fill

fill:
  %at = getelementptr i8, ptr %packet, i64 %offset
  %byte = load i8, ptr %at
  store i8 %byte, ptr %record
  call void inttoptr (i64 132 to ptr)(ptr %record, i64 0)
  br label %out

out:
  ret i32 2
}

; What Go has not checked is the verifier's.
define i32 @unchecked(ptr %ctx) {
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %address = zext i32 %start to i64
  %to = zext i32 %end to i64
  %behind = add i64 %address, 14
  %outside = icmp ugt i64 %behind, %to
  br i1 %outside, label %out, label %read

read:
  %packet = inttoptr i64 %address to ptr
  %at = getelementptr i8, ptr %packet, i64 20
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:
  ret i32 0
}

; The fields are read anew behind what moves the packet.
define i32 @again(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %length = sub i32 %end, %start
  %short = icmp ult i32 %length, 20
  br i1 %short, label %out, label %move

move:
  %moved = call i64 inttoptr (i64 44 to ptr)(ptr %ctx, i32 -20)
  %start.1 = load i32, ptr %ctx
  %end.1 = load i32, ptr %field
  %length.1 = sub i32 %end.1, %start.1
  %address = zext i32 %start.1 to i64
  %packet = inttoptr i64 %address to ptr
  %kind = load i8, ptr %ctx
  %offset = zext i8 %kind to i64
  %narrow = zext i8 %kind to i32
  %inside = icmp ult i32 %narrow, %length.1
  br i1 %inside, label %write, label %out

write:
  %at = getelementptr i8, ptr %packet, i64 %offset
  store i8 1, ptr %at
  br label %out

out:
  ret i32 2
}

; The fields as they are, 32 bits wide.
define i32 @narrow(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field
  %behind = add i32 %start, 34
  %outside = icmp ugt i32 %behind, %end
  br i1 %outside, label %out, label %read

read:
  %header = add i32 %start, 14
  %address = zext i32 %header to i64
  %at = inttoptr i64 %address to ptr
  %byte = load i8, ptr %at
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:
  ret i32 0
}
