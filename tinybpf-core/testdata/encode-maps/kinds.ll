; Map kinds, and key, value and record types from their uses. Real IR of TinyGo 0.40.1, cut after place-data, with helpers by name.
; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32, i32 }
%"example.com/probe/flow.Table" = type { i32, [2 x i16], ptr, [4 x i8], i8, i1, [3 x i8] }
%"main.Pair[uint32, main.Key]" = type { i32, %main.Key }
%main.Key = type { i8, [3 x i8], [4 x i8] }
%runtime._string = type { ptr, i64 }
%main.Val = type { %"internal/task.pseudoAtomic[uint32]", i32, %"main.Pair[uint32, example.com/probe/flow.Table]", double, { i8, i8 } }
%"internal/task.pseudoAtomic[uint32]" = type { i32 }
%"main.Pair[uint32, example.com/probe/flow.Table]" = type { i32, %"example.com/probe/flow.Table" }

@flow_Limit = dso_local global i32 9, align 4, !dbg !0
@main.table = dso_local global %main.bpfMapDef { i32 1, i32 8, i32 64, i32 16, i32 0, i32 0 }, align 4, !dbg !4
@main.arr = dso_local global %main.bpfMapDef { i32 2, i32 4, i32 8, i32 4, i32 1024, i32 0 }, align 4, !dbg !16
@main.rb = dso_local global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0, i32 0 }, align 4, !dbg !18
@main.perf = dso_local global %main.bpfMapDef { i32 4, i32 4, i32 4, i32 0, i32 0, i32 0 }, align 4, !dbg !20
@verdict = dso_local global i32 2, align 4, !dbg !22
@flows = dso_local global %"example.com/probe/flow.Table" zeroinitializer, align 8, !dbg !26
@pairs = dso_local global [2 x %"main.Pair[uint32, main.Key]"] zeroinitializer, align 4, !dbg !53
@"main$string" = private constant [5 x i8] c"hello", align 1, !dbg !67
@_license = global [4 x i8] c"GPL\00", section "license", align 1

; Function Attrs: noinline nounwind
define internal i32 @"(*example.com/probe/flow.Table).Get"(ptr nonnull %t, i32 %i, ptr nonnull %name.data, i64 %name.len, ptr %context) #0 !dbg !106 {
entry:
    #dbg_value(ptr %t, !121, !DIExpression(), !125)
    #dbg_value(i32 %i, !122, !DIExpression(), !125)
    #dbg_value(ptr %name.data, !123, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !125)
    #dbg_value(i64 %name.len, !123, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !125)
    #dbg_value(%runtime._string poison, !123, !DIExpression(), !126)
  %0 = icmp sgt i64 %name.len, 3, !dbg !127
    #dbg_value(ptr %t, !121, !DIExpression(), !128)
    #dbg_value(ptr %t, !121, !DIExpression(), !129)
  br i1 %0, label %deref.next, label %gep.next2, !dbg !130

common.ret:                                       ; preds = %gep.next2, %deref.next
  %common.ret.op = phi i32 [ %2, %deref.next ], [ %8, %gep.next2 ]
  ret i32 %common.ret.op, !dbg !130

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %t, align 4, !dbg !131
    #dbg_value(i32 %i, !122, !DIExpression(), !132)
  %2 = add i32 %1, %i, !dbg !133
  br label %common.ret, !dbg !134

gep.next2:                                        ; preds = %entry
  %3 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !135
  %4 = load i8, ptr %3, align 1, !dbg !135
  %5 = zext i8 %4 to i32, !dbg !136
    #dbg_value(i32 %i, !122, !DIExpression(), !137)
  %6 = add i32 %5, %i, !dbg !138
  %7 = load i32, ptr @flow_Limit, align 4, !dbg !139
    #dbg_value(i32 %7, !124, !DIExpression(), !139)
  %8 = add i32 %6, %7, !dbg !140
  br label %common.ret, !dbg !141
}

