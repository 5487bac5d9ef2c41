; Accesses to kernel objects: read directly where the verifier knows the pointer, through a helper elsewhere; and questions.
; program: direct=tp_btf/sys_enter
; program: probed=kprobe/do_exit
; program: queries=kprobe/do_fork
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
%main.bpfCoreTaskStruct = type { i32, [16 x i8], ptr, [4 x %main.bpfCoreHlistNode], %main.bpfCoreAnonymous }
%main.bpfCoreHlistNode = type { ptr }
%main.bpfCoreAnonymous = type { i32 }
@"main$string" = internal unnamed_addr constant [8 x i8] c"pid_type", align 1, !dbg !0
@"main$string.1" = internal unnamed_addr constant [11 x i8] c"PIDTYPE_PID", align 1, !dbg !7
declare void @runtime.nilPanic(ptr)
; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0
; Function Attrs: noinline nounwind
define i32 @direct(ptr captures(none) dereferenceable_or_null(16) %ctx) #1 section "tp_btf/sys_enter" !dbg !19 {
entry:
    #dbg_value(ptr %ctx, !28, !DIExpression(), !58)
  %0 = call ptr @main.bpfGetCurrentTaskBtf(ptr undef), !dbg !59
    #dbg_value(ptr %0, !29, !DIExpression(), !60)
    #dbg_value(ptr %0, !29, !DIExpression(), !61)
  %1 = icmp eq ptr %0, null, !dbg !62
  br i1 %1, label %gep.throw, label %gep.next, !dbg !62
gep.next:                                         ; preds = %entry
  %2 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %0, i32 0, i32 2, !dbg !62
  %3 = icmp eq ptr %2, null, !dbg !62
  br i1 %3, label %deref.throw, label %deref.next, !dbg !62
deref.next:                                       ; preds = %gep.next
  %4 = load ptr, ptr %2, align 8, !dbg !62
  %5 = icmp eq ptr %4, null, !dbg !63
  br i1 %5, label %gep.throw3, label %gep.next4, !dbg !63
gep.next4:                                        ; preds = %deref.next
  %6 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %4, i32 0, i32 0, !dbg !63
  %7 = icmp eq ptr %6, null, !dbg !63
  br i1 %7, label %deref.throw5, label %deref.next6, !dbg !63
deref.next6:                                      ; preds = %gep.next4
  %8 = load i32, ptr %6, align 4, !dbg !63
    #dbg_value(ptr %0, !29, !DIExpression(), !64)
  %9 = icmp eq ptr %0, null, !dbg !64
  br i1 %9, label %gep.throw7, label %gep.next8, !dbg !64
gep.next8:                                        ; preds = %deref.next6
  %10 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %0, i32 0, i32 4, !dbg !64
  %11 = icmp eq ptr %10, null, !dbg !65
  br i1 %11, label %gep.throw9, label %gep.next10, !dbg !65
gep.next10:                                       ; preds = %gep.next8
  %12 = getelementptr inbounds %main.bpfCoreAnonymous, ptr %10, i32 0, i32 0, !dbg !65
  %13 = icmp eq ptr %12, null, !dbg !65
  br i1 %13, label %deref.throw11, label %deref.next12, !dbg !65
deref.next12:                                     ; preds = %gep.next10
  %14 = load i32, ptr %12, align 4, !dbg !65
  %15 = add i32 %8, %14, !dbg !66
    #dbg_value(i32 %15, !57, !DIExpression(), !67)
    #dbg_value(ptr %0, !29, !DIExpression(), !68)
  %16 = icmp eq ptr %0, null, !dbg !69
  br i1 %16, label %gep.throw13, label %gep.next14, !dbg !69
gep.next14:                                       ; preds = %deref.next12
  %17 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %0, i32 0, i32 3, !dbg !69
  %18 = icmp eq ptr %17, null, !dbg !70
  br i1 %18, label %gep.throw15, label %gep.next16, !dbg !70
