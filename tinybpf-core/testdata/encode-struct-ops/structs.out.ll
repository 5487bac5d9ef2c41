; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@llvm.compiler.used = appending global [2 x ptr] [ptr @first, ptr @second], section "llvm.metadata"
@"main$string" = internal unnamed_addr constant [5 x i8] c"first", align 1, !dbg !0
@main.number = internal global i32 0, align 4, !dbg !7
@first = global { ptr, ptr, ptr, ptr, ptr, [1 x i8], [16 x i8], [7 x i8], [16 x i8] } { ptr @count, ptr @count_release, ptr @half, ptr @first_cong_avoid, ptr @bpfCoreSock_set, [1 x i8] c"\05", [16 x i8] c"first\00\00\00\00\00\00\00\00\00\00\00", [7 x i8] zeroinitializer, [16 x i8] c"\01\00\00\00\00\00\00\00\02\00\00\00\00\00\00\00" }, section ".struct_ops.link", align 8, !dbg !10
@second = global { ptr, ptr, ptr, ptr, ptr, [1 x i8], [16 x i8], [7 x i8], [16 x i8] } { ptr null, ptr null, ptr @half, ptr null, ptr null, [1 x i8] zeroinitializer, [16 x i8] zeroinitializer, [7 x i8] zeroinitializer, [16 x i8] zeroinitializer }, section "?.struct_ops", align 8, !dbg !33

; Function Attrs: nounwind
define internal void @main.count(ptr %sk, ptr %context) unnamed_addr #0 !dbg !52 {
entry:
    #dbg_value(ptr %sk, !60, !DIExpression(), !62)
  %0 = load i32, ptr @main.number, align 4, !dbg !63
  %1 = add i32 %0, 1, !dbg !63
  store i32 %1, ptr @main.number, align 4, !dbg !63
    #dbg_value(i32 %1, !61, !DIExpression(), !63)
  ret void, !dbg !64
}

; Function Attrs: nounwind
define internal void @"(*main.bpfCoreSock).set$thunk"(ptr %sk, i8 %state, ptr %context) unnamed_addr #0 {
entry:
  call void @bpfCoreSock_set(ptr %sk, i8 %state, ptr undef)
  ret void
}

; Function Attrs: nounwind
define internal void @main.avoid(i32 %ack, i1 %last, ptr %context) unnamed_addr #0 !dbg !65 {
entry:
    #dbg_value(i32 %ack, !70, !DIExpression(), !73)
    #dbg_value(i1 %last, !71, !DIExpression(), !73)
    #dbg_value(i1 %last, !71, !DIExpression(), !74)
  br i1 %last, label %if.then, label %if.done, !dbg !75

if.then:                                          ; preds = %entry
    #dbg_value(i32 %ack, !70, !DIExpression(), !76)
  store i32 %ack, ptr @main.number, align 4, !dbg !77
    #dbg_value(i32 %ack, !72, !DIExpression(), !77)
  br label %if.done, !dbg !75

if.done:                                          ; preds = %if.then, %entry
  ret void, !dbg !78
}

; Function Attrs: nounwind
define void @count(ptr %ctx) #0 section "struct_ops/init" !dbg !79 {
entry:
  %0 = load ptr, ptr %ctx, align 8, !dbg !81
  call void @main.count(ptr %0, ptr poison), !dbg !81
  ret void, !dbg !81
}

; Function Attrs: nounwind
define void @count_release(ptr %ctx) #0 section "struct_ops/release" !dbg !82 {
entry:
  %0 = load ptr, ptr %ctx, align 8, !dbg !83
  call void @main.count(ptr %0, ptr poison), !dbg !83
  ret void, !dbg !83
}

; Function Attrs: nounwind
define i32 @half(ptr %ctx) #0 section "struct_ops.s/half" !dbg !84 {
entry:
    #dbg_value(ptr poison, !86, !DIExpression(), !88)
  %0 = load i32, ptr @main.number, align 4, !dbg !89
    #dbg_value(i32 %0, !87, !DIExpression(), !89)
  ret i32 %0, !dbg !90
}

