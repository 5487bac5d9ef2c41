; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfCoreRq = type { i32 }
%main.bpfKsym = type { i8 }

@"main$string" = internal unnamed_addr constant [18 x i8] c"bpf_cgroup_from_id", align 1, !dbg !0
@"main$string.1" = internal unnamed_addr constant [13 x i8] c"bpf_link_fops", align 1, !dbg !7
@runqueues = external global %main.bpfCoreRq, section ".ksyms", align 4, !dbg !12
@bpf_link_fops = extern_weak global %main.bpfKsym, section ".ksyms", align 1, !dbg !17
@bpf_prog_active = external global i32, section ".ksyms", align 4, !dbg !20
@init_task = external global %main.bpfCoreRq, section ".ksyms", align 4, !dbg !23
@CONFIG_HZ = external global i64, section ".kconfig", align 8, !dbg !25
@LINUX_KERNEL_VERSION = external global i32, section ".kconfig", align 4, !dbg !28
@CONFIG_DEFAULT_HOSTNAME = extern_weak global [16 x i8], section ".kconfig", align 1, !dbg !31
@CONFIG_BPF_LSM = external global i1, section ".kconfig", align 1, !dbg !37
@CONFIG_XFS_FS = extern_weak global i32, section ".kconfig", align 4, !dbg !40

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull captures(none) %ctx) #0 section "tp_btf/sched_switch" !dbg !50 {
entry:
    #dbg_value(ptr %ctx, !55, !DIExpression(), !65)
  call void @bpf_rcu_read_lock(), !dbg !66
  %0 = call ptr @bpf_task_from_pid(i32 1), !dbg !67
    #dbg_value(ptr %0, !56, !DIExpression(), !68)
    #dbg_value(ptr %0, !56, !DIExpression(), !69)
  %1 = icmp ne ptr %0, null, !dbg !70
  br i1 %1, label %if.then, label %if.done, !dbg !71

if.then:                                          ; preds = %entry
    #dbg_value(ptr %0, !56, !DIExpression(), !72)
  call void @bpf_task_release(ptr %0), !dbg !73
  br label %if.done, !dbg !71

if.done:                                          ; preds = %if.then, %entry
  call void @bpf_rcu_read_unlock(), !dbg !74
  %2 = icmp ne ptr @bpf_cgroup_from_id, null, !dbg !75
  br i1 %2, label %if.then1, label %if.done3, !dbg !71

if.then1:                                         ; preds = %if.done
  %3 = call ptr @bpf_cgroup_from_id(i64 1), !dbg !76
    #dbg_value(ptr %3, !57, !DIExpression(), !77)
    #dbg_value(ptr %3, !57, !DIExpression(), !78)
  %4 = icmp ne ptr %3, null, !dbg !79
  br i1 %4, label %if.then2, label %if.done3, !dbg !71

if.then2:                                         ; preds = %if.then1
    #dbg_value(ptr %3, !57, !DIExpression(), !80)
  call void @bpf_cgroup_release(ptr %3), !dbg !81
  br label %if.done3, !dbg !71

if.done3:                                         ; preds = %if.then2, %if.then1, %if.done
  %5 = call i1 @bpf_of_module(ptr @runqueues, i32 1, i64 -2, ptr inttoptr (i64 3 to ptr), i32 4), !dbg !82
  br i1 %5, label %cond.true, label %if.done5, !dbg !71

cond.true:                                        ; preds = %if.done3
  %6 = call i32 @bpf_cpumask_first(ptr @init_task), !dbg !83
  %7 = zext i32 %6 to i64, !dbg !83
  %8 = icmp ugt i64 %7, 1, !dbg !84
  br i1 %8, label %common.ret, label %if.done5, !dbg !71

common.ret:                                       ; preds = %if.then13, %cond.true10, %if.done8, %if.done5, %cond.true
  %common.ret.op = phi i32 [ 2, %if.done5 ], [ 1, %cond.true ], [ %20, %if.then13 ], [ 0, %cond.true10 ], [ 0, %if.done8 ]
  ret i32 %common.ret.op, !dbg !71

if.done5:                                         ; preds = %cond.true, %if.done3
  %9 = icmp ne ptr @bpf_link_fops, null, !dbg !85
    #dbg_value(ptr %ctx, !55, !DIExpression(), !86)
  %10 = icmp eq ptr @bpf_link_fops, %ctx
  %or.cond = select i1 %9, i1 %10, i1 false, !dbg !71
  br i1 %or.cond, label %common.ret, label %if.done8, !dbg !71