gep.next16:                                       ; preds = %gep.next14
  %19 = getelementptr inbounds [4 x %main.bpfCoreHlistNode], ptr %17, i32 0, i64 2, !dbg !70
  %20 = getelementptr inbounds %main.bpfCoreHlistNode, ptr %19, i32 0, i32 0, !dbg !71
  %21 = icmp eq ptr %20, null, !dbg !71
  br i1 %21, label %deref.throw17, label %deref.next18, !dbg !71
deref.next18:                                     ; preds = %gep.next16
  %22 = load ptr, ptr %20, align 8, !dbg !71
  %23 = icmp ne ptr %22, null, !dbg !72
  br i1 %23, label %if.then, label %if.done, !dbg !73
if.then:                                          ; preds = %deref.next18
  %24 = add i32 %15, 1, !dbg !74
    #dbg_value(i32 %24, !57, !DIExpression(), !74)
  br label %if.done, !dbg !73
if.done:                                          ; preds = %if.then, %deref.next18
  %25 = phi i32 [ %15, %deref.next18 ], [ %24, %if.then ], !dbg !67
    #dbg_value(ptr %0, !29, !DIExpression(), !75)
  %26 = icmp eq ptr %0, null, !dbg !76
  br i1 %26, label %gep.throw19, label %gep.next20, !dbg !76
gep.next20:                                       ; preds = %if.done
  %27 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %0, i32 0, i32 3, !dbg !76
  %28 = call i32 @main.bpfGetSmpProcessorId(ptr undef), !dbg !77
  %29 = and i32 %28, 3, !dbg !78
  %30 = icmp eq ptr %27, null, !dbg !79
  br i1 %30, label %gep.throw21, label %gep.next22, !dbg !79
gep.next22:                                       ; preds = %gep.next20
  %31 = zext i32 %29 to i64, !dbg !79
  %32 = icmp uge i64 %31, 4, !dbg !79
  br i1 %32, label %lookup.throw, label %lookup.next, !dbg !79
lookup.next:                                      ; preds = %gep.next22
  %33 = getelementptr inbounds [4 x %main.bpfCoreHlistNode], ptr %27, i32 0, i64 %31, !dbg !79
  %34 = getelementptr inbounds %main.bpfCoreHlistNode, ptr %33, i32 0, i32 0, !dbg !80
  %35 = icmp eq ptr %34, null, !dbg !80
  br i1 %35, label %deref.throw23, label %deref.next24, !dbg !80
deref.next24:                                     ; preds = %lookup.next
  %36 = load ptr, ptr %34, align 8, !dbg !80
  %37 = icmp ne ptr %36, null, !dbg !81
  br i1 %37, label %if.then1, label %if.done2, !dbg !73
if.then1:                                         ; preds = %deref.next24
  %38 = add i32 %25, 1, !dbg !82
    #dbg_value(i32 %38, !57, !DIExpression(), !82)
  br label %if.done2, !dbg !73
if.done2:                                         ; preds = %if.then1, %deref.next24
  %39 = phi i32 [ %25, %deref.next24 ], [ %38, %if.then1 ], !dbg !67
    #dbg_value(i32 %39, !57, !DIExpression(), !83)
  ret i32 %39, !dbg !84
gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !62
  unreachable, !dbg !62
deref.throw:                                      ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !62
  unreachable, !dbg !62
gep.throw3:                                       ; preds = %deref.next
  call void @runtime.nilPanic(ptr undef), !dbg !63
  unreachable, !dbg !63
deref.throw5:                                     ; preds = %gep.next4
  call void @runtime.nilPanic(ptr undef), !dbg !63
  unreachable, !dbg !63
gep.throw7:                                       ; preds = %deref.next6
  call void @runtime.nilPanic(ptr undef), !dbg !64
  unreachable, !dbg !64
gep.throw9:                                       ; preds = %gep.next8
  call void @runtime.nilPanic(ptr undef), !dbg !65
  unreachable, !dbg !65