; Function Attrs: nounwind
define void @first_cong_avoid(ptr %ctx) #0 section "struct_ops/cong_avoid" !dbg !91 {
entry:
    #dbg_value(ptr poison, !95, !DIExpression(), !98)
    #dbg_value(i32 %2, !96, !DIExpression(), !98)
    #dbg_value(i1 %5, !97, !DIExpression(), !98)
    #dbg_value(i32 %2, !96, !DIExpression(), !99)
    #dbg_value(i1 %5, !97, !DIExpression(), !100)
  %0 = getelementptr inbounds i64, ptr %ctx, i64 1, !dbg !101
  %1 = load i64, ptr %0, align 8, !dbg !101
  %2 = trunc i64 %1 to i32, !dbg !101
  %3 = getelementptr inbounds i64, ptr %ctx, i64 2, !dbg !101
  %4 = load i64, ptr %3, align 8, !dbg !101
  %5 = trunc i64 %4 to i1, !dbg !101
  call void @main.avoid(i32 %2, i1 %5, ptr undef), !dbg !102
  ret void, !dbg !103
}

; Function Attrs: nounwind
define void @bpfCoreSock_set(ptr %ctx) #0 section "struct_ops/set_state" !dbg !104 {
entry:
    #dbg_value(ptr poison, !108, !DIExpression(), !111)
    #dbg_value(i8 %2, !109, !DIExpression(), !111)
    #dbg_value(i8 %2, !109, !DIExpression(), !112)
  %0 = getelementptr inbounds i64, ptr %ctx, i64 1, !dbg !113
  %1 = load i64, ptr %0, align 8, !dbg !113
  %2 = trunc i64 %1 to i8, !dbg !113
  %3 = zext i8 %2 to i32, !dbg !114
  store i32 %3, ptr @main.number, align 4, !dbg !115
    #dbg_value(i32 %3, !110, !DIExpression(), !115)
  ret void, !dbg !116
}

attributes #0 = { nounwind }

