; What cannot become a map, each at its line.
; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32 }
%flow.bpfMapDef = type { i32, i32 }

@main.ring = internal global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 5000 }, align 4, !dbg !3
@main.table = internal global %main.bpfMapDef { i32 1, i32 4, i32 4, i32 16 }, align 4, !dbg !6
@"example.com/flow.table" = internal global %main.bpfMapDef { i32 1, i32 4, i32 4, i32 16 }, align 4, !dbg !8
@main.odd = internal global %flow.bpfMapDef { i32 1, i32 4 }, align 4, !dbg !10
@main.later = internal global %main.bpfMapDef { i32 1, i32 4, i32 ptrtoint (ptr @prog to i32), i32 16 }, align 4, !dbg !26
@main.prog = internal global %main.bpfMapDef { i32 1, i32 4, i32 4, i32 16 }, align 4, !dbg !28
@main.bare = internal global %main.bpfMapDef { i32 1, i32 4, i32 4, i32 16 }, align 4

define i32 @prog(ptr %ctx) section "xdp" !dbg !20 {
  %1 = load i32, ptr @main.table, align 4, !dbg !23
  store i32 %1, ptr getelementptr inbounds (%main.bpfMapDef, ptr @main.table, i32 0, i32 3), align 4, !dbg !24
  ret i32 2, !dbg !24
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "<unknown>", directory: "")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DIGlobalVariableExpression(var: !4, expr: !DIExpression())
!4 = distinct !DIGlobalVariable(name: "main.ring", scope: !5, file: !5, line: 11, type: !12, isLocal: false, isDefinition: true)
!5 = !DIFile(filename: "main.go", directory: "/src/probe")
!6 = !DIGlobalVariableExpression(var: !7, expr: !DIExpression())
!7 = distinct !DIGlobalVariable(name: "main.table", scope: !5, file: !5, line: 12, type: !12, isLocal: false, isDefinition: true)
!8 = !DIGlobalVariableExpression(var: !9, expr: !DIExpression())
!9 = distinct !DIGlobalVariable(name: "example.com/flow.table", scope: !5, file: !5, line: 13, type: !12, isLocal: false, isDefinition: true)
!10 = !DIGlobalVariableExpression(var: !11, expr: !DIExpression())
!11 = distinct !DIGlobalVariable(name: "main.odd", scope: !5, file: !5, line: 14, type: !17, isLocal: false, isDefinition: true)
!12 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfMapDef", baseType: !13)
!13 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 32, elements: !14)
!14 = !{!15, !16, !30, !31}
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Type", baseType: !19, size: 32, align: 32)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "KeySize", baseType: !19, size: 32, align: 32, offset: 32)
!17 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 32, elements: !18)
!18 = !{!15, !25}
!19 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!20 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !5, file: !5, line: 20, type: !21, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0)
!21 = !DISubroutineType(types: !22)
!22 = !{null}
!23 = !DILocation(line: 21, column: 9, scope: !20)
!24 = !DILocation(line: 22, column: 2, scope: !20)
!25 = !DIDerivedType(tag: DW_TAG_member, name: "Keys", baseType: !19, size: 32, align: 32, offset: 32)
!26 = !DIGlobalVariableExpression(var: !27, expr: !DIExpression())
!27 = distinct !DIGlobalVariable(name: "main.later", scope: !5, file: !5, line: 15, type: !12, isLocal: false, isDefinition: true)
!28 = !DIGlobalVariableExpression(var: !29, expr: !DIExpression())
!29 = distinct !DIGlobalVariable(name: "main.prog", scope: !5, file: !5, line: 16, type: !12, isLocal: false, isDefinition: true)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "ValueSize", baseType: !19, size: 32, align: 32, offset: 64)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "MaxEntries", baseType: !19, size: 32, align: 32, offset: 96)
