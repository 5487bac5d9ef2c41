; What the kernel defines: kfuncs by each spelling, an existence test, ksyms with and without type, configuration.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfCoreRq = type { i32 }
%main.bpfKsym = type { i8 }

@main.runqueues = dso_local global %main.bpfCoreRq zeroinitializer, section ".ksyms", align 4, !dbg !0
@main.bpf_link_fops = dso_local global %main.bpfKsym zeroinitializer, section "?.ksyms", align 1, !dbg !8
@main.bpf_prog_active = dso_local global i32 0, section ".ksyms", align 4, !dbg !15
@init_task = external global %main.bpfCoreRq, align 4
@CONFIG_HZ = external global i64, align 8
@main.LINUX_KERNEL_VERSION = dso_local global i32 0, section ".kconfig", align 4, !dbg !18
@CONFIG_DEFAULT_HOSTNAME = dso_local global [16 x i8] zeroinitializer, section "?.kconfig", align 1, !dbg !20
@main.CONFIG_BPF_LSM = dso_local global i1 false, section ".kconfig", align 1, !dbg !25
@main.CONFIG_XFS_FS = dso_local global i32 0, section "?.kconfig", align 4, !dbg !28
@"main$string" = internal unnamed_addr constant [18 x i8] c"bpf_cgroup_from_id", align 1, !dbg !31
@"main$string.1" = internal unnamed_addr constant [13 x i8] c"bpf_link_fops", align 1, !dbg !37

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull captures(none) %ctx) #0 section "tp_btf/sched_switch" !dbg !49 {
entry:
    #dbg_value(ptr %ctx, !54, !DIExpression(), !63)
  call void @bpf_rcu_read_lock(), !dbg !64
  %0 = call ptr @main.bpfKfuncBpfTaskFromPid(i32 1, ptr undef), !dbg !65
    #dbg_value(ptr %0, !55, !DIExpression(), !66)
    #dbg_value(ptr %0, !55, !DIExpression(), !67)
  %1 = icmp ne ptr %0, null, !dbg !68
  br i1 %1, label %if.then, label %if.done, !dbg !69

if.then:                                          ; preds = %entry
    #dbg_value(ptr %0, !55, !DIExpression(), !70)
  call void @bpf_task_release(ptr nonnull %0, ptr undef), !dbg !71
  br label %if.done, !dbg !69

if.done:                                          ; preds = %if.then, %entry
  call void @kfunc.bpf_rcu_read_unlock(ptr undef), !dbg !72
  %2 = call i1 @main.bpfKsymExists(ptr @"main$string", i64 18, ptr undef), !dbg !73
  br i1 %2, label %if.then1, label %if.done3, !dbg !69

if.then1:                                         ; preds = %if.done
  %3 = call ptr @main.bpfKfuncBpfCgroupFromId(i64 1, ptr undef), !dbg !74
    #dbg_value(ptr %3, !56, !DIExpression(), !75)
    #dbg_value(ptr %3, !56, !DIExpression(), !76)
  %4 = icmp ne ptr %3, null, !dbg !77
  br i1 %4, label %if.then2, label %if.done3, !dbg !69

if.then2:                                         ; preds = %if.then1
    #dbg_value(ptr %3, !56, !DIExpression(), !78)
  call void @main.bpfKfuncBpfCgroupRelease(ptr nonnull %3, ptr undef), !dbg !79
  br label %if.done3, !dbg !69

if.done3:                                         ; preds = %if.then2, %if.then1, %if.done
  %5 = call i1 @"kfunc.bpf_of_module(*nf_conn,u16,s64,*union.u,enum.e)bool"(ptr @main.runqueues, i32 1, i32 -2, i64 3, i32 4, ptr undef), !dbg !80
  br i1 %5, label %cond.true, label %if.done5, !dbg !69

cond.true:                                        ; preds = %if.done3
  %6 = call i64 @main.bpfKfuncBpfCpumaskFirst(ptr @init_task, ptr undef), !dbg !81
  %7 = icmp ugt i64 %6, 1, !dbg !82
  br i1 %7, label %common.ret, label %if.done5, !dbg !69

common.ret:                                       ; preds = %if.done8, %cond.true10, %if.done5, %cond.true, %if.then13
  %common.ret.op = phi i32 [ 2, %if.done5 ], [ 1, %cond.true ], [ %19, %if.then13 ], [ 0, %cond.true10 ], [ 0, %if.done8 ]
  ret i32 %common.ret.op, !dbg !69

if.done5:                                         ; preds = %cond.true, %if.done3
  %8 = call i1 @main.bpfKsymExists(ptr @"main$string.1", i64 13, ptr undef), !dbg !83
    #dbg_value(ptr %ctx, !54, !DIExpression(), !84)
  %9 = icmp eq ptr @main.bpf_link_fops, %ctx
  %or.cond = select i1 %8, i1 %9, i1 false, !dbg !69
  br i1 %or.cond, label %common.ret, label %if.done8, !dbg !69

