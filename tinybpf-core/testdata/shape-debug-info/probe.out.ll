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
define internal i32 @flow_Table_Get(ptr dereferenceable_or_null(32) %t, i32 %i, ptr %name.data, i64 %name.len, ptr %context) #0 !dbg !139 {
entry:
    #dbg_value(ptr %t, !150, !DIExpression(), !167)
    #dbg_value(i32 %i, !168, !DIExpression(), !167)
  %0 = insertvalue %runtime._string zeroinitializer, ptr %name.data, 0, !dbg !167
  %1 = insertvalue %runtime._string %0, i64 %name.len, 1, !dbg !167
    #dbg_value(ptr %name.data, !169, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !167)
    #dbg_value(i64 %name.len, !169, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !167)
    #dbg_value(%runtime._string %1, !169, !DIExpression(), !175)
  %len = extractvalue %runtime._string %1, 1, !dbg !176
  %2 = icmp sgt i64 %len, 3, !dbg !177
  br i1 %2, label %if.then, label %if.done, !dbg !178

if.then:                                          ; preds = %entry
    #dbg_value(ptr %t, !150, !DIExpression(), !179)
  %3 = icmp eq ptr %t, null, !dbg !180
  br i1 %3, label %gep.throw, label %gep.next, !dbg !180

gep.next:                                         ; preds = %if.then
  %4 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 0, !dbg !180
  %5 = icmp eq ptr %4, null, !dbg !180
  br i1 %5, label %deref.throw, label %deref.next, !dbg !180

deref.next:                                       ; preds = %gep.next
  %6 = load i32, ptr %4, align 4, !dbg !180
    #dbg_value(i32 %i, !168, !DIExpression(), !181)
  %7 = add i32 %6, %i, !dbg !182
  ret i32 %7, !dbg !183

if.done:                                          ; preds = %entry
    #dbg_value(ptr %t, !150, !DIExpression(), !184)
  %8 = icmp eq ptr %t, null, !dbg !185
  br i1 %8, label %gep.throw1, label %gep.next2, !dbg !185

gep.next2:                                        ; preds = %if.done
  %9 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !185
  %10 = icmp eq ptr %9, null, !dbg !185
  br i1 %10, label %deref.throw3, label %deref.next4, !dbg !185

deref.next4:                                      ; preds = %gep.next2
  %11 = load i8, ptr %9, align 1, !dbg !185
  %12 = zext i8 %11 to i32, !dbg !186
    #dbg_value(i32 %i, !168, !DIExpression(), !187)
  %13 = add i32 %12, %i, !dbg !188
  %14 = load i32, ptr @flow_Limit, align 4, !dbg !189
    #dbg_value(i32 %14, !190, !DIExpression(), !189)
  %15 = add i32 %13, %14, !dbg !191
  ret i32 %15, !dbg !192

gep.throw:                                        ; preds = %if.then
  unreachable, !dbg !180

deref.throw:                                      ; preds = %gep.next
  unreachable, !dbg !180

gep.throw1:                                       ; preds = %if.done
  unreachable, !dbg !185

deref.throw3:                                     ; preds = %gep.next2
  unreachable, !dbg !185
}