deref.throw11:                                    ; preds = %gep.next10
  call void @runtime.nilPanic(ptr undef), !dbg !65
  unreachable, !dbg !65
gep.throw13:                                      ; preds = %deref.next12
  call void @runtime.nilPanic(ptr undef), !dbg !69
  unreachable, !dbg !69
gep.throw15:                                      ; preds = %gep.next14
  call void @runtime.nilPanic(ptr undef), !dbg !70
  unreachable, !dbg !70
deref.throw17:                                    ; preds = %gep.next16
  call void @runtime.nilPanic(ptr undef), !dbg !71
  unreachable, !dbg !71
gep.throw19:                                      ; preds = %if.done
  call void @runtime.nilPanic(ptr undef), !dbg !76
  unreachable, !dbg !76
gep.throw21:                                      ; preds = %gep.next20
  call void @runtime.nilPanic(ptr undef), !dbg !79
  unreachable, !dbg !79
lookup.throw:                                     ; preds = %gep.next22
  call void @runtime.lookupPanic(ptr undef), !dbg !79
  unreachable, !dbg !79
deref.throw23:                                    ; preds = %lookup.next
  call void @runtime.nilPanic(ptr undef), !dbg !80
  unreachable, !dbg !80
}
declare ptr @main.bpfGetCurrentTaskBtf(ptr)
declare i32 @main.bpfGetSmpProcessorId(ptr)
declare void @runtime.lookupPanic(ptr)
; Function Attrs: noinline nounwind
define i32 @probed(ptr captures(none) dereferenceable_or_null(16) %ctx) #1 section "kprobe/do_exit" !dbg !85 {
entry:
    #dbg_value(ptr %ctx, !87, !DIExpression(), !96)
    #dbg_value(ptr %ctx, !87, !DIExpression(), !97)
  %0 = icmp eq ptr %ctx, null, !dbg !98
  br i1 %0, label %gep.throw, label %gep.next, !dbg !98
gep.next:                                         ; preds = %entry
  %1 = getelementptr inbounds [2 x i64], ptr %ctx, i32 0, i64 0, !dbg !98
  %2 = load i64, ptr %1, align 8, !dbg !98
  %3 = inttoptr i64 %2 to ptr, !dbg !99
    #dbg_value(ptr %3, !88, !DIExpression(), !100)
    #dbg_value(ptr %ctx, !87, !DIExpression(), !101)
  %4 = icmp eq ptr %ctx, null, !dbg !102
  br i1 %4, label %gep.throw1, label %gep.next2, !dbg !102