if.done8:                                         ; preds = %if.done5
  %10 = load i64, ptr @CONFIG_HZ, align 8, !dbg !85
    #dbg_value(i64 %10, !57, !DIExpression(), !85)
  %11 = icmp ugt i64 %10, 100, !dbg !86
  %12 = load i32, ptr @main.LINUX_KERNEL_VERSION, align 4
    #dbg_value(i32 %12, !59, !DIExpression(), !87)
  %13 = icmp ugt i32 %12, 5
  %or.cond3 = select i1 %11, i1 %13, i1 false, !dbg !69
  br i1 %or.cond3, label %cond.true10, label %common.ret, !dbg !69

cond.true10:                                      ; preds = %if.done8
  %14 = load i1, ptr @main.CONFIG_BPF_LSM, align 1, !dbg !88
    #dbg_value(i1 %14, !60, !DIExpression(), !88)
  %15 = load i8, ptr @CONFIG_DEFAULT_HOSTNAME, align 1
  %16 = icmp eq i8 %15, 97
  %or.cond5 = select i1 %14, i1 %16, i1 false, !dbg !69
  %17 = load i32, ptr @main.CONFIG_XFS_FS, align 4
    #dbg_value(i32 %17, !61, !DIExpression(), !89)
  %18 = icmp eq i32 %17, 2
  %or.cond7 = select i1 %or.cond5, i1 %18, i1 false, !dbg !69
  br i1 %or.cond7, label %if.then13, label %common.ret, !dbg !69

if.then13:                                        ; preds = %cond.true10
  %19 = load i32, ptr @main.bpf_prog_active, align 4, !dbg !90
    #dbg_value(i32 %19, !62, !DIExpression(), !90)
  br label %common.ret, !dbg !91
}

declare void @bpf_rcu_read_lock()

declare ptr @main.bpfKfuncBpfTaskFromPid(i32, ptr)

declare void @bpf_task_release(ptr, ptr)

declare void @kfunc.bpf_rcu_read_unlock(ptr)

declare i1 @main.bpfKsymExists(ptr readonly, i64, ptr)

declare ptr @main.bpfKfuncBpfCgroupFromId(i64, ptr)

declare void @main.bpfKfuncBpfCgroupRelease(ptr, ptr)

declare i1 @"kfunc.bpf_of_module(*nf_conn,u16,s64,*union.u,enum.e)bool"(ptr, i32, i32, i64, i32, ptr)

declare i64 @main.bpfKfuncBpfCpumaskFirst(ptr, ptr)

attributes #0 = { noinline nounwind }