; Function Attrs: noinline nounwind
define internal i1 @count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !193 {
entry:
  %idx = alloca [4 x i8], align 4
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !202
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !202
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !202
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !202
    #dbg_value(i8 %k.Proto, !203, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !202)
    #dbg_value([3 x i8] %k._, !203, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !202)
    #dbg_value([4 x i8] %k.Addr, !203, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !202)
    #dbg_value(i64 %n, !211, !DIExpression(), !202)
  store %main.Key zeroinitializer, ptr %k, align 1, !dbg !202
  store %main.Key %2, ptr %k, align 1, !dbg !212
    #dbg_value(i64 %n, !211, !DIExpression(), !213)
  %3 = getelementptr inbounds %main.Key, ptr %k, i32 0, i32 0, !dbg !214
  %4 = icmp eq ptr %3, null, !dbg !214
  br i1 %4, label %deref.throw, label %deref.next, !dbg !214

deref.next:                                       ; preds = %entry
  %5 = load i8, ptr %3, align 1, !dbg !214
  %6 = zext i8 %5 to i64, !dbg !215
  %7 = add i64 %n, %6, !dbg !216
  store i64 %7, ptr %v, align 8, !dbg !217
    #dbg_value(i64 %7, !218, !DIExpression(), !217)
  store i32 0, ptr %idx, align 4, !dbg !219
    #dbg_value(i32 0, !220, !DIExpression(), !219)
  %8 = call i64 inttoptr (i64 2 to ptr)(ptr @arr, ptr %idx, ptr %v, i64 0), !dbg !221
    #dbg_value(i64 %n, !211, !DIExpression(), !222)
  %9 = icmp ugt i64 %n, 4, !dbg !223
  ret i1 %9, !dbg !224

deref.throw:                                      ; preds = %entry
  unreachable, !dbg !214
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr dereferenceable_or_null(24) %ctx) #0 section "xdp" !dbg !225 {
entry:
  %e = alloca [8 x i8], align 1
  %key = alloca [8 x i8], align 1
    #dbg_value(ptr %ctx, !238, !DIExpression(), !274)
  %0 = getelementptr inbounds %main.Key, ptr %key, i32 0, i32 0, !dbg !275
  %1 = icmp eq ptr %0, null, !dbg !275
  br i1 %1, label %store.throw, label %store.next, !dbg !275

store.next:                                       ; preds = %entry
  store i8 6, ptr %0, align 1, !dbg !275
  %2 = call ptr inttoptr (i64 1 to ptr)(ptr @table, ptr %key), !dbg !276
    #dbg_value(ptr %2, !239, !DIExpression(), !277)
    #dbg_value(ptr %2, !239, !DIExpression(), !278)
  %3 = icmp eq ptr %2, null, !dbg !279
  br i1 %3, label %if.then, label %if.done, !dbg !280

if.then:                                          ; preds = %store.next
  %4 = load i32, ptr @verdict, align 4, !dbg !281
    #dbg_value(i32 %4, !267, !DIExpression(), !281)
  ret i32 %4, !dbg !282

if.done:                                          ; preds = %store.next
    #dbg_value(ptr %2, !239, !DIExpression(), !283)
  %5 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !284
  %6 = icmp eq ptr %5, null, !dbg !284
  br i1 %6, label %deref.throw, label %deref.next, !dbg !284

deref.next:                                       ; preds = %if.done
  %7 = load i32, ptr %5, align 4, !dbg !284
  %8 = add i32 %7, 1, !dbg !283
  %9 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !284
  %10 = icmp eq ptr %9, null, !dbg !284
  br i1 %10, label %store.throw3, label %store.next4, !dbg !284

store.next4:                                      ; preds = %deref.next
  store i32 %8, ptr %9, align 4, !dbg !284
    #dbg_value(i32 %8, !269, !DIExpression(), !284)
  %11 = load %main.Key, ptr %key, align 1, !dbg !285
    #dbg_value(%main.Key %11, !270, !DIExpression(), !285)
    #dbg_value(ptr %2, !239, !DIExpression(), !286)
  %12 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !287
  %13 = icmp eq ptr %12, null, !dbg !287
  br i1 %13, label %deref.throw5, label %deref.next6, !dbg !287

deref.next6:                                      ; preds = %store.next4
  %14 = load i32, ptr %12, align 4, !dbg !287
  %15 = zext i32 %14 to i64, !dbg !288
  %16 = extractvalue %main.Key %11, 0, !dbg !289
  %17 = extractvalue %main.Key %11, 1, !dbg !289
  %18 = extractvalue %main.Key %11, 2, !dbg !289
  %19 = call i1 @count(i8 %16, [3 x i8] %17, [4 x i8] %18, i64 %15, ptr undef), !dbg !289
  br i1 %19, label %if.then1, label %if.done2, !dbg !280

