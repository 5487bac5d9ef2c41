; ModuleID = 'case'
source_filename = "case"

@ring = external global i8

define i32 @variable(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %length = sub i32 %end, %start
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  %0 = zext i32 %start to i64
  %1 = add i64 %0, 34
  %2 = zext i32 %end to i64
  %3 = icmp ugt i64 %1, %2
  br i1 %3, label %out, label %header

header:                                           ; preds = %entry
  %at = getelementptr i8, ptr %packet, i64 14
  %version = load i8, ptr %at, align 1
  %low = and i8 %version, 15
  %words = zext i8 %low to i32
  %size = shl i32 %words, 2
  %behind = add i32 %size, 18
  %cut = icmp ult i32 %length, %behind
  br i1 %cut, label %out, label %4

4:                                                ; preds = %header
  %5 = zext i32 %size to i64
  %6 = getelementptr i8, ptr %packet, i64 %5
  %7 = getelementptr i8, ptr %6, i64 16
  %8 = getelementptr i8, ptr %6, i64 17
  %9 = zext i32 %start to i64
  %10 = inttoptr i64 %9 to ptr
  %11 = call i64 asm "", "=r,0"(i64 %5)
  %12 = getelementptr inbounds i8, ptr %10, i64 %11
  %13 = call ptr asm "", "=r,0"(ptr %12)
  %14 = ptrtoint ptr %13 to i64
  %15 = add i64 %14, 18
  %16 = zext i32 %end to i64
  %17 = icmp ugt i64 %15, %16
  br i1 %17, label %out, label %port

port:                                             ; preds = %4
  %18 = getelementptr inbounds i8, ptr %13, i64 16
  %high = load i8, ptr %18, align 1
  %19 = getelementptr inbounds i8, ptr %13, i64 17
  %low.1 = load i8, ptr %19, align 1
  %sum = add i8 %high, %low.1
  %port.1 = zext i8 %sum to i32
  br label %out

out:                                              ; preds = %4, %port, %header, %entry
  %result = phi i32 [ -1, %entry ], [ -2, %header ], [ %port.1, %port ], [ -2, %4 ]
  ret i32 %result
}

define i32 @counted(ptr %ctx) {
entry:
  %start.field = getelementptr i8, ptr %ctx, i64 76
  %start = load i32, ptr %start.field, align 4
  %field = getelementptr i8, ptr %ctx, i64 80
  %end = load i32, ptr %field, align 4
  %narrow = sub i32 %end, %start
  %length = zext i32 %narrow to i64
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  br label %head

head:                                             ; preds = %body, %entry
  %i = phi i64 [ 0, %entry ], [ %next, %body ]
  %sum = phi i32 [ 0, %entry ], [ %sum.1, %body ]
  %inside = icmp ult i64 %i, %length
  br i1 %inside, label %0, label %done

0:                                                ; preds = %head
  %1 = getelementptr i8, ptr %packet, i64 %i
  %2 = zext i32 %start to i64
  %3 = inttoptr i64 %2 to ptr
  %4 = call i64 asm "", "=r,0"(i64 %i)
  %5 = icmp ugt i64 %4, 65534
  br i1 %5, label %done, label %6

6:                                                ; preds = %0
  %7 = getelementptr inbounds i8, ptr %3, i64 %4
  %8 = call ptr asm "", "=r,0"(ptr %7)
  %9 = ptrtoint ptr %8 to i64
  %10 = add i64 %9, 1
  %11 = zext i32 %end to i64
  %12 = icmp ugt i64 %10, %11
  br i1 %12, label %done, label %body

body:                                             ; preds = %6
  %byte = load i8, ptr %8, align 1
  %wide = zext i8 %byte to i32
  %sum.1 = add i32 %sum, %wide
  %next = add i64 %i, 1
  br label %head

done:                                             ; preds = %6, %0, %head
  ret i32 %sum
}

