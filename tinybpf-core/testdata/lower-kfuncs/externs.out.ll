; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfCoreRq = type { i32 }
%main.bpfKsym = type { i8 }

@init_task = external global %main.bpfCoreRq, align 4
@"main$string" = internal unnamed_addr constant [18 x i8] c"bpf_cgroup_from_id", align 1, !dbg !0
@"main$string.1" = internal unnamed_addr constant [13 x i8] c"bpf_link_fops", align 1, !dbg !7
@runqueues = external global %main.bpfCoreRq, section ".ksyms", align 4, !dbg !12
@bpf_link_fops = extern_weak global %main.bpfKsym, section ".ksyms", align 1, !dbg !17
@bpf_prog_active = external global i32, section ".ksyms", align 4, !dbg !20
@CONFIG_HZ = external global i64, section ".kconfig", align 8, !dbg !23
@LINUX_KERNEL_VERSION = external global i32, section ".kconfig", align 4, !dbg !26
@CONFIG_DEFAULT_HOSTNAME = extern_weak global [16 x i8], section ".kconfig", align 1, !dbg !29
@CONFIG_BPF_LSM = external global i1, section ".kconfig", align 1, !dbg !35
@CONFIG_XFS_FS = extern_weak global i32, section ".kconfig", align 4, !dbg !38

; Function Attrs: noinline nounwind
define i32 @prog(ptr nonnull captures(none) %ctx) #0 section "tp_btf/sched_switch" !dbg !48 {
entry:
    #dbg_value(ptr %ctx, !53, !DIExpression(), !63)
  call void @bpf_rcu_read_lock(), !dbg !64
  %0 = call ptr @bpf_task_from_pid(i32 1), !dbg !65
    #dbg_value(ptr %0, !54, !DIExpression(), !66)
    #dbg_value(ptr %0, !54, !DIExpression(), !67)
  %1 = icmp ne ptr %0, null, !dbg !68
  br i1 %1, label %if.then, label %if.done, !dbg !69

if.then:                                          ; preds = %entry
    #dbg_value(ptr %0, !54, !DIExpression(), !70)
  call void @bpf_task_release(ptr %0), !dbg !71
  br label %if.done, !dbg !69

if.done:                                          ; preds = %if.then, %entry
  call void @bpf_rcu_read_unlock(), !dbg !72
  %2 = icmp ne ptr @bpf_cgroup_from_id, null, !dbg !73
  br i1 %2, label %if.then1, label %if.done3, !dbg !69

if.then1:                                         ; preds = %if.done
  %3 = call ptr @bpf_cgroup_from_id(i64 1), !dbg !74
    #dbg_value(ptr %3, !55, !DIExpression(), !75)
    #dbg_value(ptr %3, !55, !DIExpression(), !76)
  %4 = icmp ne ptr %3, null, !dbg !77
  br i1 %4, label %if.then2, label %if.done3, !dbg !69

if.then2:                                         ; preds = %if.then1
    #dbg_value(ptr %3, !55, !DIExpression(), !78)
  call void @bpf_cgroup_release(ptr %3), !dbg !79
  br label %if.done3, !dbg !69

if.done3:                                         ; preds = %if.then2, %if.then1, %if.done
  %5 = call i1 @bpf_of_module(ptr @runqueues, i32 1, i64 -2, ptr inttoptr (i64 3 to ptr), i32 4), !dbg !80
  br i1 %5, label %cond.true, label %if.done5, !dbg !69

cond.true:                                        ; preds = %if.done3
  %6 = call i32 @bpf_cpumask_first(ptr @init_task), !dbg !81
  %7 = zext i32 %6 to i64, !dbg !81
  %8 = icmp ugt i64 %7, 1, !dbg !82
  br i1 %8, label %common.ret, label %if.done5, !dbg !69

common.ret:                                       ; preds = %if.then13, %cond.true10, %if.done8, %if.done5, %cond.true
  %common.ret.op = phi i32 [ 2, %if.done5 ], [ 1, %cond.true ], [ %20, %if.then13 ], [ 0, %cond.true10 ], [ 0, %if.done8 ]
  ret i32 %common.ret.op, !dbg !69

