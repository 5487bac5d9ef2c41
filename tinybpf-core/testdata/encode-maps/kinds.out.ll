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
define internal i32 @"(*example.com/probe/flow.Table).Get"(ptr dereferenceable_or_null(32) %t, i32 %i, ptr %name.data, i64 %name.len, ptr %context) #0 !dbg !145 {
entry:
    #dbg_value(ptr %t, !160, !DIExpression(), !164)
    #dbg_value(i32 %i, !161, !DIExpression(), !164)
  %0 = insertvalue %runtime._string zeroinitializer, ptr %name.data, 0, !dbg !164
  %1 = insertvalue %runtime._string %0, i64 %name.len, 1, !dbg !164
    #dbg_value(ptr %name.data, !162, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !164)
    #dbg_value(i64 %name.len, !162, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !164)
    #dbg_value(%runtime._string %1, !162, !DIExpression(), !165)
  %len = extractvalue %runtime._string %1, 1, !dbg !166
  %2 = icmp sgt i64 %len, 3, !dbg !167
  br i1 %2, label %if.then, label %if.done, !dbg !168

if.then:                                          ; preds = %entry
    #dbg_value(ptr %t, !160, !DIExpression(), !169)
  %3 = icmp eq ptr %t, null, !dbg !170
  br i1 %3, label %gep.throw, label %gep.next, !dbg !170

gep.next:                                         ; preds = %if.then
  %4 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 0, !dbg !170
  %5 = icmp eq ptr %4, null, !dbg !170
  br i1 %5, label %deref.throw, label %deref.next, !dbg !170

deref.next:                                       ; preds = %gep.next
  %6 = load i32, ptr %4, align 4, !dbg !170
    #dbg_value(i32 %i, !161, !DIExpression(), !171)
  %7 = add i32 %6, %i, !dbg !172
  ret i32 %7, !dbg !173

if.done:                                          ; preds = %entry
    #dbg_value(ptr %t, !160, !DIExpression(), !174)
  %8 = icmp eq ptr %t, null, !dbg !175
  br i1 %8, label %gep.throw1, label %gep.next2, !dbg !175

gep.next2:                                        ; preds = %if.done
  %9 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !175
  %10 = icmp eq ptr %9, null, !dbg !175
  br i1 %10, label %deref.throw3, label %deref.next4, !dbg !175

deref.next4:                                      ; preds = %gep.next2
  %11 = load i8, ptr %9, align 1, !dbg !175
  %12 = zext i8 %11 to i32, !dbg !176
    #dbg_value(i32 %i, !161, !DIExpression(), !177)
  %13 = add i32 %12, %i, !dbg !178
  %14 = load i32, ptr @flow_Limit, align 4, !dbg !179
    #dbg_value(i32 %14, !163, !DIExpression(), !179)
  %15 = add i32 %13, %14, !dbg !180
  ret i32 %15, !dbg !181

gep.throw:                                        ; preds = %if.then
  unreachable, !dbg !170

deref.throw:                                      ; preds = %gep.next
  unreachable, !dbg !170

gep.throw1:                                       ; preds = %if.done
  unreachable, !dbg !175

deref.throw3:                                     ; preds = %gep.next2
  unreachable, !dbg !175
}

; Function Attrs: noinline nounwind
define internal i1 @main.count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !182 {
entry:
  %idx = alloca [4 x i8], align 4
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !190
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !190
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !190
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !190
    #dbg_value(i8 %k.Proto, !186, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !190)
    #dbg_value([3 x i8] %k._, !186, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !190)
    #dbg_value([4 x i8] %k.Addr, !186, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !190)
    #dbg_value(i64 %n, !187, !DIExpression(), !190)
  store %main.Key zeroinitializer, ptr %k, align 1, !dbg !190
  store %main.Key %2, ptr %k, align 1, !dbg !191
    #dbg_value(i64 %n, !187, !DIExpression(), !192)
  %3 = getelementptr inbounds %main.Key, ptr %k, i32 0, i32 0, !dbg !193
  %4 = icmp eq ptr %3, null, !dbg !193
  br i1 %4, label %deref.throw, label %deref.next, !dbg !193

deref.next:                                       ; preds = %entry
  %5 = load i8, ptr %3, align 1, !dbg !193
  %6 = zext i8 %5 to i64, !dbg !194
  %7 = add i64 %n, %6, !dbg !195
  store i64 %7, ptr %v, align 8, !dbg !196
    #dbg_value(i64 %7, !188, !DIExpression(), !196)
  store i32 0, ptr %idx, align 4, !dbg !197
    #dbg_value(i32 0, !189, !DIExpression(), !197)
  %8 = call i64 inttoptr (i64 2 to ptr)(ptr @arr, ptr %idx, ptr %v, i64 0), !dbg !198
    #dbg_value(i64 %n, !187, !DIExpression(), !199)
  %9 = icmp ugt i64 %n, 4, !dbg !200
  ret i1 %9, !dbg !201

deref.throw:                                      ; preds = %entry
  unreachable, !dbg !193
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr dereferenceable_or_null(24) %ctx) #0 section "xdp" !dbg !202 {
entry:
  %e = alloca [8 x i8], align 1
  %key = alloca [8 x i8], align 1
    #dbg_value(ptr %ctx, !216, !DIExpression(), !225)
  %0 = getelementptr inbounds %main.Key, ptr %key, i32 0, i32 0, !dbg !226
  %1 = icmp eq ptr %0, null, !dbg !226
  br i1 %1, label %store.throw, label %store.next, !dbg !226