!llvm.dbg.cu = !{!42}
!llvm.ident = !{!45, !45, !45, !45}
!llvm.module.flags = !{!46, !47, !48}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.runqueues", linkageName: "main.runqueues", scope: !2, file: !2, line: 31, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "main.go", directory: "/probe")
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfCoreRq", baseType: !4)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !5)
!5 = !{!6}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "NrRunning", baseType: !7, size: 32, align: 32)
!7 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!8 = !DIGlobalVariableExpression(var: !9, expr: !DIExpression())
!9 = distinct !DIGlobalVariable(name: "main.bpf_link_fops", linkageName: "main.bpf_link_fops", scope: !2, file: !2, line: 34, type: !10, isLocal: false, isDefinition: true, align: 8)
!10 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfKsym", baseType: !11)
!11 = !DICompositeType(tag: DW_TAG_structure_type, size: 8, align: 8, elements: !12)
!12 = !{!13}
!13 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !14, size: 8, align: 8)
!14 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!15 = !DIGlobalVariableExpression(var: !16, expr: !DIExpression())
!16 = distinct !DIGlobalVariable(name: "main.bpf_prog_active", linkageName: "main.bpf_prog_active", scope: !2, file: !2, line: 37, type: !17, isLocal: false, isDefinition: true, align: 32)
!17 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!18 = !DIGlobalVariableExpression(var: !19, expr: !DIExpression())
!19 = distinct !DIGlobalVariable(name: "main.LINUX_KERNEL_VERSION", linkageName: "main.LINUX_KERNEL_VERSION", scope: !2, file: !2, line: 46, type: !7, isLocal: false, isDefinition: true, align: 32)
!20 = !DIGlobalVariableExpression(var: !21, expr: !DIExpression())
!21 = distinct !DIGlobalVariable(name: "main.hostname", linkageName: "CONFIG_DEFAULT_HOSTNAME", scope: !2, file: !2, line: 50, type: !22, isLocal: false, isDefinition: true, align: 8)
!22 = !DICompositeType(tag: DW_TAG_array_type, baseType: !14, size: 128, align: 8, elements: !23)
!23 = !{!24}
!24 = !DISubrange(count: 16, lowerBound: 0)
!25 = !DIGlobalVariableExpression(var: !26, expr: !DIExpression())
!26 = distinct !DIGlobalVariable(name: "main.CONFIG_BPF_LSM", linkageName: "main.CONFIG_BPF_LSM", scope: !2, file: !2, line: 53, type: !27, isLocal: false, isDefinition: true, align: 8)
!27 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!28 = !DIGlobalVariableExpression(var: !29, expr: !DIExpression())
!29 = distinct !DIGlobalVariable(name: "main.CONFIG_XFS_FS", linkageName: "main.CONFIG_XFS_FS", scope: !2, file: !2, line: 56, type: !30, isLocal: false, isDefinition: true, align: 32)
!30 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfTristate", baseType: !7)
!31 = !DIGlobalVariableExpression(var: !32, expr: !DIExpression())
!32 = distinct !DIGlobalVariable(scope: null, file: !2, line: 70, type: !33, isLocal: true, isDefinition: true)
!33 = !DICompositeType(tag: DW_TAG_array_type, baseType: !34, size: 144, align: 8, elements: !35)
!34 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!35 = !{!36}
!36 = !DISubrange(count: 18, lowerBound: 0)
!37 = !DIGlobalVariableExpression(var: !38, expr: !DIExpression())
!38 = distinct !DIGlobalVariable(scope: null, file: !2, line: 78, type: !39, isLocal: true, isDefinition: true)
!39 = !DICompositeType(tag: DW_TAG_array_type, baseType: !34, size: 104, align: 8, elements: !40)
!40 = !{!41}
!41 = !DISubrange(count: 13, lowerBound: 0)
!42 = distinct !DICompileUnit(language: DW_LANG_C99, file: !43, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !44)
!43 = !DIFile(filename: "<unknown>", directory: "")
!44 = !{!0, !8, !15, !18, !20, !25, !28, !31, !37}
!45 = !{!"TinyGo version 0.40.1"}
!46 = !{i32 2, !"Debug Info Version", i32 3}
!47 = !{i32 7, !"Dwarf Version", i32 4}
!48 = !{i32 1, !"target-abi", !"lp64"}
!49 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 63, type: !50, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !42, retainedNodes: !53)
!50 = !DISubroutineType(types: !51)
!51 = !{!52}
!52 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!53 = !{!54, !55, !56, !57, !59, !60, !61, !62}
!54 = !DILocalVariable(name: "ctx", arg: 1, scope: !49, file: !2, line: 63, type: !52)
!55 = !DILocalVariable(name: "t", scope: !49, file: !2, line: 65, type: !52)
!56 = !DILocalVariable(name: "c", scope: !49, file: !2, line: 71, type: !52)
!57 = !DILocalVariable(name: "configHz", scope: !49, file: !2, line: 43, type: !58)
!58 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!59 = !DILocalVariable(name: "LINUX_KERNEL_VERSION", scope: !49, file: !2, line: 46, type: !7)
!60 = !DILocalVariable(name: "CONFIG_BPF_LSM", scope: !49, file: !2, line: 53, type: !27)
!61 = !DILocalVariable(name: "CONFIG_XFS_FS", scope: !49, file: !2, line: 56, type: !30)
!62 = !DILocalVariable(name: "bpf_prog_active", scope: !49, file: !2, line: 37, type: !17)
!63 = !DILocation(line: 63, column: 6, scope: !49)
!64 = !DILocation(line: 64, column: 9, scope: !49)
!65 = !DILocation(line: 65, column: 29, scope: !49)
!66 = !DILocation(line: 65, column: 2, scope: !49)
!67 = !DILocation(line: 66, column: 5, scope: !49)
!68 = !DILocation(line: 66, column: 7, scope: !49)
!69 = !DILocation(line: 0, scope: !49)
!70 = !DILocation(line: 67, column: 11, scope: !49)
!71 = !DILocation(line: 67, column: 10, scope: !49)
!72 = !DILocation(line: 69, column: 8, scope: !49)
!73 = !DILocation(line: 70, column: 18, scope: !49)
!74 = !DILocation(line: 71, column: 34, scope: !49)
!75 = !DILocation(line: 71, column: 6, scope: !49)
!76 = !DILocation(line: 71, column: 39, scope: !49)
!77 = !DILocation(line: 71, column: 41, scope: !49)
!78 = !DILocation(line: 72, column: 29, scope: !49)
!79 = !DILocation(line: 72, column: 28, scope: !49)
!80 = !DILocation(line: 75, column: 13, scope: !49)
!81 = !DILocation(line: 75, column: 81, scope: !49)
!82 = !DILocation(line: 75, column: 109, scope: !49)
!83 = !DILocation(line: 78, column: 18, scope: !49)
!84 = !DILocation(line: 78, column: 73, scope: !49)
!85 = !DILocation(line: 81, column: 5, scope: !49)
!86 = !DILocation(line: 81, column: 14, scope: !49)
!87 = !DILocation(line: 81, column: 23, scope: !49)
!88 = !DILocation(line: 81, column: 51, scope: !49)
!89 = !DILocation(line: 81, column: 91, scope: !49)
!90 = !DILocation(line: 82, column: 10, scope: !49)
!91 = !DILocation(line: 82, column: 3, scope: !49)
