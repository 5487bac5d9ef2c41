; A program is called.
; program: one=xdp
; program: two=xdp

define i32 @one(ptr %ctx) !dbg !4 {
entry:
  ret i32 0
}

define i32 @two(ptr %ctx) !dbg !5 {
entry:
  %value = call i32 @one(ptr %ctx), !dbg !8
  ret i32 %value
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
