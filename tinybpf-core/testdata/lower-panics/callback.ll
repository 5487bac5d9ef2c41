; A function that the kernel calls back can panic, itself or in what it calls.
; program: two=xdp

declare void @runtime.lookupPanic(ptr)
declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

define internal i64 @main.one(i32 %index, ptr %p, ptr %context) !dbg !4 {
entry:
  %bad = icmp uge i32 %index, 8
  br i1 %bad, label %throw, label %next

next:
  ret i64 0

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !6
  unreachable
}

define i32 @two(ptr %ctx) !dbg !5 {
entry:
  %done = call i64 @main.bpfLoop(i32 8, ptr @main.one, ptr null, i64 0, ptr undef), !dbg !8
  ret i32 0
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
!7 = !DILocation(line: 12, column: 2, scope: !4)
!8 = !DILocation(line: 21, column: 2, scope: !5)
!9 = !DILocation(line: 22, column: 2, scope: !5)
