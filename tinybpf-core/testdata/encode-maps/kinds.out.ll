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
@flows = dso_local global %"example.com/probe/flow.Table" zeroinitializer, align 8, !dbg !9
@pairs = dso_local global [2 x %"main.Pair[uint32, main.Key]"] zeroinitializer, align 4, !dbg !36
@"main$string" = private constant [5 x i8] c"hello", align 1, !dbg !50
@_license = global [4 x i8] c"GPL\00", section "license", align 1
@table = global { ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !55
@arr = global { ptr, ptr, ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !95
@rb = global { ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !115
@perf = global { ptr, ptr, ptr } zeroinitializer, section ".maps", align 8, !dbg !129

; Function Attrs: noinline nounwind
define internal i32 @"(*example.com/probe/flow.Table).Get"(ptr nonnull %t, i32 %i, ptr nonnull %name.data, i64 %name.len, ptr %context) #0 !dbg !170 {
entry:
    #dbg_value(ptr %t, !185, !DIExpression(), !189)
    #dbg_value(i32 %i, !186, !DIExpression(), !189)
    #dbg_value(ptr %name.data, !187, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !189)
    #dbg_value(i64 %name.len, !187, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !189)
    #dbg_value(%runtime._string poison, !187, !DIExpression(), !190)
  %0 = icmp sgt i64 %name.len, 3, !dbg !191
    #dbg_value(ptr %t, !185, !DIExpression(), !192)
    #dbg_value(ptr %t, !185, !DIExpression(), !193)
  br i1 %0, label %deref.next, label %gep.next2, !dbg !194

common.ret:                                       ; preds = %gep.next2, %deref.next
  %common.ret.op = phi i32 [ %2, %deref.next ], [ %8, %gep.next2 ]
  ret i32 %common.ret.op, !dbg !194

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %t, align 4, !dbg !195
    #dbg_value(i32 %i, !186, !DIExpression(), !196)
  %2 = add i32 %1, %i, !dbg !197
  br label %common.ret, !dbg !198

gep.next2:                                        ; preds = %entry
  %3 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !199
  %4 = load i8, ptr %3, align 1, !dbg !199
  %5 = zext i8 %4 to i32, !dbg !200
    #dbg_value(i32 %i, !186, !DIExpression(), !201)
  %6 = add i32 %5, %i, !dbg !202
  %7 = load i32, ptr @flow_Limit, align 4, !dbg !203
    #dbg_value(i32 %7, !188, !DIExpression(), !203)
  %8 = add i32 %6, %7, !dbg !204
  br label %common.ret, !dbg !205
}

; Function Attrs: noinline nounwind
define internal i1 @main.count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !206 {
entry:
  %idx = alloca [4 x i8], align 8
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !214
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !214
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !214
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !214
    #dbg_value(i8 %k.Proto, !210, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !214)
    #dbg_value([3 x i8] %k._, !210, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !214)
    #dbg_value([4 x i8] %k.Addr, !210, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !214)
    #dbg_value(i64 %n, !211, !DIExpression(), !214)
  store %main.Key %2, ptr %k, align 1, !dbg !215
    #dbg_value(i64 %n, !211, !DIExpression(), !216)
  %3 = load i8, ptr %k, align 1, !dbg !217
  %4 = zext i8 %3 to i64, !dbg !218
  %5 = add i64 %n, %4, !dbg !219
  store i64 %5, ptr %v, align 8, !dbg !220
    #dbg_value(i64 %5, !212, !DIExpression(), !220)
  store i32 0, ptr %idx, align 4, !dbg !221
    #dbg_value(i32 0, !213, !DIExpression(), !221)
  %6 = call i64 @main.bpfMapUpdateElem(ptr @arr, ptr %idx, ptr %v, i64 0) #1, !dbg !222
    #dbg_value(i64 %n, !211, !DIExpression(), !223)
  %7 = icmp ugt i64 %n, 4, !dbg !224
  ret i1 %7, !dbg !225
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull %ctx) #0 section "xdp" !dbg !226 {
entry:
  %e = alloca [8 x i8], align 8
  %key = alloca [8 x i8], align 8
    #dbg_value(ptr %ctx, !240, !DIExpression(), !249)
  store i8 6, ptr %key, align 1, !dbg !250
  %0 = call ptr @main.bpfMapLookupElem(ptr @table, ptr %key) #2, !dbg !251
    #dbg_value(ptr %0, !241, !DIExpression(), !252)
    #dbg_value(ptr %0, !241, !DIExpression(), !253)
  %1 = icmp eq ptr %0, null, !dbg !254
  br i1 %1, label %if.then, label %if.done, !dbg !255

common.ret:                                       ; preds = %store.next8, %if.then
  %common.ret.op = phi i32 [ %2, %if.then ], [ %19, %store.next8 ]
  ret i32 %common.ret.op, !dbg !255

if.then:                                          ; preds = %entry
  %2 = load i32, ptr @verdict, align 4, !dbg !256
    #dbg_value(i32 %2, !243, !DIExpression(), !256)
  br label %common.ret, !dbg !257

if.done:                                          ; preds = %entry
    #dbg_value(ptr %0, !241, !DIExpression(), !258)
  %3 = getelementptr inbounds %main.Val, ptr %0, i32 0, i32 1, !dbg !259
  %4 = load i32, ptr %3, align 4, !dbg !259
  %5 = add i32 %4, 1, !dbg !258
  store i32 %5, ptr %3, align 4, !dbg !259
    #dbg_value(i32 %5, !244, !DIExpression(), !259)
  %6 = load %main.Key, ptr %key, align 1, !dbg !260
    #dbg_value(%main.Key %6, !245, !DIExpression(), !260)
    #dbg_value(ptr %0, !241, !DIExpression(), !261)
  %7 = zext i32 %5 to i64, !dbg !262
  %8 = extractvalue %main.Key %6, 0, !dbg !263
  %9 = extractvalue %main.Key %6, 1, !dbg !263
  %10 = extractvalue %main.Key %6, 2, !dbg !263
  %11 = call i1 @main.count(i8 %8, [3 x i8] %9, [4 x i8] %10, i64 %7, ptr undef), !dbg !263
  br i1 %11, label %if.then1, label %store.next8, !dbg !255

if.then1:                                         ; preds = %if.done
  %12 = call i32 @"(*example.com/probe/flow.Table).Get"(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !264
  store i32 %12, ptr @flows, align 4, !dbg !265
    #dbg_value(i32 %12, !246, !DIExpression(), !265)
  br label %store.next8, !dbg !255

store.next8:                                      ; preds = %if.then1, %if.done
  store i8 3, ptr %e, align 1, !dbg !266
    #dbg_value(i8 3, !247, !DIExpression(), !266)
  %13 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 2, !dbg !267
  %14 = getelementptr inbounds [4 x i8], ptr %13, i32 0, i64 1, !dbg !268
  store i8 9, ptr %14, align 1, !dbg !268
  %15 = call i64 @main.bpfRingbufOutput(ptr @rb, ptr %e, i64 8, i64 0) #2, !dbg !269
    #dbg_value(ptr %ctx, !240, !DIExpression(), !270)
  %16 = call i64 @main.bpfPerfEventOutput(ptr %ctx, ptr @perf, i64 4294967295, ptr %e, i64 8) #3, !dbg !271
  %17 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !272
  %18 = add i32 %17, 1, !dbg !273
  store i32 %18, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !272
    #dbg_value(i32 %18, !248, !DIExpression(), !272)
  %19 = load i32, ptr @verdict, align 4, !dbg !274
    #dbg_value(i32 %19, !243, !DIExpression(), !274)
  br label %common.ret, !dbg !275
}

declare ptr @main.bpfMapLookupElem(ptr, ptr)

declare i64 @main.bpfMapUpdateElem(ptr, ptr, ptr, i64)

declare i64 @main.bpfPerfEventOutput(ptr, ptr, i64, ptr, i64)

declare i64 @main.bpfRingbufOutput(ptr, ptr, i64, i64)

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }
attributes #2 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #3 = { nounwind willreturn memory(read, argmem: readwrite, inaccessiblemem: readwrite) }

!llvm.dbg.cu = !{!136, !139, !141}
!llvm.ident = !{!166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166, !166}
!llvm.module.flags = !{!167, !168, !169}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "example.com/probe/flow.Limit", linkageName: "example.com/probe/flow.Limit", scope: !2, file: !2, line: 15, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!3 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(name: "main.verdict", linkageName: "main.verdict", scope: !6, file: !6, line: 45, type: !7, isLocal: false, isDefinition: true, align: 32)
!6 = !DIFile(filename: "main.go", directory: "/src/probe")
!7 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Verdict", baseType: !8)
!8 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!9 = !DIGlobalVariableExpression(var: !10, expr: !DIExpression())
!10 = distinct !DIGlobalVariable(name: "main.flows", linkageName: "main.flows", scope: !6, file: !6, line: 46, type: !11, isLocal: false, isDefinition: true, align: 64)
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !12)
!12 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !13)
!13 = !{!14, !15, !20, !22, !27, !30, !32}
!14 = !DIDerivedType(tag: DW_TAG_member, name: "Size", baseType: !3, size: 32, align: 32)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", baseType: !16, size: 32, align: 16, offset: 32)
!16 = !DICompositeType(tag: DW_TAG_array_type, baseType: !17, size: 32, align: 16, elements: !18)
!17 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!18 = !{!19}
!19 = !DISubrange(count: 2, lowerBound: 0)
!20 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !21, size: 64, align: 64, offset: 64)
!21 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !11, size: 64, align: 64, dwarfAddressSpace: 0)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !23, size: 32, align: 8, offset: 128)
!23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 32, align: 8, elements: !25)
!24 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!25 = !{!26}
!26 = !DISubrange(count: 4, lowerBound: 0)
!27 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", baseType: !28, size: 8, align: 8, offset: 160)
!28 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Mode", baseType: !29)
!29 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", baseType: !31, size: 8, align: 8, offset: 168)
!31 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !33, size: 24, align: 8, offset: 176)
!33 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 24, align: 8, elements: !34)
!34 = !{!35}
!35 = !DISubrange(count: 3, lowerBound: 0)
!36 = !DIGlobalVariableExpression(var: !37, expr: !DIExpression())
!37 = distinct !DIGlobalVariable(name: "main.pairs", linkageName: "main.pairs", scope: !6, file: !6, line: 47, type: !38, isLocal: false, isDefinition: true, align: 32)
!38 = !DICompositeType(tag: DW_TAG_array_type, baseType: !39, size: 192, align: 32, elements: !18)
!39 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, main.Key]", baseType: !40)
!40 = !DICompositeType(tag: DW_TAG_structure_type, size: 96, align: 32, elements: !41)
!41 = !{!42, !43}
!42 = !DIDerivedType(tag: DW_TAG_member, name: "First", baseType: !3, size: 32, align: 32)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !44, size: 64, align: 8, offset: 32)
!44 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Key", baseType: !45)
!45 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 8, elements: !46)
!46 = !{!47, !48, !49}
!47 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", baseType: !29, size: 8, align: 8)
!48 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !33, size: 24, align: 8, offset: 8)
!49 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", baseType: !23, size: 32, align: 8, offset: 32)
!50 = !DIGlobalVariableExpression(var: !51, expr: !DIExpression())
!51 = distinct !DIGlobalVariable(scope: null, file: !6, line: 74, type: !52, isLocal: true, isDefinition: true)
!52 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 40, align: 8, elements: !53)
!53 = !{!54}
!54 = !DISubrange(count: 5, lowerBound: 0)
!55 = !DIGlobalVariableExpression(var: !56, expr: !DIExpression())
!56 = distinct !DIGlobalVariable(name: "main.table", linkageName: "main.table", scope: !6, file: !6, line: 40, type: !57, isLocal: false, isDefinition: true, align: 32)
!57 = !DICompositeType(tag: DW_TAG_structure_type, scope: !6, file: !6, line: 40, size: 256, align: 64, elements: !58)
!58 = !{!59, !65, !67, !90}
!59 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !6, file: !6, line: 40, baseType: !60, size: 64, align: 64)
!60 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !61, size: 64, align: 64, dwarfAddressSpace: 0)
!61 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 32, align: 32, elements: !63)
!62 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!63 = !{!64}
!64 = !DISubrange(count: 1, lowerBound: 0)
!65 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !6, file: !6, line: 40, baseType: !66, size: 64, align: 64, offset: 64)
!66 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !44, size: 64, align: 64, dwarfAddressSpace: 0)
!67 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !6, file: !6, line: 40, baseType: !68, size: 64, align: 64, offset: 128)
!68 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !69, size: 64, align: 64, dwarfAddressSpace: 0)
!69 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !70)
!70 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !71)
!71 = !{!72, !77, !78, !83, !85}
!72 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !73, size: 32, align: 32)
!73 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !74)
!74 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !75)
!75 = !{!76}
!76 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!77 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!78 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !79, size: 320, align: 64, offset: 64)
!79 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !80)
!80 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !81)
!81 = !{!42, !82}
!82 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !11, size: 256, align: 64, offset: 64)
!83 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !84, size: 64, align: 64, offset: 384)
!84 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!85 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !86, size: 16, align: 8, offset: 448)
!86 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !87)
!87 = !{!88, !89}
!88 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !29, size: 8, align: 8)
!89 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !29, size: 8, align: 8, offset: 8)
!90 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !6, file: !6, line: 40, baseType: !91, size: 64, align: 64, offset: 192)
!91 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !92, size: 64, align: 64, dwarfAddressSpace: 0)
!92 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 512, align: 32, elements: !93)
!93 = !{!94}
!94 = !DISubrange(count: 16, lowerBound: 0)
!95 = !DIGlobalVariableExpression(var: !96, expr: !DIExpression())
!96 = distinct !DIGlobalVariable(name: "main.arr", linkageName: "main.arr", scope: !6, file: !6, line: 41, type: !97, isLocal: false, isDefinition: true, align: 32)
!97 = !DICompositeType(tag: DW_TAG_structure_type, scope: !6, file: !6, line: 41, size: 320, align: 64, elements: !98)
!98 = !{!99, !102, !104, !107, !110}
!99 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !6, file: !6, line: 41, baseType: !100, size: 64, align: 64)
!100 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !101, size: 64, align: 64, dwarfAddressSpace: 0)
!101 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 64, align: 32, elements: !18)
!102 = !DIDerivedType(tag: DW_TAG_member, name: "key", scope: !6, file: !6, line: 41, baseType: !103, size: 64, align: 64, offset: 64)
!103 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!104 = !DIDerivedType(tag: DW_TAG_member, name: "value", scope: !6, file: !6, line: 41, baseType: !105, size: 64, align: 64, offset: 128)
!105 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !106, size: 64, align: 64, dwarfAddressSpace: 0)
!106 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!107 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !6, file: !6, line: 41, baseType: !108, size: 64, align: 64, offset: 192)
!108 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !109, size: 64, align: 64, dwarfAddressSpace: 0)
!109 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 128, align: 32, elements: !25)
!110 = !DIDerivedType(tag: DW_TAG_member, name: "map_flags", scope: !6, file: !6, line: 41, baseType: !111, size: 64, align: 64, offset: 256)
!111 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !112, size: 64, align: 64, dwarfAddressSpace: 0)
!112 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 32768, align: 32, elements: !113)
!113 = !{!114}
!114 = !DISubrange(count: 1024, lowerBound: 0)
!115 = !DIGlobalVariableExpression(var: !116, expr: !DIExpression())
!116 = distinct !DIGlobalVariable(name: "main.rb", linkageName: "main.rb", scope: !6, file: !6, line: 42, type: !117, isLocal: false, isDefinition: true, align: 32)
!117 = !DICompositeType(tag: DW_TAG_structure_type, scope: !6, file: !6, line: 42, size: 128, align: 64, elements: !118)
!118 = !{!119, !124}
!119 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !6, file: !6, line: 42, baseType: !120, size: 64, align: 64)
!120 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !121, size: 64, align: 64, dwarfAddressSpace: 0)
!121 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 864, align: 32, elements: !122)
!122 = !{!123}
!123 = !DISubrange(count: 27, lowerBound: 0)
!124 = !DIDerivedType(tag: DW_TAG_member, name: "max_entries", scope: !6, file: !6, line: 42, baseType: !125, size: 64, align: 64, offset: 64)
!125 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !126, size: 64, align: 64, dwarfAddressSpace: 0)
!126 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 131072, align: 32, elements: !127)
!127 = !{!128}
!128 = !DISubrange(count: 4096, lowerBound: 0)
!129 = !DIGlobalVariableExpression(var: !130, expr: !DIExpression())
!130 = distinct !DIGlobalVariable(name: "main.perf", linkageName: "main.perf", scope: !6, file: !6, line: 43, type: !131, isLocal: false, isDefinition: true, align: 32)
!131 = !DICompositeType(tag: DW_TAG_structure_type, scope: !6, file: !6, line: 43, size: 192, align: 64, elements: !132)
!132 = !{!133, !134, !135}
!133 = !DIDerivedType(tag: DW_TAG_member, name: "type", scope: !6, file: !6, line: 43, baseType: !108, size: 64, align: 64)
!134 = !DIDerivedType(tag: DW_TAG_member, name: "key_size", scope: !6, file: !6, line: 43, baseType: !108, size: 64, align: 64, offset: 64)
!135 = !DIDerivedType(tag: DW_TAG_member, name: "value_size", scope: !6, file: !6, line: 43, baseType: !108, size: 64, align: 64, offset: 128)
!136 = distinct !DICompileUnit(language: DW_LANG_C99, file: !137, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !138)
!137 = !DIFile(filename: "<unknown>", directory: "")
!138 = !{!0}
!139 = distinct !DICompileUnit(language: DW_LANG_C99, file: !137, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !140)
!140 = !{!55, !95, !115, !129, !4, !9, !36, !50}
!141 = distinct !DICompileUnit(language: DW_LANG_C99, file: !137, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !142)
!142 = !{!143, !149, !152, !157, !162}
!143 = !DIGlobalVariableExpression(var: !144, expr: !DIExpression())
!144 = distinct !DIGlobalVariable(scope: null, file: !145, line: 99, type: !146, isLocal: true, isDefinition: true)
!145 = !DIFile(filename: "panic.go", directory: "/usr/local/tinygo/src/runtime")
!146 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 192, align: 8, elements: !147)
!147 = !{!148}
!148 = !DISubrange(count: 24, lowerBound: 0)
!149 = !DIGlobalVariableExpression(var: !150, expr: !DIExpression())
!150 = distinct !DIGlobalVariable(scope: null, file: !145, line: 101, type: !151, isLocal: true, isDefinition: true)
!151 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 16, align: 8, elements: !18)
!152 = !DIGlobalVariableExpression(var: !153, expr: !DIExpression())
!153 = distinct !DIGlobalVariable(scope: null, file: !145, line: 103, type: !154, isLocal: true, isDefinition: true)
!154 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 176, align: 8, elements: !155)
!155 = !{!156}
!156 = !DISubrange(count: 22, lowerBound: 0)
!157 = !DIGlobalVariableExpression(var: !158, expr: !DIExpression())
!158 = distinct !DIGlobalVariable(scope: null, file: !145, line: 184, type: !159, isLocal: true, isDefinition: true)
!159 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 184, align: 8, elements: !160)
!160 = !{!161}
!161 = !DISubrange(count: 23, lowerBound: 0)
!162 = !DIGlobalVariableExpression(var: !163, expr: !DIExpression())
!163 = distinct !DIGlobalVariable(scope: null, file: !164, line: 373, type: !165, isLocal: true, isDefinition: true)
!164 = !DIFile(filename: "print.go", directory: "/usr/local/tinygo/src/runtime")
!165 = !DICompositeType(tag: DW_TAG_array_type, baseType: !29, size: 24, align: 8, elements: !34)
!166 = !{!"TinyGo version 0.40.1"}
!167 = !{i32 2, !"Debug Info Version", i32 3}
!168 = !{i32 7, !"Dwarf Version", i32 4}
!169 = !{i32 1, !"target-abi", !"lp64"}
!170 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).Get", linkageName: "(*example.com/probe/flow.Table).Get", scope: !2, file: !2, line: 18, type: !171, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !136, retainedNodes: !184)
!171 = !DISubroutineType(types: !172)
!172 = !{!173, !3, !178}
!173 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !174, size: 64, align: 64, dwarfAddressSpace: 0)
!174 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !175)
!175 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !176)
!176 = !{!14, !15, !177, !22, !27, !30, !32}
!177 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !173, size: 64, align: 64, offset: 64)
!178 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !179)
!179 = !{!180, !182}
!180 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !181, size: 64, align: 64)
!181 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!182 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !183, size: 64, align: 64, offset: 64)
!183 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!184 = !{!185, !186, !187, !188}
!185 = !DILocalVariable(name: "t", arg: 1, scope: !170, file: !2, line: 18, type: !173)
!186 = !DILocalVariable(name: "i", arg: 2, scope: !170, file: !2, line: 18, type: !3)
!187 = !DILocalVariable(name: "name", arg: 3, scope: !170, file: !2, line: 18, type: !178)
!188 = !DILocalVariable(name: "Limit", scope: !170, file: !2, line: 15, type: !3)
!189 = !DILocation(line: 18, column: 17, scope: !170)
!190 = !DILocation(line: 19, column: 9, scope: !170)
!191 = !DILocation(line: 19, column: 15, scope: !170)
!192 = !DILocation(line: 20, column: 10, scope: !170)
!193 = !DILocation(line: 22, column: 16, scope: !170)
!194 = !DILocation(line: 0, scope: !170)
!195 = !DILocation(line: 20, column: 12, scope: !170)
!196 = !DILocation(line: 20, column: 19, scope: !170)
!197 = !DILocation(line: 20, column: 17, scope: !170)
!198 = !DILocation(line: 20, column: 3, scope: !170)
!199 = !DILocation(line: 22, column: 18, scope: !170)
!200 = !DILocation(line: 22, column: 15, scope: !170)
!201 = !DILocation(line: 22, column: 26, scope: !170)
!202 = !DILocation(line: 22, column: 24, scope: !170)
!203 = !DILocation(line: 22, column: 30, scope: !170)
!204 = !DILocation(line: 22, column: 28, scope: !170)
!205 = !DILocation(line: 22, column: 2, scope: !170)
!206 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !6, file: !6, line: 57, type: !207, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !139, retainedNodes: !209)
!207 = !DISubroutineType(types: !208)
!208 = !{!44, !106}
!209 = !{!210, !211, !212, !213}
!210 = !DILocalVariable(name: "k", arg: 1, scope: !206, file: !6, line: 57, type: !44)
!211 = !DILocalVariable(name: "n", arg: 2, scope: !206, file: !6, line: 57, type: !106)
!212 = !DILocalVariable(name: "v", scope: !206, file: !6, line: 58, type: !106)
!213 = !DILocalVariable(name: "idx", scope: !206, file: !6, line: 59, type: !3)
!214 = !DILocation(line: 57, column: 6, scope: !206)
!215 = !DILocation(line: 57, column: 12, scope: !206)
!216 = !DILocation(line: 58, column: 7, scope: !206)
!217 = !DILocation(line: 58, column: 20, scope: !206)
!218 = !DILocation(line: 58, column: 17, scope: !206)
!219 = !DILocation(line: 58, column: 9, scope: !206)
!220 = !DILocation(line: 58, column: 2, scope: !206)
!221 = !DILocation(line: 59, column: 2, scope: !206)
!222 = !DILocation(line: 60, column: 18, scope: !206)
!223 = !DILocation(line: 61, column: 9, scope: !206)
!224 = !DILocation(line: 61, column: 11, scope: !206)
!225 = !DILocation(line: 61, column: 2, scope: !206)
!226 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !6, file: !6, line: 66, type: !227, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !139, retainedNodes: !239)
!227 = !DISubroutineType(types: !228)
!228 = !{!229}
!229 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !230, size: 64, align: 64, dwarfAddressSpace: 0)
!230 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !231)
!231 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !232)
!232 = !{!233, !234, !235, !236, !237, !238}
!233 = !DIDerivedType(tag: DW_TAG_member, name: "Data", baseType: !3, size: 32, align: 32)
!234 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", baseType: !3, size: 32, align: 32, offset: 32)
!235 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", baseType: !3, size: 32, align: 32, offset: 64)
!236 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", baseType: !3, size: 32, align: 32, offset: 96)
!237 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", baseType: !3, size: 32, align: 32, offset: 128)
!238 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", baseType: !3, size: 32, align: 32, offset: 160)
!239 = !{!240, !241, !243, !244, !245, !246, !247, !248}
!240 = !DILocalVariable(name: "ctx", arg: 1, scope: !226, file: !6, line: 66, type: !229)
!241 = !DILocalVariable(name: "v", scope: !226, file: !6, line: 68, type: !242)
!242 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !69, size: 64, align: 64, dwarfAddressSpace: 0)
!243 = !DILocalVariable(name: "verdict", scope: !226, file: !6, line: 45, type: !7)
!244 = !DILocalVariable(name: "Count", scope: !226, file: !6, line: 30, type: !3)
!245 = !DILocalVariable(name: "key", scope: !226, file: !6, line: 67, type: !44)
!246 = !DILocalVariable(name: "Size", scope: !226, file: !2, line: 4, type: !3)
!247 = !DILocalVariable(name: "Proto", scope: !226, file: !6, line: 23, type: !29)
!248 = !DILocalVariable(name: "First", scope: !226, file: !6, line: 18, type: !3)
!249 = !DILocation(line: 66, column: 6, scope: !226)
!250 = !DILocation(line: 67, column: 18, scope: !226)
!251 = !DILocation(line: 68, column: 30, scope: !226)
!252 = !DILocation(line: 68, column: 2, scope: !226)
!253 = !DILocation(line: 69, column: 5, scope: !226)
!254 = !DILocation(line: 69, column: 7, scope: !226)
!255 = !DILocation(line: 0, scope: !226)
!256 = !DILocation(line: 70, column: 16, scope: !226)
!257 = !DILocation(line: 70, column: 3, scope: !226)
!258 = !DILocation(line: 72, column: 2, scope: !226)
!259 = !DILocation(line: 72, column: 4, scope: !226)
!260 = !DILocation(line: 73, column: 11, scope: !226)
!261 = !DILocation(line: 73, column: 23, scope: !226)
!262 = !DILocation(line: 73, column: 22, scope: !226)
!263 = !DILocation(line: 73, column: 10, scope: !226)
!264 = !DILocation(line: 74, column: 25, scope: !226)
!265 = !DILocation(line: 74, column: 9, scope: !226)
!266 = !DILocation(line: 77, column: 4, scope: !226)
!267 = !DILocation(line: 78, column: 4, scope: !226)
!268 = !DILocation(line: 78, column: 8, scope: !226)
!269 = !DILocation(line: 79, column: 18, scope: !226)
!270 = !DILocation(line: 80, column: 36, scope: !226)
!271 = !DILocation(line: 80, column: 20, scope: !226)
!272 = !DILocation(line: 81, column: 11, scope: !226)
!273 = !DILocation(line: 81, column: 2, scope: !226)
!274 = !DILocation(line: 82, column: 15, scope: !226)
!275 = !DILocation(line: 82, column: 2, scope: !226)