; Function Attrs: noinline nounwind
define internal i1 @main.count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !142 {
entry:
  %idx = alloca [4 x i8], align 8
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !151
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !151
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !151
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !151
    #dbg_value(i8 %k.Proto, !147, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !151)
    #dbg_value([3 x i8] %k._, !147, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !151)
    #dbg_value([4 x i8] %k.Addr, !147, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !151)
    #dbg_value(i64 %n, !148, !DIExpression(), !151)
  store %main.Key %2, ptr %k, align 1, !dbg !152
    #dbg_value(i64 %n, !148, !DIExpression(), !153)
  %3 = load i8, ptr %k, align 1, !dbg !154
  %4 = zext i8 %3 to i64, !dbg !155
  %5 = add i64 %n, %4, !dbg !156
  store i64 %5, ptr %v, align 8, !dbg !157
    #dbg_value(i64 %5, !149, !DIExpression(), !157)
  store i32 0, ptr %idx, align 4, !dbg !158
    #dbg_value(i32 0, !150, !DIExpression(), !158)
  %6 = call i64 @main.bpfMapUpdateElem(ptr @main.arr, ptr %idx, ptr %v, i64 0) #1, !dbg !159
    #dbg_value(i64 %n, !148, !DIExpression(), !160)
  %7 = icmp ugt i64 %n, 4, !dbg !161
  ret i1 %7, !dbg !162
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull %ctx) #0 section "xdp" !dbg !163 {
entry:
  %e = alloca [8 x i8], align 8
  %key = alloca [8 x i8], align 8
    #dbg_value(ptr %ctx, !177, !DIExpression(), !207)
  store i8 6, ptr %key, align 1, !dbg !208
  %0 = call ptr @main.bpfMapLookupElem(ptr @main.table, ptr %key) #2, !dbg !209
    #dbg_value(ptr %0, !178, !DIExpression(), !210)
    #dbg_value(ptr %0, !178, !DIExpression(), !211)
  %1 = icmp eq ptr %0, null, !dbg !212
  br i1 %1, label %if.then, label %if.done, !dbg !213

common.ret:                                       ; preds = %store.next8, %if.then
  %common.ret.op = phi i32 [ %2, %if.then ], [ %19, %store.next8 ]
  ret i32 %common.ret.op, !dbg !213

if.then:                                          ; preds = %entry
  %2 = load i32, ptr @verdict, align 4, !dbg !214
    #dbg_value(i32 %2, !201, !DIExpression(), !214)
  br label %common.ret, !dbg !215

if.done:                                          ; preds = %entry
    #dbg_value(ptr %0, !178, !DIExpression(), !216)
  %3 = getelementptr inbounds %main.Val, ptr %0, i32 0, i32 1, !dbg !217
  %4 = load i32, ptr %3, align 4, !dbg !217
  %5 = add i32 %4, 1, !dbg !216
  store i32 %5, ptr %3, align 4, !dbg !217
    #dbg_value(i32 %5, !202, !DIExpression(), !217)
  %6 = load %main.Key, ptr %key, align 1, !dbg !218
    #dbg_value(%main.Key %6, !203, !DIExpression(), !218)
    #dbg_value(ptr %0, !178, !DIExpression(), !219)
  %7 = zext i32 %5 to i64, !dbg !220
  %8 = extractvalue %main.Key %6, 0, !dbg !221
  %9 = extractvalue %main.Key %6, 1, !dbg !221
  %10 = extractvalue %main.Key %6, 2, !dbg !221
  %11 = call i1 @main.count(i8 %8, [3 x i8] %9, [4 x i8] %10, i64 %7, ptr undef), !dbg !221
  br i1 %11, label %if.then1, label %store.next8, !dbg !213

if.then1:                                         ; preds = %if.done
  %12 = call i32 @"(*example.com/probe/flow.Table).Get"(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !222
  store i32 %12, ptr @flows, align 4, !dbg !223
    #dbg_value(i32 %12, !204, !DIExpression(), !223)
  br label %store.next8, !dbg !213

store.next8:                                      ; preds = %if.done, %if.then1
  store i8 3, ptr %e, align 1, !dbg !224
    #dbg_value(i8 3, !205, !DIExpression(), !224)
  %13 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 2, !dbg !225
  %14 = getelementptr inbounds [4 x i8], ptr %13, i32 0, i64 1, !dbg !226
  store i8 9, ptr %14, align 1, !dbg !226
  %15 = call i64 @main.bpfRingbufOutput(ptr @main.rb, ptr %e, i64 8, i64 0) #2, !dbg !227
    #dbg_value(ptr %ctx, !177, !DIExpression(), !228)
  %16 = call i64 @main.bpfPerfEventOutput(ptr %ctx, ptr @main.perf, i64 4294967295, ptr %e, i64 8) #3, !dbg !229
  %17 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !230
  %18 = add i32 %17, 1, !dbg !231
  store i32 %18, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !230
    #dbg_value(i32 %18, !206, !DIExpression(), !230)
  %19 = load i32, ptr @verdict, align 4, !dbg !232
    #dbg_value(i32 %19, !201, !DIExpression(), !232)
  br label %common.ret, !dbg !233
}

