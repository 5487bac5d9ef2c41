; Maps of maps with an inner definition, maps and programs that they hold from the start, a bloom filter. Real IR of TinyGo 0.40.1.
; program: progA=xdp
; program: progB=xdp
; program: prog=xdp
source_filename = "main"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32, i64, i32, ptr, { ptr, i64, i64 }, { ptr, i64, i64 } }
%main.val = type { i64, i64 }

@main.innerA = dso_local global %main.bpfMapDef { i32 1, i32 4, i32 16, i32 8, i32 0, i64 0, i32 0, ptr null, { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !0
@main.innerB = dso_local global %main.bpfMapDef { i32 1, i32 4, i32 16, i32 8, i32 0, i64 0, i32 0, ptr null, { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !35
@main.outer = dso_local global %main.bpfMapDef { i32 12, i32 4, i32 4, i32 8, i32 0, i64 0, i32 0, ptr @main.innerA, { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !37
@main.outer2 = dso_local global %main.bpfMapDef { i32 13, i32 4, i32 4, i32 8, i32 0, i64 0, i32 0, ptr @"main$alloc", { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !39
@main.outer3 = dso_local global %main.bpfMapDef { i32 12, i32 4, i32 4, i32 4, i32 0, i64 0, i32 0, ptr null, { ptr, i64, i64 } { ptr @"main$alloc.1", i64 3, i64 3 }, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !41
@main.progs = dso_local global %main.bpfMapDef { i32 3, i32 4, i32 4, i32 4, i32 0, i64 0, i32 0, ptr null, { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } { ptr @"main$alloc.2", i64 3, i64 3 } }, align 8, !dbg !43
@main.bloom = dso_local global %main.bpfMapDef { i32 30, i32 0, i32 8, i32 100, i32 0, i64 3, i32 0, ptr null, { ptr, i64, i64 } zeroinitializer, { ptr, i64, i64 } zeroinitializer }, align 8, !dbg !45
@"main$alloc" = internal global { i64, i64, i64, i64, i64, ptr, ptr, i64, i64, ptr, i64, i64 } { i64 17179869185, i64 34359738384, i64 0, i64 0, i64 0, ptr null, ptr null, i64 0, i64 0, ptr null, i64 0, i64 0 }, align 8
@"main$alloc.1" = internal global [3 x ptr] [ptr @main.innerA, ptr null, ptr @main.innerB], align 8
@"main$alloc.2" = internal global [3 x { ptr, ptr }] [{ ptr, ptr } { ptr null, ptr @progA }, { ptr, ptr } zeroinitializer, { ptr, ptr } { ptr null, ptr @progB }], align 8

declare void @runtime.nilPanic(ptr)

; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0

; Function Attrs: noinline nounwind
define i32 @prog(ptr captures(none) %ctx) #1 section "xdp" !dbg !54 {
entry:
    #dbg_value(ptr %ctx, !58, !DIExpression(), !69)
  %k = call align 4 ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !70
  store i32 2, ptr %k, align 4, !dbg !70
    #dbg_value(i32 2, !59, !DIExpression(), !70)
  %v8 = call align 8 ptr @runtime.alloc(i64 8, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !71
  store i64 7, ptr %v8, align 8, !dbg !71
    #dbg_value(i64 7, !60, !DIExpression(), !71)
    #dbg_value(ptr %ctx, !58, !DIExpression(), !72)
  %0 = call i64 @main.bpfTailCall(ptr %ctx, ptr @main.progs, i32 1, ptr undef), !dbg !73
  %1 = call ptr @main.bpfMapLookupElem(ptr @main.outer3, ptr %k, ptr undef), !dbg !74
    #dbg_value(ptr %1, !61, !DIExpression(), !75)
    #dbg_value(ptr %1, !61, !DIExpression(), !76)
  %2 = icmp eq ptr %1, null, !dbg !77
  br i1 %2, label %if.then, label %if.done, !dbg !78

if.then:                                          ; preds = %entry
  ret i32 0, !dbg !79

if.done:                                          ; preds = %entry
    #dbg_value(ptr %1, !61, !DIExpression(), !80)
  %3 = call ptr @main.bpfMapLookupElem(ptr %1, ptr %k, ptr undef), !dbg !81
    #dbg_value(ptr %3, !62, !DIExpression(), !82)
    #dbg_value(ptr %3, !62, !DIExpression(), !83)
  %4 = icmp ne ptr %3, null, !dbg !84
  br i1 %4, label %if.then1, label %if.done2, !dbg !78

if.then1:                                         ; preds = %if.done
    #dbg_value(ptr %3, !62, !DIExpression(), !85)
  %5 = getelementptr inbounds %main.val, ptr %3, i32 0, i32 1, !dbg !86
  %6 = icmp eq ptr %5, null, !dbg !86
  br i1 %6, label %deref.throw, label %deref.next, !dbg !86

deref.next:                                       ; preds = %if.then1
  %7 = load i64, ptr %5, align 8, !dbg !86
  %8 = trunc i64 %7 to i32, !dbg !87
  ret i32 %8, !dbg !88

if.done2:                                         ; preds = %if.done
  %9 = call ptr @main.bpfMapLookupElem(ptr @main.outer, ptr %k, ptr undef), !dbg !89
  %10 = call ptr @main.bpfMapLookupElem(ptr @main.outer2, ptr %k, ptr undef), !dbg !90
  %11 = call i64 @main.bpfMapPeekElem(ptr @main.bloom, ptr %v8, ptr undef), !dbg !91
    #dbg_value(ptr %ctx, !58, !DIExpression(), !92)
  %12 = call i64 @main.bpfTailCall(ptr %ctx, ptr @main.progs, i32 2, ptr undef), !dbg !93
  ret i32 3, !dbg !94

deref.throw:                                      ; preds = %if.then1
  call void @runtime.nilPanic(ptr undef), !dbg !86
  unreachable, !dbg !86
}

declare i64 @main.bpfTailCall(ptr, ptr, i32, ptr)

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

declare i64 @main.bpfMapPeekElem(ptr, ptr, ptr)

; Function Attrs: noinline nounwind
define i32 @progA(ptr %ctx) #1 section "xdp" !dbg !95 {
entry:
    #dbg_value(ptr %ctx, !97, !DIExpression(), !98)
  ret i32 1, !dbg !99
}

; Function Attrs: noinline nounwind
define i32 @progB(ptr %ctx) #1 section "xdp" !dbg !100 {
entry:
    #dbg_value(ptr %ctx, !102, !DIExpression(), !103)
  ret i32 2, !dbg !104
}

attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { noinline nounwind }

!llvm.dbg.cu = !{!47}
!llvm.ident = !{!50, !50, !50, !50}
!llvm.module.flags = !{!51, !52, !53}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.innerA", linkageName: "main.innerA", scope: !2, file: !2, line: 22, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/probe")
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfMapDef", baseType: !4)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 768, align: 64, elements: !5)
!5 = !{!6, !8, !9, !10, !11, !12, !14, !15, !17, !25}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "Type", baseType: !7, size: 32, align: 32)
!7 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!8 = !DIDerivedType(tag: DW_TAG_member, name: "KeySize", baseType: !7, size: 32, align: 32, offset: 32)
!9 = !DIDerivedType(tag: DW_TAG_member, name: "ValueSize", baseType: !7, size: 32, align: 32, offset: 64)
!10 = !DIDerivedType(tag: DW_TAG_member, name: "MaxEntries", baseType: !7, size: 32, align: 32, offset: 96)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "MapFlags", baseType: !7, size: 32, align: 32, offset: 128)
!12 = !DIDerivedType(tag: DW_TAG_member, name: "MapExtra", baseType: !13, size: 64, align: 64, offset: 192)
!13 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!14 = !DIDerivedType(tag: DW_TAG_member, name: "NumaNode", baseType: !7, size: 32, align: 32, offset: 256)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "Inner", baseType: !16, size: 64, align: 64, offset: 320)
!16 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!17 = !DIDerivedType(tag: DW_TAG_member, name: "Maps", baseType: !18, size: 192, align: 64, offset: 384)
!18 = !DICompositeType(tag: DW_TAG_structure_type, name: "[]*main.bpfMapDef", size: 192, align: 64, elements: !19)
!19 = !{!20, !22, !24}
!20 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !21, size: 64, align: 64)
!21 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64, align: 64, dwarfAddressSpace: 0)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !23, size: 64, align: 64, offset: 64)
!23 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!24 = !DIDerivedType(tag: DW_TAG_member, name: "cap", baseType: !23, size: 64, align: 64, offset: 128)
!25 = !DIDerivedType(tag: DW_TAG_member, name: "Programs", baseType: !26, size: 192, align: 64, offset: 576)
!26 = !DICompositeType(tag: DW_TAG_structure_type, name: "[]func(unsafe.Pointer) int32", size: 192, align: 64, elements: !27)
!27 = !{!28, !22, !24}
!28 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !29, size: 64, align: 64)
!29 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !30, size: 64, align: 64, dwarfAddressSpace: 0)
!30 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !31)
!31 = !{!32, !34}
!32 = !DIDerivedType(tag: DW_TAG_member, name: "context", baseType: !33, size: 64, align: 64)
!33 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!34 = !DIDerivedType(tag: DW_TAG_member, name: "fn", baseType: !33, size: 64, align: 64, offset: 64)
!35 = !DIGlobalVariableExpression(var: !36, expr: !DIExpression())
!36 = distinct !DIGlobalVariable(name: "main.innerB", linkageName: "main.innerB", scope: !2, file: !2, line: 23, type: !3, isLocal: false, isDefinition: true, align: 64)
!37 = !DIGlobalVariableExpression(var: !38, expr: !DIExpression())
!38 = distinct !DIGlobalVariable(name: "main.outer", linkageName: "main.outer", scope: !2, file: !2, line: 24, type: !3, isLocal: false, isDefinition: true, align: 64)
!39 = !DIGlobalVariableExpression(var: !40, expr: !DIExpression())
!40 = distinct !DIGlobalVariable(name: "main.outer2", linkageName: "main.outer2", scope: !2, file: !2, line: 25, type: !3, isLocal: false, isDefinition: true, align: 64)
!41 = !DIGlobalVariableExpression(var: !42, expr: !DIExpression())
!42 = distinct !DIGlobalVariable(name: "main.outer3", linkageName: "main.outer3", scope: !2, file: !2, line: 26, type: !3, isLocal: false, isDefinition: true, align: 64)
!43 = !DIGlobalVariableExpression(var: !44, expr: !DIExpression())
!44 = distinct !DIGlobalVariable(name: "main.progs", linkageName: "main.progs", scope: !2, file: !2, line: 27, type: !3, isLocal: false, isDefinition: true, align: 64)
!45 = !DIGlobalVariableExpression(var: !46, expr: !DIExpression())
!46 = distinct !DIGlobalVariable(name: "main.bloom", linkageName: "main.bloom", scope: !2, file: !2, line: 28, type: !3, isLocal: false, isDefinition: true, align: 64)
!47 = distinct !DICompileUnit(language: DW_LANG_C99, file: !48, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !49)
!48 = !DIFile(filename: "<unknown>", directory: "")
!49 = !{!0, !35, !37, !39, !41, !43, !45}
!50 = !{!"TinyGo version 0.40.1"}
!51 = !{i32 2, !"Debug Info Version", i32 3}
!52 = !{i32 7, !"Dwarf Version", i32 4}
!53 = !{i32 1, !"target-abi", !"lp64"}
!54 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 38, type: !55, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !47, retainedNodes: !57)
!55 = !DISubroutineType(types: !56)
!56 = !{!33}
!57 = !{!58, !59, !60, !61, !62}
!58 = !DILocalVariable(name: "ctx", arg: 1, scope: !54, file: !2, line: 38, type: !33)
!59 = !DILocalVariable(name: "k", scope: !54, file: !2, line: 39, type: !7)
!60 = !DILocalVariable(name: "v8", scope: !54, file: !2, line: 40, type: !13)
!61 = !DILocalVariable(name: "in", scope: !54, file: !2, line: 42, type: !33)
!62 = !DILocalVariable(name: "v", scope: !54, file: !2, line: 46, type: !63)
!63 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !64, size: 64, align: 64, dwarfAddressSpace: 0)
!64 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.val", baseType: !65)
!65 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !66)
!66 = !{!67, !68}
!67 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !13, size: 64, align: 64)
!68 = !DIDerivedType(tag: DW_TAG_member, name: "N", baseType: !13, size: 64, align: 64, offset: 64)
!69 = !DILocation(line: 38, column: 6, scope: !54)
!70 = !DILocation(line: 39, column: 2, scope: !54)
!71 = !DILocation(line: 40, column: 2, scope: !54)
!72 = !DILocation(line: 41, column: 14, scope: !54)
!73 = !DILocation(line: 41, column: 13, scope: !54)
!74 = !DILocation(line: 42, column: 24, scope: !54)
!75 = !DILocation(line: 42, column: 2, scope: !54)
!76 = !DILocation(line: 43, column: 5, scope: !54)
!77 = !DILocation(line: 43, column: 8, scope: !54)
!78 = !DILocation(line: 0, scope: !54)
!79 = !DILocation(line: 44, column: 3, scope: !54)
!80 = !DILocation(line: 46, column: 31, scope: !54)
!81 = !DILocation(line: 46, column: 30, scope: !54)
!82 = !DILocation(line: 46, column: 2, scope: !54)
!83 = !DILocation(line: 47, column: 5, scope: !54)
!84 = !DILocation(line: 47, column: 7, scope: !54)
!85 = !DILocation(line: 48, column: 16, scope: !54)
!86 = !DILocation(line: 48, column: 18, scope: !54)
!87 = !DILocation(line: 48, column: 15, scope: !54)
!88 = !DILocation(line: 48, column: 3, scope: !54)
!89 = !DILocation(line: 50, column: 18, scope: !54)
!90 = !DILocation(line: 51, column: 18, scope: !54)
!91 = !DILocation(line: 52, column: 16, scope: !54)
!92 = !DILocation(line: 53, column: 14, scope: !54)
!93 = !DILocation(line: 53, column: 13, scope: !54)
!94 = !DILocation(line: 54, column: 2, scope: !54)
!95 = distinct !DISubprogram(name: "main.progA", linkageName: "main.progA", scope: !2, file: !2, line: 31, type: !55, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !47, retainedNodes: !96)
!96 = !{!97}
!97 = !DILocalVariable(name: "ctx", arg: 1, scope: !95, file: !2, line: 31, type: !33)
!98 = !DILocation(line: 31, column: 6, scope: !95)
!99 = !DILocation(line: 31, column: 40, scope: !95)
!100 = distinct !DISubprogram(name: "main.progB", linkageName: "main.progB", scope: !2, file: !2, line: 34, type: !55, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !47, retainedNodes: !101)
!101 = !{!102}
!102 = !DILocalVariable(name: "ctx", arg: 1, scope: !100, file: !2, line: 34, type: !33)
!103 = !DILocation(line: 34, column: 6, scope: !100)
!104 = !DILocation(line: 34, column: 40, scope: !100)