store.next:                                       ; preds = %entry
  store i8 6, ptr %0, align 1, !dbg !226
  %2 = call ptr inttoptr (i64 1 to ptr)(ptr @table, ptr %key), !dbg !227
    #dbg_value(ptr %2, !217, !DIExpression(), !228)
    #dbg_value(ptr %2, !217, !DIExpression(), !229)
  %3 = icmp eq ptr %2, null, !dbg !230
  br i1 %3, label %if.then, label %if.done, !dbg !231

if.then:                                          ; preds = %store.next
  %4 = load i32, ptr @verdict, align 4, !dbg !232
    #dbg_value(i32 %4, !219, !DIExpression(), !232)
  ret i32 %4, !dbg !233

if.done:                                          ; preds = %store.next
    #dbg_value(ptr %2, !217, !DIExpression(), !234)
  %5 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !235
  %6 = icmp eq ptr %5, null, !dbg !235
  br i1 %6, label %deref.throw, label %deref.next, !dbg !235

deref.next:                                       ; preds = %if.done
  %7 = load i32, ptr %5, align 4, !dbg !235
  %8 = add i32 %7, 1, !dbg !234
  %9 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !235
  %10 = icmp eq ptr %9, null, !dbg !235
  br i1 %10, label %store.throw3, label %store.next4, !dbg !235

store.next4:                                      ; preds = %deref.next
  store i32 %8, ptr %9, align 4, !dbg !235
    #dbg_value(i32 %8, !220, !DIExpression(), !235)
  %11 = load %main.Key, ptr %key, align 1, !dbg !236
    #dbg_value(%main.Key %11, !221, !DIExpression(), !236)
    #dbg_value(ptr %2, !217, !DIExpression(), !237)
  %12 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !238
  %13 = icmp eq ptr %12, null, !dbg !238
  br i1 %13, label %deref.throw5, label %deref.next6, !dbg !238

deref.next6:                                      ; preds = %store.next4
  %14 = load i32, ptr %12, align 4, !dbg !238
  %15 = zext i32 %14 to i64, !dbg !239
  %16 = extractvalue %main.Key %11, 0, !dbg !240
  %17 = extractvalue %main.Key %11, 1, !dbg !240
  %18 = extractvalue %main.Key %11, 2, !dbg !240
  %19 = call i1 @main.count(i8 %16, [3 x i8] %17, [4 x i8] %18, i64 %15, ptr undef), !dbg !240
  br i1 %19, label %if.then1, label %if.done2, !dbg !231

if.then1:                                         ; preds = %deref.next6
  %20 = call i32 @"(*example.com/probe/flow.Table).Get"(ptr @flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !241
  store i32 %20, ptr @flows, align 4, !dbg !242
    #dbg_value(i32 %20, !222, !DIExpression(), !242)
  br label %if.done2, !dbg !231

if.done2:                                         ; preds = %if.then1, %deref.next6
  %21 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 0, !dbg !243
  %22 = icmp eq ptr %21, null, !dbg !243
  br i1 %22, label %store.throw7, label %store.next8, !dbg !243

store.next8:                                      ; preds = %if.done2
  store i8 3, ptr %21, align 1, !dbg !243
    #dbg_value(i8 3, !223, !DIExpression(), !243)
  %23 = call i64 inttoptr (i64 130 to ptr)(ptr @rb, ptr %e, i64 8, i64 0), !dbg !244
    #dbg_value(ptr %ctx, !216, !DIExpression(), !245)
  %24 = call i64 inttoptr (i64 25 to ptr)(ptr %ctx, ptr @perf, i64 4294967295, ptr %e, i64 8), !dbg !246
  %25 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !247
  %26 = add i32 %25, 1, !dbg !248
  store i32 %26, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @pairs, i32 0, i64 1), align 4, !dbg !247
    #dbg_value(i32 %26, !224, !DIExpression(), !247)
  %27 = load i32, ptr @verdict, align 4, !dbg !249
    #dbg_value(i32 %27, !219, !DIExpression(), !249)
  ret i32 %27, !dbg !250

