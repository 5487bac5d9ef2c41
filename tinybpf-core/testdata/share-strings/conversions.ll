target triple = "bpfel"

%runtime._string = type { ptr, i64 }

@text = internal constant [4 x i8] c"bash"
@name = internal global %runtime._string zeroinitializer

declare ptr @runtime.alloc(i64, ptr, ptr)
declare %runtime._string @runtime.stringFromBytes(ptr, i64, i64, ptr)
declare i1 @runtime.stringEqual(ptr, i64, ptr, i64, ptr)
declare i64 @main.bpfGetCurrentComm(ptr, i32, ptr)
declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

; A comparison reads the bytes themselves.
define i1 @compared(ptr %b) {
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  %p = extractvalue %runtime._string %s, 0
  %n = extractvalue %runtime._string %s, 1
  %equal = call i1 @runtime.stringEqual(ptr %p, i64 %n, ptr @text, i64 4, ptr undef)
  ret i1 %equal
}

; So does one in another function that writes nothing.
define i1 @handed_on(ptr %b) {
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  %p = extractvalue %runtime._string %s, 0
  %n = extractvalue %runtime._string %s, 1
  %equal = call i1 @compared(ptr %p)
  ret i1 %equal
}

; What is written in between is another object.
define i1 @apart(ptr %event) {
  %b = call ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %comm = call i64 @main.bpfGetCurrentComm(ptr %b, i32 16, ptr undef)
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  store i32 1, ptr %event
  %value = call ptr @main.bpfMapLookupElem(ptr @text, ptr %event, ptr undef)
  store i32 1, ptr %value
  %p = extractvalue %runtime._string %s, 0
  %c = load i8, ptr %p
  %is = icmp eq i8 %c, 98
  ret i1 %is
}

; A copy is needed: the bytes are written before the comparison, the second time round.
define i1 @overwritten(ptr %b, ptr %event, i1 %again) {
entry:
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  %p = extractvalue %runtime._string %s, 0
  br label %loop

loop:
  %equal = call i1 @runtime.stringEqual(ptr %p, i64 4, ptr @text, i64 4, ptr undef)
  store i8 0, ptr %event
  br i1 %again, label %loop, label %done

done:
  ret i1 %equal
}

; And where the string is kept.
define void @kept(ptr %b) {
  %s = call %runtime._string @runtime.stringFromBytes(ptr %b, i64 4, i64 16, ptr undef)
  store %runtime._string %s, ptr @name
  ret void
}