!llvm.dbg.cu = !{!45}
!llvm.ident = !{!48, !48, !48, !48}
!llvm.module.flags = !{!49, !50, !51}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(scope: null, file: !2, line: 27, type: !3, isLocal: true, isDefinition: true)
!2 = !DIFile(filename: "main.go", directory: "/src/probe")
!3 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 40, align: 8, elements: !5)
!4 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!5 = !{!6}
!6 = !DISubrange(count: 5, lowerBound: 0)
!7 = !DIGlobalVariableExpression(var: !8, expr: !DIExpression())
!8 = distinct !DIGlobalVariable(name: "main.number", linkageName: "main.number", scope: !2, file: !2, line: 34, type: !9, isLocal: false, isDefinition: true, align: 32)
!9 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!10 = !DIGlobalVariableExpression(var: !11, expr: !DIExpression())
!11 = distinct !DIGlobalVariable(name: "main.first", linkageName: "main.first", scope: !2, file: !2, line: 20, type: !12, isLocal: false, isDefinition: true, align: 64)
!12 = !DICompositeType(tag: DW_TAG_structure_type, name: "tcp_congestion_ops", scope: !2, file: !2, line: 20, size: 640, align: 64, elements: !13)
!13 = !{!14, !18, !19, !20, !21, !22, !23, !28}
!14 = !DIDerivedType(tag: DW_TAG_member, name: "init", scope: !2, file: !2, line: 20, baseType: !15, size: 64, align: 64)
!15 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64, align: 64, dwarfAddressSpace: 0)
!16 = !DISubroutineType(types: !17)
!17 = !{null}
!18 = !DIDerivedType(tag: DW_TAG_member, name: "release", scope: !2, file: !2, line: 20, baseType: !15, size: 64, align: 64, offset: 64)
!19 = !DIDerivedType(tag: DW_TAG_member, name: "ssthresh", scope: !2, file: !2, line: 20, baseType: !15, size: 64, align: 64, offset: 128)
!20 = !DIDerivedType(tag: DW_TAG_member, name: "cong_avoid", scope: !2, file: !2, line: 20, baseType: !15, size: 64, align: 64, offset: 192)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "set_state", scope: !2, file: !2, line: 20, baseType: !15, size: 64, align: 64, offset: 256)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !2, file: !2, line: 20, baseType: !4, size: 8, align: 8, offset: 320)
!23 = !DIDerivedType(tag: DW_TAG_member, name: "name", scope: !2, file: !2, line: 20, baseType: !24, size: 128, align: 8, offset: 328)
!24 = !DICompositeType(tag: DW_TAG_array_type, baseType: !25, size: 128, align: 8, elements: !26)
!25 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed)
!26 = !{!27}
!27 = !DISubrange(count: 16, lowerBound: 0)
!28 = !DIDerivedType(tag: DW_TAG_member, name: "other", scope: !2, file: !2, line: 20, baseType: !29, size: 128, align: 64, offset: 512)
!29 = !DICompositeType(tag: DW_TAG_array_type, baseType: !30, size: 128, align: 64, elements: !31)
!30 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!31 = !{!32}
!32 = !DISubrange(count: 2, lowerBound: 0)
!33 = !DIGlobalVariableExpression(var: !34, expr: !DIExpression())
!34 = distinct !DIGlobalVariable(name: "main.second", linkageName: "main.second", scope: !2, file: !2, line: 32, type: !35, isLocal: false, isDefinition: true, align: 64)
!35 = !DICompositeType(tag: DW_TAG_structure_type, name: "tcp_congestion_ops", scope: !2, file: !2, line: 32, size: 640, align: 64, elements: !36)
!36 = !{!37, !38, !39, !40, !41, !42, !43, !44}
!37 = !DIDerivedType(tag: DW_TAG_member, name: "init", scope: !2, file: !2, line: 32, baseType: !15, size: 64, align: 64)
!38 = !DIDerivedType(tag: DW_TAG_member, name: "release", scope: !2, file: !2, line: 32, baseType: !15, size: 64, align: 64, offset: 64)
!39 = !DIDerivedType(tag: DW_TAG_member, name: "ssthresh", scope: !2, file: !2, line: 32, baseType: !15, size: 64, align: 64, offset: 128)
!40 = !DIDerivedType(tag: DW_TAG_member, name: "cong_avoid", scope: !2, file: !2, line: 32, baseType: !15, size: 64, align: 64, offset: 192)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "set_state", scope: !2, file: !2, line: 32, baseType: !15, size: 64, align: 64, offset: 256)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !2, file: !2, line: 32, baseType: !4, size: 8, align: 8, offset: 320)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "name", scope: !2, file: !2, line: 32, baseType: !24, size: 128, align: 8, offset: 328)
!44 = !DIDerivedType(tag: DW_TAG_member, name: "other", scope: !2, file: !2, line: 32, baseType: !29, size: 128, align: 64, offset: 512)
!45 = distinct !DICompileUnit(language: DW_LANG_C99, file: !46, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !47)
!46 = !DIFile(filename: "<unknown>", directory: "")
!47 = !{!10, !0, !33, !7}
!48 = !{!"TinyGo version 0.40.1"}
!49 = !{i32 2, !"Debug Info Version", i32 3}
!50 = !{i32 7, !"Dwarf Version", i32 4}
!51 = !{i32 1, !"target-abi", !"lp64"}
!52 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !2, file: !2, line: 36, type: !53, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45, retainedNodes: !59)
!53 = !DISubroutineType(types: !54)
!54 = !{!55}
!55 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !56, size: 64, align: 64, dwarfAddressSpace: 0)
!56 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreSock", baseType: !57)
!57 = !DICompositeType(tag: DW_TAG_structure_type, align: 8, elements: !58)
!58 = !{}
!59 = !{!60, !61}
!60 = !DILocalVariable(name: "sk", arg: 1, scope: !52, file: !2, line: 36, type: !55)
!61 = !DILocalVariable(name: "number", scope: !52, file: !2, line: 34, type: !9)
!62 = !DILocation(line: 36, column: 6, scope: !52)
!63 = !DILocation(line: 36, column: 31, scope: !52)
!64 = !DILocation(line: 36, column: 41, scope: !52)
!65 = distinct !DISubprogram(name: "main.avoid", linkageName: "main.avoid", scope: !2, file: !2, line: 41, type: !66, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45, retainedNodes: !69)
!66 = !DISubroutineType(types: !67)
!67 = !{!9, !68}
!68 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!69 = !{!70, !71, !72}
!70 = !DILocalVariable(name: "ack", arg: 1, scope: !65, file: !2, line: 41, type: !9)
!71 = !DILocalVariable(name: "last", arg: 2, scope: !65, file: !2, line: 41, type: !68)
!72 = !DILocalVariable(name: "number", scope: !65, file: !2, line: 34, type: !9)
!73 = !DILocation(line: 41, column: 6, scope: !65)
!74 = !DILocation(line: 42, column: 5, scope: !65)
!75 = !DILocation(line: 0, scope: !65)
!76 = !DILocation(line: 43, column: 12, scope: !65)
!77 = !DILocation(line: 43, column: 3, scope: !65)
!78 = !DILocation(line: 45, column: 2, scope: !65)
!79 = distinct !DISubprogram(name: "count", scope: !2, file: !2, line: 36, type: !80, scopeLine: 36, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45)
!80 = !DISubroutineType(types: !58)
!81 = !DILocation(line: 36, scope: !79)
!82 = distinct !DISubprogram(name: "count_release", scope: !2, file: !2, line: 36, type: !80, scopeLine: 36, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45)
!83 = !DILocation(line: 36, scope: !82)
!84 = distinct !DISubprogram(name: "main.half", linkageName: "main.half", scope: !2, file: !2, line: 39, type: !53, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45, retainedNodes: !85)
!85 = !{!86, !87}
!86 = !DILocalVariable(name: "sk", arg: 1, scope: !84, file: !2, line: 39, type: !55)
!87 = !DILocalVariable(name: "number", scope: !84, file: !2, line: 34, type: !9)
!88 = !DILocation(line: 39, column: 6, scope: !84)
!89 = !DILocation(line: 39, column: 44, scope: !84)
!90 = !DILocation(line: 39, column: 37, scope: !84)
!91 = distinct !DISubprogram(name: "main.init$1", linkageName: "main.init$1", scope: !2, file: !2, line: 24, type: !92, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45, retainedNodes: !94)
!92 = !DISubroutineType(types: !93)
!93 = !{!55, !9, !68}
!94 = !{!95, !96, !97}
!95 = !DILocalVariable(name: "sk", arg: 1, scope: !91, file: !2, line: 24, type: !55)
!96 = !DILocalVariable(name: "ack", arg: 2, scope: !91, file: !2, line: 24, type: !9)
!97 = !DILocalVariable(name: "last", arg: 3, scope: !91, file: !2, line: 24, type: !68)
!98 = !DILocation(line: 24, column: 13, scope: !91)
!99 = !DILocation(line: 24, column: 66, scope: !91)
!100 = !DILocation(line: 24, column: 71, scope: !91)
!101 = !DILocation(line: 24, scope: !91)
!102 = !DILocation(line: 24, column: 65, scope: !91)
!103 = !DILocation(line: 24, column: 78, scope: !91)
!104 = distinct !DISubprogram(name: "bpfCoreSock_set", linkageName: "(*main.bpfCoreSock).set", scope: !2, file: !2, line: 47, type: !105, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !45, retainedNodes: !107)
!105 = !DISubroutineType(types: !106)
!106 = !{!55, !4}
!107 = !{!108, !109, !110}
!108 = !DILocalVariable(name: "sk", arg: 1, scope: !104, file: !2, line: 47, type: !55)
!109 = !DILocalVariable(name: "state", arg: 2, scope: !104, file: !2, line: 47, type: !4)
!110 = !DILocalVariable(name: "number", scope: !104, file: !2, line: 34, type: !9)
!111 = !DILocation(line: 47, column: 24, scope: !104)
!112 = !DILocation(line: 47, column: 59, scope: !104)
!113 = !DILocation(line: 47, scope: !104)
!114 = !DILocation(line: 47, column: 58, scope: !104)
!115 = !DILocation(line: 47, column: 43, scope: !104)
!116 = !DILocation(line: 47, column: 67, scope: !104)
