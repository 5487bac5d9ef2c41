; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.state.2 = internal global i64 0, align 8
@_license = global [4 x i8] c"GPL\00", section "license", align 1

define i64 @program(ptr %ctx) section "xdp" {
  %count = load i64, ptr @main.state.2, align 8
  %next = add i64 %count, 1
  store i64 %next, ptr @main.state.2, align 8
  ret i64 %next
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!13}

!0 = distinct !DICompileUnit(language: DW_LANG_Go, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !2)
!1 = !DIFile(filename: "main.go", directory: "/src/probe")
!2 = !{!3}
!3 = !DIGlobalVariableExpression(var: !4, expr: !DIExpression(DW_OP_LLVM_fragment, 64, 64))
!4 = distinct !DIGlobalVariable(name: "main.state", linkageName: "main.state", scope: !0, file: !1, line: 7, type: !5, isLocal: false, isDefinition: true)
!5 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.State", baseType: !6)
!6 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !7)
!7 = !{!8, !10, !11}
!8 = !DIDerivedType(tag: DW_TAG_member, name: "Kind", baseType: !9, size: 32, align: 32)
!9 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!10 = !DIDerivedType(tag: DW_TAG_member, name: "Index", baseType: !9, size: 32, align: 32, offset: 32)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "Returned", baseType: !12, size: 64, align: 64, offset: 64)
!12 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!13 = !{i32 2, !"Debug Info Version", i32 3}