declare ptr @main.bpfMapLookupElem(ptr, ptr)
declare i64 @main.bpfMapUpdateElem(ptr, ptr, ptr, i64)
declare i64 @main.bpfPerfEventOutput(ptr, ptr, i64, ptr, i64)
declare i64 @main.bpfRingbufOutput(ptr, ptr, i64, i64)

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }
attributes #2 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #3 = { nounwind willreturn memory(read, argmem: readwrite, inaccessiblemem: readwrite) }

!llvm.dbg.cu = !{!72, !75, !77}
!llvm.ident = !{!102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102}
!llvm.module.flags = !{!103, !104, !105}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "example.com/probe/flow.Limit", linkageName: "example.com/probe/flow.Limit", scope: !2, file: !2, line: 15, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!3 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(name: "main.table", linkageName: "main.table", scope: !6, file: !6, line: 40, type: !7, isLocal: false, isDefinition: true, align: 32)
!6 = !DIFile(filename: "main.go", directory: "/src/probe")
!7 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfMapDef", baseType: !8)
!8 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !9)
!9 = !{!10, !11, !12, !13, !14, !15}
!10 = !DIDerivedType(tag: DW_TAG_member, name: "Type", baseType: !3, size: 32, align: 32)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "KeySize", baseType: !3, size: 32, align: 32, offset: 32)
!12 = !DIDerivedType(tag: DW_TAG_member, name: "ValueSize", baseType: !3, size: 32, align: 32, offset: 64)
!13 = !DIDerivedType(tag: DW_TAG_member, name: "MaxEntries", baseType: !3, size: 32, align: 32, offset: 96)
!14 = !DIDerivedType(tag: DW_TAG_member, name: "MapFlags", baseType: !3, size: 32, align: 32, offset: 128)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Pinning", baseType: !3, size: 32, align: 32, offset: 160)
!16 = !DIGlobalVariableExpression(var: !17, expr: !DIExpression())
!17 = distinct !DIGlobalVariable(name: "main.arr", linkageName: "main.arr", scope: !6, file: !6, line: 41, type: !7, isLocal: false, isDefinition: true, align: 32)
!18 = !DIGlobalVariableExpression(var: !19, expr: !DIExpression())
!19 = distinct !DIGlobalVariable(name: "main.rb", linkageName: "main.rb", scope: !6, file: !6, line: 42, type: !7, isLocal: false, isDefinition: true, align: 32)
!20 = !DIGlobalVariableExpression(var: !21, expr: !DIExpression())
!21 = distinct !DIGlobalVariable(name: "main.perf", linkageName: "main.perf", scope: !6, file: !6, line: 43, type: !7, isLocal: false, isDefinition: true, align: 32)
!22 = !DIGlobalVariableExpression(var: !23, expr: !DIExpression())
!23 = distinct !DIGlobalVariable(name: "main.verdict", linkageName: "main.verdict", scope: !6, file: !6, line: 45, type: !24, isLocal: false, isDefinition: true, align: 32)
!24 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Verdict", baseType: !25)
!25 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!26 = !DIGlobalVariableExpression(var: !27, expr: !DIExpression())
!27 = distinct !DIGlobalVariable(name: "main.flows", linkageName: "main.flows", scope: !6, file: !6, line: 46, type: !28, isLocal: false, isDefinition: true, align: 64)
!28 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !29)
!29 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !30)
!30 = !{!31, !32, !37, !39, !44, !47, !49}
!31 = !DIDerivedType(tag: DW_TAG_member, name: "Size", baseType: !3, size: 32, align: 32)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", baseType: !33, size: 32, align: 16, offset: 32)
!33 = !DICompositeType(tag: DW_TAG_array_type, baseType: !34, size: 32, align: 16, elements: !35)
!34 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!35 = !{!36}
!36 = !DISubrange(count: 2, lowerBound: 0)
!37 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !38, size: 64, align: 64, offset: 64)
!38 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !28, size: 64, align: 64, dwarfAddressSpace: 0)
!39 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !40, size: 32, align: 8, offset: 128)
!40 = !DICompositeType(tag: DW_TAG_array_type, baseType: !41, size: 32, align: 8, elements: !42)
!41 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!42 = !{!43}
!43 = !DISubrange(count: 4, lowerBound: 0)
!44 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", baseType: !45, size: 8, align: 8, offset: 160)
!45 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Mode", baseType: !46)
!46 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!47 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", baseType: !48, size: 8, align: 8, offset: 168)
!48 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!49 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !50, size: 24, align: 8, offset: 176)
!50 = !DICompositeType(tag: DW_TAG_array_type, baseType: !41, size: 24, align: 8, elements: !51)
!51 = !{!52}
!52 = !DISubrange(count: 3, lowerBound: 0)
!53 = !DIGlobalVariableExpression(var: !54, expr: !DIExpression())
!54 = distinct !DIGlobalVariable(name: "main.pairs", linkageName: "main.pairs", scope: !6, file: !6, line: 47, type: !55, isLocal: false, isDefinition: true, align: 32)
!55 = !DICompositeType(tag: DW_TAG_array_type, baseType: !56, size: 192, align: 32, elements: !35)
!56 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, main.Key]", baseType: !57)
!57 = !DICompositeType(tag: DW_TAG_structure_type, size: 96, align: 32, elements: !58)
!58 = !{!59, !60}
!59 = !DIDerivedType(tag: DW_TAG_member, name: "First", baseType: !3, size: 32, align: 32)
!60 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !61, size: 64, align: 8, offset: 32)
!61 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Key", baseType: !62)
!62 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 8, elements: !63)
!63 = !{!64, !65, !66}
!64 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", baseType: !46, size: 8, align: 8)
!65 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !50, size: 24, align: 8, offset: 8)
!66 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", baseType: !40, size: 32, align: 8, offset: 32)
!67 = !DIGlobalVariableExpression(var: !68, expr: !DIExpression())
!68 = distinct !DIGlobalVariable(scope: null, file: !6, line: 74, type: !69, isLocal: true, isDefinition: true)
!69 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 40, align: 8, elements: !70)
!70 = !{!71}
!71 = !DISubrange(count: 5, lowerBound: 0)
!72 = distinct !DICompileUnit(language: DW_LANG_C99, file: !73, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !74)
!73 = !DIFile(filename: "<unknown>", directory: "")
!74 = !{!0}
!75 = distinct !DICompileUnit(language: DW_LANG_C99, file: !73, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !76)
!76 = !{!4, !16, !18, !20, !22, !26, !53, !67}
!77 = distinct !DICompileUnit(language: DW_LANG_C99, file: !73, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !78)
!78 = !{!79, !85, !88, !93, !98}
!79 = !DIGlobalVariableExpression(var: !80, expr: !DIExpression())
!80 = distinct !DIGlobalVariable(scope: null, file: !81, line: 99, type: !82, isLocal: true, isDefinition: true)
!81 = !DIFile(filename: "panic.go", directory: "/usr/local/tinygo/src/runtime")
!82 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 192, align: 8, elements: !83)
!83 = !{!84}
!84 = !DISubrange(count: 24, lowerBound: 0)
!85 = !DIGlobalVariableExpression(var: !86, expr: !DIExpression())
!86 = distinct !DIGlobalVariable(scope: null, file: !81, line: 101, type: !87, isLocal: true, isDefinition: true)
!87 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 16, align: 8, elements: !35)
!88 = !DIGlobalVariableExpression(var: !89, expr: !DIExpression())
!89 = distinct !DIGlobalVariable(scope: null, file: !81, line: 103, type: !90, isLocal: true, isDefinition: true)
!90 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 176, align: 8, elements: !91)
!91 = !{!92}
!92 = !DISubrange(count: 22, lowerBound: 0)
!93 = !DIGlobalVariableExpression(var: !94, expr: !DIExpression())
!94 = distinct !DIGlobalVariable(scope: null, file: !81, line: 184, type: !95, isLocal: true, isDefinition: true)
!95 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 184, align: 8, elements: !96)
!96 = !{!97}
!97 = !DISubrange(count: 23, lowerBound: 0)
!98 = !DIGlobalVariableExpression(var: !99, expr: !DIExpression())
!99 = distinct !DIGlobalVariable(scope: null, file: !100, line: 373, type: !101, isLocal: true, isDefinition: true)
!100 = !DIFile(filename: "print.go", directory: "/usr/local/tinygo/src/runtime")
!101 = !DICompositeType(tag: DW_TAG_array_type, baseType: !46, size: 24, align: 8, elements: !51)
!102 = !{!"TinyGo version 0.40.1"}
!103 = !{i32 2, !"Debug Info Version", i32 3}
!104 = !{i32 7, !"Dwarf Version", i32 4}
!105 = !{i32 1, !"target-abi", !"lp64"}
!106 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).Get", linkageName: "(*example.com/probe/flow.Table).Get", scope: !2, file: !2, line: 18, type: !107, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !72, retainedNodes: !120)
!107 = !DISubroutineType(types: !108)
!108 = !{!109, !3, !114}
!109 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !110, size: 64, align: 64, dwarfAddressSpace: 0)
!110 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !111)
!111 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !112)
!112 = !{!31, !32, !113, !39, !44, !47, !49}
!113 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !109, size: 64, align: 64, offset: 64)
!114 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !115)
!115 = !{!116, !118}
!116 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !117, size: 64, align: 64)
!117 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !46, size: 64, align: 64, dwarfAddressSpace: 0)
!118 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !119, size: 64, align: 64, offset: 64)
!119 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!120 = !{!121, !122, !123, !124}
!121 = !DILocalVariable(name: "t", arg: 1, scope: !106, file: !2, line: 18, type: !109)
!122 = !DILocalVariable(name: "i", arg: 2, scope: !106, file: !2, line: 18, type: !3)
!123 = !DILocalVariable(name: "name", arg: 3, scope: !106, file: !2, line: 18, type: !114)
!124 = !DILocalVariable(name: "Limit", scope: !106, file: !2, line: 15, type: !3)
!125 = !DILocation(line: 18, column: 17, scope: !106)
!126 = !DILocation(line: 19, column: 9, scope: !106)
!127 = !DILocation(line: 19, column: 15, scope: !106)
!128 = !DILocation(line: 20, column: 10, scope: !106)
!129 = !DILocation(line: 22, column: 16, scope: !106)
!130 = !DILocation(line: 0, scope: !106)
!131 = !DILocation(line: 20, column: 12, scope: !106)
!132 = !DILocation(line: 20, column: 19, scope: !106)
!133 = !DILocation(line: 20, column: 17, scope: !106)
!134 = !DILocation(line: 20, column: 3, scope: !106)
!135 = !DILocation(line: 22, column: 18, scope: !106)
!136 = !DILocation(line: 22, column: 15, scope: !106)
!137 = !DILocation(line: 22, column: 26, scope: !106)
!138 = !DILocation(line: 22, column: 24, scope: !106)
!139 = !DILocation(line: 22, column: 30, scope: !106)
!140 = !DILocation(line: 22, column: 28, scope: !106)
!141 = !DILocation(line: 22, column: 2, scope: !106)
!142 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !6, file: !6, line: 57, type: !143, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !75, retainedNodes: !146)
!143 = !DISubroutineType(types: !144)
!144 = !{!61, !145}
!145 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!146 = !{!147, !148, !149, !150}
!147 = !DILocalVariable(name: "k", arg: 1, scope: !142, file: !6, line: 57, type: !61)
!148 = !DILocalVariable(name: "n", arg: 2, scope: !142, file: !6, line: 57, type: !145)
!149 = !DILocalVariable(name: "v", scope: !142, file: !6, line: 58, type: !145)
!150 = !DILocalVariable(name: "idx", scope: !142, file: !6, line: 59, type: !3)
!151 = !DILocation(line: 57, column: 6, scope: !142)
!152 = !DILocation(line: 57, column: 12, scope: !142)
!153 = !DILocation(line: 58, column: 7, scope: !142)
!154 = !DILocation(line: 58, column: 20, scope: !142)
!155 = !DILocation(line: 58, column: 17, scope: !142)
!156 = !DILocation(line: 58, column: 9, scope: !142)
!157 = !DILocation(line: 58, column: 2, scope: !142)
!158 = !DILocation(line: 59, column: 2, scope: !142)
!159 = !DILocation(line: 60, column: 18, scope: !142)
!160 = !DILocation(line: 61, column: 9, scope: !142)
!161 = !DILocation(line: 61, column: 11, scope: !142)
!162 = !DILocation(line: 61, column: 2, scope: !142)
!163 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !6, file: !6, line: 66, type: !164, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !75, retainedNodes: !176)
!164 = !DISubroutineType(types: !165)
!165 = !{!166}
!166 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !167, size: 64, align: 64, dwarfAddressSpace: 0)
!167 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !168)
!168 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !169)
!169 = !{!170, !171, !172, !173, !174, !175}
!170 = !DIDerivedType(tag: DW_TAG_member, name: "Data", baseType: !3, size: 32, align: 32)
!171 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", baseType: !3, size: 32, align: 32, offset: 32)
!172 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", baseType: !3, size: 32, align: 32, offset: 64)
!173 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", baseType: !3, size: 32, align: 32, offset: 96)
!174 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", baseType: !3, size: 32, align: 32, offset: 128)
!175 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", baseType: !3, size: 32, align: 32, offset: 160)
!176 = !{!177, !178, !201, !202, !203, !204, !205, !206}
!177 = !DILocalVariable(name: "ctx", arg: 1, scope: !163, file: !6, line: 66, type: !166)
!178 = !DILocalVariable(name: "v", scope: !163, file: !6, line: 68, type: !179)
!179 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !180, size: 64, align: 64, dwarfAddressSpace: 0)
!180 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !181)
!181 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !182)
!182 = !{!183, !188, !189, !194, !196}
!183 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !184, size: 32, align: 32)
!184 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !185)
!185 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !186)
!186 = !{!187}
!187 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!188 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!189 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !190, size: 320, align: 64, offset: 64)
!190 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !191)
!191 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !192)
!192 = !{!59, !193}
!193 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !28, size: 256, align: 64, offset: 64)
!194 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !195, size: 64, align: 64, offset: 384)
!195 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!196 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !197, size: 16, align: 8, offset: 448)
!197 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !198)
!198 = !{!199, !200}
!199 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !46, size: 8, align: 8)
!200 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !46, size: 8, align: 8, offset: 8)
!201 = !DILocalVariable(name: "verdict", scope: !163, file: !6, line: 45, type: !24)
!202 = !DILocalVariable(name: "Count", scope: !163, file: !6, line: 30, type: !3)
!203 = !DILocalVariable(name: "key", scope: !163, file: !6, line: 67, type: !61)
!204 = !DILocalVariable(name: "Size", scope: !163, file: !2, line: 4, type: !3)
!205 = !DILocalVariable(name: "Proto", scope: !163, file: !6, line: 23, type: !46)
!206 = !DILocalVariable(name: "First", scope: !163, file: !6, line: 18, type: !3)
!207 = !DILocation(line: 66, column: 6, scope: !163)
!208 = !DILocation(line: 67, column: 18, scope: !163)
!209 = !DILocation(line: 68, column: 30, scope: !163)
!210 = !DILocation(line: 68, column: 2, scope: !163)
!211 = !DILocation(line: 69, column: 5, scope: !163)
!212 = !DILocation(line: 69, column: 7, scope: !163)
!213 = !DILocation(line: 0, scope: !163)
!214 = !DILocation(line: 70, column: 16, scope: !163)
!215 = !DILocation(line: 70, column: 3, scope: !163)
!216 = !DILocation(line: 72, column: 2, scope: !163)
!217 = !DILocation(line: 72, column: 4, scope: !163)
!218 = !DILocation(line: 73, column: 11, scope: !163)
!219 = !DILocation(line: 73, column: 23, scope: !163)
!220 = !DILocation(line: 73, column: 22, scope: !163)
!221 = !DILocation(line: 73, column: 10, scope: !163)
!222 = !DILocation(line: 74, column: 25, scope: !163)
!223 = !DILocation(line: 74, column: 9, scope: !163)
!224 = !DILocation(line: 77, column: 4, scope: !163)
!225 = !DILocation(line: 78, column: 4, scope: !163)
!226 = !DILocation(line: 78, column: 8, scope: !163)
!227 = !DILocation(line: 79, column: 18, scope: !163)
!228 = !DILocation(line: 80, column: 36, scope: !163)
!229 = !DILocation(line: 80, column: 20, scope: !163)
!230 = !DILocation(line: 81, column: 11, scope: !163)
!231 = !DILocation(line: 81, column: 2, scope: !163)
!232 = !DILocation(line: 82, column: 15, scope: !163)
!233 = !DILocation(line: 82, column: 2, scope: !163)
