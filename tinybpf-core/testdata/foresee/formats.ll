; Formats with and without a zero byte at their end, from TinyGo 0.40.1, cut.
source_filename = "main"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = internal unnamed_addr constant [13 x i8] c"with an end\0A\00", align 1
@"main$string.1" = internal unnamed_addr constant [8 x i8] c"without\0A", align 1
@"main$string.2" = internal unnamed_addr constant [9 x i8] c"cut off\0A\00", align 1

define internal void @main.printf(ptr readonly %format.data, i64 %format.len, ptr %context) unnamed_addr #0 !dbg !10 {
entry:
  %size = trunc i64 %format.len to i32, !dbg !14
  %result = call i64 @main.bpfTraceVprintk(ptr %format.data, i32 %size, ptr null, i32 0, ptr undef), !dbg !14
  ret void, !dbg !14
}

declare i64 @main.bpfTraceVprintk(ptr dereferenceable_or_null(1), i32, ptr, i32, ptr)

define i32 @hello(ptr captures(none) %ctx) #1 section "kprobe/vfs_open" !dbg !15 {
entry:
  call void @main.printf(ptr @"main$string", i64 13, ptr undef), !dbg !16
  call void @main.printf(ptr @"main$string.1", i64 8, ptr undef), !dbg !17
  call void @main.printf(ptr @"main$string.2", i64 8, ptr undef), !dbg !18
  ret i32 0, !dbg !18
}

attributes #0 = { nounwind }
attributes #1 = { noinline nounwind }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"Dwarf Version", i32 4}
!10 = distinct !DISubprogram(name: "main.printf", linkageName: "main.printf", scope: !1, file: !1, line: 7, type: !11, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!11 = !DISubroutineType(types: !12)
!12 = !{}
!14 = !DILocation(line: 8, column: 17, scope: !10)
!15 = distinct !DISubprogram(name: "main.hello", linkageName: "hello", scope: !1, file: !1, line: 13, type: !11, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!16 = !DILocation(line: 14, column: 8, scope: !15)
!17 = !DILocation(line: 15, column: 8, scope: !15)
!18 = !DILocation(line: 16, column: 8, scope: !15)
