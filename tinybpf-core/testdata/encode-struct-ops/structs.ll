
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfCoreTcpCongestionOps = type { { ptr, ptr }, { ptr, ptr }, { ptr, ptr }, { ptr, ptr }, { ptr, ptr }, [3 x i32], i8, %runtime._string, [2 x i64] }
%runtime._string = type { ptr, i64 }

@llvm.compiler.used = appending global [2 x ptr] [ptr @main.first, ptr @main.second], section "llvm.metadata"
@main.first = internal global %main.bpfCoreTcpCongestionOps { { ptr, ptr } { ptr null, ptr @main.count }, { ptr, ptr } { ptr null, ptr @main.count }, { ptr, ptr } { ptr null, ptr @main.half }, { ptr, ptr } { ptr null, ptr @"main.init$1" }, { ptr, ptr } { ptr null, ptr @"(*main.bpfCoreSock).set$thunk" }, [3 x i32] zeroinitializer, i8 5, %runtime._string { ptr @"main$string", i64 5 }, [2 x i64] [i64 1, i64 2] }, section ".struct_ops.link", align 8, !dbg !0
@"main$string" = internal unnamed_addr constant [5 x i8] c"first", align 1, !dbg !35
@main.second = internal global %main.bpfCoreTcpCongestionOps { { ptr, ptr } zeroinitializer, { ptr, ptr } zeroinitializer, { ptr, ptr } { ptr null, ptr @main.half }, { ptr, ptr } zeroinitializer, { ptr, ptr } zeroinitializer, [3 x i32] zeroinitializer, i8 0, %runtime._string zeroinitializer, [2 x i64] zeroinitializer }, section "?.struct_ops", align 8, !dbg !40
@main.number = internal global i32 0, align 4, !dbg !42

; Function Attrs: noinline nounwind
define internal i32 @main.half(ptr %sk, ptr %context) unnamed_addr #0 section "struct_ops.s/half" !dbg !51 {
entry:
    #dbg_value(ptr %sk, !59, !DIExpression(), !61)
  %0 = load i32, ptr @main.number, align 4, !dbg !62
    #dbg_value(i32 %0, !60, !DIExpression(), !62)
  ret i32 %0, !dbg !63
}

; Function Attrs: nounwind
define internal void @main.count(ptr %sk, ptr %context) unnamed_addr #1 !dbg !64 {
entry:
    #dbg_value(ptr %sk, !66, !DIExpression(), !68)
  %0 = load i32, ptr @main.number, align 4, !dbg !69
  %1 = add i32 %0, 1, !dbg !69
  store i32 %1, ptr @main.number, align 4, !dbg !69
    #dbg_value(i32 %1, !67, !DIExpression(), !69)
  ret void, !dbg !70
}

; Function Attrs: nounwind
define internal void @"main.init$1"(ptr %sk, i32 %ack, i1 %last, ptr %context) unnamed_addr #1 !dbg !71 {
entry:
    #dbg_value(ptr %sk, !76, !DIExpression(), !79)
    #dbg_value(i32 %ack, !77, !DIExpression(), !79)
    #dbg_value(i1 %last, !78, !DIExpression(), !79)
    #dbg_value(i32 %ack, !77, !DIExpression(), !80)
    #dbg_value(i1 %last, !78, !DIExpression(), !81)
  call void @main.avoid(i32 %ack, i1 %last, ptr undef), !dbg !82
  ret void, !dbg !83
}

; Function Attrs: nounwind
define internal void @"(*main.bpfCoreSock).set$thunk"(ptr %sk, i8 %state, ptr %context) unnamed_addr #1 {
entry:
  call void @"(*main.bpfCoreSock).set"(ptr %sk, i8 %state, ptr undef)
  ret void
}

; Function Attrs: nounwind
define internal void @"(*main.bpfCoreSock).set"(ptr %sk, i8 %state, ptr %context) unnamed_addr #1 !dbg !84 {
entry:
    #dbg_value(ptr %sk, !88, !DIExpression(), !91)
    #dbg_value(i8 %state, !89, !DIExpression(), !91)
    #dbg_value(i8 %state, !89, !DIExpression(), !92)
  %0 = zext i8 %state to i32, !dbg !93
  store i32 %0, ptr @main.number, align 4, !dbg !94
    #dbg_value(i32 %0, !90, !DIExpression(), !94)
  ret void, !dbg !95
}