if.then1:                                         ; preds = %deref.next6
  %20 = call i32 @flow_Table_Get(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !290
  store i32 %20, ptr @flows, align 4, !dbg !291
    #dbg_value(i32 %20, !271, !DIExpression(), !291)
  br label %if.done2, !dbg !280

if.done2:                                         ; preds = %if.then1, %deref.next6
  %21 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 0, !dbg !292
  %22 = icmp eq ptr %21, null, !dbg !292
  br i1 %22, label %store.throw7, label %store.next8, !dbg !292

store.next8:                                      ; preds = %if.done2
  store i8 3, ptr %21, align 1, !dbg !292
    #dbg_value(i8 3, !272, !DIExpression(), !292)
  %23 = call i64 inttoptr (i64 130 to ptr)(ptr @rb, ptr %e, i64 8, i64 0), !dbg !293
    #dbg_value(ptr %ctx, !238, !DIExpression(), !294)
  %24 = call i64 inttoptr (i64 25 to ptr)(ptr %ctx, ptr @perf, i64 4294967295, ptr %e, i64 8), !dbg !295
  %25 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !296
  %26 = add i32 %25, 1, !dbg !297
  store i32 %26, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !296
    #dbg_value(i32 %26, !273, !DIExpression(), !296)
  %27 = load i32, ptr @verdict, align 4, !dbg !298
    #dbg_value(i32 %27, !267, !DIExpression(), !298)
  ret i32 %27, !dbg !299

store.throw:                                      ; preds = %entry
  unreachable, !dbg !275

deref.throw:                                      ; preds = %if.done
  unreachable, !dbg !284

store.throw3:                                     ; preds = %deref.next
  unreachable, !dbg !284

deref.throw5:                                     ; preds = %store.next4
  unreachable, !dbg !287

store.throw7:                                     ; preds = %if.done2
  unreachable, !dbg !292
}

attributes #0 = { noinline nounwind }

