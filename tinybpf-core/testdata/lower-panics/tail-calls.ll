; Functions with tail calls become parts of the programs, also through others. Those that must not be are believed nothing of
; what they return, and must neither panic nor have several results.
; program: prog=xdp

declare void @runtime.lookupPanic(ptr)
declare void @main.bpfTailCall(ptr, ptr, i32, ptr)

@stages = global [20 x i8] zeroinitializer

define i32 @prog(ptr %ctx) !dbg !4 {
entry:
  %0 = call i32 @main.outer(ptr %ctx, ptr undef), !dbg !10
  %1 = call i32 @main.kept(ptr %ctx, ptr undef), !dbg !10
  %2 = call i32 @main.panics(ptr %ctx, i32 %1, ptr undef), !dbg !10
  %3 = add i32 %0, %2
  ret i32 %3
}

define internal i32 @main.outer(ptr %ctx, ptr %context) !dbg !5 {
entry:
  %0 = call i32 @main.free(ptr %ctx, ptr undef), !dbg !11
  ret i32 %0
}

define internal i32 @main.free(ptr %ctx, ptr %context) !dbg !6 {
entry:
  call void @main.bpfTailCall(ptr %ctx, ptr @stages, i32 1, ptr undef), !dbg !12
  ret i32 1
}

define internal i32 @main.kept(ptr %ctx, ptr %context) noinline !dbg !7 {
entry:
  call void @main.bpfTailCall(ptr %ctx, ptr @stages, i32 2, ptr undef), !dbg !13
  ret i32 2
}

define internal i32 @main.panics(ptr %ctx, i32 %n, ptr %context) noinline !dbg !8 {
entry:
  %bad = icmp uge i32 %n, 8
  br i1 %bad, label %throw, label %next

next:
  call void @main.bpfTailCall(ptr %ctx, ptr @stages, i32 3, ptr undef), !dbg !14
  ret i32 3

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !14
  unreachable
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.outer", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = distinct !DISubprogram(name: "main.free", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!7 = distinct !DISubprogram(name: "main.kept", scope: !1, file: !1, line: 40, type: !3, unit: !0)
!8 = distinct !DISubprogram(name: "main.panics", scope: !1, file: !1, line: 50, type: !3, unit: !0)
!10 = !DILocation(line: 11, column: 2, scope: !4)
!11 = !DILocation(line: 21, column: 2, scope: !5)
!12 = !DILocation(line: 31, column: 2, scope: !6)
!13 = !DILocation(line: 41, column: 2, scope: !7)
!14 = !DILocation(line: 51, column: 2, scope: !8)