; Function Attrs: nounwind
define internal void @main.avoid(i32 %ack, i1 %last, ptr %context) unnamed_addr #1 !dbg !96 {
entry:
    #dbg_value(i32 %ack, !100, !DIExpression(), !103)
    #dbg_value(i1 %last, !101, !DIExpression(), !103)
    #dbg_value(i1 %last, !101, !DIExpression(), !104)
  br i1 %last, label %if.then, label %if.done, !dbg !105

if.then:                                          ; preds = %entry
    #dbg_value(i32 %ack, !100, !DIExpression(), !106)
  store i32 %ack, ptr @main.number, align 4, !dbg !107
    #dbg_value(i32 %ack, !102, !DIExpression(), !107)
  br label %if.done, !dbg !105

if.done:                                          ; preds = %if.then, %entry
  ret void, !dbg !108
}

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }

!llvm.dbg.cu = !{!44}
!llvm.ident = !{!47, !47, !47, !47}
!llvm.module.flags = !{!48, !49, !50}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.first", linkageName: "main.first", scope: !2, file: !2, line: 20, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/probe")
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreTcpCongestionOps", baseType: !4)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 1024, align: 64, elements: !5)
!5 = !{!6, !12, !13, !14, !15, !16, !21, !23, !30}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "Init", baseType: !7, size: 128, align: 64)
!7 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !8)
!8 = !{!9, !11}
!9 = !DIDerivedType(tag: DW_TAG_member, name: "context", baseType: !10, size: 64, align: 64)
!10 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "fn", baseType: !10, size: 64, align: 64, offset: 64)
!12 = !DIDerivedType(tag: DW_TAG_member, name: "Release", baseType: !7, size: 128, align: 64, offset: 128)
!13 = !DIDerivedType(tag: DW_TAG_member, name: "Ssthresh", baseType: !7, size: 128, align: 64, offset: 256)
!14 = !DIDerivedType(tag: DW_TAG_member, name: "CongAvoid", baseType: !7, size: 128, align: 64, offset: 384)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "SetState", baseType: !7, size: 128, align: 64, offset: 512)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !17, size: 96, align: 32, offset: 640)
!17 = !DICompositeType(tag: DW_TAG_array_type, baseType: !18, size: 96, align: 32, elements: !19)
!18 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!19 = !{!20}
!20 = !DISubrange(count: 3, lowerBound: 0)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "Flags", baseType: !22, size: 8, align: 8, offset: 736)
!22 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!23 = !DIDerivedType(tag: DW_TAG_member, name: "Name", baseType: !24, size: 128, align: 64, offset: 768)
!24 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !25)
!25 = !{!26, !28}
!26 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !27, size: 64, align: 64)
!27 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !22, size: 64, align: 64, dwarfAddressSpace: 0)
!28 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !29, size: 64, align: 64, offset: 64)
!29 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "Other", baseType: !31, size: 128, align: 64, offset: 896)
!31 = !DICompositeType(tag: DW_TAG_array_type, baseType: !32, size: 128, align: 64, elements: !33)
!32 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!33 = !{!34}
!34 = !DISubrange(count: 2, lowerBound: 0)
!35 = !DIGlobalVariableExpression(var: !36, expr: !DIExpression())
!36 = distinct !DIGlobalVariable(scope: null, file: !2, line: 27, type: !37, isLocal: true, isDefinition: true)
!37 = !DICompositeType(tag: DW_TAG_array_type, baseType: !22, size: 40, align: 8, elements: !38)
!38 = !{!39}
!39 = !DISubrange(count: 5, lowerBound: 0)
!40 = !DIGlobalVariableExpression(var: !41, expr: !DIExpression())
!41 = distinct !DIGlobalVariable(name: "main.second", linkageName: "main.second", scope: !2, file: !2, line: 32, type: !3, isLocal: false, isDefinition: true, align: 64)
!42 = !DIGlobalVariableExpression(var: !43, expr: !DIExpression())
!43 = distinct !DIGlobalVariable(name: "main.number", linkageName: "main.number", scope: !2, file: !2, line: 34, type: !18, isLocal: false, isDefinition: true, align: 32)
!44 = distinct !DICompileUnit(language: DW_LANG_C99, file: !45, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !46)
!45 = !DIFile(filename: "<unknown>", directory: "")
!46 = !{!0, !35, !40, !42}
!47 = !{!"TinyGo version 0.40.1"}
!48 = !{i32 2, !"Debug Info Version", i32 3}
!49 = !{i32 7, !"Dwarf Version", i32 4}
!50 = !{i32 1, !"target-abi", !"lp64"}
!51 = distinct !DISubprogram(name: "main.half", linkageName: "main.half", scope: !2, file: !2, line: 39, type: !52, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !58)
!52 = !DISubroutineType(types: !53)
!53 = !{!54}
!54 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !55, size: 64, align: 64, dwarfAddressSpace: 0)
!55 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreSock", baseType: !56)
!56 = !DICompositeType(tag: DW_TAG_structure_type, align: 8, elements: !57)
!57 = !{}
!58 = !{!59, !60}
!59 = !DILocalVariable(name: "sk", arg: 1, scope: !51, file: !2, line: 39, type: !54)
!60 = !DILocalVariable(name: "number", scope: !51, file: !2, line: 34, type: !18)
!61 = !DILocation(line: 39, column: 6, scope: !51)
!62 = !DILocation(line: 39, column: 44, scope: !51)
!63 = !DILocation(line: 39, column: 37, scope: !51)
!64 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !2, file: !2, line: 36, type: !52, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !65)
!65 = !{!66, !67}
!66 = !DILocalVariable(name: "sk", arg: 1, scope: !64, file: !2, line: 36, type: !54)
!67 = !DILocalVariable(name: "number", scope: !64, file: !2, line: 34, type: !18)
!68 = !DILocation(line: 36, column: 6, scope: !64)
!69 = !DILocation(line: 36, column: 31, scope: !64)
!70 = !DILocation(line: 36, column: 41, scope: !64)
!71 = distinct !DISubprogram(name: "main.init$1", linkageName: "main.init$1", scope: !2, file: !2, line: 24, type: !72, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !75)
!72 = !DISubroutineType(types: !73)
!73 = !{!54, !18, !74}
!74 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!75 = !{!76, !77, !78}
!76 = !DILocalVariable(name: "sk", arg: 1, scope: !71, file: !2, line: 24, type: !54)
!77 = !DILocalVariable(name: "ack", arg: 2, scope: !71, file: !2, line: 24, type: !18)
!78 = !DILocalVariable(name: "last", arg: 3, scope: !71, file: !2, line: 24, type: !74)
!79 = !DILocation(line: 24, column: 13, scope: !71)
!80 = !DILocation(line: 24, column: 66, scope: !71)
!81 = !DILocation(line: 24, column: 71, scope: !71)
!82 = !DILocation(line: 24, column: 65, scope: !71)
!83 = !DILocation(line: 24, column: 78, scope: !71)
!84 = distinct !DISubprogram(name: "(*main.bpfCoreSock).set", linkageName: "(*main.bpfCoreSock).set", scope: !2, file: !2, line: 47, type: !85, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !87)
!85 = !DISubroutineType(types: !86)
!86 = !{!54, !22}
!87 = !{!88, !89, !90}
!88 = !DILocalVariable(name: "sk", arg: 1, scope: !84, file: !2, line: 47, type: !54)
!89 = !DILocalVariable(name: "state", arg: 2, scope: !84, file: !2, line: 47, type: !22)
!90 = !DILocalVariable(name: "number", scope: !84, file: !2, line: 34, type: !18)
!91 = !DILocation(line: 47, column: 24, scope: !84)
!92 = !DILocation(line: 47, column: 59, scope: !84)
!93 = !DILocation(line: 47, column: 58, scope: !84)
!94 = !DILocation(line: 47, column: 43, scope: !84)
!95 = !DILocation(line: 47, column: 67, scope: !84)
!96 = distinct !DISubprogram(name: "main.avoid", linkageName: "main.avoid", scope: !2, file: !2, line: 41, type: !97, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !99)
!97 = !DISubroutineType(types: !98)
!98 = !{!18, !74}
!99 = !{!100, !101, !102}
!100 = !DILocalVariable(name: "ack", arg: 1, scope: !96, file: !2, line: 41, type: !18)
!101 = !DILocalVariable(name: "last", arg: 2, scope: !96, file: !2, line: 41, type: !74)
!102 = !DILocalVariable(name: "number", scope: !96, file: !2, line: 34, type: !18)
!103 = !DILocation(line: 41, column: 6, scope: !96)
!104 = !DILocation(line: 42, column: 5, scope: !96)
!105 = !DILocation(line: 0, scope: !96)
!106 = !DILocation(line: 43, column: 12, scope: !96)
!107 = !DILocation(line: 43, column: 3, scope: !96)
!108 = !DILocation(line: 45, column: 2, scope: !96)
