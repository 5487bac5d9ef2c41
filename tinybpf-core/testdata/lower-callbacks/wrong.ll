; What only inlining tells: a callback that is chosen while the program runs, and one that captures.
; program: prog=xdp

declare i64 @main.bpfLoop(i32, ptr, ptr, ptr, i64, ptr)

define internal i64 @main.add(i64 %index, ptr %ctx, ptr %context) !dbg !4 {
entry:
  ret i64 0, !dbg !8
}

define internal i64 @main.sub(i64 %index, ptr %ctx, ptr %context) !dbg !5 {
entry:
  ret i64 1, !dbg !9
}

define internal void @main.each(ptr %fn.context, ptr %fn.funcptr, ptr %ctx, ptr %context) alwaysinline !dbg !6 {
entry:
  %0 = call i64 @main.bpfLoop(i32 8, ptr %fn.context, ptr %fn.funcptr, ptr %ctx, i64 0, ptr undef), !dbg !10
  ret void, !dbg !10
}

define i32 @prog(ptr %ctx) !dbg !7 {
entry:
  %which = load i32, ptr %ctx, align 4, !dbg !11
  %is = icmp eq i32 %which, 0, !dbg !11
  %fn = select i1 %is, ptr @main.add, ptr @main.sub, !dbg !11
  call void @main.each(ptr undef, ptr %fn, ptr %ctx, ptr undef), !dbg !11
  call void @main.each(ptr %ctx, ptr @main.add, ptr %ctx, ptr undef), !dbg !12
  ret i32 0, !dbg !12
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.add", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.sub", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = distinct !DISubprogram(name: "main.each", scope: !1, file: !1, line: 40, type: !3, unit: !0)
!7 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 60, type: !3, unit: !0)
!8 = !DILocation(line: 11, column: 2, scope: !4)
!9 = !DILocation(line: 21, column: 2, scope: !5)
!10 = !DILocation(line: 41, column: 2, scope: !6)
!11 = !DILocation(line: 61, column: 2, scope: !7)
!12 = !DILocation(line: 62, column: 2, scope: !7)