if.done8:                                         ; preds = %if.done5
  %11 = load i64, ptr @CONFIG_HZ, align 8, !dbg !87
    #dbg_value(i64 %11, !58, !DIExpression(), !87)
  %12 = icmp ugt i64 %11, 100, !dbg !88
  %13 = load i32, ptr @LINUX_KERNEL_VERSION, align 4
    #dbg_value(i32 %13, !60, !DIExpression(), !89)
  %14 = icmp ugt i32 %13, 5
  %or.cond3 = select i1 %12, i1 %14, i1 false, !dbg !71
  br i1 %or.cond3, label %cond.true10, label %common.ret, !dbg !71

cond.true10:                                      ; preds = %if.done8
  %15 = load i1, ptr @CONFIG_BPF_LSM, align 1, !dbg !90
    #dbg_value(i1 %15, !61, !DIExpression(), !90)
  %16 = load i8, ptr @CONFIG_DEFAULT_HOSTNAME, align 1
  %17 = icmp eq i8 %16, 97
  %or.cond5 = select i1 %15, i1 %17, i1 false, !dbg !71
  %18 = load i32, ptr @CONFIG_XFS_FS, align 4
    #dbg_value(i32 %18, !62, !DIExpression(), !91)
  %19 = icmp eq i32 %18, 2
  %or.cond7 = select i1 %or.cond5, i1 %19, i1 false, !dbg !71
  br i1 %or.cond7, label %if.then13, label %common.ret, !dbg !71

if.then13:                                        ; preds = %cond.true10
  %20 = load i32, ptr @bpf_prog_active, align 4, !dbg !92
    #dbg_value(i32 %20, !64, !DIExpression(), !92)
  br label %common.ret, !dbg !93
}

; Function Attrs: nounwind
declare !dbg !94 extern_weak ptr @bpf_cgroup_from_id(i64) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !99 void @bpf_rcu_read_lock() #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !102 ptr @bpf_task_from_pid(i32) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !108 void @bpf_task_release(ptr) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !111 void @bpf_rcu_read_unlock() #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !112 void @bpf_cgroup_release(ptr) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !115 zeroext i1 @bpf_of_module(ptr, i32, i64, ptr, i32) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !125 i32 @bpf_cpumask_first(ptr) #1 section ".ksyms"

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }

