; Map kinds, and key, value and record types from their uses. Real IR of TinyGo 0.40.1, cut after place-data.
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
define internal i32 @"(*example.com/probe/flow.Table).Get"(ptr dereferenceable_or_null(32) %t, i32 %i, ptr %name.data, i64 %name.len, ptr %context) #0 !dbg !81 {
entry:
    #dbg_value(ptr %t, !96, !DIExpression(), !100)
    #dbg_value(i32 %i, !97, !DIExpression(), !100)
  %0 = insertvalue %runtime._string zeroinitializer, ptr %name.data, 0, !dbg !100
  %1 = insertvalue %runtime._string %0, i64 %name.len, 1, !dbg !100
    #dbg_value(ptr %name.data, !98, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !100)
    #dbg_value(i64 %name.len, !98, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !100)
    #dbg_value(%runtime._string %1, !98, !DIExpression(), !101)
  %len = extractvalue %runtime._string %1, 1, !dbg !102
  %2 = icmp sgt i64 %len, 3, !dbg !103
  br i1 %2, label %if.then, label %if.done, !dbg !104

if.then:                                          ; preds = %entry
    #dbg_value(ptr %t, !96, !DIExpression(), !105)
  %3 = icmp eq ptr %t, null, !dbg !106
  br i1 %3, label %gep.throw, label %gep.next, !dbg !106

gep.next:                                         ; preds = %if.then
  %4 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 0, !dbg !106
  %5 = icmp eq ptr %4, null, !dbg !106
  br i1 %5, label %deref.throw, label %deref.next, !dbg !106

deref.next:                                       ; preds = %gep.next
  %6 = load i32, ptr %4, align 4, !dbg !106
    #dbg_value(i32 %i, !97, !DIExpression(), !107)
  %7 = add i32 %6, %i, !dbg !108
  ret i32 %7, !dbg !109

if.done:                                          ; preds = %entry
    #dbg_value(ptr %t, !96, !DIExpression(), !110)
  %8 = icmp eq ptr %t, null, !dbg !111
  br i1 %8, label %gep.throw1, label %gep.next2, !dbg !111

gep.next2:                                        ; preds = %if.done
  %9 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !111
  %10 = icmp eq ptr %9, null, !dbg !111
  br i1 %10, label %deref.throw3, label %deref.next4, !dbg !111

deref.next4:                                      ; preds = %gep.next2
  %11 = load i8, ptr %9, align 1, !dbg !111
  %12 = zext i8 %11 to i32, !dbg !112
    #dbg_value(i32 %i, !97, !DIExpression(), !113)
  %13 = add i32 %12, %i, !dbg !114
  %14 = load i32, ptr @flow_Limit, align 4, !dbg !115
    #dbg_value(i32 %14, !99, !DIExpression(), !115)
  %15 = add i32 %13, %14, !dbg !116
  ret i32 %15, !dbg !117

gep.throw:                                        ; preds = %if.then
  unreachable, !dbg !106

deref.throw:                                      ; preds = %gep.next
  unreachable, !dbg !106

gep.throw1:                                       ; preds = %if.done
  unreachable, !dbg !111

deref.throw3:                                     ; preds = %gep.next2
  unreachable, !dbg !111
}

; Function Attrs: noinline nounwind
define internal i1 @main.count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !118 {
entry:
  %idx = alloca [4 x i8], align 4
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !127
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !127
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !127
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !127
    #dbg_value(i8 %k.Proto, !123, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !127)
    #dbg_value([3 x i8] %k._, !123, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !127)
    #dbg_value([4 x i8] %k.Addr, !123, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !127)
    #dbg_value(i64 %n, !124, !DIExpression(), !127)
  store %main.Key zeroinitializer, ptr %k, align 1, !dbg !127
  store %main.Key %2, ptr %k, align 1, !dbg !128
    #dbg_value(i64 %n, !124, !DIExpression(), !129)
  %3 = getelementptr inbounds %main.Key, ptr %k, i32 0, i32 0, !dbg !130
  %4 = icmp eq ptr %3, null, !dbg !130
  br i1 %4, label %deref.throw, label %deref.next, !dbg !130

deref.next:                                       ; preds = %entry
  %5 = load i8, ptr %3, align 1, !dbg !130
  %6 = zext i8 %5 to i64, !dbg !131
  %7 = add i64 %n, %6, !dbg !132
  store i64 %7, ptr %v, align 8, !dbg !133
    #dbg_value(i64 %7, !125, !DIExpression(), !133)
  store i32 0, ptr %idx, align 4, !dbg !134
    #dbg_value(i32 0, !126, !DIExpression(), !134)
  %8 = call i64 inttoptr (i64 2 to ptr)(ptr @main.arr, ptr %idx, ptr %v, i64 0), !dbg !135
    #dbg_value(i64 %n, !124, !DIExpression(), !136)
  %9 = icmp ugt i64 %n, 4, !dbg !137
  ret i1 %9, !dbg !138

deref.throw:                                      ; preds = %entry
  unreachable, !dbg !130
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr dereferenceable_or_null(24) %ctx) #0 section "xdp" !dbg !139 {
entry:
  %e = alloca [8 x i8], align 1
  %key = alloca [8 x i8], align 1
    #dbg_value(ptr %ctx, !153, !DIExpression(), !183)
  %0 = getelementptr inbounds %main.Key, ptr %key, i32 0, i32 0, !dbg !184
  %1 = icmp eq ptr %0, null, !dbg !184
  br i1 %1, label %store.throw, label %store.next, !dbg !184

