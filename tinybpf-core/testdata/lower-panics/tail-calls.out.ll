; ModuleID = 'case'
source_filename = "case"

@stages = global [20 x i8] zeroinitializer

declare void @main.bpfTailCall(ptr, ptr, i32, ptr)

define i32 @prog(ptr nonnull %ctx) !dbg !3 {
entry:
  call void @main.bpfTailCall(ptr nonnull %ctx, ptr @stages, i32 1, ptr undef), !dbg !6
  %0 = call i32 @main.kept(ptr %ctx, ptr undef), !dbg !11
  %bad.i = icmp uge i32 %0, 8
  br i1 %bad.i, label %common.ret, label %main.panics.exit

common.ret:                                       ; preds = %entry, %main.panics.exit
  %common.ret.op = phi i32 [ %3, %main.panics.exit ], [ 0, %entry ]
  ret i32 %common.ret.op, !dbg !12

main.panics.exit:                                 ; preds = %entry
  call void @main.bpfTailCall(ptr nonnull %ctx, ptr @stages, i32 3, ptr undef), !dbg !13
  %1 = call i64 asm "", "=r,0"(i64 3)
  %2 = trunc i64 %1 to i32
  %3 = add i32 1, %2
  br label %common.ret
}

; Function Attrs: noinline
define internal i32 @main.kept(ptr nonnull %ctx, ptr %context) #0 !dbg !16 {
entry:
  call void @main.bpfTailCall(ptr nonnull %ctx, ptr @stages, i32 2, ptr undef), !dbg !17
  %0 = call i64 asm "", "=r,0"(i64 2)
  %1 = trunc i64 %0 to i32
  ret i32 %1
}

attributes #0 = { noinline }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 10, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 31, column: 2, scope: !7, inlinedAt: !8)
!7 = distinct !DISubprogram(name: "main.free", scope: !1, file: !1, line: 30, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!8 = distinct !DILocation(line: 21, column: 2, scope: !9, inlinedAt: !10)
!9 = distinct !DISubprogram(name: "main.outer", scope: !1, file: !1, line: 20, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!10 = distinct !DILocation(line: 11, column: 2, scope: !3)
!11 = !DILocation(line: 11, column: 2, scope: !3)
!12 = !DILocation(line: 10, scope: !3)
!13 = !DILocation(line: 51, column: 2, scope: !14, inlinedAt: !15)
!14 = distinct !DISubprogram(name: "main.panics", scope: !1, file: !1, line: 50, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!15 = distinct !DILocation(line: 11, column: 2, scope: !3)
!16 = distinct !DISubprogram(name: "main.kept", scope: !1, file: !1, line: 40, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!17 = !DILocation(line: 41, column: 2, scope: !16)
