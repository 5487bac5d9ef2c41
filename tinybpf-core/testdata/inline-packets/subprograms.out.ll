; ModuleID = 'case'
source_filename = "case"

define i32 @program(ptr %ctx) {
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %narrow = sub i32 %end, %start
  %address = zext i32 %start to i64
  %short.i = icmp ult i32 %narrow, 14
  br i1 %short.i, label %slice.exit, label %read.i

read.i:                                           ; preds = %0
  %packet = inttoptr i64 %address to ptr
  %at.i = getelementptr i8, ptr %packet, i64 13
  %byte.i = load i8, ptr %at.i, align 1
  %wide.i = zext i8 %byte.i to i32
  br label %slice.exit

slice.exit:                                       ; preds = %0, %read.i
  %first1 = phi i32 [ %wide.i, %read.i ], [ 0, %0 ]
  %to = zext i32 %end to i64
  %second = call i32 @addresses(i64 %address, i64 %to)
  %sum = add i32 %first1, %second
  ret i32 %sum
}

; Function Attrs: noinline
define internal range(i32 0, 256) i32 @addresses(i64 %start, i64 %end) #0 {
  %behind = add i64 %start, 14
  %outside = icmp ugt i64 %behind, %end
  br i1 %outside, label %common.ret, label %read

common.ret:                                       ; preds = %0, %read
  %common.ret.op = phi i32 [ %wide, %read ], [ 0, %0 ]
  ret i32 %common.ret.op

read:                                             ; preds = %0
  %packet = inttoptr i64 %start to ptr
  %at = getelementptr i8, ptr %packet, i64 13
  %byte = load i8, ptr %at, align 1
  %wide = zext i8 %byte to i32
  br label %common.ret
}

attributes #0 = { noinline }
