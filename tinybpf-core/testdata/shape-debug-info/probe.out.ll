; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%"example.com/probe/flow.Table" = type { i32, [2 x i16], ptr, [4 x i8], i8, i1, [3 x i8] }
%"main.Pair[uint32, main.Key]" = type { i32, %main.Key }
%main.Key = type { i8, [3 x i8], [4 x i8] }
%runtime._string = type { ptr, i64 }
%main.Val = type { %"internal/task.pseudoAtomic[uint32]", i32, %"main.Pair[uint32, example.com/probe/flow.Table]", double, { i8, i8 } }
%"internal/task.pseudoAtomic[uint32]" = type { i32 }
%"main.Pair[uint32, example.com/probe/flow.Table]" = type { i32, %"example.com/probe/flow.Table" }

@flow_Limit = dso_local global i32 9, align 4, !dbg !0
@verdict = dso_local global i32 2, align 4, !dbg !4
@flows = dso_local global %"example.com/probe/flow.Table" zeroinitializer, align 8, !dbg !10
@pairs = dso_local global [2 x %"main.Pair[uint32, main.Key]"] zeroinitializer, align 4, !dbg !36
@"main$string" = private constant [5 x i8] c"hello", align 1
@_license = global [4 x i8] c"GPL\00", section "license", align 1
@table = global { ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !48
@arr = global { ptr, ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !85
@rb = global { ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !105
@perf = global { ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !119

; Function Attrs: noinline nounwind
define internal i32 @flow_Table_Get(ptr nonnull %t, i32 %i, ptr nonnull %name.data, i64 %name.len, ptr %context) #0 !dbg !164 {
entry:
    #dbg_value(ptr %t, !175, !DIExpression(), !192)
    #dbg_value(i32 %i, !193, !DIExpression(), !192)
    #dbg_value(ptr %name.data, !194, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !192)
    #dbg_value(i64 %name.len, !194, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !192)
    #dbg_value(%runtime._string poison, !194, !DIExpression(), !200)
  %0 = icmp sgt i64 %name.len, 3, !dbg !201
    #dbg_value(ptr %t, !175, !DIExpression(), !202)
    #dbg_value(ptr %t, !175, !DIExpression(), !203)
  br i1 %0, label %deref.next, label %gep.next2, !dbg !201

common.ret:                                       ; preds = %gep.next2, %deref.next
  %common.ret.op = phi i32 [ %2, %deref.next ], [ %8, %gep.next2 ]
  ret i32 %common.ret.op, !dbg !204

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %t, align 4, !dbg !205
    #dbg_value(i32 %i, !193, !DIExpression(), !206)
  %2 = add i32 %1, %i, !dbg !207
  br label %common.ret, !dbg !208

gep.next2:                                        ; preds = %entry
  %3 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !209
  %4 = load i8, ptr %3, align 1, !dbg !209
  %5 = zext i8 %4 to i32, !dbg !210
    #dbg_value(i32 %i, !193, !DIExpression(), !211)
  %6 = add i32 %5, %i, !dbg !212
  %7 = load i32, ptr @flow_Limit, align 4, !dbg !213
    #dbg_value(i32 %7, !214, !DIExpression(), !213)
  %8 = add i32 %6, %7, !dbg !215
  br label %common.ret, !dbg !216
}

; Function Attrs: noinline nounwind
define internal i1 @count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !217 {
entry:
  %idx = alloca [4 x i8], align 8
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !226
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !226
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !226
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !226
    #dbg_value(i8 %k.Proto, !227, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !226)
    #dbg_value([3 x i8] %k._, !227, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !226)
    #dbg_value([4 x i8] %k.Addr, !227, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !226)
    #dbg_value(i64 %n, !235, !DIExpression(), !226)
  store %main.Key %2, ptr %k, align 1, !dbg !236
    #dbg_value(i64 %n, !235, !DIExpression(), !237)
  %3 = load i8, ptr %k, align 1, !dbg !238
  %4 = zext i8 %3 to i64, !dbg !239
  %5 = add i64 %n, %4, !dbg !240
  store i64 %5, ptr %v, align 8, !dbg !241
    #dbg_value(i64 %5, !242, !DIExpression(), !241)
  store i32 0, ptr %idx, align 4, !dbg !243
    #dbg_value(i32 0, !244, !DIExpression(), !243)
  %6 = call i64 inttoptr (i64 2 to ptr)(ptr @arr, ptr %idx, ptr %v, i64 0) #1, !dbg !245
    #dbg_value(i64 %n, !235, !DIExpression(), !246)
  %7 = icmp ugt i64 %n, 4, !dbg !247
  ret i1 %7, !dbg !248
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull %ctx) #0 section "xdp" !dbg !249 {
entry:
  %e = alloca [8 x i8], align 8
  %key = alloca [8 x i8], align 8
    #dbg_value(ptr %ctx, !262, !DIExpression(), !298)
  store i8 6, ptr %key, align 1, !dbg !299
  %0 = call ptr inttoptr (i64 1 to ptr)(ptr @table, ptr %key) #2, !dbg !300
    #dbg_value(ptr %0, !263, !DIExpression(), !301)
    #dbg_value(ptr %0, !263, !DIExpression(), !302)
  %1 = icmp eq ptr %0, null, !dbg !303
  br i1 %1, label %if.then, label %if.done, !dbg !303

common.ret:                                       ; preds = %store.next8, %if.then
  %common.ret.op = phi i32 [ %2, %if.then ], [ %19, %store.next8 ]
  ret i32 %common.ret.op, !dbg !304

if.then:                                          ; preds = %entry
  %2 = load i32, ptr @verdict, align 4, !dbg !305
    #dbg_value(i32 %2, !291, !DIExpression(), !305)
  br label %common.ret, !dbg !306

if.done:                                          ; preds = %entry
    #dbg_value(ptr %0, !263, !DIExpression(), !307)
  %3 = getelementptr inbounds %main.Val, ptr %0, i32 0, i32 1, !dbg !308
  %4 = load i32, ptr %3, align 4, !dbg !308
  %5 = add i32 %4, 1, !dbg !307
  store i32 %5, ptr %3, align 4, !dbg !308
    #dbg_value(i32 %5, !293, !DIExpression(), !308)
  %6 = load %main.Key, ptr %key, align 1, !dbg !309
    #dbg_value(%main.Key %6, !294, !DIExpression(), !309)
    #dbg_value(ptr %0, !263, !DIExpression(), !310)
  %7 = zext i32 %5 to i64, !dbg !311
  %8 = extractvalue %main.Key %6, 0, !dbg !312
  %9 = extractvalue %main.Key %6, 1, !dbg !312
  %10 = extractvalue %main.Key %6, 2, !dbg !312
  %11 = call i1 @count(i8 %8, [3 x i8] %9, [4 x i8] %10, i64 %7, ptr undef), !dbg !312
  br i1 %11, label %if.then1, label %store.next8, !dbg !312

if.then1:                                         ; preds = %if.done
  %12 = call i32 @flow_Table_Get(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !313
  store i32 %12, ptr @flows, align 4, !dbg !314
    #dbg_value(i32 %12, !295, !DIExpression(), !314)
  br label %store.next8, !dbg !304

store.next8:                                      ; preds = %if.then1, %if.done
  store i8 3, ptr %e, align 1, !dbg !315
    #dbg_value(i8 3, !296, !DIExpression(), !315)
  %13 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 2, !dbg !316
  %14 = getelementptr inbounds [4 x i8], ptr %13, i32 0, i64 1, !dbg !317
  store i8 9, ptr %14, align 1, !dbg !317
  %15 = call i64 inttoptr (i64 130 to ptr)(ptr @rb, ptr %e, i64 8, i64 0) #2, !dbg !318
    #dbg_value(ptr %ctx, !262, !DIExpression(), !319)
  %16 = call i64 inttoptr (i64 25 to ptr)(ptr %ctx, ptr @perf, i64 4294967295, ptr %e, i64 8) #3, !dbg !320
  %17 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !321
  %18 = add i32 %17, 1, !dbg !322
  store i32 %18, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !321
    #dbg_value(i32 %18, !297, !DIExpression(), !321)
  %19 = load i32, ptr @verdict, align 4, !dbg !323
    #dbg_value(i32 %19, !291, !DIExpression(), !323)
  br label %common.ret, !dbg !324
}

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }
attributes #2 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #3 = { nounwind willreturn memory(read, argmem: readwrite, inaccessiblemem: readwrite) }

!llvm.dbg.cu = !{!126, !128, !135}
!llvm.ident = !{!160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160, !160}
!llvm.module.flags = !{!161, !162, !163}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "flow_Limit", scope: !2, file: !2, line: 15, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "example.com/probe/flow/flow.go", directory: "", source: "")
!3 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(name: "verdict", scope: !6, file: !6, line: 45, type: !7, isLocal: false, isDefinition: true, align: 32)
!6 = !DIFile(filename: "main.go", directory: "", source: "")
!7 = !DIDerivedType(tag: DW_TAG_typedef, name: "Verdict", file: !8, baseType: !9)
!8 = !DIFile(filename: "<unknown>", directory: "", source: "")
!9 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!10 = !DIGlobalVariableExpression(var: !11, expr: !DIExpression())
!11 = distinct !DIGlobalVariable(name: "flows", scope: !6, file: !6, line: 46, type: !12, isLocal: false, isDefinition: true, align: 64)
!12 = !DICompositeType(tag: DW_TAG_structure_type, name: "flow_Table", scope: !8, file: !8, size: 256, align: 64, elements: !13)
!13 = !{!14, !15, !20, !22, !27, !30, !32}
!14 = !DIDerivedType(tag: DW_TAG_member, name: "Size", scope: !8, file: !8, baseType: !3, size: 32, align: 32)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", scope: !8, file: !8, baseType: !16, size: 32, align: 16, offset: 32)
!16 = !DICompositeType(tag: DW_TAG_array_type, baseType: !17, size: 32, align: 16, elements: !18)
!17 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!18 = !{!19}
!19 = !DISubrange(count: 2, lowerBound: 0)
!20 = !DIDerivedType(tag: DW_TAG_member, name: "Next", scope: !8, file: !8, baseType: !21, size: 64, align: 64, offset: 64)
!21 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !12, size: 64, align: 64, dwarfAddressSpace: 0)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "_pad1", scope: !8, file: !8, baseType: !23, size: 32, align: 8, offset: 128)
!23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 32, align: 8, elements: !25)
!24 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!25 = !{!26}
!26 = !DISubrange(count: 4, lowerBound: 0)
!27 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", scope: !8, file: !8, baseType: !28, size: 8, align: 8, offset: 160)
!28 = !DIDerivedType(tag: DW_TAG_typedef, name: "flow_Mode", file: !8, baseType: !29)
!29 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", scope: !8, file: !8, baseType: !31, size: 8, align: 8, offset: 168)
!31 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "_pad2", scope: !8, file: !8, baseType: !33, size: 24, align: 8, offset: 176)
!33 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 24, align: 8, elements: !34)
!34 = !{!35}
!35 = !DISubrange(count: 3, lowerBound: 0)
!36 = !DIGlobalVariableExpression(var: !37, expr: !DIExpression())
!37 = distinct !DIGlobalVariable(name: "pairs", scope: !6, file: !6, line: 47, type: !38, isLocal: false, isDefinition: true, align: 32)
!38 = !DICompositeType(tag: DW_TAG_array_type, baseType: !39, size: 192, align: 32, elements: !18)
!39 = !DICompositeType(tag: DW_TAG_structure_type, name: "Pair_uint32_Key", scope: !8, file: !8, size: 96, align: 32, elements: !40)
!40 = !{!41, !42}
!41 = !DIDerivedType(tag: DW_TAG_member, name: "First", scope: !8, file: !8, baseType: !3, size: 32, align: 32)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "Second", scope: !8, file: !8, baseType: !43, size: 64, align: 8, offset: 32)
!43 = !DICompositeType(tag: DW_TAG_structure_type, name: "Key", scope: !8, file: !8, size: 64, align: 8, elements: !44)
!44 = !{!45, !46, !47}
!45 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", scope: !8, file: !8, baseType: !29, size: 8, align: 8)
!46 = !DIDerivedType(tag: DW_TAG_member, name: "_pad1", scope: !8, file: !8, baseType: !33, size: 24, align: 8, offset: 8)
!47 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", scope: !8, file: !8, baseType: !23, size: 32, align: 8, offset: 32)
!48 = !DIGlobalVariableExpression(var: !49, expr: !DIExpression())
!49 = distinct !DIGlobalVariable(name: "table", scope: !6, file: !6, line: 40, type: !50, isLocal: false, isDefinition: true, align: 32)
!50 = !DICompositeType(tag: DW_TAG_structure_type, scope: !8, file: !8, size: 256, align: 64, elements: !51)
!51 = !{!52, !58, !60, !80}
!52 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !8, file: !8, baseType: !53, size: 64, align: 64)
!53 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !54, size: 64, align: 64, dwarfAddressSpace: 0)
!54 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 32, align: 32, elements: !56)
!55 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!56 = !{!57}
!57 = !DISubrange(count: 1, lowerBound: 0)
!58 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !8, file: !8, baseType: !59, size: 64, align: 64, offset: 64)
!59 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !43, size: 64, align: 64, dwarfAddressSpace: 0)
!60 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !8, file: !8, baseType: !61, size: 64, align: 64, offset: 128)
!61 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !62, size: 64, align: 64, dwarfAddressSpace: 0)
!62 = !DICompositeType(tag: DW_TAG_structure_type, name: "Val", scope: !8, file: !8, size: 512, align: 64, elements: !63)
!63 = !{!64, !68, !69, !73, !75}
!64 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", scope: !8, file: !8, baseType: !65, size: 32, align: 32)
!65 = !DICompositeType(tag: DW_TAG_structure_type, name: "bpf_spin_lock", scope: !8, file: !8, size: 32, align: 32, elements: !66)
!66 = !{!67}
!67 = !DIDerivedType(tag: DW_TAG_member, name: "Val", scope: !8, file: !8, baseType: !3, size: 32, align: 32)
!68 = !DIDerivedType(tag: DW_TAG_member, name: "Count", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 32)
!69 = !DIDerivedType(tag: DW_TAG_member, name: "P", scope: !8, file: !8, baseType: !70, size: 320, align: 64, offset: 64)
!70 = !DICompositeType(tag: DW_TAG_structure_type, name: "Pair_uint32_flow_Table", scope: !8, file: !8, size: 320, align: 64, elements: !71)
!71 = !{!41, !72}
!72 = !DIDerivedType(tag: DW_TAG_member, name: "Second", scope: !8, file: !8, baseType: !12, size: 256, align: 64, offset: 64)
!73 = !DIDerivedType(tag: DW_TAG_member, name: "F", scope: !8, file: !8, baseType: !74, size: 64, align: 64, offset: 384)
!74 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!75 = !DIDerivedType(tag: DW_TAG_member, name: "E", scope: !8, file: !8, baseType: !76, size: 16, align: 8, offset: 448)
!76 = !DICompositeType(tag: DW_TAG_structure_type, scope: !8, file: !8, size: 16, align: 8, elements: !77)
!77 = !{!78, !79}
!78 = !DIDerivedType(tag: DW_TAG_member, name: "A", scope: !8, file: !8, baseType: !29, size: 8, align: 8)
!79 = !DIDerivedType(tag: DW_TAG_member, name: "B", scope: !8, file: !8, baseType: !29, size: 8, align: 8, offset: 8)
!80 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !8, file: !8, baseType: !81, size: 64, align: 64, offset: 192)
!81 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !82, size: 64, align: 64, dwarfAddressSpace: 0)
!82 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 512, align: 32, elements: !83)
!83 = !{!84}
!84 = !DISubrange(count: 16, lowerBound: 0)
!85 = !DIGlobalVariableExpression(var: !86, expr: !DIExpression())
!86 = distinct !DIGlobalVariable(name: "arr", scope: !6, file: !6, line: 41, type: !87, isLocal: false, isDefinition: true, align: 32)
!87 = !DICompositeType(tag: DW_TAG_structure_type, scope: !8, file: !8, size: 320, align: 64, elements: !88)
!88 = !{!89, !92, !94, !97, !100}
!89 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !8, file: !8, baseType: !90, size: 64, align: 64)
!90 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !91, size: 64, align: 64, dwarfAddressSpace: 0)
!91 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 64, align: 32, elements: !18)
!92 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !8, file: !8, baseType: !93, size: 64, align: 64, offset: 64)
!93 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!94 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !8, file: !8, baseType: !95, size: 64, align: 64, offset: 128)
!95 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !96, size: 64, align: 64, dwarfAddressSpace: 0)
!96 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!97 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !8, file: !8, baseType: !98, size: 64, align: 64, offset: 192)
!98 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !99, size: 64, align: 64, dwarfAddressSpace: 0)
!99 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 128, align: 32, elements: !25)
!100 = !DIDerivedType(tag: DW_TAG_member, name: "map_flags", scope: !8, file: !8, baseType: !101, size: 64, align: 64, offset: 256)
!101 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !102, size: 64, align: 64, dwarfAddressSpace: 0)
!102 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 32768, align: 32, elements: !103)
!103 = !{!104}
!104 = !DISubrange(count: 1024, lowerBound: 0)
!105 = !DIGlobalVariableExpression(var: !106, expr: !DIExpression())
!106 = distinct !DIGlobalVariable(name: "rb", scope: !6, file: !6, line: 42, type: !107, isLocal: false, isDefinition: true, align: 32)
!107 = !DICompositeType(tag: DW_TAG_structure_type, scope: !8, file: !8, size: 128, align: 64, elements: !108)
!108 = !{!109, !114}
!109 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !8, file: !8, baseType: !110, size: 64, align: 64)
!110 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !111, size: 64, align: 64, dwarfAddressSpace: 0)
!111 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 864, align: 32, elements: !112)
!112 = !{!113}
!113 = !DISubrange(count: 27, lowerBound: 0)
!114 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !8, file: !8, baseType: !115, size: 64, align: 64, offset: 64)
!115 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !116, size: 64, align: 64, dwarfAddressSpace: 0)
!116 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 131072, align: 32, elements: !117)
!117 = !{!118}
!118 = !DISubrange(count: 4096, lowerBound: 0)
!119 = !DIGlobalVariableExpression(var: !120, expr: !DIExpression())
!120 = distinct !DIGlobalVariable(name: "perf", scope: !6, file: !6, line: 43, type: !121, isLocal: false, isDefinition: true, align: 32)
!121 = !DICompositeType(tag: DW_TAG_structure_type, scope: !8, file: !8, size: 192, align: 64, elements: !122)
!122 = !{!123, !124, !125}
!123 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !8, file: !8, baseType: !98, size: 64, align: 64)
!124 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !8, file: !8, baseType: !98, size: 64, align: 64, offset: 64)
!125 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !8, file: !8, baseType: !98, size: 64, align: 64, offset: 128)
!126 = distinct !DICompileUnit(language: DW_LANG_C99, file: !8, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !127)
!127 = !{!0}
!128 = distinct !DICompileUnit(language: DW_LANG_C99, file: !8, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !129)
!129 = !{!48, !85, !105, !119, !4, !10, !36, !130}
!130 = !DIGlobalVariableExpression(var: !131, expr: !DIExpression())
!131 = distinct !DIGlobalVariable(scope: !6, file: !6, line: 74, type: !132, isLocal: true, isDefinition: true)
!132 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 40, align: 8, elements: !133)
!133 = !{!134}
!134 = !DISubrange(count: 5, lowerBound: 0)
!135 = distinct !DICompileUnit(language: DW_LANG_C99, file: !8, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !136)
!136 = !{!137, !143, !146, !151, !156}
!137 = !DIGlobalVariableExpression(var: !138, expr: !DIExpression())
!138 = distinct !DIGlobalVariable(scope: null, file: !139, line: 99, type: !140, isLocal: true, isDefinition: true)
!139 = !DIFile(filename: "panic.go", directory: "/usr/local/tinygo/src/runtime")
!140 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 192, align: 8, elements: !141)
!141 = !{!142}
!142 = !DISubrange(count: 24, lowerBound: 0)
!143 = !DIGlobalVariableExpression(var: !144, expr: !DIExpression())
!144 = distinct !DIGlobalVariable(scope: null, file: !139, line: 101, type: !145, isLocal: true, isDefinition: true)
!145 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 16, align: 8, elements: !18)
!146 = !DIGlobalVariableExpression(var: !147, expr: !DIExpression())
!147 = distinct !DIGlobalVariable(scope: null, file: !139, line: 103, type: !148, isLocal: true, isDefinition: true)
!148 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 176, align: 8, elements: !149)
!149 = !{!150}
!150 = !DISubrange(count: 22, lowerBound: 0)
!151 = !DIGlobalVariableExpression(var: !152, expr: !DIExpression())
!152 = distinct !DIGlobalVariable(scope: null, file: !139, line: 184, type: !153, isLocal: true, isDefinition: true)
!153 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 184, align: 8, elements: !154)
!154 = !{!155}
!155 = !DISubrange(count: 23, lowerBound: 0)
!156 = !DIGlobalVariableExpression(var: !157, expr: !DIExpression())
!157 = distinct !DIGlobalVariable(scope: null, file: !158, line: 373, type: !159, isLocal: true, isDefinition: true)
!158 = !DIFile(filename: "print.go", directory: "/usr/local/tinygo/src/runtime")
!159 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 24, align: 8, elements: !34)
!160 = !{!"TinyGo version 0.40.1"}
!161 = !{i32 2, !"Debug Info Version", i32 3}
!162 = !{i32 7, !"Dwarf Version", i32 4}
!163 = !{i32 1, !"target-abi", !"lp64"}
!164 = distinct !DISubprogram(name: "flow_Table_Get", scope: !2, file: !2, line: 18, type: !165, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !126, retainedNodes: !169)
!165 = !DISubroutineType(types: !166)
!166 = !{!3, !21, !3, !167, !168}
!167 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!168 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!169 = !{!170, !172, !173, !174}
!170 = !DILocalVariable(name: "t", arg: 1, scope: !171, file: !2, line: 18, type: !21)
!171 = distinct !DILexicalBlock(scope: !164, file: !2, line: 18)
!172 = !DILocalVariable(name: "i", arg: 2, scope: !171, file: !2, line: 18, type: !3)
!173 = !DILocalVariable(name: "name_data", arg: 3, scope: !171, file: !2, line: 18, type: !167)
!174 = !DILocalVariable(name: "name_len", arg: 4, scope: !171, file: !2, line: 18, type: !168)
!175 = !DILocalVariable(name: "t", arg: 1, scope: !164, file: !176, line: 18, type: !177)
!176 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!177 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !178, size: 64, align: 64, dwarfAddressSpace: 0)
!178 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !179)
!179 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !180)
!180 = !{!181, !182, !184, !185, !187, !189, !190}
!181 = !DIDerivedType(tag: DW_TAG_member, name: "Size", baseType: !3, size: 32, align: 32)
!182 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", baseType: !183, size: 32, align: 16, offset: 32)
!183 = !DICompositeType(tag: DW_TAG_array_type, baseType: !17, size: 32, align: 16, elements: !18)
!184 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !177, size: 64, align: 64, offset: 64)
!185 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !186, size: 32, align: 8, offset: 128)
!186 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 32, align: 8, elements: !25)
!187 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", baseType: !188, size: 8, align: 8, offset: 160)
!188 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Mode", baseType: !29)
!189 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", baseType: !31, size: 8, align: 8, offset: 168)
!190 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !191, size: 24, align: 8, offset: 176)
!191 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 24, align: 8, elements: !34)
!192 = !DILocation(line: 18, column: 17, scope: !164)
!193 = !DILocalVariable(name: "i", arg: 2, scope: !164, file: !176, line: 18, type: !3)
!194 = !DILocalVariable(name: "name", arg: 3, scope: !164, file: !176, line: 18, type: !195)
!195 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !196)
!196 = !{!197, !199}
!197 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !198, size: 64, align: 64)
!198 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!199 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !168, size: 64, align: 64, offset: 64)
!200 = !DILocation(line: 19, column: 9, scope: !164)
!201 = !DILocation(line: 19, column: 15, scope: !164)
!202 = !DILocation(line: 20, column: 10, scope: !164)
!203 = !DILocation(line: 22, column: 16, scope: !164)
!204 = !DILocation(line: 0, scope: !164)
!205 = !DILocation(line: 20, column: 12, scope: !164)
!206 = !DILocation(line: 20, column: 19, scope: !164)
!207 = !DILocation(line: 20, column: 17, scope: !164)
!208 = !DILocation(line: 20, column: 3, scope: !164)
!209 = !DILocation(line: 22, column: 18, scope: !164)
!210 = !DILocation(line: 22, column: 15, scope: !164)
!211 = !DILocation(line: 22, column: 26, scope: !164)
!212 = !DILocation(line: 22, column: 24, scope: !164)
!213 = !DILocation(line: 22, column: 30, scope: !164)
!214 = !DILocalVariable(name: "Limit", scope: !164, file: !176, line: 15, type: !3)
!215 = !DILocation(line: 22, column: 28, scope: !164)
!216 = !DILocation(line: 22, column: 2, scope: !164)
!217 = distinct !DISubprogram(name: "count", scope: !6, file: !6, line: 57, type: !218, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !128, retainedNodes: !220)
!218 = !DISubroutineType(types: !219)
!219 = !{!31, !29, !33, !23, !96}
!220 = !{!221, !223, !224, !225}
!221 = !DILocalVariable(name: "k_Proto", arg: 1, scope: !222, file: !6, line: 57, type: !29)
!222 = distinct !DILexicalBlock(scope: !217, file: !6, line: 57)
!223 = !DILocalVariable(name: "k__", arg: 2, scope: !222, file: !6, line: 57, type: !33)
!224 = !DILocalVariable(name: "k_Addr", arg: 3, scope: !222, file: !6, line: 57, type: !23)
!225 = !DILocalVariable(name: "n", arg: 4, scope: !222, file: !6, line: 57, type: !96)
!226 = !DILocation(line: 57, column: 6, scope: !217)
!227 = !DILocalVariable(name: "k", arg: 1, scope: !217, file: !228, line: 57, type: !229)
!228 = !DIFile(filename: "main.go", directory: "/src/probe")
!229 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Key", baseType: !230)
!230 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 8, elements: !231)
!231 = !{!232, !233, !234}
!232 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", baseType: !29, size: 8, align: 8)
!233 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !191, size: 24, align: 8, offset: 8)
!234 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", baseType: !186, size: 32, align: 8, offset: 32)
!235 = !DILocalVariable(name: "n", arg: 2, scope: !217, file: !228, line: 57, type: !96)
!236 = !DILocation(line: 57, column: 12, scope: !217)
!237 = !DILocation(line: 58, column: 7, scope: !217)
!238 = !DILocation(line: 58, column: 20, scope: !217)
!239 = !DILocation(line: 58, column: 17, scope: !217)
!240 = !DILocation(line: 58, column: 9, scope: !217)
!241 = !DILocation(line: 58, column: 2, scope: !217)
!242 = !DILocalVariable(name: "v", scope: !217, file: !228, line: 58, type: !96)
!243 = !DILocation(line: 59, column: 2, scope: !217)
!244 = !DILocalVariable(name: "idx", scope: !217, file: !228, line: 59, type: !3)
!245 = !DILocation(line: 60, column: 18, scope: !217)
!246 = !DILocation(line: 61, column: 9, scope: !217)
!247 = !DILocation(line: 61, column: 11, scope: !217)
!248 = !DILocation(line: 61, column: 2, scope: !217)
!249 = distinct !DISubprogram(name: "prog", scope: !6, file: !6, line: 66, type: !250, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !128, retainedNodes: !261)
!250 = !DISubroutineType(types: !251)
!251 = !{!9, !252}
!252 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !253, size: 64, align: 64, dwarfAddressSpace: 0)
!253 = !DICompositeType(tag: DW_TAG_structure_type, name: "xdp_md", scope: !8, file: !8, size: 192, align: 32, elements: !254)
!254 = !{!255, !256, !257, !258, !259, !260}
!255 = !DIDerivedType(tag: DW_TAG_member, name: "Data", scope: !8, file: !8, baseType: !3, size: 32, align: 32)
!256 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 32)
!257 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 64)
!258 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 96)
!259 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 128)
!260 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 160)
!261 = !{!262, !263, !291, !293, !294, !295, !296, !297}
!262 = !DILocalVariable(name: "ctx", arg: 1, scope: !249, file: !228, line: 66, type: !252)
!263 = !DILocalVariable(name: "v", scope: !249, file: !228, line: 68, type: !264)
!264 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !265, size: 64, align: 64, dwarfAddressSpace: 0)
!265 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !266)
!266 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !267)
!267 = !{!268, !273, !274, !285, !286}
!268 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !269, size: 32, align: 32)
!269 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !270)
!270 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !271)
!271 = !{!272}
!272 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!273 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!274 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !275, size: 320, align: 64, offset: 64)
!275 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !276)
!276 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !277)
!277 = !{!278, !279}
!278 = !DIDerivedType(tag: DW_TAG_member, name: "First", baseType: !3, size: 32, align: 32)
!279 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !280, size: 256, align: 64, offset: 64)
!280 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !281)
!281 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !282)
!282 = !{!181, !182, !283, !185, !187, !189, !190}
!283 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !284, size: 64, align: 64, offset: 64)
!284 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !280, size: 64, align: 64, dwarfAddressSpace: 0)
!285 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !74, size: 64, align: 64, offset: 384)
!286 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !287, size: 16, align: 8, offset: 448)
!287 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !288)
!288 = !{!289, !290}
!289 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !29, size: 8, align: 8)
!290 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !29, size: 8, align: 8, offset: 8)
!291 = !DILocalVariable(name: "verdict", scope: !249, file: !228, line: 45, type: !292)
!292 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Verdict", baseType: !9)
!293 = !DILocalVariable(name: "Count", scope: !249, file: !228, line: 30, type: !3)
!294 = !DILocalVariable(name: "key", scope: !249, file: !228, line: 67, type: !229)
!295 = !DILocalVariable(name: "Size", scope: !249, file: !176, line: 4, type: !3)
!296 = !DILocalVariable(name: "Proto", scope: !249, file: !228, line: 23, type: !29)
!297 = !DILocalVariable(name: "First", scope: !249, file: !228, line: 18, type: !3)
!298 = !DILocation(line: 66, column: 6, scope: !249)
!299 = !DILocation(line: 67, column: 18, scope: !249)
!300 = !DILocation(line: 68, column: 30, scope: !249)
!301 = !DILocation(line: 68, column: 2, scope: !249)
!302 = !DILocation(line: 69, column: 5, scope: !249)
!303 = !DILocation(line: 69, column: 7, scope: !249)
!304 = !DILocation(line: 0, scope: !249)
!305 = !DILocation(line: 70, column: 16, scope: !249)
!306 = !DILocation(line: 70, column: 3, scope: !249)
!307 = !DILocation(line: 72, column: 2, scope: !249)
!308 = !DILocation(line: 72, column: 4, scope: !249)
!309 = !DILocation(line: 73, column: 11, scope: !249)
!310 = !DILocation(line: 73, column: 23, scope: !249)
!311 = !DILocation(line: 73, column: 22, scope: !249)
!312 = !DILocation(line: 73, column: 10, scope: !249)
!313 = !DILocation(line: 74, column: 25, scope: !249)
!314 = !DILocation(line: 74, column: 9, scope: !249)
!315 = !DILocation(line: 77, column: 4, scope: !249)
!316 = !DILocation(line: 78, column: 4, scope: !249)
!317 = !DILocation(line: 78, column: 8, scope: !249)
!318 = !DILocation(line: 79, column: 18, scope: !249)
!319 = !DILocation(line: 80, column: 36, scope: !249)
!320 = !DILocation(line: 80, column: 20, scope: !249)
!321 = !DILocation(line: 81, column: 11, scope: !249)
!322 = !DILocation(line: 81, column: 2, scope: !249)
!323 = !DILocation(line: 82, column: 15, scope: !249)
!324 = !DILocation(line: 82, column: 2, scope: !249)