gep.next2:                                        ; preds = %gep.next
  %5 = getelementptr inbounds [2 x i64], ptr %ctx, i32 0, i64 1, !dbg !102
  %6 = load i64, ptr %5, align 8, !dbg !102
  %7 = inttoptr i64 %6 to ptr, !dbg !103
    #dbg_value(ptr %7, !89, !DIExpression(), !104)
  %comm = call align 1 ptr @runtime.alloc(i64 16, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !105
    #dbg_value(ptr %3, !88, !DIExpression(), !106)
  %8 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %3, i32 0, i32 1, !dbg !107
  %9 = call i64 @main.bpfProbeReadKernel(ptr %comm, i32 16, ptr %8, ptr undef), !dbg !108
    #dbg_value(ptr %3, !88, !DIExpression(), !109)
  %10 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %3, i32 0, i32 2, !dbg !110
  %11 = icmp eq ptr %10, null, !dbg !110
  br i1 %11, label %deref.throw, label %deref.next, !dbg !110
deref.next:                                       ; preds = %gep.next2
  %12 = load ptr, ptr %10, align 8, !dbg !110
  %13 = icmp eq ptr %12, null, !dbg !111
  br i1 %13, label %gep.throw3, label %gep.next4, !dbg !111
gep.next4:                                        ; preds = %deref.next
  %14 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %12, i32 0, i32 0, !dbg !111
  %15 = icmp eq ptr %14, null, !dbg !111
  br i1 %15, label %deref.throw5, label %deref.next6, !dbg !111
deref.next6:                                      ; preds = %gep.next4
  %16 = load i32, ptr %14, align 4, !dbg !111
  %17 = getelementptr inbounds [16 x i8], ptr %comm, i32 0, i64 0, !dbg !112
  %18 = load i8, ptr %17, align 1, !dbg !112
  %19 = zext i8 %18 to i32, !dbg !113
  %20 = add i32 %16, %19, !dbg !114
    #dbg_value(ptr %7, !89, !DIExpression(), !115)
  %21 = getelementptr inbounds { i32, i64 }, ptr %7, i32 0, i32 1, !dbg !116
  %22 = icmp eq ptr %21, null, !dbg !116
  br i1 %22, label %deref.throw7, label %deref.next8, !dbg !116
deref.next8:                                      ; preds = %deref.next6
  %23 = load i64, ptr %21, align 8, !dbg !116
  %24 = trunc i64 %23 to i32, !dbg !117
  %25 = add i32 %20, %24, !dbg !118
  ret i32 %25, !dbg !119
gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !98
  unreachable, !dbg !98
gep.throw1:                                       ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !102
  unreachable, !dbg !102
deref.throw:                                      ; preds = %gep.next2
  call void @runtime.nilPanic(ptr undef), !dbg !110
  unreachable, !dbg !110
gep.throw3:                                       ; preds = %deref.next
  call void @runtime.nilPanic(ptr undef), !dbg !111
  unreachable, !dbg !111
deref.throw5:                                     ; preds = %gep.next4
  call void @runtime.nilPanic(ptr undef), !dbg !111
  unreachable, !dbg !111
deref.throw7:                                     ; preds = %deref.next6
  call void @runtime.nilPanic(ptr undef), !dbg !116
  unreachable, !dbg !116
}
declare i64 @main.bpfProbeReadKernel(ptr, i32, ptr, ptr)
; Function Attrs: noinline nounwind
define i32 @queries(ptr captures(none) dereferenceable_or_null(16) %ctx) #1 section "kprobe/do_fork" !dbg !120 {
entry:
    #dbg_value(ptr %ctx, !122, !DIExpression(), !124)
    #dbg_value(ptr %ctx, !122, !DIExpression(), !125)
  %0 = icmp eq ptr %ctx, null, !dbg !126
  br i1 %0, label %gep.throw, label %gep.next, !dbg !126
gep.next:                                         ; preds = %entry
  %1 = getelementptr inbounds [2 x i64], ptr %ctx, i32 0, i64 0, !dbg !126
  %2 = load i64, ptr %1, align 8, !dbg !126
  %3 = inttoptr i64 %2 to ptr, !dbg !127
    #dbg_value(ptr %3, !123, !DIExpression(), !128)
    #dbg_value(ptr %3, !123, !DIExpression(), !129)
  %4 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %3, i32 0, i32 3, !dbg !130
  %5 = icmp eq ptr %4, null, !dbg !131
  br i1 %5, label %gep.throw1, label %gep.next2, !dbg !131
gep.next2:                                        ; preds = %gep.next
  %6 = getelementptr inbounds [4 x %main.bpfCoreHlistNode], ptr %4, i32 0, i64 1, !dbg !131
  %7 = getelementptr inbounds %main.bpfCoreHlistNode, ptr %6, i32 0, i32 0, !dbg !132
  %8 = call i1 @main.bpfCoreFieldExists(ptr %7, ptr undef), !dbg !133
  br i1 %8, label %if.done, label %if.then, !dbg !134
if.done:                                          ; preds = %gep.next2
    #dbg_value(ptr %3, !123, !DIExpression(), !135)
  %9 = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %3, i32 0, i32 4, !dbg !135
  %10 = icmp eq ptr %9, null, !dbg !136
  br i1 %10, label %gep.throw3, label %gep.next4, !dbg !136
