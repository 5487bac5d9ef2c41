; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@count = global i64 0, section ".bss", align 8, !dbg !0

define i32 @prog(ptr %ctx) section "xdp" !dbg !7 {
  call void @panic_end(i32 1), !dbg !15
  %1 = call i64 @flow_Table_count(ptr %ctx, i64 1, ptr undef), !dbg !15
  %2 = call i64 @count_2(i64 %1, ptr undef), !dbg !15
  ret i32 2, !dbg !15
}

define internal void @panic_end(i32 %0) !dbg !16 {
  call void inttoptr (i64 12 to ptr)(ptr null, ptr null, i32 %0), !dbg !23
  ret void
}

define internal i64 @count_2(i64 %_, ptr %context) !dbg !24 {
  ret i64 7, !dbg !30
}

define internal i64 @flow_Table_count(ptr %t, i64 %n, ptr %context) !dbg !31 {
  ret i64 %n, !dbg !39
}

!llvm.dbg.cu = !{!4}
!llvm.module.flags = !{!6}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "count", scope: !2, file: !2, line: 3, type: !3, isLocal: false, isDefinition: true)
!2 = !DIFile(filename: "main.go", directory: "", source: "")
!3 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!4 = distinct !DICompileUnit(language: DW_LANG_C99, file: !5, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!5 = !DIFile(filename: "<unknown>", directory: "", source: "")
!6 = !{i32 2, !"Debug Info Version", i32 3}
!7 = distinct !DISubprogram(name: "prog", scope: !2, file: !2, line: 5, type: !8, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !4, retainedNodes: !12)
!8 = !DISubroutineType(types: !9)
!9 = !{!10, !11}
!10 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!11 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!12 = !{!13}
!13 = !DILocalVariable(name: "ctx", arg: 1, scope: !7, file: !14, line: 5, type: !11)
!14 = !DIFile(filename: "main.go", directory: "/src/probe")
!15 = !DILocation(line: 6, column: 2, scope: !7)
!16 = distinct !DISubprogram(name: "panic_end", scope: !5, file: !5, type: !17, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !4, retainedNodes: !20)
!17 = !DISubroutineType(types: !18)
!18 = !{null, !19}
!19 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!20 = !{!21}
!21 = !DILocalVariable(name: "arg1", arg: 1, scope: !22, file: !5, type: !19)
!22 = distinct !DILexicalBlock(scope: !16, file: !5)
!23 = !DILocation(line: 0, scope: !16)
!24 = distinct !DISubprogram(name: "count_2", scope: !2, file: !2, line: 9, type: !25, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !4, retainedNodes: !27)
!25 = !DISubroutineType(types: !26)
!26 = !{!3, !3}
!27 = !{!28}
!28 = !DILocalVariable(name: "arg1", arg: 1, scope: !29, file: !2, line: 9, type: !3)
!29 = distinct !DILexicalBlock(scope: !24, file: !2, line: 9)
!30 = !DILocation(line: 10, column: 2, scope: !24)
!31 = distinct !DISubprogram(name: "flow_Table_count", scope: !32, file: !32, line: 4, type: !33, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !4, retainedNodes: !35)
!32 = !DIFile(filename: "example.com/probe/flow/flow.go", directory: "", source: "")
!33 = !DISubroutineType(types: !34)
!34 = !{!3, !11, !3}
!35 = !{!36, !38}
!36 = !DILocalVariable(name: "t", arg: 1, scope: !37, file: !32, line: 4, type: !11)
!37 = distinct !DILexicalBlock(scope: !31, file: !32, line: 4)
!38 = !DILocalVariable(name: "n", arg: 2, scope: !37, file: !32, line: 4, type: !3)
!39 = !DILocation(line: 5, column: 2, scope: !31)
