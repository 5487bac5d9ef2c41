; Verdicts that cannot be, and results that the kernel cannot read.
; program: one=xdp
; program: two=tc
; program: pair=tc
; program: text=tc

declare void @main.bpfPanicVerdict(i32, ptr)

define i32 @one(ptr %ctx) !dbg !4 {
entry:
  call void @main.bpfPanicVerdict(i32 2, ptr undef), !dbg !6
  call void @main.bpfPanicVerdict(i32 3, ptr undef), !dbg !7
  call void @main.sub(ptr undef), !dbg !7
  ret i32 0
}

define i1 @two(ptr %ctx) !dbg !5 {
entry:
  %value = load i32, ptr %ctx
  call void @main.bpfPanicVerdict(i32 %value, ptr undef), !dbg !8
  ret i1 false
}

define { i32, i32 } @pair(ptr %ctx) {
entry:
  ret { i32, i32 } zeroinitializer
}

define i8 @text(ptr %ctx) {
entry:
  ret i8 0
}

define internal void @main.sub(ptr %context) !dbg !10 {
entry:
  call void @main.bpfPanicVerdict(i32 2, ptr undef), !dbg !11
  ret void
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
!10 = distinct !DISubprogram(name: "main.sub", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!11 = !DILocation(line: 31, column: 2, scope: !10)
