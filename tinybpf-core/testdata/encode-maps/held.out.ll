; ModuleID = 'case'
source_filename = "main"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.val = type { i64, i64 }

@innerA = global { ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !0
@innerB = global { ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !26
@outer = global { ptr, ptr, ptr, ptr, [0 x ptr] } zeroinitializer, section ".maps", align 8, !dbg !34
@outer2 = global { ptr, ptr, ptr, ptr, [0 x ptr] } zeroinitializer, section ".maps", align 8, !dbg !51
@outer3 = global { ptr, ptr, ptr, ptr, [3 x ptr] } { ptr null, ptr null, ptr null, ptr null, [3 x ptr] [ptr @innerA, ptr null, ptr @innerB] }, section ".maps", align 8, !dbg !73
@progs = global { ptr, ptr, ptr, ptr, [3 x ptr] } { ptr null, ptr null, ptr null, ptr null, [3 x ptr] [ptr @progA, ptr null, ptr @progB] }, section ".maps", align 8, !dbg !97
@bloom = global { ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !115

declare void @runtime.nilPanic(ptr)

; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0

; Function Attrs: noinline nounwind
define i32 @prog(ptr captures(none) %ctx) #1 section "xdp" !dbg !138 {
entry:
    #dbg_value(ptr %ctx, !143, !DIExpression(), !149)
  %k = call align 4 ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !150
  store i32 2, ptr %k, align 4, !dbg !150
    #dbg_value(i32 2, !144, !DIExpression(), !150)
  %v8 = call align 8 ptr @runtime.alloc(i64 8, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !151
  store i64 7, ptr %v8, align 8, !dbg !151
    #dbg_value(i64 7, !145, !DIExpression(), !151)
    #dbg_value(ptr %ctx, !143, !DIExpression(), !152)
  %0 = call i64 @main.bpfTailCall(ptr %ctx, ptr @progs, i32 1, ptr undef), !dbg !153
  %1 = call ptr @main.bpfMapLookupElem(ptr @outer3, ptr %k, ptr undef), !dbg !154
    #dbg_value(ptr %1, !146, !DIExpression(), !155)
    #dbg_value(ptr %1, !146, !DIExpression(), !156)
  %2 = icmp eq ptr %1, null, !dbg !157
  br i1 %2, label %if.then, label %if.done, !dbg !158

if.then:                                          ; preds = %entry
  ret i32 0, !dbg !159

if.done:                                          ; preds = %entry
    #dbg_value(ptr %1, !146, !DIExpression(), !160)
  %3 = call ptr @main.bpfMapLookupElem(ptr %1, ptr %k, ptr undef), !dbg !161
    #dbg_value(ptr %3, !147, !DIExpression(), !162)
    #dbg_value(ptr %3, !147, !DIExpression(), !163)
  %4 = icmp ne ptr %3, null, !dbg !164
  br i1 %4, label %if.then1, label %if.done2, !dbg !158

if.then1:                                         ; preds = %if.done
    #dbg_value(ptr %3, !147, !DIExpression(), !165)
  %5 = getelementptr inbounds %main.val, ptr %3, i32 0, i32 1, !dbg !166
  %6 = icmp eq ptr %5, null, !dbg !166
  br i1 %6, label %deref.throw, label %deref.next, !dbg !166

deref.next:                                       ; preds = %if.then1
  %7 = load i64, ptr %5, align 8, !dbg !166
  %8 = trunc i64 %7 to i32, !dbg !167
  ret i32 %8, !dbg !168

if.done2:                                         ; preds = %if.done
  %9 = call ptr @main.bpfMapLookupElem(ptr @outer, ptr %k, ptr undef), !dbg !169
  %10 = call ptr @main.bpfMapLookupElem(ptr @outer2, ptr %k, ptr undef), !dbg !170
  %11 = call i64 @main.bpfMapPeekElem(ptr @bloom, ptr %v8, ptr undef), !dbg !171
    #dbg_value(ptr %ctx, !143, !DIExpression(), !172)
  %12 = call i64 @main.bpfTailCall(ptr %ctx, ptr @progs, i32 2, ptr undef), !dbg !173
  ret i32 3, !dbg !174

deref.throw:                                      ; preds = %if.then1
  call void @runtime.nilPanic(ptr undef), !dbg !166
  unreachable, !dbg !166
}

declare i64 @main.bpfTailCall(ptr, ptr, i32, ptr)

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

declare i64 @main.bpfMapPeekElem(ptr, ptr, ptr)

; Function Attrs: noinline nounwind
define i32 @progA(ptr %ctx) #1 section "xdp" !dbg !175 {
entry:
    #dbg_value(ptr %ctx, !177, !DIExpression(), !178)
  ret i32 1, !dbg !179
}

; Function Attrs: noinline nounwind
define i32 @progB(ptr %ctx) #1 section "xdp" !dbg !180 {
entry:
    #dbg_value(ptr %ctx, !182, !DIExpression(), !183)
  ret i32 2, !dbg !184
}

attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { noinline nounwind }

!llvm.dbg.cu = !{!132}
!llvm.ident = !{!134, !134, !134, !134}
!llvm.module.flags = !{!135, !136, !137}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.innerA", linkageName: "main.innerA", scope: !2, file: !2, line: 22, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/probe")
!3 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 22, size: 256, align: 64, elements: !4)
!4 = !{!5, !11, !16, !21}
!5 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 22, baseType: !6, size: 64, align: 64)
!6 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !7, size: 64, align: 64, dwarfAddressSpace: 0)
!7 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 32, align: 32, elements: !9)
!8 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!9 = !{!10}
!10 = !DISubrange(count: 1, lowerBound: 0)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 22, baseType: !12, size: 64, align: 64, offset: 64)
!12 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64, align: 64, dwarfAddressSpace: 0)
!13 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 128, align: 32, elements: !14)
!14 = !{!15}
!15 = !DISubrange(count: 4, lowerBound: 0)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 22, baseType: !17, size: 64, align: 64, offset: 128)
!17 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !18, size: 64, align: 64, dwarfAddressSpace: 0)
!18 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 512, align: 32, elements: !19)
!19 = !{!20}
!20 = !DISubrange(count: 16, lowerBound: 0)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 22, baseType: !22, size: 64, align: 64, offset: 192)
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64, align: 64, dwarfAddressSpace: 0)
!23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 256, align: 32, elements: !24)
!24 = !{!25}
!25 = !DISubrange(count: 8, lowerBound: 0)
!26 = !DIGlobalVariableExpression(var: !27, expr: !DIExpression())
!27 = distinct !DIGlobalVariable(name: "main.innerB", linkageName: "main.innerB", scope: !2, file: !2, line: 23, type: !28, isLocal: false, isDefinition: true, align: 64)
!28 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 23, size: 256, align: 64, elements: !29)
!29 = !{!30, !31, !32, !33}
!30 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 23, baseType: !6, size: 64, align: 64)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 23, baseType: !12, size: 64, align: 64, offset: 64)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 23, baseType: !17, size: 64, align: 64, offset: 128)
!33 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 23, baseType: !22, size: 64, align: 64, offset: 192)
!34 = !DIGlobalVariableExpression(var: !35, expr: !DIExpression())
!35 = distinct !DIGlobalVariable(name: "main.outer", linkageName: "main.outer", scope: !2, file: !2, line: 24, type: !36, isLocal: false, isDefinition: true, align: 64)
!36 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 24, size: 256, align: 64, elements: !37)
!37 = !{!38, !43, !44, !45, !46}
!38 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 24, baseType: !39, size: 64, align: 64)
!39 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !40, size: 64, align: 64, dwarfAddressSpace: 0)
!40 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 384, align: 32, elements: !41)
!41 = !{!42}
!42 = !DISubrange(count: 12, lowerBound: 0)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 24, baseType: !12, size: 64, align: 64, offset: 64)
!44 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 24, baseType: !12, size: 64, align: 64, offset: 128)
!45 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 24, baseType: !22, size: 64, align: 64, offset: 192)
!46 = !DIDerivedType(tag: DW_TAG_member, name: "values", scope: !2, file: !2, line: 24, baseType: !47, align: 64, offset: 256)
!47 = !DICompositeType(tag: DW_TAG_array_type, baseType: !48, align: 64, elements: !49)
!48 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!49 = !{!50}
!50 = !DISubrange(count: 0, lowerBound: 0)
!51 = !DIGlobalVariableExpression(var: !52, expr: !DIExpression())
!52 = distinct !DIGlobalVariable(name: "main.outer2", linkageName: "main.outer2", scope: !2, file: !2, line: 25, type: !53, isLocal: false, isDefinition: true, align: 64)
!53 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 25, size: 256, align: 64, elements: !54)
!54 = !{!55, !60, !61, !62, !63}
!55 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 25, baseType: !56, size: 64, align: 64)
!56 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !57, size: 64, align: 64, dwarfAddressSpace: 0)
!57 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 416, align: 32, elements: !58)
!58 = !{!59}
!59 = !DISubrange(count: 13, lowerBound: 0)
!60 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 25, baseType: !12, size: 64, align: 64, offset: 64)
!61 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 25, baseType: !12, size: 64, align: 64, offset: 128)
!62 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 25, baseType: !22, size: 64, align: 64, offset: 192)
!63 = !DIDerivedType(tag: DW_TAG_member, name: "values", scope: !2, file: !2, line: 25, baseType: !64, align: 64, offset: 256)
!64 = !DICompositeType(tag: DW_TAG_array_type, baseType: !65, align: 64, elements: !49)
!65 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !66, size: 64, align: 64, dwarfAddressSpace: 0)
!66 = !DICompositeType(tag: DW_TAG_structure_type, scope: !67, file: !67, size: 256, align: 64, elements: !68)
!67 = !DIFile(filename: "<unknown>", directory: "")
!68 = !{!69, !70, !71, !72}
!69 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !67, file: !67, baseType: !6, size: 64, align: 64)
!70 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !67, file: !67, baseType: !12, size: 64, align: 64, offset: 64)
!71 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !67, file: !67, baseType: !17, size: 64, align: 64, offset: 128)
!72 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !67, file: !67, baseType: !22, size: 64, align: 64, offset: 192)
!73 = !DIGlobalVariableExpression(var: !74, expr: !DIExpression())
!74 = distinct !DIGlobalVariable(name: "main.outer3", linkageName: "main.outer3", scope: !2, file: !2, line: 26, type: !75, isLocal: false, isDefinition: true, align: 64)
!75 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 26, size: 256, align: 64, elements: !76)
!76 = !{!77, !78, !79, !80, !81}
!77 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 26, baseType: !39, size: 64, align: 64)
!78 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 26, baseType: !12, size: 64, align: 64, offset: 64)
!79 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 26, baseType: !12, size: 64, align: 64, offset: 128)
!80 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 26, baseType: !12, size: 64, align: 64, offset: 192)
!81 = !DIDerivedType(tag: DW_TAG_member, name: "values", scope: !2, file: !2, line: 26, baseType: !82, align: 64, offset: 256)
!82 = !DICompositeType(tag: DW_TAG_array_type, baseType: !83, align: 64, elements: !49)
!83 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !84, size: 64, align: 64, dwarfAddressSpace: 0)
!84 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 22, size: 256, align: 64, elements: !85)
!85 = !{!5, !86, !89, !21}
!86 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !2, file: !2, line: 22, baseType: !87, size: 64, align: 64, offset: 64)
!87 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !88, size: 64, align: 64, dwarfAddressSpace: 0)
!88 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!89 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !2, file: !2, line: 22, baseType: !90, size: 64, align: 64, offset: 128)
!90 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !91, size: 64, align: 64, dwarfAddressSpace: 0)
!91 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.val", baseType: !92)
!92 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !93)
!93 = !{!94, !96}
!94 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !95, size: 64, align: 64)
!95 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!96 = !DIDerivedType(tag: DW_TAG_member, name: "N", baseType: !95, size: 64, align: 64, offset: 64)
!97 = !DIGlobalVariableExpression(var: !98, expr: !DIExpression())
!98 = distinct !DIGlobalVariable(name: "main.progs", linkageName: "main.progs", scope: !2, file: !2, line: 27, type: !99, isLocal: false, isDefinition: true, align: 64)
!99 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 27, size: 256, align: 64, elements: !100)
!100 = !{!101, !106, !107, !108, !109}
!101 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 27, baseType: !102, size: 64, align: 64)
!102 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !103, size: 64, align: 64, dwarfAddressSpace: 0)
!103 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 96, align: 32, elements: !104)
!104 = !{!105}
!105 = !DISubrange(count: 3, lowerBound: 0)
!106 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !2, file: !2, line: 27, baseType: !12, size: 64, align: 64, offset: 64)
!107 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !2, file: !2, line: 27, baseType: !12, size: 64, align: 64, offset: 128)
!108 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 27, baseType: !12, size: 64, align: 64, offset: 192)
!109 = !DIDerivedType(tag: DW_TAG_member, name: "values", scope: !2, file: !2, line: 27, baseType: !110, align: 64, offset: 256)
!110 = !DICompositeType(tag: DW_TAG_array_type, baseType: !111, align: 64, elements: !49)
!111 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !112, size: 64, align: 64, dwarfAddressSpace: 0)
!112 = !DISubroutineType(types: !113)
!113 = !{!8, !114}
!114 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!115 = !DIGlobalVariableExpression(var: !116, expr: !DIExpression())
!116 = distinct !DIGlobalVariable(name: "main.bloom", linkageName: "main.bloom", scope: !2, file: !2, line: 28, type: !117, isLocal: false, isDefinition: true, align: 64)
!117 = !DICompositeType(tag: DW_TAG_structure_type, scope: !2, file: !2, line: 28, size: 256, align: 64, elements: !118)
!118 = !{!119, !124, !126, !131}
!119 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !2, file: !2, line: 28, baseType: !120, size: 64, align: 64)
!120 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !121, size: 64, align: 64, dwarfAddressSpace: 0)
!121 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 960, align: 32, elements: !122)
!122 = !{!123}
!123 = !DISubrange(count: 30, lowerBound: 0)
!124 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !2, file: !2, line: 28, baseType: !125, size: 64, align: 64, offset: 64)
!125 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !95, size: 64, align: 64, dwarfAddressSpace: 0)
!126 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !2, file: !2, line: 28, baseType: !127, size: 64, align: 64, offset: 128)
!127 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !128, size: 64, align: 64, dwarfAddressSpace: 0)
!128 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 3200, align: 32, elements: !129)
!129 = !{!130}
!130 = !DISubrange(count: 100, lowerBound: 0)
!131 = !DIDerivedType(tag: DW_TAG_member, name: "map_extra", scope: !2, file: !2, line: 28, baseType: !102, size: 64, align: 64, offset: 192)
!132 = distinct !DICompileUnit(language: DW_LANG_C99, file: !67, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !133)
!133 = !{!0, !26, !34, !51, !73, !97, !115}
!134 = !{!"TinyGo version 0.40.1"}
!135 = !{i32 2, !"Debug Info Version", i32 3}
!136 = !{i32 7, !"Dwarf Version", i32 4}
!137 = !{i32 1, !"target-abi", !"lp64"}
!138 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 38, type: !139, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !132, retainedNodes: !142)
!139 = !DISubroutineType(types: !140)
!140 = !{!141}
!141 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!142 = !{!143, !144, !145, !146, !147}
!143 = !DILocalVariable(name: "ctx", arg: 1, scope: !138, file: !2, line: 38, type: !141)
!144 = !DILocalVariable(name: "k", scope: !138, file: !2, line: 39, type: !88)
!145 = !DILocalVariable(name: "v8", scope: !138, file: !2, line: 40, type: !95)
!146 = !DILocalVariable(name: "in", scope: !138, file: !2, line: 42, type: !141)
!147 = !DILocalVariable(name: "v", scope: !138, file: !2, line: 46, type: !148)
!148 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !91, size: 64, align: 64, dwarfAddressSpace: 0)
!149 = !DILocation(line: 38, column: 6, scope: !138)
!150 = !DILocation(line: 39, column: 2, scope: !138)
!151 = !DILocation(line: 40, column: 2, scope: !138)
!152 = !DILocation(line: 41, column: 14, scope: !138)
!153 = !DILocation(line: 41, column: 13, scope: !138)
!154 = !DILocation(line: 42, column: 24, scope: !138)
!155 = !DILocation(line: 42, column: 2, scope: !138)
!156 = !DILocation(line: 43, column: 5, scope: !138)
!157 = !DILocation(line: 43, column: 8, scope: !138)
!158 = !DILocation(line: 0, scope: !138)
!159 = !DILocation(line: 44, column: 3, scope: !138)
!160 = !DILocation(line: 46, column: 31, scope: !138)
!161 = !DILocation(line: 46, column: 30, scope: !138)
!162 = !DILocation(line: 46, column: 2, scope: !138)
!163 = !DILocation(line: 47, column: 5, scope: !138)
!164 = !DILocation(line: 47, column: 7, scope: !138)
!165 = !DILocation(line: 48, column: 16, scope: !138)
!166 = !DILocation(line: 48, column: 18, scope: !138)
!167 = !DILocation(line: 48, column: 15, scope: !138)
!168 = !DILocation(line: 48, column: 3, scope: !138)
!169 = !DILocation(line: 50, column: 18, scope: !138)
!170 = !DILocation(line: 51, column: 18, scope: !138)
!171 = !DILocation(line: 52, column: 16, scope: !138)
!172 = !DILocation(line: 53, column: 14, scope: !138)
!173 = !DILocation(line: 53, column: 13, scope: !138)
!174 = !DILocation(line: 54, column: 2, scope: !138)
!175 = distinct !DISubprogram(name: "main.progA", linkageName: "main.progA", scope: !2, file: !2, line: 31, type: !139, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !132, retainedNodes: !176)
!176 = !{!177}
!177 = !DILocalVariable(name: "ctx", arg: 1, scope: !175, file: !2, line: 31, type: !141)
!178 = !DILocation(line: 31, column: 6, scope: !175)
!179 = !DILocation(line: 31, column: 40, scope: !175)
!180 = distinct !DISubprogram(name: "main.progB", linkageName: "main.progB", scope: !2, file: !2, line: 34, type: !139, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !132, retainedNodes: !181)
!181 = !{!182}
!182 = !DILocalVariable(name: "ctx", arg: 1, scope: !180, file: !2, line: 34, type: !141)
!183 = !DILocation(line: 34, column: 6, scope: !180)
!184 = !DILocation(line: 34, column: 40, scope: !180)
