; What TinyGo's own optimiser leaves of `var state struct { Kind, Index uint32; Returned uint64 }`.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.state.2 = internal global i64 0, align 8, !dbg !0

define i64 @program(ptr %ctx) section "xdp" {
  %count = load i64, ptr @main.state.2
  %next = add i64 %count, 1
  store i64 %next, ptr @main.state.2
  ret i64 %next
}

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!12}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression(DW_OP_LLVM_fragment, 64, 64))
!1 = distinct !DIGlobalVariable(name: "main.state", linkageName: "main.state", scope: !2, file: !3, line: 7, type: !5, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_Go, file: !3, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !4)
!3 = !DIFile(filename: "main.go", directory: "/src/probe")
!4 = !{!0}
!5 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.State", baseType: !6)
!6 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !7)
!7 = !{!8, !9, !10}
!8 = !DIDerivedType(tag: DW_TAG_member, name: "Kind", baseType: !11, size: 32, align: 32)
!9 = !DIDerivedType(tag: DW_TAG_member, name: "Index", baseType: !11, size: 32, align: 32, offset: 32)
!10 = !DIDerivedType(tag: DW_TAG_member, name: "Returned", baseType: !13, size: 64, align: 64, offset: 64)
!11 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!12 = !{i32 2, !"Debug Info Version", i32 3}
!13 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