define i32 @held(ptr %ctx) {
entry:
  %elsewhere = alloca [1 x i64], align 8
  %0 = getelementptr inbounds i64, ptr %elsewhere, i64 0
  store i64 0, ptr %0, align 4
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %length = sub i32 %end, %start
  %address = zext i32 %start to i64
  %packet = inttoptr i64 %address to ptr
  %first = load i8, ptr %packet, align 1
  %offset = zext i8 %first to i64
  %narrow = zext i8 %first to i32
  %inside = icmp ult i32 %narrow, %length
  br i1 %inside, label %reserve, label %out

reserve:                                          ; preds = %entry
  %record = call ptr inttoptr (i64 131 to ptr)(ptr @ring, i64 8, i64 0)
  %none = icmp eq ptr %record, null
  br i1 %none, label %out, label %fill

fill:                                             ; preds = %reserve
  %at = getelementptr i8, ptr %packet, i64 %offset
  %1 = zext i32 %start to i64
  %2 = inttoptr i64 %1 to ptr
  %3 = call i64 asm "", "=r,0"(i64 %offset)
  %4 = getelementptr inbounds i8, ptr %2, i64 %3
  %5 = call ptr asm "", "=r,0"(ptr %4)
  %6 = ptrtoint ptr %5 to i64
  %7 = add i64 %6, 1
  %8 = zext i32 %end to i64
  %9 = icmp ugt i64 %7, %8
  %10 = select i1 %9, ptr %elsewhere, ptr %5
  %byte = load i8, ptr %10, align 1
  store i8 %byte, ptr %record, align 1
  call void inttoptr (i64 132 to ptr)(ptr %record, i64 0)
  br label %out

out:                                              ; preds = %fill, %reserve, %entry
  ret i32 2
}

define i32 @unchecked(ptr %ctx) {
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %address = zext i32 %start to i64
  %to = zext i32 %end to i64
  %behind = add i64 %address, 14
  %outside = icmp ugt i64 %behind, %to
  br i1 %outside, label %out, label %read

read:                                             ; preds = %0
  %packet = inttoptr i64 %address to ptr
  %at = getelementptr i8, ptr %packet, i64 20
  %byte = load i8, ptr %at, align 1
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:                                              ; preds = %0
  ret i32 0
}

define i32 @again(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %length = sub i32 %end, %start
  %short = icmp ult i32 %length, 20
  br i1 %short, label %out, label %move

move:                                             ; preds = %entry
  %moved = call i64 inttoptr (i64 44 to ptr)(ptr %ctx, i32 -20)
  %start.1 = load i32, ptr %ctx, align 4
  %end.1 = load i32, ptr %field, align 4
  %length.1 = sub i32 %end.1, %start.1
  %address = zext i32 %start.1 to i64
  %packet = inttoptr i64 %address to ptr
  %kind = load i8, ptr %ctx, align 1
  %offset = zext i8 %kind to i64
  %narrow = zext i8 %kind to i32
  %inside = icmp ult i32 %narrow, %length.1
  br i1 %inside, label %0, label %out

0:                                                ; preds = %move
  %1 = getelementptr i8, ptr %packet, i64 %offset
  %2 = zext i32 %start.1 to i64
  %3 = inttoptr i64 %2 to ptr
  %4 = call i64 asm "", "=r,0"(i64 %offset)
  %5 = getelementptr inbounds i8, ptr %3, i64 %4
  %6 = call ptr asm "", "=r,0"(ptr %5)
  %7 = ptrtoint ptr %6 to i64
  %8 = add i64 %7, 1
  %9 = getelementptr inbounds i8, ptr %ctx, i64 4
  %10 = load i32, ptr %9, align 4
  %11 = zext i32 %10 to i64
  %12 = icmp ugt i64 %8, %11
  br i1 %12, label %out, label %write

write:                                            ; preds = %0
  store i8 1, ptr %6, align 1
  br label %out

out:                                              ; preds = %0, %write, %move, %entry
  ret i32 2
}

define i32 @narrow(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %behind = add i32 %start, 34
  %0 = zext i32 %start to i64
  %1 = add i64 %0, 34
  %2 = zext i32 %end to i64
  %3 = icmp ugt i64 %1, %2
  br i1 %3, label %out, label %read

read:                                             ; preds = %entry
  %header = add i32 %start, 14
  %4 = zext i32 %start to i64
  %5 = add i64 %4, 14
  %at = inttoptr i64 %5 to ptr
  %byte = load i8, ptr %at, align 1
  %wide = zext i8 %byte to i32
  ret i32 %wide

out:                                              ; preds = %entry
  ret i32 0
}
