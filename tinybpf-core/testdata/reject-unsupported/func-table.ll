; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.op = type { { ptr, ptr } }

@main.table = internal global [2 x { ptr, ptr }] [{ ptr, ptr } { ptr null, ptr @main.double }, { ptr, ptr } { ptr null, ptr @main.triple }], align 8, !dbg !0
@main.chosen = internal global %main.op zeroinitializer, align 8, !dbg !11

declare void @runtime.nilPanic(ptr)

; Function Attrs: nounwind
define internal i32 @main.double(i32 %n, ptr %context) unnamed_addr #0 !dbg !24 {
entry:
    #dbg_value(i32 %n, !29, !DIExpression(), !30)
    #dbg_value(i32 %n, !29, !DIExpression(), !31)
  %0 = mul i32 2, %n, !dbg !32
  ret i32 %0, !dbg !33
}

; Function Attrs: nounwind
define internal i32 @main.triple(i32 %n, ptr %context) unnamed_addr #0 !dbg !34 {
entry:
    #dbg_value(i32 %n, !36, !DIExpression(), !37)
    #dbg_value(i32 %n, !36, !DIExpression(), !38)
  %0 = mul i32 3, %n, !dbg !39
  ret i32 %0, !dbg !40
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #1 section "xdp" !dbg !41 {
entry:
    #dbg_value(ptr %ctx, !46, !DIExpression(), !48)
    #dbg_value(ptr %ctx, !46, !DIExpression(), !49)
  %0 = icmp eq ptr %ctx, null, !dbg !50
  br i1 %0, label %deref.throw, label %deref.next, !dbg !50

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %ctx, align 4, !dbg !50
  %2 = and i32 %1, 1, !dbg !51
  %3 = zext i32 %2 to i64, !dbg !52
  %4 = icmp uge i64 %3, 2, !dbg !52
  br i1 %4, label %lookup.throw, label %lookup.next, !dbg !52

lookup.next:                                      ; preds = %deref.next
  %5 = getelementptr inbounds [2 x { ptr, ptr }], ptr @main.table, i32 0, i64 %3, !dbg !52
  %6 = load { ptr, ptr }, ptr %5, align 8, !dbg !52
    #dbg_value(ptr %ctx, !46, !DIExpression(), !53)
  %7 = icmp eq ptr %ctx, null, !dbg !54
  br i1 %7, label %deref.throw1, label %deref.next2, !dbg !54

deref.next2:                                      ; preds = %lookup.next
  %8 = load i32, ptr %ctx, align 4, !dbg !54
  %9 = extractvalue { ptr, ptr } %6, 0, !dbg !55
  %10 = extractvalue { ptr, ptr } %6, 1, !dbg !55
  %11 = icmp eq ptr %10, null, !dbg !55
  br i1 %11, label %fpcall.throw, label %fpcall.next, !dbg !55

fpcall.next:                                      ; preds = %deref.next2
  %12 = call i32 %10(i32 %8, ptr %9), !dbg !55
    #dbg_value(i32 %12, !47, !DIExpression(), !56)
  %13 = load { ptr, ptr }, ptr @main.chosen, align 8, !dbg !57
  %14 = extractvalue { ptr, ptr } %13, 1, !dbg !58
  %15 = icmp ne ptr %14, null, !dbg !58
  br i1 %15, label %if.then, label %if.done, !dbg !59

if.then:                                          ; preds = %fpcall.next
  %16 = load { ptr, ptr }, ptr @main.chosen, align 8, !dbg !60
    #dbg_value(i32 %12, !47, !DIExpression(), !61)
  %17 = extractvalue { ptr, ptr } %16, 0, !dbg !62
  %18 = extractvalue { ptr, ptr } %16, 1, !dbg !62
  %19 = icmp eq ptr %18, null, !dbg !62
  br i1 %19, label %fpcall.throw3, label %fpcall.next4, !dbg !62

fpcall.next4:                                     ; preds = %if.then
  %20 = call i32 %18(i32 %12, ptr %17), !dbg !62
    #dbg_value(i32 %20, !47, !DIExpression(), !63)
  br label %if.done, !dbg !59

if.done:                                          ; preds = %fpcall.next4, %fpcall.next
  %21 = phi i32 [ %12, %fpcall.next ], [ %20, %fpcall.next4 ], !dbg !56
    #dbg_value(i32 %21, !47, !DIExpression(), !64)
  ret i32 %21, !dbg !65

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !50
  unreachable, !dbg !50

lookup.throw:                                     ; preds = %deref.next
  call void @runtime.lookupPanic(ptr undef), !dbg !52
  unreachable, !dbg !52

deref.throw1:                                     ; preds = %lookup.next
  call void @runtime.nilPanic(ptr undef), !dbg !54
  unreachable, !dbg !54

fpcall.throw:                                     ; preds = %deref.next2
  call void @runtime.nilPanic(ptr undef), !dbg !55
  unreachable, !dbg !55

