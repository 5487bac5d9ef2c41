; ModuleID = 'case'
source_filename = "case"

define i32 @prog(ptr nonnull %ctx) section "tc" !dbg !3 {
entry:
  %len = load i64, ptr %ctx, align 4
  %a = trunc i64 %len to i32
  %bad.i = icmp uge i64 %len, 4, !dbg !6
  %bad.i1 = icmp samesign uge i32 1, %a
  %or.cond = select i1 %bad.i, i1 true, i1 %bad.i1, !dbg !6
  br i1 %or.cond, label %common.ret, label %main.five.exit, !dbg !6

common.ret:                                       ; preds = %entry, %main.five.exit
  %common.ret.op = phi i32 [ %0, %main.five.exit ], [ 2, %entry ]
  ret i32 %common.ret.op, !dbg !7

main.five.exit:                                   ; preds = %entry
  %0 = call i32 @main.keeps(i32 %a, i32 1, i32 2, i32 3, i32 4), !dbg !6
  br label %common.ret
}

; Function Attrs: noinline
define internal i32 @main.keeps(i32 %a, i32 %b, i32 %c, i32 %d, i32 %e) #0 {
entry:
  %sum = add i32 %a, %e
  ret i32 %sum
}

attributes #0 = { noinline }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.prog", scope: !1, file: !1, line: 30, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 31, column: 9, scope: !3)
!7 = !DILocation(line: 30, scope: !3)
