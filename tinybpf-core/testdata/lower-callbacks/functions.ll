; A function that is only called back, one that is called by name too, one that another function hands on, a declaration
; with an address, and one function for two helpers.
; program: prog=xdp

declare i64 @main.bpfLoop(i32, ptr, ptr, ptr, i64, ptr)
declare i64 @bpf_for_each_map_elem(ptr, ptr, ptr, ptr, i64, ptr)
declare i64 @main.bpfTimerSetCallback(ptr, ptr, ptr)
declare i64 @main.bpfUserRingbufDrain(ptr, ptr, i64, i64, ptr)

@flows = global [32 x i8] zeroinitializer

define internal i64 @"main.prog$1"(i64 %index, ptr %ctx, ptr %context) !dbg !4 {
entry:
  store i64 %index, ptr %ctx, align 8, !dbg !10
  ret i64 0, !dbg !10
}

define internal i32 @main.narrow(i32 %index, i64 %address, ptr %context) noinline !dbg !5 {
entry:
  %odd = trunc i32 %index to i1, !dbg !11
  %result = zext i1 %odd to i32, !dbg !11
  ret i32 %result, !dbg !11
}

define internal i64 @main.element(ptr %m, ptr %key, ptr %value, ptr %ctx, ptr %context) !dbg !6 {
entry:
  ret i64 0, !dbg !12
}

define internal i32 @main.later(ptr %m, ptr %key, ptr %value, ptr %context) !dbg !8 {
entry:
  ret i32 0, !dbg !14
}

define internal void @main.each(ptr %fn.context, ptr %fn.funcptr, ptr %ctx, ptr %context) alwaysinline !dbg !7 {
entry:
  %0 = call i64 @main.bpfLoop(i32 8, ptr %fn.context, ptr %fn.funcptr, ptr %ctx, i64 0, ptr undef), !dbg !13
  ret void, !dbg !13
}

define i32 @prog(ptr %ctx) !dbg !9 {
entry:
  %0 = call i64 @main.bpfLoop(i32 4, ptr undef, ptr @"main.prog$1", ptr %ctx, i64 0, ptr undef), !dbg !15
  %1 = call i32 @main.narrow(i32 1, i64 2, ptr undef), !dbg !15
  call void @main.each(ptr undef, ptr @main.narrow, ptr %ctx, ptr undef), !dbg !15
  %2 = call i64 @bpf_for_each_map_elem(ptr @flows, ptr undef, ptr @main.element, ptr null, i64 0, ptr undef), !dbg !15
  %3 = call i64 @main.bpfTimerSetCallback(ptr @flows, ptr undef, ptr @main.later, ptr undef), !dbg !15
  %4 = call i64 @main.bpfUserRingbufDrain(ptr @flows, ptr @main.drained, i64 0, i64 0, ptr undef), !dbg !15
  %5 = trunc i64 %0 to i32, !dbg !15
  ret i32 %5, !dbg !15
}

define internal i64 @main.drained(ptr %dynptr, ptr %ctx, ptr %context) {
entry:
  ret i64 1
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.prog$1", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.narrow", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = distinct !DISubprogram(name: "main.element", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!7 = distinct !DISubprogram(name: "main.each", scope: !1, file: !1, line: 40, type: !3, unit: !0)
!8 = distinct !DISubprogram(name: "main.later", scope: !1, file: !1, line: 50, type: !3, unit: !0)
!9 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 60, type: !3, unit: !0)
!10 = !DILocation(line: 11, column: 2, scope: !4)
!11 = !DILocation(line: 21, column: 2, scope: !5)
!12 = !DILocation(line: 31, column: 2, scope: !6)
!13 = !DILocation(line: 41, column: 2, scope: !7)
!14 = !DILocation(line: 51, column: 2, scope: !8)
!15 = !DILocation(line: 61, column: 2, scope: !9)