if.done5:                                         ; preds = %cond.true, %if.done3
  %9 = icmp ne ptr @bpf_link_fops, null, !dbg !83
    #dbg_value(ptr %ctx, !53, !DIExpression(), !84)
  %10 = icmp eq ptr @bpf_link_fops, %ctx
  %or.cond = select i1 %9, i1 %10, i1 false, !dbg !69
  br i1 %or.cond, label %common.ret, label %if.done8, !dbg !69

if.done8:                                         ; preds = %if.done5
  %11 = load i64, ptr @CONFIG_HZ, align 8, !dbg !85
    #dbg_value(i64 %11, !56, !DIExpression(), !85)
  %12 = icmp ugt i64 %11, 100, !dbg !86
  %13 = load i32, ptr @LINUX_KERNEL_VERSION, align 4
    #dbg_value(i32 %13, !58, !DIExpression(), !87)
  %14 = icmp ugt i32 %13, 5
  %or.cond3 = select i1 %12, i1 %14, i1 false, !dbg !69
  br i1 %or.cond3, label %cond.true10, label %common.ret, !dbg !69

cond.true10:                                      ; preds = %if.done8
  %15 = load i1, ptr @CONFIG_BPF_LSM, align 1, !dbg !88
    #dbg_value(i1 %15, !59, !DIExpression(), !88)
  %16 = load i8, ptr @CONFIG_DEFAULT_HOSTNAME, align 1
  %17 = icmp eq i8 %16, 97
  %or.cond5 = select i1 %15, i1 %17, i1 false, !dbg !69
  %18 = load i32, ptr @CONFIG_XFS_FS, align 4
    #dbg_value(i32 %18, !60, !DIExpression(), !89)
  %19 = icmp eq i32 %18, 2
  %or.cond7 = select i1 %or.cond5, i1 %19, i1 false, !dbg !69
  br i1 %or.cond7, label %if.then13, label %common.ret, !dbg !69

if.then13:                                        ; preds = %cond.true10
  %20 = load i32, ptr @bpf_prog_active, align 4, !dbg !90
    #dbg_value(i32 %20, !62, !DIExpression(), !90)
  br label %common.ret, !dbg !91
}

; Function Attrs: nounwind
declare !dbg !92 extern_weak ptr @bpf_cgroup_from_id(i64) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !97 void @bpf_rcu_read_lock() #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !100 ptr @bpf_task_from_pid(i32) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !106 void @bpf_task_release(ptr) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !109 void @bpf_rcu_read_unlock() #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !110 void @bpf_cgroup_release(ptr) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !113 zeroext i1 @bpf_of_module(ptr, i32, i64, ptr, i32) #1 section ".ksyms"

; Function Attrs: nounwind
declare !dbg !123 i32 @bpf_cpumask_first(ptr) #1 section ".ksyms"

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }

