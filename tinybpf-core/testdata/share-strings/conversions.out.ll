; ModuleID = 'case'
source_filename = "case"
target triple = "bpfel"

%runtime._string = type { ptr, i64 }

@text = internal constant [4 x i8] c"bash"
@name = internal global %runtime._string zeroinitializer

declare ptr @runtime.alloc(i64, ptr, ptr)

declare %runtime._string @runtime.stringFromBytes(ptr, i64, i64, ptr)

declare i1 @runtime.stringEqual(ptr, i64, ptr, i64, ptr)

declare i64 @main.bpfGetCurrentComm(ptr, i32, ptr)

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

define i1 @compared(ptr %b) {
  %1 = insertvalue %runtime._string poison, ptr %b, 0
  %2 = insertvalue %runtime._string %1, i64 4, 1
  %p = extractvalue %runtime._string %2, 0
  %n = extractvalue %runtime._string %2, 1
  %equal = call i1 @runtime.stringEqual(ptr %p, i64 %n, ptr @text, i64 4, ptr undef)
  ret i1 %equal
}

define i1 @handed_on(ptr %b) {
  %1 = insertvalue %runtime._string poison, ptr %b, 0
  %2 = insertvalue %runtime._string %1, i64 4, 1
  %p = extractvalue %runtime._string %2, 0
  %n = extractvalue %runtime._string %2, 1
  %equal = call i1 @compared(ptr %p)
  ret i1 %equal
}

define i1 @apart(ptr %event) {
  %b = call ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %comm = call i64 @main.bpfGetCurrentComm(ptr %b, i32 16, ptr undef)
  %1 = insertvalue %runtime._string poison, ptr %b, 0
  %2 = insertvalue %runtime._string %1, i64 4, 1
  store i32 1, ptr %event, align 4
  %value = call ptr @main.bpfMapLookupElem(ptr @text, ptr %event, ptr undef)
  store i32 1, ptr %value, align 4
  %p = extractvalue %runtime._string %2, 0
  %c = load i8, ptr %p, align 1
  %is = icmp eq i8 %c, 98
  ret i1 %is
}

define i1 @overwritten(ptr %b, ptr %event, i1 %again) {
entry:
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  %p = extractvalue %runtime._string %s, 0
  br label %loop

loop:                                             ; preds = %loop, %entry
  %equal = call i1 @runtime.stringEqual(ptr %p, i64 4, ptr @text, i64 4, ptr undef)
  store i8 0, ptr %event, align 1
  br i1 %again, label %loop, label %done

done:                                             ; preds = %loop
  ret i1 %equal
}

define void @kept(ptr %b) {
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  store %runtime._string %s, ptr @name, align 8
  ret void
}