!llvm.dbg.cu = !{!44}
!llvm.ident = !{!46, !46, !46, !46}
!llvm.module.flags = !{!47, !48, !49}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(scope: null, file: !2, line: 70, type: !3, isLocal: true, isDefinition: true)
!2 = !DIFile(filename: "main.go", directory: "/probe")
!3 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 144, align: 8, elements: !5)
!4 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!5 = !{!6}
!6 = !DISubrange(count: 18, lowerBound: 0)
!7 = !DIGlobalVariableExpression(var: !8, expr: !DIExpression())
!8 = distinct !DIGlobalVariable(scope: null, file: !2, line: 78, type: !9, isLocal: true, isDefinition: true)
!9 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 104, align: 8, elements: !10)
!10 = !{!11}
!11 = !DISubrange(count: 13, lowerBound: 0)
!12 = !DIGlobalVariableExpression(var: !13, expr: !DIExpression())
!13 = distinct !DIGlobalVariable(name: "main.runqueues", linkageName: "main.runqueues", scope: !2, file: !2, line: 31, type: !14, isLocal: false, isDefinition: true, align: 32)
!14 = !DICompositeType(tag: DW_TAG_structure_type, name: "rq", scope: !15, file: !15, elements: !16)
!15 = !DIFile(filename: "<unknown>", directory: "")
!16 = !{}
!17 = !DIGlobalVariableExpression(var: !18, expr: !DIExpression())
!18 = distinct !DIGlobalVariable(name: "main.bpf_link_fops", linkageName: "main.bpf_link_fops", scope: !2, file: !2, line: 34, type: !19, isLocal: false, isDefinition: true, align: 8)
!19 = !DIDerivedType(tag: DW_TAG_const_type, baseType: null)
!20 = !DIGlobalVariableExpression(var: !21, expr: !DIExpression())
!21 = distinct !DIGlobalVariable(name: "main.bpf_prog_active", linkageName: "main.bpf_prog_active", scope: !2, file: !2, line: 37, type: !22, isLocal: false, isDefinition: true, align: 32)
!22 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!23 = !DIGlobalVariableExpression(var: !24, expr: !DIExpression())
!24 = distinct !DIGlobalVariable(name: "init_task", scope: !15, file: !15, type: !19, isLocal: false, isDefinition: true)
!25 = !DIGlobalVariableExpression(var: !26, expr: !DIExpression())
!26 = distinct !DIGlobalVariable(name: "CONFIG_HZ", scope: !15, file: !15, type: !27, isLocal: false, isDefinition: true)
!27 = !DIBasicType(name: "unsigned long long", size: 64, encoding: DW_ATE_unsigned)
!28 = !DIGlobalVariableExpression(var: !29, expr: !DIExpression())
!29 = distinct !DIGlobalVariable(name: "main.LINUX_KERNEL_VERSION", linkageName: "main.LINUX_KERNEL_VERSION", scope: !2, file: !2, line: 46, type: !30, isLocal: false, isDefinition: true, align: 32)
!30 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!31 = !DIGlobalVariableExpression(var: !32, expr: !DIExpression())
!32 = distinct !DIGlobalVariable(name: "main.hostname", linkageName: "CONFIG_DEFAULT_HOSTNAME", scope: !2, file: !2, line: 50, type: !33, isLocal: false, isDefinition: true, align: 8)
!33 = !DICompositeType(tag: DW_TAG_array_type, baseType: !34, size: 128, align: 8, elements: !35)
!34 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!35 = !{!36}
!36 = !DISubrange(count: 16, lowerBound: 0)
!37 = !DIGlobalVariableExpression(var: !38, expr: !DIExpression())
!38 = distinct !DIGlobalVariable(name: "main.CONFIG_BPF_LSM", linkageName: "main.CONFIG_BPF_LSM", scope: !2, file: !2, line: 53, type: !39, isLocal: false, isDefinition: true, align: 8)
!39 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!40 = !DIGlobalVariableExpression(var: !41, expr: !DIExpression())
!41 = distinct !DIGlobalVariable(name: "main.CONFIG_XFS_FS", linkageName: "main.CONFIG_XFS_FS", scope: !2, file: !2, line: 56, type: !42, isLocal: false, isDefinition: true, align: 32)
!42 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "libbpf_tristate", scope: !15, file: !15, baseType: !43, size: 32, align: 32, elements: !16)
!43 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!44 = distinct !DICompileUnit(language: DW_LANG_C99, file: !15, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !45)
!45 = !{!12, !17, !20, !28, !31, !37, !40, !0, !7}
!46 = !{!"TinyGo version 0.40.1"}
!47 = !{i32 2, !"Debug Info Version", i32 3}
!48 = !{i32 7, !"Dwarf Version", i32 4}
!49 = !{i32 1, !"target-abi", !"lp64"}
!50 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 63, type: !51, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !44, retainedNodes: !54)
!51 = !DISubroutineType(types: !52)
!52 = !{!53}
!53 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!54 = !{!55, !56, !57, !58, !60, !61, !62, !64}
!55 = !DILocalVariable(name: "ctx", arg: 1, scope: !50, file: !2, line: 63, type: !53)
!56 = !DILocalVariable(name: "t", scope: !50, file: !2, line: 65, type: !53)
!57 = !DILocalVariable(name: "c", scope: !50, file: !2, line: 71, type: !53)
!58 = !DILocalVariable(name: "configHz", scope: !50, file: !2, line: 43, type: !59)
!59 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!60 = !DILocalVariable(name: "LINUX_KERNEL_VERSION", scope: !50, file: !2, line: 46, type: !30)
!61 = !DILocalVariable(name: "CONFIG_BPF_LSM", scope: !50, file: !2, line: 53, type: !39)
!62 = !DILocalVariable(name: "CONFIG_XFS_FS", scope: !50, file: !2, line: 56, type: !63)
!63 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfTristate", baseType: !30)
!64 = !DILocalVariable(name: "bpf_prog_active", scope: !50, file: !2, line: 37, type: !22)
!65 = !DILocation(line: 63, column: 6, scope: !50)
!66 = !DILocation(line: 64, column: 9, scope: !50)
!67 = !DILocation(line: 65, column: 29, scope: !50)
!68 = !DILocation(line: 65, column: 2, scope: !50)
!69 = !DILocation(line: 66, column: 5, scope: !50)
!70 = !DILocation(line: 66, column: 7, scope: !50)
!71 = !DILocation(line: 0, scope: !50)
!72 = !DILocation(line: 67, column: 11, scope: !50)
!73 = !DILocation(line: 67, column: 10, scope: !50)
!74 = !DILocation(line: 69, column: 8, scope: !50)
!75 = !DILocation(line: 70, column: 18, scope: !50)
!76 = !DILocation(line: 71, column: 34, scope: !50)
!77 = !DILocation(line: 71, column: 6, scope: !50)
!78 = !DILocation(line: 71, column: 39, scope: !50)
!79 = !DILocation(line: 71, column: 41, scope: !50)
!80 = !DILocation(line: 72, column: 29, scope: !50)
!81 = !DILocation(line: 72, column: 28, scope: !50)
!82 = !DILocation(line: 75, column: 13, scope: !50)
!83 = !DILocation(line: 75, column: 81, scope: !50)
!84 = !DILocation(line: 75, column: 109, scope: !50)
!85 = !DILocation(line: 78, column: 18, scope: !50)
!86 = !DILocation(line: 78, column: 73, scope: !50)
!87 = !DILocation(line: 81, column: 5, scope: !50)
!88 = !DILocation(line: 81, column: 14, scope: !50)
!89 = !DILocation(line: 81, column: 23, scope: !50)
!90 = !DILocation(line: 81, column: 51, scope: !50)
!91 = !DILocation(line: 81, column: 91, scope: !50)
!92 = !DILocation(line: 82, column: 10, scope: !50)
!93 = !DILocation(line: 82, column: 3, scope: !50)
!94 = !DISubprogram(name: "bpf_cgroup_from_id", scope: !15, file: !15, type: !95, spFlags: DISPFlagOptimized)
!95 = !DISubroutineType(types: !96)
!96 = !{!97, !27}
!97 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !98, size: 64, align: 64, dwarfAddressSpace: 0)
!98 = !DICompositeType(tag: DW_TAG_structure_type, name: "cgroup", scope: !15, file: !15, elements: !16)
!99 = !DISubprogram(name: "bpf_rcu_read_lock", scope: !15, file: !15, type: !100, spFlags: DISPFlagOptimized)
!100 = !DISubroutineType(types: !101)
!101 = !{null}
!102 = !DISubprogram(name: "bpf_task_from_pid", scope: !15, file: !15, type: !103, spFlags: DISPFlagOptimized)
!103 = !DISubroutineType(types: !104)
!104 = !{!105, !107}
!105 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !106, size: 64, align: 64, dwarfAddressSpace: 0)
!106 = !DICompositeType(tag: DW_TAG_structure_type, name: "task_struct", scope: !15, file: !15, elements: !16)
!107 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!108 = !DISubprogram(name: "bpf_task_release", scope: !15, file: !15, type: !109, spFlags: DISPFlagOptimized)
!109 = !DISubroutineType(types: !110)
!110 = !{null, !105}
!111 = !DISubprogram(name: "bpf_rcu_read_unlock", scope: !15, file: !15, type: !100, spFlags: DISPFlagOptimized)
!112 = !DISubprogram(name: "bpf_cgroup_release", scope: !15, file: !15, type: !113, spFlags: DISPFlagOptimized)
!113 = !DISubroutineType(types: !114)
!114 = !{null, !97}
!115 = !DISubprogram(name: "bpf_of_module", scope: !15, file: !15, type: !116, spFlags: DISPFlagOptimized)
!116 = !DISubroutineType(types: !117)
!117 = !{!39, !118, !120, !121, !122, !124}
!118 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !119, size: 64, align: 64, dwarfAddressSpace: 0)
!119 = !DICompositeType(tag: DW_TAG_structure_type, name: "nf_conn", scope: !15, file: !15, elements: !16)
!120 = !DIBasicType(name: "unsigned short", size: 16, encoding: DW_ATE_unsigned)
!121 = !DIBasicType(name: "long long", size: 64, encoding: DW_ATE_signed)
!122 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !123, size: 64, align: 64, dwarfAddressSpace: 0)
!123 = !DICompositeType(tag: DW_TAG_union_type, name: "u", scope: !15, file: !15, elements: !16)
!124 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "e", scope: !15, file: !15, baseType: !43, size: 32, align: 32, elements: !16)
!125 = !DISubprogram(name: "bpf_cpumask_first", scope: !15, file: !15, type: !126, spFlags: DISPFlagOptimized)
!126 = !DISubroutineType(types: !127)
!127 = !{!43, !128}
!128 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !129, size: 64, align: 64, dwarfAddressSpace: 0)
!129 = !DICompositeType(tag: DW_TAG_structure_type, name: "cpumask", scope: !15, file: !15, elements: !16)