store.next:                                       ; preds = %entry
  store i8 6, ptr %0, align 1, !dbg !184
  %2 = call ptr inttoptr (i64 1 to ptr)(ptr @main.table, ptr %key), !dbg !185
    #dbg_value(ptr %2, !154, !DIExpression(), !186)
    #dbg_value(ptr %2, !154, !DIExpression(), !187)
  %3 = icmp eq ptr %2, null, !dbg !188
  br i1 %3, label %if.then, label %if.done, !dbg !189

if.then:                                          ; preds = %store.next
  %4 = load i32, ptr @verdict, align 4, !dbg !190
    #dbg_value(i32 %4, !177, !DIExpression(), !190)
  ret i32 %4, !dbg !191

if.done:                                          ; preds = %store.next
    #dbg_value(ptr %2, !154, !DIExpression(), !192)
  %5 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !193
  %6 = icmp eq ptr %5, null, !dbg !193
  br i1 %6, label %deref.throw, label %deref.next, !dbg !193

deref.next:                                       ; preds = %if.done
  %7 = load i32, ptr %5, align 4, !dbg !193
  %8 = add i32 %7, 1, !dbg !192
  %9 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !193
  %10 = icmp eq ptr %9, null, !dbg !193
  br i1 %10, label %store.throw3, label %store.next4, !dbg !193

store.next4:                                      ; preds = %deref.next
  store i32 %8, ptr %9, align 4, !dbg !193
    #dbg_value(i32 %8, !178, !DIExpression(), !193)
  %11 = load %main.Key, ptr %key, align 1, !dbg !194
    #dbg_value(%main.Key %11, !179, !DIExpression(), !194)
    #dbg_value(ptr %2, !154, !DIExpression(), !195)
  %12 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !196
  %13 = icmp eq ptr %12, null, !dbg !196
  br i1 %13, label %deref.throw5, label %deref.next6, !dbg !196

deref.next6:                                      ; preds = %store.next4
  %14 = load i32, ptr %12, align 4, !dbg !196
  %15 = zext i32 %14 to i64, !dbg !197
  %16 = extractvalue %main.Key %11, 0, !dbg !198
  %17 = extractvalue %main.Key %11, 1, !dbg !198
  %18 = extractvalue %main.Key %11, 2, !dbg !198
  %19 = call i1 @main.count(i8 %16, [3 x i8] %17, [4 x i8] %18, i64 %15, ptr undef), !dbg !198
  br i1 %19, label %if.then1, label %if.done2, !dbg !189

if.then1:                                         ; preds = %deref.next6
  %20 = call i32 @"(*example.com/probe/flow.Table).Get"(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !199
  store i32 %20, ptr @flows, align 4, !dbg !200
    #dbg_value(i32 %20, !180, !DIExpression(), !200)
  br label %if.done2, !dbg !189

if.done2:                                         ; preds = %if.then1, %deref.next6
  %21 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 0, !dbg !201
  %22 = icmp eq ptr %21, null, !dbg !201
  br i1 %22, label %store.throw7, label %store.next8, !dbg !201

store.next8:                                      ; preds = %if.done2
  store i8 3, ptr %21, align 1, !dbg !201
    #dbg_value(i8 3, !181, !DIExpression(), !201)
  %23 = call i64 inttoptr (i64 130 to ptr)(ptr @main.rb, ptr %e, i64 8, i64 0), !dbg !202
    #dbg_value(ptr %ctx, !153, !DIExpression(), !203)
  %24 = call i64 inttoptr (i64 25 to ptr)(ptr %ctx, ptr @main.perf, i64 4294967295, ptr %e, i64 8), !dbg !204
  %25 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !205
  %26 = add i32 %25, 1, !dbg !206
  store i32 %26, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !205
    #dbg_value(i32 %26, !182, !DIExpression(), !205)
  %27 = load i32, ptr @verdict, align 4, !dbg !207
    #dbg_value(i32 %27, !177, !DIExpression(), !207)
  ret i32 %27, !dbg !208

store.throw:                                      ; preds = %entry
  unreachable, !dbg !184

deref.throw:                                      ; preds = %if.done
  unreachable, !dbg !193

store.throw3:                                     ; preds = %deref.next
  unreachable, !dbg !193

deref.throw5:                                     ; preds = %store.next4
  unreachable, !dbg !196

store.throw7:                                     ; preds = %if.done2
  unreachable, !dbg !201
}

