; A function that the kernel calls back can panic: its caller gets to know through the frame that is passed on. One that runs
; later ends by itself, and one that cannot panic is called as it stands.
; program: two=xdp

declare void @runtime.lookupPanic(ptr)
declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)
declare i64 @main.bpfTimerSetCallback(ptr, ptr, ptr)

define internal i64 @main.one.callback(i64 %index, ptr %p) !dbg !4 {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %throw, label %next

next:
  %bad = icmp uge i64 %index, 8
  br i1 %bad, label %throw, label %last

last:
  store i64 %index, ptr %p
  ret i64 0

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !6
  unreachable
}

define internal i64 @main.safe.callback(i64 %index, ptr %p) !dbg !9 {
entry:
  %nil = icmp eq ptr %p, null
  br i1 %nil, label %throw, label %next

next:
  store i64 %index, ptr %p
  ret i64 0

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define internal i64 @main.later.callback(ptr %m, ptr %key, ptr %value) !dbg !10 {
entry:
  %nil = icmp eq ptr %value, null
  br i1 %nil, label %throw, label %next

next:
  %n = load i64, ptr %value
  %bad = icmp uge i64 %n, 8
  br i1 %bad, label %throw, label %last

last:
  ret i64 0

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define i32 @two(ptr %ctx) !dbg !5 {
entry:
  %total = alloca i64
  %done = call i64 @main.bpfLoop(i32 8, ptr @main.one.callback, ptr %total, i64 0, ptr undef), !dbg !8
  %more = call i64 @main.bpfLoop(i32 8, ptr @main.safe.callback, ptr %total, i64 0, ptr undef), !dbg !8
  %set = call i64 @main.bpfTimerSetCallback(ptr %total, ptr @main.later.callback, ptr undef), !dbg !8
  %sum = add i64 %done, %more
  %result = trunc i64 %sum to i32
  ret i32 %result
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.one", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.two", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = !DILocation(line: 11, column: 2, scope: !4)
!8 = !DILocation(line: 21, column: 2, scope: !5)
!9 = distinct !DISubprogram(name: "main.safe", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!10 = distinct !DISubprogram(name: "main.later", scope: !1, file: !1, line: 40, type: !3, unit: !0)
