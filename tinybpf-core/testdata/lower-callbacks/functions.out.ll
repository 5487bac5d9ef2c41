; ModuleID = 'case'
source_filename = "case"

@flows = global [32 x i8] zeroinitializer

declare i64 @main.bpfUserRingbufDrain(ptr, ptr, i64, i64, ptr)

; Function Attrs: noinline
define internal i32 @main.narrow(i32 %index, i64 %address, ptr %context) #0 !dbg !3 {
entry:
  %odd = trunc i32 %index to i1, !dbg !6
  %result = zext i1 %odd to i32, !dbg !6
  ret i32 %result, !dbg !6
}

define i32 @prog(ptr %ctx) !dbg !7 {
entry:
  %0 = call i64 @main.bpfLoop(i32 4, ptr @"main.prog$1.callback", ptr %ctx, i64 0, ptr undef), !dbg !8
  %1 = call i32 @main.narrow(i32 1, i64 2, ptr undef), !dbg !8
  %2 = call i64 @main.bpfLoop(i32 8, ptr @main.narrow.callback, ptr %ctx, i64 0, ptr undef), !dbg !9
  %3 = call i64 @bpf_for_each_map_elem(ptr @flows, ptr @main.element.callback, ptr null, i64 0, ptr undef), !dbg !8
  %4 = call i64 @main.bpfTimerSetCallback(ptr @flows, ptr @main.later.callback, ptr undef), !dbg !8
  %5 = call i64 @main.bpfUserRingbufDrain(ptr @flows, ptr @main.drained.callback, i64 0, i64 0, ptr undef), !dbg !8
  %6 = trunc i64 %0 to i32, !dbg !8
  ret i32 %6, !dbg !8
}

define internal i64 @main.drained(ptr %dynptr, ptr %ctx, ptr %context) {
entry:
  ret i64 1
}

define internal i64 @main.narrow.callback(i64 %index, ptr %address) !dbg !12 {
entry:
  %0 = trunc i64 %index to i32
  %1 = ptrtoint ptr %address to i64
  %odd.i = trunc i32 %0 to i1, !dbg !13
  %result.i = zext i1 %odd.i to i32, !dbg !13
  %2 = sext i32 %result.i to i64
  ret i64 %2
}

declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

define internal i64 @"main.prog$1.callback"(i64 %index, ptr %ctx) !dbg !15 {
entry:
  store i64 %index, ptr %ctx, align 8, !dbg !16
  ret i64 0
}

define internal i64 @main.element.callback(ptr %m, ptr %key, ptr %value, ptr %ctx) !dbg !17 {
entry:
  ret i64 0
}

declare i64 @bpf_for_each_map_elem(ptr, ptr, ptr, i64, ptr)

define internal i64 @main.later.callback(ptr %m, ptr %key, ptr %value) !dbg !18 {
entry:
  %0 = sext i32 0 to i64
  ret i64 %0
}

declare i64 @main.bpfTimerSetCallback(ptr, ptr)

define internal i64 @main.drained.callback(ptr %dynptr, ptr %ctx) {
entry:
  ret i64 1
}

attributes #0 = { noinline }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.narrow", scope: !1, file: !1, line: 20, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 21, column: 2, scope: !3)
!7 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 60, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!8 = !DILocation(line: 61, column: 2, scope: !7)
!9 = !DILocation(line: 41, column: 2, scope: !10, inlinedAt: !11)
!10 = distinct !DISubprogram(name: "main.each", scope: !1, file: !1, line: 40, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!11 = distinct !DILocation(line: 61, column: 2, scope: !7)
!12 = distinct !DISubprogram(name: "main.narrow", scope: !1, file: !1, line: 20, type: !4, scopeLine: 20, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!13 = !DILocation(line: 21, column: 2, scope: !3, inlinedAt: !14)
!14 = distinct !DILocation(line: 20, scope: !12)
!15 = distinct !DISubprogram(name: "main.prog$1", scope: !1, file: !1, line: 10, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!16 = !DILocation(line: 11, column: 2, scope: !15)
!17 = distinct !DISubprogram(name: "main.element", scope: !1, file: !1, line: 30, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!18 = distinct !DISubprogram(name: "main.later", scope: !1, file: !1, line: 50, type: !4, spFlags: DISPFlagDefinition, unit: !0)