!llvm.dbg.cu = !{!126, !128}
!llvm.ident = !{!135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135, !135}
!llvm.module.flags = !{!136, !137, !138}

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
!135 = !{!"TinyGo version 0.40.1"}
!136 = !{i32 2, !"Debug Info Version", i32 3}
!137 = !{i32 7, !"Dwarf Version", i32 4}
!138 = !{i32 1, !"target-abi", !"lp64"}
!139 = distinct !DISubprogram(name: "flow_Table_Get", scope: !2, file: !2, line: 18, type: !140, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !126, retainedNodes: !144)
!140 = !DISubroutineType(types: !141)
!141 = !{!3, !21, !3, !142, !143}
!142 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!143 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!144 = !{!145, !147, !148, !149}
!145 = !DILocalVariable(name: "t", arg: 1, scope: !146, file: !2, line: 18, type: !21)
!146 = distinct !DILexicalBlock(scope: !139, file: !2, line: 18)
!147 = !DILocalVariable(name: "i", arg: 2, scope: !146, file: !2, line: 18, type: !3)
!148 = !DILocalVariable(name: "name_data", arg: 3, scope: !146, file: !2, line: 18, type: !142)
!149 = !DILocalVariable(name: "name_len", arg: 4, scope: !146, file: !2, line: 18, type: !143)
!150 = !DILocalVariable(name: "t", arg: 1, scope: !139, file: !151, line: 18, type: !152)
!151 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!152 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !153, size: 64, align: 64, dwarfAddressSpace: 0)
!153 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !154)
!154 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !155)
!155 = !{!156, !157, !159, !160, !162, !164, !165}
!156 = !DIDerivedType(tag: DW_TAG_member, name: "Size", baseType: !3, size: 32, align: 32)
!157 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", baseType: !158, size: 32, align: 16, offset: 32)
!158 = !DICompositeType(tag: DW_TAG_array_type, baseType: !17, size: 32, align: 16, elements: !18)
!159 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !152, size: 64, align: 64, offset: 64)
!160 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !161, size: 32, align: 8, offset: 128)
!161 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 32, align: 8, elements: !25)
!162 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", baseType: !163, size: 8, align: 8, offset: 160)
!163 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Mode", baseType: !29)
!164 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", baseType: !31, size: 8, align: 8, offset: 168)
!165 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !166, size: 24, align: 8, offset: 176)
!166 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 24, align: 8, elements: !34)
!167 = !DILocation(line: 18, column: 17, scope: !139)
!168 = !DILocalVariable(name: "i", arg: 2, scope: !139, file: !151, line: 18, type: !3)
!169 = !DILocalVariable(name: "name", arg: 3, scope: !139, file: !151, line: 18, type: !170)
!170 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !171)
!171 = !{!172, !174}
!172 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !173, size: 64, align: 64)
!173 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!174 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !143, size: 64, align: 64, offset: 64)
!175 = !DILocation(line: 19, column: 9, scope: !139)
!176 = !DILocation(line: 19, column: 8, scope: !139)
!177 = !DILocation(line: 19, column: 15, scope: !139)
!178 = !DILocation(line: 0, scope: !139)
!179 = !DILocation(line: 20, column: 10, scope: !139)
!180 = !DILocation(line: 20, column: 12, scope: !139)
!181 = !DILocation(line: 20, column: 19, scope: !139)
!182 = !DILocation(line: 20, column: 17, scope: !139)
!183 = !DILocation(line: 20, column: 3, scope: !139)
!184 = !DILocation(line: 22, column: 16, scope: !139)
!185 = !DILocation(line: 22, column: 18, scope: !139)
!186 = !DILocation(line: 22, column: 15, scope: !139)
!187 = !DILocation(line: 22, column: 26, scope: !139)
!188 = !DILocation(line: 22, column: 24, scope: !139)
!189 = !DILocation(line: 22, column: 30, scope: !139)
!190 = !DILocalVariable(name: "Limit", scope: !139, file: !151, line: 15, type: !3)
!191 = !DILocation(line: 22, column: 28, scope: !139)
!192 = !DILocation(line: 22, column: 2, scope: !139)
!193 = distinct !DISubprogram(name: "count", scope: !6, file: !6, line: 57, type: !194, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !128, retainedNodes: !196)
!194 = !DISubroutineType(types: !195)
!195 = !{!31, !29, !33, !23, !96}
!196 = !{!197, !199, !200, !201}
!197 = !DILocalVariable(name: "k_Proto", arg: 1, scope: !198, file: !6, line: 57, type: !29)
!198 = distinct !DILexicalBlock(scope: !193, file: !6, line: 57)
!199 = !DILocalVariable(name: "k__", arg: 2, scope: !198, file: !6, line: 57, type: !33)
!200 = !DILocalVariable(name: "k_Addr", arg: 3, scope: !198, file: !6, line: 57, type: !23)
!201 = !DILocalVariable(name: "n", arg: 4, scope: !198, file: !6, line: 57, type: !96)
!202 = !DILocation(line: 57, column: 6, scope: !193)
!203 = !DILocalVariable(name: "k", arg: 1, scope: !193, file: !204, line: 57, type: !205)
!204 = !DIFile(filename: "main.go", directory: "/src/probe")
!205 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Key", baseType: !206)
!206 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 8, elements: !207)
!207 = !{!208, !209, !210}
!208 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", baseType: !29, size: 8, align: 8)
!209 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !166, size: 24, align: 8, offset: 8)
!210 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", baseType: !161, size: 32, align: 8, offset: 32)
!211 = !DILocalVariable(name: "n", arg: 2, scope: !193, file: !204, line: 57, type: !96)
!212 = !DILocation(line: 57, column: 12, scope: !193)
!213 = !DILocation(line: 58, column: 7, scope: !193)
!214 = !DILocation(line: 58, column: 20, scope: !193)
!215 = !DILocation(line: 58, column: 17, scope: !193)
!216 = !DILocation(line: 58, column: 9, scope: !193)
!217 = !DILocation(line: 58, column: 2, scope: !193)
!218 = !DILocalVariable(name: "v", scope: !193, file: !204, line: 58, type: !96)
!219 = !DILocation(line: 59, column: 2, scope: !193)
!220 = !DILocalVariable(name: "idx", scope: !193, file: !204, line: 59, type: !3)
!221 = !DILocation(line: 60, column: 18, scope: !193)
!222 = !DILocation(line: 61, column: 9, scope: !193)
!223 = !DILocation(line: 61, column: 11, scope: !193)
!224 = !DILocation(line: 61, column: 2, scope: !193)
!225 = distinct !DISubprogram(name: "prog", scope: !6, file: !6, line: 66, type: !226, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !128, retainedNodes: !237)
!226 = !DISubroutineType(types: !227)
!227 = !{!9, !228}
!228 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !229, size: 64, align: 64, dwarfAddressSpace: 0)
!229 = !DICompositeType(tag: DW_TAG_structure_type, name: "xdp_md", scope: !8, file: !8, size: 192, align: 32, elements: !230)
!230 = !{!231, !232, !233, !234, !235, !236}
!231 = !DIDerivedType(tag: DW_TAG_member, name: "Data", scope: !8, file: !8, baseType: !3, size: 32, align: 32)
!232 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 32)
!233 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 64)
!234 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 96)
!235 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 128)
!236 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", scope: !8, file: !8, baseType: !3, size: 32, align: 32, offset: 160)
!237 = !{!238, !239, !267, !269, !270, !271, !272, !273}
!238 = !DILocalVariable(name: "ctx", arg: 1, scope: !225, file: !204, line: 66, type: !228)
!239 = !DILocalVariable(name: "v", scope: !225, file: !204, line: 68, type: !240)
!240 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !241, size: 64, align: 64, dwarfAddressSpace: 0)
!241 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !242)
!242 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !243)
!243 = !{!244, !249, !250, !261, !262}
!244 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !245, size: 32, align: 32)
!245 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !246)
!246 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !247)
!247 = !{!248}
!248 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!249 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!250 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !251, size: 320, align: 64, offset: 64)
!251 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !252)
!252 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !253)
!253 = !{!254, !255}
!254 = !DIDerivedType(tag: DW_TAG_member, name: "First", baseType: !3, size: 32, align: 32)
!255 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !256, size: 256, align: 64, offset: 64)
!256 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !257)
!257 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !258)
!258 = !{!156, !157, !259, !160, !162, !164, !165}
!259 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !260, size: 64, align: 64, offset: 64)
!260 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !256, size: 64, align: 64, dwarfAddressSpace: 0)
!261 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !74, size: 64, align: 64, offset: 384)
!262 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !263, size: 16, align: 8, offset: 448)
!263 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !264)
!264 = !{!265, !266}
!265 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !29, size: 8, align: 8)
!266 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !29, size: 8, align: 8, offset: 8)
!267 = !DILocalVariable(name: "verdict", scope: !225, file: !204, line: 45, type: !268)
!268 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Verdict", baseType: !9)
!269 = !DILocalVariable(name: "Count", scope: !225, file: !204, line: 30, type: !3)
!270 = !DILocalVariable(name: "key", scope: !225, file: !204, line: 67, type: !205)
!271 = !DILocalVariable(name: "Size", scope: !225, file: !151, line: 4, type: !3)
!272 = !DILocalVariable(name: "Proto", scope: !225, file: !204, line: 23, type: !29)
!273 = !DILocalVariable(name: "First", scope: !225, file: !204, line: 18, type: !3)
!274 = !DILocation(line: 66, column: 6, scope: !225)
!275 = !DILocation(line: 67, column: 18, scope: !225)
!276 = !DILocation(line: 68, column: 30, scope: !225)
!277 = !DILocation(line: 68, column: 2, scope: !225)
!278 = !DILocation(line: 69, column: 5, scope: !225)
!279 = !DILocation(line: 69, column: 7, scope: !225)
!280 = !DILocation(line: 0, scope: !225)
!281 = !DILocation(line: 70, column: 16, scope: !225)
!282 = !DILocation(line: 70, column: 3, scope: !225)
!283 = !DILocation(line: 72, column: 2, scope: !225)
!284 = !DILocation(line: 72, column: 4, scope: !225)
!285 = !DILocation(line: 73, column: 11, scope: !225)
!286 = !DILocation(line: 73, column: 23, scope: !225)
!287 = !DILocation(line: 73, column: 25, scope: !225)
!288 = !DILocation(line: 73, column: 22, scope: !225)
!289 = !DILocation(line: 73, column: 10, scope: !225)
!290 = !DILocation(line: 74, column: 25, scope: !225)
!291 = !DILocation(line: 74, column: 9, scope: !225)
!292 = !DILocation(line: 77, column: 4, scope: !225)
!293 = !DILocation(line: 78, column: 18, scope: !225)
!294 = !DILocation(line: 79, column: 36, scope: !225)
!295 = !DILocation(line: 79, column: 20, scope: !225)
!296 = !DILocation(line: 80, column: 11, scope: !225)
!297 = !DILocation(line: 80, column: 2, scope: !225)
!298 = !DILocation(line: 81, column: 15, scope: !225)
!299 = !DILocation(line: 81, column: 2, scope: !225)