store.throw:                                      ; preds = %entry
  unreachable, !dbg !226

deref.throw:                                      ; preds = %if.done
  unreachable, !dbg !235

store.throw3:                                     ; preds = %deref.next
  unreachable, !dbg !235

deref.throw5:                                     ; preds = %store.next4
  unreachable, !dbg !238

store.throw7:                                     ; preds = %if.done2
  unreachable, !dbg !243
}

attributes #0 = { noinline nounwind }

!llvm.dbg.cu = !{!136, !139}
!llvm.ident = !{!141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141, !141}
!llvm.module.flags = !{!142, !143, !144}

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
!141 = !{!"TinyGo version 0.40.1"}
!142 = !{i32 2, !"Debug Info Version", i32 3}
!143 = !{i32 7, !"Dwarf Version", i32 4}
!144 = !{i32 1, !"target-abi", !"lp64"}
!145 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).Get", linkageName: "(*example.com/probe/flow.Table).Get", scope: !2, file: !2, line: 18, type: !146, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !136, retainedNodes: !159)
!146 = !DISubroutineType(types: !147)
!147 = !{!148, !3, !153}
!148 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !149, size: 64, align: 64, dwarfAddressSpace: 0)
!149 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !150)
!150 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !151)
!151 = !{!14, !15, !152, !22, !27, !30, !32}
!152 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !148, size: 64, align: 64, offset: 64)
!153 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !154)
!154 = !{!155, !157}
!155 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !156, size: 64, align: 64)
!156 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64, align: 64, dwarfAddressSpace: 0)
!157 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !158, size: 64, align: 64, offset: 64)
!158 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!159 = !{!160, !161, !162, !163}
!160 = !DILocalVariable(name: "t", arg: 1, scope: !145, file: !2, line: 18, type: !148)
!161 = !DILocalVariable(name: "i", arg: 2, scope: !145, file: !2, line: 18, type: !3)
!162 = !DILocalVariable(name: "name", arg: 3, scope: !145, file: !2, line: 18, type: !153)
!163 = !DILocalVariable(name: "Limit", scope: !145, file: !2, line: 15, type: !3)
!164 = !DILocation(line: 18, column: 17, scope: !145)
!165 = !DILocation(line: 19, column: 9, scope: !145)
!166 = !DILocation(line: 19, column: 8, scope: !145)
!167 = !DILocation(line: 19, column: 15, scope: !145)
!168 = !DILocation(line: 0, scope: !145)
!169 = !DILocation(line: 20, column: 10, scope: !145)
!170 = !DILocation(line: 20, column: 12, scope: !145)
!171 = !DILocation(line: 20, column: 19, scope: !145)
!172 = !DILocation(line: 20, column: 17, scope: !145)
!173 = !DILocation(line: 20, column: 3, scope: !145)
!174 = !DILocation(line: 22, column: 16, scope: !145)
!175 = !DILocation(line: 22, column: 18, scope: !145)
!176 = !DILocation(line: 22, column: 15, scope: !145)
!177 = !DILocation(line: 22, column: 26, scope: !145)
!178 = !DILocation(line: 22, column: 24, scope: !145)
!179 = !DILocation(line: 22, column: 30, scope: !145)
!180 = !DILocation(line: 22, column: 28, scope: !145)
!181 = !DILocation(line: 22, column: 2, scope: !145)
!182 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !6, file: !6, line: 57, type: !183, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !139, retainedNodes: !185)
!183 = !DISubroutineType(types: !184)
!184 = !{!44, !106}
!185 = !{!186, !187, !188, !189}
!186 = !DILocalVariable(name: "k", arg: 1, scope: !182, file: !6, line: 57, type: !44)
!187 = !DILocalVariable(name: "n", arg: 2, scope: !182, file: !6, line: 57, type: !106)
!188 = !DILocalVariable(name: "v", scope: !182, file: !6, line: 58, type: !106)
!189 = !DILocalVariable(name: "idx", scope: !182, file: !6, line: 59, type: !3)
!190 = !DILocation(line: 57, column: 6, scope: !182)
!191 = !DILocation(line: 57, column: 12, scope: !182)
!192 = !DILocation(line: 58, column: 7, scope: !182)
!193 = !DILocation(line: 58, column: 20, scope: !182)
!194 = !DILocation(line: 58, column: 17, scope: !182)
!195 = !DILocation(line: 58, column: 9, scope: !182)
!196 = !DILocation(line: 58, column: 2, scope: !182)
!197 = !DILocation(line: 59, column: 2, scope: !182)
!198 = !DILocation(line: 60, column: 18, scope: !182)
!199 = !DILocation(line: 61, column: 9, scope: !182)
!200 = !DILocation(line: 61, column: 11, scope: !182)
!201 = !DILocation(line: 61, column: 2, scope: !182)
!202 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !6, file: !6, line: 66, type: !203, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !139, retainedNodes: !215)
!203 = !DISubroutineType(types: !204)
!204 = !{!205}
!205 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !206, size: 64, align: 64, dwarfAddressSpace: 0)
!206 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !207)
!207 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !208)
!208 = !{!209, !210, !211, !212, !213, !214}
!209 = !DIDerivedType(tag: DW_TAG_member, name: "Data", baseType: !3, size: 32, align: 32)
!210 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", baseType: !3, size: 32, align: 32, offset: 32)
!211 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", baseType: !3, size: 32, align: 32, offset: 64)
!212 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", baseType: !3, size: 32, align: 32, offset: 96)
!213 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", baseType: !3, size: 32, align: 32, offset: 128)
!214 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", baseType: !3, size: 32, align: 32, offset: 160)
!215 = !{!216, !217, !219, !220, !221, !222, !223, !224}
!216 = !DILocalVariable(name: "ctx", arg: 1, scope: !202, file: !6, line: 66, type: !205)
!217 = !DILocalVariable(name: "v", scope: !202, file: !6, line: 68, type: !218)
!218 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !69, size: 64, align: 64, dwarfAddressSpace: 0)
!219 = !DILocalVariable(name: "verdict", scope: !202, file: !6, line: 45, type: !7)
!220 = !DILocalVariable(name: "Count", scope: !202, file: !6, line: 30, type: !3)
!221 = !DILocalVariable(name: "key", scope: !202, file: !6, line: 67, type: !44)
!222 = !DILocalVariable(name: "Size", scope: !202, file: !2, line: 4, type: !3)
!223 = !DILocalVariable(name: "Proto", scope: !202, file: !6, line: 23, type: !29)
!224 = !DILocalVariable(name: "First", scope: !202, file: !6, line: 18, type: !3)
!225 = !DILocation(line: 66, column: 6, scope: !202)
!226 = !DILocation(line: 67, column: 18, scope: !202)
!227 = !DILocation(line: 68, column: 30, scope: !202)
!228 = !DILocation(line: 68, column: 2, scope: !202)
!229 = !DILocation(line: 69, column: 5, scope: !202)
!230 = !DILocation(line: 69, column: 7, scope: !202)
!231 = !DILocation(line: 0, scope: !202)
!232 = !DILocation(line: 70, column: 16, scope: !202)
!233 = !DILocation(line: 70, column: 3, scope: !202)
!234 = !DILocation(line: 72, column: 2, scope: !202)
!235 = !DILocation(line: 72, column: 4, scope: !202)
!236 = !DILocation(line: 73, column: 11, scope: !202)
!237 = !DILocation(line: 73, column: 23, scope: !202)
!238 = !DILocation(line: 73, column: 25, scope: !202)
!239 = !DILocation(line: 73, column: 22, scope: !202)
!240 = !DILocation(line: 73, column: 10, scope: !202)
!241 = !DILocation(line: 74, column: 25, scope: !202)
!242 = !DILocation(line: 74, column: 9, scope: !202)
!243 = !DILocation(line: 77, column: 4, scope: !202)
!244 = !DILocation(line: 78, column: 18, scope: !202)
!245 = !DILocation(line: 79, column: 36, scope: !202)
!246 = !DILocation(line: 79, column: 20, scope: !202)
!247 = !DILocation(line: 80, column: 11, scope: !202)
!248 = !DILocation(line: 80, column: 2, scope: !202)
!249 = !DILocation(line: 81, column: 15, scope: !202)
!250 = !DILocation(line: 81, column: 2, scope: !202)