gep.next4:                                        ; preds = %if.done
  %11 = getelementptr inbounds %main.bpfCoreAnonymous, ptr %9, i32 0, i32 0, !dbg !136
  %12 = call i64 @main.bpfCoreReadBitfield(ptr %11, ptr undef), !dbg !137
  %13 = trunc i64 %12 to i32, !dbg !138
  %14 = call i64 @main.bpfCoreEnumValue(ptr @"main$string", i64 8, ptr @"main$string.1", i64 11, ptr undef), !dbg !139
  %15 = trunc i64 %14 to i32, !dbg !140
  %16 = add i32 %13, %15, !dbg !141
    #dbg_value(ptr %3, !123, !DIExpression(), !142)
  %17 = call i32 @main.bpfCoreTypeSize(ptr %3, ptr undef), !dbg !143
  %18 = add i32 %16, %17, !dbg !144
  ret i32 %18, !dbg !145
if.then:                                          ; preds = %gep.next2
  ret i32 1, !dbg !146
gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !126
  unreachable, !dbg !126
gep.throw1:                                       ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !131
  unreachable, !dbg !131
gep.throw3:                                       ; preds = %if.done
  call void @runtime.nilPanic(ptr undef), !dbg !136
  unreachable, !dbg !136
}
declare i1 @main.bpfCoreFieldExists(ptr, ptr)
declare i64 @main.bpfCoreReadBitfield(ptr, ptr)
declare i64 @main.bpfCoreEnumValue(ptr readonly, i64, ptr readonly, i64, ptr)
declare i32 @main.bpfCoreTypeSize(ptr, ptr)
attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { noinline nounwind }
!llvm.dbg.cu = !{!12}
!llvm.ident = !{!15, !15, !15, !15}
!llvm.module.flags = !{!16, !17, !18}
!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(scope: null, file: !2, line: 71, type: !3, isLocal: true, isDefinition: true)
!2 = !DIFile(filename: "main.go", directory: "/src")
!3 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 64, align: 8, elements: !5)
!4 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!5 = !{!6}
!6 = !DISubrange(count: 8, lowerBound: 0)
!7 = !DIGlobalVariableExpression(var: !8, expr: !DIExpression())
!8 = distinct !DIGlobalVariable(scope: null, file: !2, line: 71, type: !9, isLocal: true, isDefinition: true)
!9 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 88, align: 8, elements: !10)
!10 = !{!11}
!11 = !DISubrange(count: 11, lowerBound: 0)
!12 = distinct !DICompileUnit(language: DW_LANG_C99, file: !13, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !14)
!13 = !DIFile(filename: "<unknown>", directory: "")
!14 = !{!0, !7}
!15 = !{!"TinyGo version 0.40.1"}
!16 = !{i32 2, !"Debug Info Version", i32 3}
!17 = !{i32 7, !"Dwarf Version", i32 4}
!18 = !{i32 1, !"target-abi", !"lp64"}
!19 = distinct !DISubprogram(name: "main.direct", linkageName: "direct", scope: !2, file: !2, line: 42, type: !20, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !12, retainedNodes: !27)
!20 = !DISubroutineType(types: !21)
!21 = !{!22}
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64, align: 64, dwarfAddressSpace: 0)
!23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 128, align: 64, elements: !25)
!24 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!25 = !{!26}
!26 = !DISubrange(count: 2, lowerBound: 0)
!27 = !{!28, !29, !57}
!28 = !DILocalVariable(name: "ctx", arg: 1, scope: !19, file: !2, line: 42, type: !22)
!29 = !DILocalVariable(name: "task", scope: !19, file: !2, line: 43, type: !30)
!30 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !31, size: 64, align: 64, dwarfAddressSpace: 0)
!31 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreTaskStruct", baseType: !32)
!32 = !DICompositeType(tag: DW_TAG_structure_type, size: 576, align: 64, elements: !33)
!33 = !{!34, !36, !41, !42, !51}
!34 = !DIDerivedType(tag: DW_TAG_member, name: "Pid", baseType: !35, size: 32, align: 32)
!35 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!36 = !DIDerivedType(tag: DW_TAG_member, name: "Comm", baseType: !37, size: 128, align: 8, offset: 32)
!37 = !DICompositeType(tag: DW_TAG_array_type, baseType: !38, size: 128, align: 8, elements: !39)
!38 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!39 = !{!40}
!40 = !DISubrange(count: 16, lowerBound: 0)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "Parent", baseType: !30, size: 64, align: 64, offset: 192)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "Links", baseType: !43, size: 256, align: 64, offset: 256)
!43 = !DICompositeType(tag: DW_TAG_array_type, baseType: !44, size: 256, align: 64, elements: !49)
!44 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreHlistNode", baseType: !45)
!45 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 64, elements: !46)
!46 = !{!47}
!47 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !48, size: 64, align: 64)
!48 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !44, size: 64, align: 64, dwarfAddressSpace: 0)
!49 = !{!50}
!50 = !DISubrange(count: 4, lowerBound: 0)
!51 = !DIDerivedType(tag: DW_TAG_member, name: "bpfCoreAnonymous", baseType: !52, size: 32, align: 32, offset: 512)
!52 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreAnonymous", baseType: !53)
!53 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !54)
!54 = !{!55}
!55 = !DIDerivedType(tag: DW_TAG_member, name: "State", baseType: !56, size: 32, align: 32)
!56 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!57 = !DILocalVariable(name: "sum", scope: !19, file: !2, line: 44, type: !35)
!58 = !DILocation(line: 42, column: 6, scope: !19)
!59 = !DILocation(line: 43, column: 30, scope: !19)
!60 = !DILocation(line: 43, column: 2, scope: !19)
!61 = !DILocation(line: 44, column: 9, scope: !19)
!62 = !DILocation(line: 44, column: 14, scope: !19)
!63 = !DILocation(line: 44, column: 21, scope: !19)
!64 = !DILocation(line: 44, column: 33, scope: !19)
!65 = !DILocation(line: 44, column: 38, scope: !19)
!66 = !DILocation(line: 44, column: 25, scope: !19)
!67 = !DILocation(line: 44, column: 2, scope: !19)
!68 = !DILocation(line: 45, column: 5, scope: !19)
!69 = !DILocation(line: 45, column: 10, scope: !19)
!70 = !DILocation(line: 45, column: 15, scope: !19)
!71 = !DILocation(line: 45, column: 19, scope: !19)
!72 = !DILocation(line: 45, column: 24, scope: !19)
!73 = !DILocation(line: 0, scope: !19)
!74 = !DILocation(line: 46, column: 3, scope: !19)
!75 = !DILocation(line: 48, column: 5, scope: !19)
!76 = !DILocation(line: 48, column: 10, scope: !19)
!77 = !DILocation(line: 48, column: 36, scope: !19)
!78 = !DILocation(line: 48, column: 38, scope: !19)
!79 = !DILocation(line: 48, column: 15, scope: !19)
!80 = !DILocation(line: 48, column: 42, scope: !19)
!81 = !DILocation(line: 48, column: 47, scope: !19)
!82 = !DILocation(line: 49, column: 3, scope: !19)
!83 = !DILocation(line: 51, column: 9, scope: !19)
!84 = !DILocation(line: 51, column: 2, scope: !19)
!85 = distinct !DISubprogram(name: "main.probed", linkageName: "probed", scope: !2, file: !2, line: 56, type: !20, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !12, retainedNodes: !86)
!86 = !{!87, !88, !89}
!87 = !DILocalVariable(name: "ctx", arg: 1, scope: !85, file: !2, line: 56, type: !22)
!88 = !DILocalVariable(name: "task", scope: !85, file: !2, line: 57, type: !30)
!89 = !DILocalVariable(name: "thing", scope: !85, file: !2, line: 58, type: !90)
!90 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !91, size: 64, align: 64, dwarfAddressSpace: 0)
!91 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreUnionThing", baseType: !92)
!92 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !93)
!93 = !{!94, !95}
!94 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !56, size: 32, align: 32)
!95 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !24, size: 64, align: 64, offset: 64)
!96 = !DILocation(line: 56, column: 6, scope: !85)
!97 = !DILocation(line: 57, column: 54, scope: !85)
!98 = !DILocation(line: 57, column: 57, scope: !85)
!99 = !DILocation(line: 57, column: 45, scope: !85)
!100 = !DILocation(line: 57, column: 2, scope: !85)
!101 = !DILocation(line: 58, column: 55, scope: !85)
!102 = !DILocation(line: 58, column: 58, scope: !85)
!103 = !DILocation(line: 58, column: 46, scope: !85)
!104 = !DILocation(line: 58, column: 2, scope: !85)
!105 = !DILocation(line: 59, column: 6, scope: !85)
!106 = !DILocation(line: 60, column: 64, scope: !85)
!107 = !DILocation(line: 60, column: 69, scope: !85)
!108 = !DILocation(line: 60, column: 20, scope: !85)
!109 = !DILocation(line: 61, column: 9, scope: !85)
!110 = !DILocation(line: 61, column: 14, scope: !85)
!111 = !DILocation(line: 61, column: 21, scope: !85)
!112 = !DILocation(line: 61, column: 37, scope: !85)
!113 = !DILocation(line: 61, column: 32, scope: !85)
!114 = !DILocation(line: 61, column: 25, scope: !85)
!115 = !DILocation(line: 61, column: 50, scope: !85)
!116 = !DILocation(line: 61, column: 56, scope: !85)
!117 = !DILocation(line: 61, column: 49, scope: !85)
!118 = !DILocation(line: 61, column: 42, scope: !85)
!119 = !DILocation(line: 61, column: 2, scope: !85)
!120 = distinct !DISubprogram(name: "main.queries", linkageName: "queries", scope: !2, file: !2, line: 66, type: !20, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !12, retainedNodes: !121)
!121 = !{!122, !123}
!122 = !DILocalVariable(name: "ctx", arg: 1, scope: !120, file: !2, line: 66, type: !22)
!123 = !DILocalVariable(name: "task", scope: !120, file: !2, line: 67, type: !30)
!124 = !DILocation(line: 66, column: 6, scope: !120)
!125 = !DILocation(line: 67, column: 54, scope: !120)
!126 = !DILocation(line: 67, column: 57, scope: !120)
!127 = !DILocation(line: 67, column: 45, scope: !120)
!128 = !DILocation(line: 67, column: 2, scope: !120)
!129 = !DILocation(line: 68, column: 41, scope: !120)
!130 = !DILocation(line: 68, column: 46, scope: !120)
!131 = !DILocation(line: 68, column: 51, scope: !120)
!132 = !DILocation(line: 68, column: 55, scope: !120)
!133 = !DILocation(line: 68, column: 24, scope: !120)
!134 = !DILocation(line: 0, scope: !120)
!135 = !DILocation(line: 71, column: 51, scope: !120)
!136 = !DILocation(line: 71, column: 56, scope: !120)
!137 = !DILocation(line: 71, column: 34, scope: !120)
!138 = !DILocation(line: 71, column: 14, scope: !120)
!139 = !DILocation(line: 71, column: 89, scope: !120)
!140 = !DILocation(line: 71, column: 72, scope: !120)
!141 = !DILocation(line: 71, column: 65, scope: !120)
!142 = !DILocation(line: 71, column: 157, scope: !120)
!143 = !DILocation(line: 71, column: 141, scope: !120)
!144 = !DILocation(line: 71, column: 118, scope: !120)
!145 = !DILocation(line: 71, column: 2, scope: !120)
!146 = !DILocation(line: 69, column: 3, scope: !120)