fpcall.throw3:                                    ; preds = %if.then
  call void @runtime.nilPanic(ptr undef), !dbg !62
  unreachable, !dbg !62
}

declare void @runtime.lookupPanic(ptr)

attributes #0 = { nounwind }
attributes #1 = { noinline nounwind }

!llvm.dbg.cu = !{!17}
!llvm.ident = !{!20, !20, !20, !20}
!llvm.module.flags = !{!21, !22, !23}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.table", linkageName: "main.table", scope: !2, file: !2, line: 8, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/func-table")
!3 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 256, align: 64, elements: !9)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !5)
!5 = !{!6, !8}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "context", baseType: !7, size: 64, align: 64)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!8 = !DIDerivedType(tag: DW_TAG_member, name: "fn", baseType: !7, size: 64, align: 64, offset: 64)
!9 = !{!10}
!10 = !DISubrange(count: 2, lowerBound: 0)
!11 = !DIGlobalVariableExpression(var: !12, expr: !DIExpression())
!12 = distinct !DIGlobalVariable(name: "main.chosen", linkageName: "main.chosen", scope: !2, file: !2, line: 12, type: !13, isLocal: false, isDefinition: true, align: 64)
!13 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.op", baseType: !14)
!14 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !15)
!15 = !{!16}
!16 = !DIDerivedType(tag: DW_TAG_member, name: "run", baseType: !4, size: 128, align: 64)
!17 = distinct !DICompileUnit(language: DW_LANG_C99, file: !18, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !19)
!18 = !DIFile(filename: "<unknown>", directory: "")
!19 = !{!0, !11}
!20 = !{!"TinyGo version 0.40.1"}
!21 = !{i32 2, !"Debug Info Version", i32 3}
!22 = !{i32 7, !"Dwarf Version", i32 4}
!23 = !{i32 1, !"target-abi", !"lp64"}
!24 = distinct !DISubprogram(name: "main.double", linkageName: "main.double", scope: !2, file: !2, line: 5, type: !25, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !17, retainedNodes: !28)
!25 = !DISubroutineType(types: !26)
!26 = !{!27}
!27 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!28 = !{!29}
!29 = !DILocalVariable(name: "n", arg: 1, scope: !24, file: !2, line: 5, type: !27)
!30 = !DILocation(line: 5, column: 6, scope: !24)
!31 = !DILocation(line: 5, column: 43, scope: !24)
!32 = !DILocation(line: 5, column: 41, scope: !24)
!33 = !DILocation(line: 5, column: 32, scope: !24)
!34 = distinct !DISubprogram(name: "main.triple", linkageName: "main.triple", scope: !2, file: !2, line: 6, type: !25, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !17, retainedNodes: !35)
!35 = !{!36}
!36 = !DILocalVariable(name: "n", arg: 1, scope: !34, file: !2, line: 6, type: !27)
!37 = !DILocation(line: 6, column: 6, scope: !34)
!38 = !DILocation(line: 6, column: 43, scope: !34)
!39 = !DILocation(line: 6, column: 41, scope: !34)
!40 = !DILocation(line: 6, column: 32, scope: !34)
!41 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 16, type: !42, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !17, retainedNodes: !45)
!42 = !DISubroutineType(types: !43)
!43 = !{!44}
!44 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !27, size: 64, align: 64, dwarfAddressSpace: 0)
!45 = !{!46, !47}
!46 = !DILocalVariable(name: "ctx", arg: 1, scope: !41, file: !2, line: 16, type: !44)
!47 = !DILocalVariable(name: "n", scope: !41, file: !2, line: 17, type: !27)
!48 = !DILocation(line: 16, column: 6, scope: !41)
!49 = !DILocation(line: 17, column: 14, scope: !41)
!50 = !DILocation(line: 17, column: 13, scope: !41)
!51 = !DILocation(line: 17, column: 17, scope: !41)
!52 = !DILocation(line: 17, column: 12, scope: !41)
!53 = !DILocation(line: 17, column: 22, scope: !41)
!54 = !DILocation(line: 17, column: 21, scope: !41)
!55 = !DILocation(line: 17, column: 20, scope: !41)
!56 = !DILocation(line: 17, column: 2, scope: !41)
!57 = !DILocation(line: 18, column: 12, scope: !41)
!58 = !DILocation(line: 18, column: 16, scope: !41)
!59 = !DILocation(line: 0, scope: !41)
!60 = !DILocation(line: 19, column: 14, scope: !41)
!61 = !DILocation(line: 19, column: 18, scope: !41)
!62 = !DILocation(line: 19, column: 17, scope: !41)
!63 = !DILocation(line: 19, column: 3, scope: !41)
!64 = !DILocation(line: 21, column: 15, scope: !41)
!65 = !DILocation(line: 21, column: 2, scope: !41)