!llvm.dbg.cu = !{!42}
!llvm.ident = !{!44, !44, !44, !44}
!llvm.module.flags = !{!45, !46, !47}

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
!24 = distinct !DIGlobalVariable(name: "CONFIG_HZ", scope: !15, file: !15, type: !25, isLocal: false, isDefinition: true)
!25 = !DIBasicType(name: "unsigned long long", size: 64, encoding: DW_ATE_unsigned)
!26 = !DIGlobalVariableExpression(var: !27, expr: !DIExpression())
!27 = distinct !DIGlobalVariable(name: "main.LINUX_KERNEL_VERSION", linkageName: "main.LINUX_KERNEL_VERSION", scope: !2, file: !2, line: 46, type: !28, isLocal: false, isDefinition: true, align: 32)
!28 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!29 = !DIGlobalVariableExpression(var: !30, expr: !DIExpression())
!30 = distinct !DIGlobalVariable(name: "main.hostname", linkageName: "CONFIG_DEFAULT_HOSTNAME", scope: !2, file: !2, line: 50, type: !31, isLocal: false, isDefinition: true, align: 8)
!31 = !DICompositeType(tag: DW_TAG_array_type, baseType: !32, size: 128, align: 8, elements: !33)
!32 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!33 = !{!34}
!34 = !DISubrange(count: 16, lowerBound: 0)
!35 = !DIGlobalVariableExpression(var: !36, expr: !DIExpression())
!36 = distinct !DIGlobalVariable(name: "main.CONFIG_BPF_LSM", linkageName: "main.CONFIG_BPF_LSM", scope: !2, file: !2, line: 53, type: !37, isLocal: false, isDefinition: true, align: 8)
!37 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!38 = !DIGlobalVariableExpression(var: !39, expr: !DIExpression())
!39 = distinct !DIGlobalVariable(name: "main.CONFIG_XFS_FS", linkageName: "main.CONFIG_XFS_FS", scope: !2, file: !2, line: 56, type: !40, isLocal: false, isDefinition: true, align: 32)
!40 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "libbpf_tristate", scope: !15, file: !15, baseType: !41, size: 32, align: 32, elements: !16)
!41 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!42 = distinct !DICompileUnit(language: DW_LANG_C99, file: !15, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !43)
!43 = !{!12, !17, !20, !26, !29, !35, !38, !0, !7}
!44 = !{!"TinyGo version 0.40.1"}
!45 = !{i32 2, !"Debug Info Version", i32 3}
!46 = !{i32 7, !"Dwarf Version", i32 4}
!47 = !{i32 1, !"target-abi", !"lp64"}
!48 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 63, type: !49, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !42, retainedNodes: !52)
!49 = !DISubroutineType(types: !50)
!50 = !{!51}
!51 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!52 = !{!53, !54, !55, !56, !58, !59, !60, !62}
!53 = !DILocalVariable(name: "ctx", arg: 1, scope: !48, file: !2, line: 63, type: !51)
!54 = !DILocalVariable(name: "t", scope: !48, file: !2, line: 65, type: !51)
!55 = !DILocalVariable(name: "c", scope: !48, file: !2, line: 71, type: !51)
!56 = !DILocalVariable(name: "configHz", scope: !48, file: !2, line: 43, type: !57)
!57 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!58 = !DILocalVariable(name: "LINUX_KERNEL_VERSION", scope: !48, file: !2, line: 46, type: !28)
!59 = !DILocalVariable(name: "CONFIG_BPF_LSM", scope: !48, file: !2, line: 53, type: !37)
!60 = !DILocalVariable(name: "CONFIG_XFS_FS", scope: !48, file: !2, line: 56, type: !61)
!61 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfTristate", baseType: !28)
!62 = !DILocalVariable(name: "bpf_prog_active", scope: !48, file: !2, line: 37, type: !22)
!63 = !DILocation(line: 63, column: 6, scope: !48)
!64 = !DILocation(line: 64, column: 9, scope: !48)
!65 = !DILocation(line: 65, column: 29, scope: !48)
!66 = !DILocation(line: 65, column: 2, scope: !48)
!67 = !DILocation(line: 66, column: 5, scope: !48)
!68 = !DILocation(line: 66, column: 7, scope: !48)
!69 = !DILocation(line: 0, scope: !48)
!70 = !DILocation(line: 67, column: 11, scope: !48)
!71 = !DILocation(line: 67, column: 10, scope: !48)
!72 = !DILocation(line: 69, column: 8, scope: !48)
!73 = !DILocation(line: 70, column: 18, scope: !48)
!74 = !DILocation(line: 71, column: 34, scope: !48)
!75 = !DILocation(line: 71, column: 6, scope: !48)
!76 = !DILocation(line: 71, column: 39, scope: !48)
!77 = !DILocation(line: 71, column: 41, scope: !48)
!78 = !DILocation(line: 72, column: 29, scope: !48)
!79 = !DILocation(line: 72, column: 28, scope: !48)
!80 = !DILocation(line: 75, column: 13, scope: !48)
!81 = !DILocation(line: 75, column: 81, scope: !48)
!82 = !DILocation(line: 75, column: 109, scope: !48)
!83 = !DILocation(line: 78, column: 18, scope: !48)
!84 = !DILocation(line: 78, column: 73, scope: !48)
!85 = !DILocation(line: 81, column: 5, scope: !48)
!86 = !DILocation(line: 81, column: 14, scope: !48)
!87 = !DILocation(line: 81, column: 23, scope: !48)
!88 = !DILocation(line: 81, column: 51, scope: !48)
!89 = !DILocation(line: 81, column: 91, scope: !48)
!90 = !DILocation(line: 82, column: 10, scope: !48)
!91 = !DILocation(line: 82, column: 3, scope: !48)
!92 = !DISubprogram(name: "bpf_cgroup_from_id", scope: !15, file: !15, type: !93, spFlags: DISPFlagOptimized)
!93 = !DISubroutineType(types: !94)
!94 = !{!95, !25}
!95 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !96, size: 64, align: 64, dwarfAddressSpace: 0)
!96 = !DICompositeType(tag: DW_TAG_structure_type, name: "cgroup", scope: !15, file: !15, elements: !16)
!97 = !DISubprogram(name: "bpf_rcu_read_lock", scope: !15, file: !15, type: !98, spFlags: DISPFlagOptimized)
!98 = !DISubroutineType(types: !99)
!99 = !{null}
!100 = !DISubprogram(name: "bpf_task_from_pid", scope: !15, file: !15, type: !101, spFlags: DISPFlagOptimized)
!101 = !DISubroutineType(types: !102)
!102 = !{!103, !105}
!103 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !104, size: 64, align: 64, dwarfAddressSpace: 0)
!104 = !DICompositeType(tag: DW_TAG_structure_type, name: "task_struct", scope: !15, file: !15, elements: !16)
!105 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!106 = !DISubprogram(name: "bpf_task_release", scope: !15, file: !15, type: !107, spFlags: DISPFlagOptimized)
!107 = !DISubroutineType(types: !108)
!108 = !{null, !103}
!109 = !DISubprogram(name: "bpf_rcu_read_unlock", scope: !15, file: !15, type: !98, spFlags: DISPFlagOptimized)
!110 = !DISubprogram(name: "bpf_cgroup_release", scope: !15, file: !15, type: !111, spFlags: DISPFlagOptimized)
!111 = !DISubroutineType(types: !112)
!112 = !{null, !95}
!113 = !DISubprogram(name: "bpf_of_module", scope: !15, file: !15, type: !114, spFlags: DISPFlagOptimized)
!114 = !DISubroutineType(types: !115)
!115 = !{!37, !116, !118, !119, !120, !122}
!116 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !117, size: 64, align: 64, dwarfAddressSpace: 0)
!117 = !DICompositeType(tag: DW_TAG_structure_type, name: "nf_conn", scope: !15, file: !15, elements: !16)
!118 = !DIBasicType(name: "unsigned short", size: 16, encoding: DW_ATE_unsigned)
!119 = !DIBasicType(name: "long long", size: 64, encoding: DW_ATE_signed)
!120 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !121, size: 64, align: 64, dwarfAddressSpace: 0)
!121 = !DICompositeType(tag: DW_TAG_union_type, name: "u", scope: !15, file: !15, elements: !16)
!122 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "e", scope: !15, file: !15, baseType: !41, size: 32, align: 32, elements: !16)
!123 = !DISubprogram(name: "bpf_cpumask_first", scope: !15, file: !15, type: !124, spFlags: DISPFlagOptimized)
!124 = !DISubroutineType(types: !125)
!125 = !{!41, !126}
!126 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !127, size: 64, align: 64, dwarfAddressSpace: 0)
!127 = !DICompositeType(tag: DW_TAG_structure_type, name: "cpumask", scope: !15, file: !15, elements: !16)
