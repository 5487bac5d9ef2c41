; ModuleID = 'case'
source_filename = "case"

define i32 @filter(ptr %ctx) section "xdp" !dbg !3 {
entry:
  %0 = call i32 @policy(ptr %ctx, i64 1), !dbg !13
  ret i32 %0, !dbg !13
}

define i32 @trace(ptr %ctx) section "tracepoint/syscalls/sys_enter_openat" !dbg !14 {
entry:
  %0 = call i32 @traced(ptr %ctx), !dbg !18
  ret i32 %0, !dbg !18
}

define weak i32 @policy(ptr %ctx, i64 %n) !dbg !19 {
entry:
  ret i32 1, !dbg !30
}

define weak i32 @traced(ptr %ctx) !dbg !31 {
entry:
  ret i32 1, !dbg !37
}

define i32 @new(ptr %ctx) section "freplace/policy" !dbg !38 {
entry:
  ret i32 1, !dbg !49
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "<unknown>", directory: "", source: "")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "filter", scope: !4, file: !4, line: 10, type: !5, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !10)
!4 = !DIFile(filename: "main.go", directory: "", source: "")
!5 = !DISubroutineType(types: !6)
!6 = !{!7, !8}
!7 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!8 = !DIDerivedType(tag: DW_TAG_typedef, name: "unsafe_Pointer", file: !1, baseType: !9)
!9 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!10 = !{!11}
!11 = !DILocalVariable(name: "ctx", arg: 1, scope: !12, file: !4, line: 10, type: !8)
!12 = distinct !DILexicalBlock(scope: !3, file: !4, line: 10)
!13 = !DILocation(line: 11, column: 2, scope: !3)
!14 = distinct !DISubprogram(name: "trace", scope: !4, file: !4, line: 20, type: !5, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !15)
!15 = !{!16}
!16 = !DILocalVariable(name: "ctx", arg: 1, scope: !17, file: !4, line: 20, type: !8)
!17 = distinct !DILexicalBlock(scope: !14, file: !4, line: 20)
!18 = !DILocation(line: 21, column: 2, scope: !14)
!19 = distinct !DISubprogram(name: "policy", scope: !4, file: !4, line: 30, type: !20, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !26)
!20 = !DISubroutineType(types: !21)
!21 = !{!7, !22, !25}
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64, align: 64, dwarfAddressSpace: 0)
!23 = !DICompositeType(tag: DW_TAG_structure_type, name: "xdp_md", scope: !1, file: !1, elements: !24)
!24 = !{}
!25 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!26 = !{!27, !29}
!27 = !DILocalVariable(name: "ctx", arg: 1, scope: !28, file: !4, line: 30, type: !22)
!28 = distinct !DILexicalBlock(scope: !19, file: !4, line: 30)
!29 = !DILocalVariable(name: "n", arg: 2, scope: !28, file: !4, line: 30, type: !25)
!30 = !DILocation(line: 31, column: 2, scope: !19)
!31 = distinct !DISubprogram(name: "traced", scope: !4, file: !4, line: 40, type: !5, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !32)
!32 = !{!33}
!33 = !DILocalVariable(name: "ctx", arg: 1, scope: !34, file: !4, line: 40, type: !8, annotations: !35)
!34 = distinct !DILexicalBlock(scope: !31, file: !4, line: 40)
!35 = !{!36}
!36 = !{!"btf_decl_tag", !"arg:ctx"}
!37 = !DILocation(line: 41, column: 2, scope: !31)
!38 = distinct !DISubprogram(name: "new", scope: !4, file: !4, line: 50, type: !39, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !46)
!39 = !DISubroutineType(types: !40)
!40 = !{!7, !41}
!41 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !42, size: 64, align: 64, dwarfAddressSpace: 0)
!42 = !DICompositeType(tag: DW_TAG_structure_type, name: "xdp_md", scope: !1, file: !1, size: 32, align: 32, elements: !43)
!43 = !{!44}
!44 = !DIDerivedType(tag: DW_TAG_member, name: "data", scope: !1, file: !1, baseType: !45, size: 32, align: 32)
!45 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!46 = !{!47}
!47 = !DILocalVariable(name: "ctx", arg: 1, scope: !48, file: !4, line: 50, type: !41)
!48 = distinct !DILexicalBlock(scope: !38, file: !4, line: 50)
!49 = !DILocation(line: 51, column: 2, scope: !38)
