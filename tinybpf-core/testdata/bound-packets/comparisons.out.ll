; ModuleID = 'case'
source_filename = "case"

define i32 @narrow(ptr %ctx) {
entry:
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %address = zext i32 %start to i64
  %0 = zext i32 %start to i64
  %1 = add i64 %0, 1
  %2 = zext i32 %end to i64
  %3 = icmp ule i64 %1, %2
  br i1 %3, label %read, label %done

read:                                             ; preds = %entry
  %p = inttoptr i64 %address to ptr
  %byte = load i8, ptr %p, align 1
  %value = zext i8 %byte to i32
  ret i32 %value

done:                                             ; preds = %entry
  ret i32 0
}

define i32 @moved(i64 %start, i64 %end, i64 %offset) {
entry:
  %address = add i64 %start, %offset
  %0 = add i64 %address, 1
  %1 = icmp ugt i64 %0, %end
  br i1 %1, label %done, label %read

read:                                             ; preds = %entry
  %p = inttoptr i64 %address to ptr
  %byte = load i8, ptr %p, align 1
  %value = zext i8 %byte to i32
  ret i32 %value

done:                                             ; preds = %entry
  ret i32 0
}

define i1 @numbers(i64 %a, i64 %b) {
  %less = icmp ult i64 %a, %b
  ret i1 %less
}

define i1 @constant(i64 %a) {
  %p = inttoptr i64 %a to ptr
  %byte = load i8, ptr %p, align 1
  %less = icmp ult i64 %a, 100
  ret i1 %less
}

define i32 @pointers(ptr %ctx) {
entry:
  %start = load ptr, ptr %ctx, align 8
  %field = getelementptr i8, ptr %ctx, i64 8
  %end = load ptr, ptr %field, align 8
  %from = ptrtoint ptr %start to i64
  %behind = add i64 %from, 4
  %to = ptrtoint ptr %end to i64
  %outside = icmp ugt i64 %behind, %to
  br i1 %outside, label %done, label %read

read:                                             ; preds = %entry
  %value = load i32, ptr %start, align 4
  ret i32 %value

done:                                             ; preds = %entry
  ret i32 0
}

define i32 @further(ptr %ctx, i64 %offset) {
entry:
  %start = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %end = load i32, ptr %field, align 4
  %address = zext i32 %start to i64
  %0 = zext i32 %start to i64
  %1 = add i64 %0, 1
  %2 = zext i32 %end to i64
  %3 = icmp ugt i64 %1, %2
  br i1 %3, label %done, label %read

read:                                             ; preds = %entry
  %sum = add i64 %address, %offset
  %p = inttoptr i64 %sum to ptr
  %byte = load i8, ptr %p, align 1
  %value = zext i8 %byte to i32
  ret i32 %value

done:                                             ; preds = %entry
  ret i32 0
}

define i1 @fields(ptr %ctx) {
  %a = load i32, ptr %ctx, align 4
  %field = getelementptr i8, ptr %ctx, i64 4
  %b = load i32, ptr %field, align 4
  %less = icmp ult i32 %a, %b
  ret i1 %less
}