attributes #0 = { noinline nounwind }

!llvm.dbg.cu = !{!72, !75}
!llvm.ident = !{!77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77, !77}
!llvm.module.flags = !{!78, !79, !80}

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
!77 = !{!"TinyGo version 0.40.1"}
!78 = !{i32 2, !"Debug Info Version", i32 3}
!79 = !{i32 7, !"Dwarf Version", i32 4}
!80 = !{i32 1, !"target-abi", !"lp64"}
!81 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).Get", linkageName: "(*example.com/probe/flow.Table).Get", scope: !2, file: !2, line: 18, type: !82, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !72, retainedNodes: !95)
!82 = !DISubroutineType(types: !83)
!83 = !{!84, !3, !89}
!84 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !85, size: 64, align: 64, dwarfAddressSpace: 0)
!85 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !86)
!86 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !87)
!87 = !{!31, !32, !88, !39, !44, !47, !49}
!88 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !84, size: 64, align: 64, offset: 64)
!89 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !90)
!90 = !{!91, !93}
!91 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !92, size: 64, align: 64)
!92 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !46, size: 64, align: 64, dwarfAddressSpace: 0)
!93 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !94, size: 64, align: 64, offset: 64)
!94 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!95 = !{!96, !97, !98, !99}
!96 = !DILocalVariable(name: "t", arg: 1, scope: !81, file: !2, line: 18, type: !84)
!97 = !DILocalVariable(name: "i", arg: 2, scope: !81, file: !2, line: 18, type: !3)
!98 = !DILocalVariable(name: "name", arg: 3, scope: !81, file: !2, line: 18, type: !89)
!99 = !DILocalVariable(name: "Limit", scope: !81, file: !2, line: 15, type: !3)
!100 = !DILocation(line: 18, column: 17, scope: !81)
!101 = !DILocation(line: 19, column: 9, scope: !81)
!102 = !DILocation(line: 19, column: 8, scope: !81)
!103 = !DILocation(line: 19, column: 15, scope: !81)
!104 = !DILocation(line: 0, scope: !81)
!105 = !DILocation(line: 20, column: 10, scope: !81)
!106 = !DILocation(line: 20, column: 12, scope: !81)
!107 = !DILocation(line: 20, column: 19, scope: !81)
!108 = !DILocation(line: 20, column: 17, scope: !81)
!109 = !DILocation(line: 20, column: 3, scope: !81)
!110 = !DILocation(line: 22, column: 16, scope: !81)
!111 = !DILocation(line: 22, column: 18, scope: !81)
!112 = !DILocation(line: 22, column: 15, scope: !81)
!113 = !DILocation(line: 22, column: 26, scope: !81)
!114 = !DILocation(line: 22, column: 24, scope: !81)
!115 = !DILocation(line: 22, column: 30, scope: !81)
!116 = !DILocation(line: 22, column: 28, scope: !81)
!117 = !DILocation(line: 22, column: 2, scope: !81)
!118 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !6, file: !6, line: 57, type: !119, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !75, retainedNodes: !122)
!119 = !DISubroutineType(types: !120)
!120 = !{!61, !121}
!121 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!122 = !{!123, !124, !125, !126}
!123 = !DILocalVariable(name: "k", arg: 1, scope: !118, file: !6, line: 57, type: !61)
!124 = !DILocalVariable(name: "n", arg: 2, scope: !118, file: !6, line: 57, type: !121)
!125 = !DILocalVariable(name: "v", scope: !118, file: !6, line: 58, type: !121)
!126 = !DILocalVariable(name: "idx", scope: !118, file: !6, line: 59, type: !3)
!127 = !DILocation(line: 57, column: 6, scope: !118)
!128 = !DILocation(line: 57, column: 12, scope: !118)
!129 = !DILocation(line: 58, column: 7, scope: !118)
!130 = !DILocation(line: 58, column: 20, scope: !118)
!131 = !DILocation(line: 58, column: 17, scope: !118)
!132 = !DILocation(line: 58, column: 9, scope: !118)
!133 = !DILocation(line: 58, column: 2, scope: !118)
!134 = !DILocation(line: 59, column: 2, scope: !118)
!135 = !DILocation(line: 60, column: 18, scope: !118)
!136 = !DILocation(line: 61, column: 9, scope: !118)
!137 = !DILocation(line: 61, column: 11, scope: !118)
!138 = !DILocation(line: 61, column: 2, scope: !118)
!139 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !6, file: !6, line: 66, type: !140, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !75, retainedNodes: !152)
!140 = !DISubroutineType(types: !141)
!141 = !{!142}
!142 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !143, size: 64, align: 64, dwarfAddressSpace: 0)
!143 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !144)
!144 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !145)
!145 = !{!146, !147, !148, !149, !150, !151}
!146 = !DIDerivedType(tag: DW_TAG_member, name: "Data", baseType: !3, size: 32, align: 32)
!147 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", baseType: !3, size: 32, align: 32, offset: 32)
!148 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", baseType: !3, size: 32, align: 32, offset: 64)
!149 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", baseType: !3, size: 32, align: 32, offset: 96)
!150 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", baseType: !3, size: 32, align: 32, offset: 128)
!151 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", baseType: !3, size: 32, align: 32, offset: 160)
!152 = !{!153, !154, !177, !178, !179, !180, !181, !182}
!153 = !DILocalVariable(name: "ctx", arg: 1, scope: !139, file: !6, line: 66, type: !142)
!154 = !DILocalVariable(name: "v", scope: !139, file: !6, line: 68, type: !155)
!155 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !156, size: 64, align: 64, dwarfAddressSpace: 0)
!156 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !157)
!157 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !158)
!158 = !{!159, !164, !165, !170, !172}
!159 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !160, size: 32, align: 32)
!160 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !161)
!161 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !162)
!162 = !{!163}
!163 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!164 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!165 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !166, size: 320, align: 64, offset: 64)
!166 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !167)
!167 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !168)
!168 = !{!59, !169}
!169 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !28, size: 256, align: 64, offset: 64)
!170 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !171, size: 64, align: 64, offset: 384)
!171 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!172 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !173, size: 16, align: 8, offset: 448)
!173 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !174)
!174 = !{!175, !176}
!175 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !46, size: 8, align: 8)
!176 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !46, size: 8, align: 8, offset: 8)
!177 = !DILocalVariable(name: "verdict", scope: !139, file: !6, line: 45, type: !24)
!178 = !DILocalVariable(name: "Count", scope: !139, file: !6, line: 30, type: !3)
!179 = !DILocalVariable(name: "key", scope: !139, file: !6, line: 67, type: !61)
!180 = !DILocalVariable(name: "Size", scope: !139, file: !2, line: 4, type: !3)
!181 = !DILocalVariable(name: "Proto", scope: !139, file: !6, line: 23, type: !46)
!182 = !DILocalVariable(name: "First", scope: !139, file: !6, line: 18, type: !3)
!183 = !DILocation(line: 66, column: 6, scope: !139)
!184 = !DILocation(line: 67, column: 18, scope: !139)
!185 = !DILocation(line: 68, column: 30, scope: !139)
!186 = !DILocation(line: 68, column: 2, scope: !139)
!187 = !DILocation(line: 69, column: 5, scope: !139)
!188 = !DILocation(line: 69, column: 7, scope: !139)
!189 = !DILocation(line: 0, scope: !139)
!190 = !DILocation(line: 70, column: 16, scope: !139)
!191 = !DILocation(line: 70, column: 3, scope: !139)
!192 = !DILocation(line: 72, column: 2, scope: !139)
!193 = !DILocation(line: 72, column: 4, scope: !139)
!194 = !DILocation(line: 73, column: 11, scope: !139)
!195 = !DILocation(line: 73, column: 23, scope: !139)
!196 = !DILocation(line: 73, column: 25, scope: !139)
!197 = !DILocation(line: 73, column: 22, scope: !139)
!198 = !DILocation(line: 73, column: 10, scope: !139)
!199 = !DILocation(line: 74, column: 25, scope: !139)
!200 = !DILocation(line: 74, column: 9, scope: !139)
!201 = !DILocation(line: 77, column: 4, scope: !139)
!202 = !DILocation(line: 78, column: 18, scope: !139)
!203 = !DILocation(line: 79, column: 36, scope: !139)
!204 = !DILocation(line: 79, column: 20, scope: !139)
!205 = !DILocation(line: 80, column: 11, scope: !139)
!206 = !DILocation(line: 80, column: 2, scope: !139)
!207 = !DILocation(line: 81, column: 15, scope: !139)
!208 = !DILocation(line: 81, column: 2, scope: !139)
