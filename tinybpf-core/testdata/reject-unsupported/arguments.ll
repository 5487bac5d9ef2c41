; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._string = type { ptr, i64 }

@"main$string" = internal unnamed_addr constant [2 x i8] c"lo", align 1, !dbg !0

declare void @runtime.nilPanic(ptr)

; Function Attrs: noinline nounwind
define internal i64 @main.sum(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, ptr %context) unnamed_addr #0 !dbg !14 {
entry:
    #dbg_value(i64 %a, !19, !DIExpression(), !25)
    #dbg_value(i64 %b, !20, !DIExpression(), !25)
    #dbg_value(i64 %c, !21, !DIExpression(), !25)
    #dbg_value(i64 %d, !22, !DIExpression(), !25)
    #dbg_value(i64 %e, !23, !DIExpression(), !25)
    #dbg_value(i64 %f, !24, !DIExpression(), !25)
    #dbg_value(i64 %a, !19, !DIExpression(), !26)
    #dbg_value(i64 %b, !20, !DIExpression(), !27)
  %0 = add i64 %a, %b, !dbg !28
    #dbg_value(i64 %c, !21, !DIExpression(), !29)
  %1 = add i64 %0, %c, !dbg !30
    #dbg_value(i64 %d, !22, !DIExpression(), !31)
  %2 = add i64 %1, %d, !dbg !32
    #dbg_value(i64 %e, !23, !DIExpression(), !33)
  %3 = add i64 %2, %e, !dbg !34
    #dbg_value(i64 %f, !24, !DIExpression(), !35)
  %4 = add i64 %3, %f, !dbg !36
  ret i64 %4, !dbg !37
}

; Function Attrs: noinline nounwind
define internal i64 @main.count(ptr readonly %name.data, i64 %name.len, ptr %data.data, i64 %data.len, i64 %data.cap, i64 %n, ptr %context) unnamed_addr #0 !dbg !38 {
entry:
  %0 = insertvalue %runtime._string zeroinitializer, ptr %name.data, 0, !dbg !57
  %1 = insertvalue %runtime._string %0, i64 %name.len, 1, !dbg !57
    #dbg_value(ptr %name.data, !54, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !57)
    #dbg_value(i64 %name.len, !54, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !57)
  %2 = insertvalue { ptr, i64, i64 } zeroinitializer, ptr %data.data, 0, !dbg !57
  %3 = insertvalue { ptr, i64, i64 } %2, i64 %data.len, 1, !dbg !57
  %4 = insertvalue { ptr, i64, i64 } %3, i64 %data.cap, 2, !dbg !57
    #dbg_value(ptr %data.data, !55, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !57)
    #dbg_value(i64 %data.len, !55, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !57)
    #dbg_value(i64 %data.cap, !55, !DIExpression(DW_OP_LLVM_fragment, 128, 64), !57)
    #dbg_value(i64 %n, !56, !DIExpression(), !57)
    #dbg_value(i64 %n, !56, !DIExpression(), !58)
    #dbg_value(%runtime._string %1, !54, !DIExpression(), !59)
  %len = extractvalue %runtime._string %1, 1, !dbg !60
  %5 = add i64 %n, %len, !dbg !61
    #dbg_value(%runtime._string %1, !54, !DIExpression(), !62)
  %len1 = extractvalue %runtime._string %1, 1, !dbg !63
  %6 = icmp uge i64 0, %len1, !dbg !63
  br i1 %6, label %lookup.throw, label %lookup.next, !dbg !63

lookup.next:                                      ; preds = %entry
  %7 = extractvalue %runtime._string %1, 0, !dbg !63
  %8 = getelementptr inbounds i8, ptr %7, i64 0, !dbg !63
  %9 = load i8, ptr %8, align 1, !dbg !63
  %10 = zext i8 %9 to i64, !dbg !64
  %11 = add i64 %5, %10, !dbg !65
    #dbg_value({ ptr, i64, i64 } %4, !55, !DIExpression(), !66)
  %len2 = extractvalue { ptr, i64, i64 } %4, 1, !dbg !67
  %12 = add i64 %11, %len2, !dbg !68
    #dbg_value({ ptr, i64, i64 } %4, !55, !DIExpression(), !69)
  %indexaddr.ptr = extractvalue { ptr, i64, i64 } %4, 0, !dbg !70
  %indexaddr.len = extractvalue { ptr, i64, i64 } %4, 1, !dbg !70
  %13 = icmp uge i64 0, %indexaddr.len, !dbg !70
  br i1 %13, label %lookup.throw3, label %lookup.next4, !dbg !70

lookup.next4:                                     ; preds = %lookup.next
  %14 = getelementptr inbounds i8, ptr %indexaddr.ptr, i64 0, !dbg !70
  %15 = load i8, ptr %14, align 1, !dbg !70
  %16 = zext i8 %15 to i64, !dbg !71
  %17 = add i64 %12, %16, !dbg !72
    #dbg_value({ ptr, i64, i64 } %4, !55, !DIExpression(), !73)
  %cap = extractvalue { ptr, i64, i64 } %4, 2, !dbg !74
  %18 = add i64 %17, %cap, !dbg !75
  ret i64 %18, !dbg !76

lookup.throw:                                     ; preds = %entry
  call void @runtime.lookupPanic(ptr undef), !dbg !63
  unreachable, !dbg !63

lookup.throw3:                                    ; preds = %lookup.next
  call void @runtime.lookupPanic(ptr undef), !dbg !70
  unreachable, !dbg !70
}

declare void @runtime.lookupPanic(ptr)

; Function Attrs: nounwind
define internal i64 @main.inlined(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, ptr %context) unnamed_addr #1 !dbg !77 {
entry:
    #dbg_value(i64 %a, !79, !DIExpression(), !85)
    #dbg_value(i64 %b, !80, !DIExpression(), !85)
    #dbg_value(i64 %c, !81, !DIExpression(), !85)
    #dbg_value(i64 %d, !82, !DIExpression(), !85)
    #dbg_value(i64 %e, !83, !DIExpression(), !85)
    #dbg_value(i64 %f, !84, !DIExpression(), !85)
    #dbg_value(i64 %a, !79, !DIExpression(), !86)
    #dbg_value(i64 %b, !80, !DIExpression(), !87)
  %0 = xor i64 %a, %b, !dbg !88
    #dbg_value(i64 %c, !81, !DIExpression(), !89)
  %1 = xor i64 %0, %c, !dbg !90
    #dbg_value(i64 %d, !82, !DIExpression(), !91)
  %2 = xor i64 %1, %d, !dbg !92
    #dbg_value(i64 %e, !83, !DIExpression(), !93)
  %3 = xor i64 %2, %e, !dbg !94
    #dbg_value(i64 %f, !84, !DIExpression(), !95)
  %4 = xor i64 %3, %f, !dbg !96
  ret i64 %4, !dbg !97
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(64) %ctx) #0 section "xdp" !dbg !98 {
entry:
    #dbg_value(ptr %ctx, !106, !DIExpression(), !108)
    #dbg_value(ptr %ctx, !106, !DIExpression(), !109)
  %0 = icmp eq ptr %ctx, null, !dbg !110
  br i1 %0, label %gep.throw, label %gep.next, !dbg !110

gep.next:                                         ; preds = %entry
  %1 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 0, !dbg !110
  %2 = load i64, ptr %1, align 8, !dbg !110
    #dbg_value(ptr %ctx, !106, !DIExpression(), !111)
  %3 = icmp eq ptr %ctx, null, !dbg !112
  br i1 %3, label %gep.throw1, label %gep.next2, !dbg !112

gep.next2:                                        ; preds = %gep.next
  %4 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 1, !dbg !112
  %5 = load i64, ptr %4, align 8, !dbg !112
    #dbg_value(ptr %ctx, !106, !DIExpression(), !113)
  %6 = icmp eq ptr %ctx, null, !dbg !114
  br i1 %6, label %gep.throw3, label %gep.next4, !dbg !114

gep.next4:                                        ; preds = %gep.next2
  %7 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 2, !dbg !114
  %8 = load i64, ptr %7, align 8, !dbg !114
    #dbg_value(ptr %ctx, !106, !DIExpression(), !115)
  %9 = icmp eq ptr %ctx, null, !dbg !116
  br i1 %9, label %gep.throw5, label %gep.next6, !dbg !116

gep.next6:                                        ; preds = %gep.next4
  %10 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 3, !dbg !116
  %11 = load i64, ptr %10, align 8, !dbg !116
    #dbg_value(ptr %ctx, !106, !DIExpression(), !117)
  %12 = icmp eq ptr %ctx, null, !dbg !118
  br i1 %12, label %gep.throw7, label %gep.next8, !dbg !118

gep.next8:                                        ; preds = %gep.next6
  %13 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 4, !dbg !118
  %14 = load i64, ptr %13, align 8, !dbg !118
    #dbg_value(ptr %ctx, !106, !DIExpression(), !119)
  %15 = icmp eq ptr %ctx, null, !dbg !120
  br i1 %15, label %gep.throw9, label %gep.next10, !dbg !120

gep.next10:                                       ; preds = %gep.next8
  %16 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 5, !dbg !120
  %17 = load i64, ptr %16, align 8, !dbg !120
  %18 = call i64 @main.sum(i64 %2, i64 %5, i64 %8, i64 %11, i64 %14, i64 %17, ptr undef), !dbg !121
    #dbg_value(i64 %18, !107, !DIExpression(), !122)
    #dbg_value(ptr %ctx, !106, !DIExpression(), !123)
  %19 = icmp eq ptr %ctx, null, !dbg !124
  br i1 %19, label %gep.throw11, label %gep.next12, !dbg !124

gep.next12:                                       ; preds = %gep.next10
  %20 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 0, !dbg !124
  %21 = load i64, ptr %20, align 8, !dbg !124
    #dbg_value(ptr %ctx, !106, !DIExpression(), !125)
  %22 = icmp eq ptr %ctx, null, !dbg !126
  br i1 %22, label %gep.throw13, label %gep.next14, !dbg !126

gep.next14:                                       ; preds = %gep.next12
  %23 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 1, !dbg !126
  %24 = load i64, ptr %23, align 8, !dbg !126
    #dbg_value(ptr %ctx, !106, !DIExpression(), !127)
  %25 = icmp eq ptr %ctx, null, !dbg !128
  br i1 %25, label %gep.throw15, label %gep.next16, !dbg !128

gep.next16:                                       ; preds = %gep.next14
  %26 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 2, !dbg !128
  %27 = load i64, ptr %26, align 8, !dbg !128
    #dbg_value(ptr %ctx, !106, !DIExpression(), !129)
  %28 = icmp eq ptr %ctx, null, !dbg !130
  br i1 %28, label %gep.throw17, label %gep.next18, !dbg !130

gep.next18:                                       ; preds = %gep.next16
  %29 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 3, !dbg !130
  %30 = load i64, ptr %29, align 8, !dbg !130
    #dbg_value(ptr %ctx, !106, !DIExpression(), !131)
  %31 = icmp eq ptr %ctx, null, !dbg !132
  br i1 %31, label %gep.throw19, label %gep.next20, !dbg !132

gep.next20:                                       ; preds = %gep.next18
  %32 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 4, !dbg !132
  %33 = load i64, ptr %32, align 8, !dbg !132
    #dbg_value(ptr %ctx, !106, !DIExpression(), !133)
  %34 = icmp eq ptr %ctx, null, !dbg !134
  br i1 %34, label %gep.throw21, label %gep.next22, !dbg !134

gep.next22:                                       ; preds = %gep.next20
  %35 = getelementptr inbounds [8 x i64], ptr %ctx, i32 0, i64 5, !dbg !134
  %36 = load i64, ptr %35, align 8, !dbg !134
  %37 = call i64 @main.inlined(i64 %21, i64 %24, i64 %27, i64 %30, i64 %33, i64 %36, ptr undef), !dbg !135
  %38 = add i64 %18, %37, !dbg !136
    #dbg_value(i64 %38, !107, !DIExpression(), !136)
  br i1 true, label %slice.throw, label %slice.next, !dbg !137

slice.next:                                       ; preds = %gep.next22
    #dbg_value(i64 %38, !107, !DIExpression(), !138)
  %39 = call i64 @main.count(ptr @"main$string", i64 2, ptr null, i64 16, i64 16, i64 %38, ptr undef), !dbg !139
  %40 = add i64 %38, %39, !dbg !140
    #dbg_value(i64 %40, !107, !DIExpression(), !140)
    #dbg_value(i64 %40, !107, !DIExpression(), !141)
  %41 = trunc i64 %40 to i32, !dbg !142
  ret i32 %41, !dbg !143

gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !110
  unreachable, !dbg !110

gep.throw1:                                       ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !112
  unreachable, !dbg !112

gep.throw3:                                       ; preds = %gep.next2
  call void @runtime.nilPanic(ptr undef), !dbg !114
  unreachable, !dbg !114

gep.throw5:                                       ; preds = %gep.next4
  call void @runtime.nilPanic(ptr undef), !dbg !116
  unreachable, !dbg !116

gep.throw7:                                       ; preds = %gep.next6
  call void @runtime.nilPanic(ptr undef), !dbg !118
  unreachable, !dbg !118

gep.throw9:                                       ; preds = %gep.next8
  call void @runtime.nilPanic(ptr undef), !dbg !120
  unreachable, !dbg !120

gep.throw11:                                      ; preds = %gep.next10
  call void @runtime.nilPanic(ptr undef), !dbg !124
  unreachable, !dbg !124

gep.throw13:                                      ; preds = %gep.next12
  call void @runtime.nilPanic(ptr undef), !dbg !126
  unreachable, !dbg !126

gep.throw15:                                      ; preds = %gep.next14
  call void @runtime.nilPanic(ptr undef), !dbg !128
  unreachable, !dbg !128

gep.throw17:                                      ; preds = %gep.next16
  call void @runtime.nilPanic(ptr undef), !dbg !130
  unreachable, !dbg !130

gep.throw19:                                      ; preds = %gep.next18
  call void @runtime.nilPanic(ptr undef), !dbg !132
  unreachable, !dbg !132

gep.throw21:                                      ; preds = %gep.next20
  call void @runtime.nilPanic(ptr undef), !dbg !134
  unreachable, !dbg !134

slice.throw:                                      ; preds = %gep.next22
  call void @runtime.nilPanic(ptr undef), !dbg !137
  unreachable, !dbg !137
}

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }

!llvm.dbg.cu = !{!7}
!llvm.ident = !{!10, !10, !10, !10}
!llvm.module.flags = !{!11, !12, !13}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(scope: null, file: !2, line: 23, type: !3, isLocal: true, isDefinition: true)
!2 = !DIFile(filename: "main.go", directory: "/src/arguments")
!3 = !DICompositeType(tag: DW_TAG_array_type, baseType: !4, size: 16, align: 8, elements: !5)
!4 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!5 = !{!6}
!6 = !DISubrange(count: 2, lowerBound: 0)
!7 = distinct !DICompileUnit(language: DW_LANG_C99, file: !8, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !9)
!8 = !DIFile(filename: "<unknown>", directory: "")
!9 = !{!0}
!10 = !{!"TinyGo version 0.40.1"}
!11 = !{i32 2, !"Debug Info Version", i32 3}
!12 = !{i32 7, !"Dwarf Version", i32 4}
!13 = !{i32 1, !"target-abi", !"lp64"}
!14 = distinct !DISubprogram(name: "main.sum", linkageName: "main.sum", scope: !2, file: !2, line: 6, type: !15, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !7, retainedNodes: !18)
!15 = !DISubroutineType(types: !16)
!16 = !{!17, !17, !17, !17, !17, !17}
!17 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!18 = !{!19, !20, !21, !22, !23, !24}
!19 = !DILocalVariable(name: "a", arg: 1, scope: !14, file: !2, line: 6, type: !17)
!20 = !DILocalVariable(name: "b", arg: 2, scope: !14, file: !2, line: 6, type: !17)
!21 = !DILocalVariable(name: "c", arg: 3, scope: !14, file: !2, line: 6, type: !17)
!22 = !DILocalVariable(name: "d", arg: 4, scope: !14, file: !2, line: 6, type: !17)
!23 = !DILocalVariable(name: "e", arg: 5, scope: !14, file: !2, line: 6, type: !17)
!24 = !DILocalVariable(name: "f", arg: 6, scope: !14, file: !2, line: 6, type: !17)
!25 = !DILocation(line: 6, column: 6, scope: !14)
!26 = !DILocation(line: 7, column: 9, scope: !14)
!27 = !DILocation(line: 7, column: 13, scope: !14)
!28 = !DILocation(line: 7, column: 11, scope: !14)
!29 = !DILocation(line: 7, column: 17, scope: !14)
!30 = !DILocation(line: 7, column: 15, scope: !14)
!31 = !DILocation(line: 7, column: 21, scope: !14)
!32 = !DILocation(line: 7, column: 19, scope: !14)
!33 = !DILocation(line: 7, column: 25, scope: !14)
!34 = !DILocation(line: 7, column: 23, scope: !14)
!35 = !DILocation(line: 7, column: 29, scope: !14)
!36 = !DILocation(line: 7, column: 27, scope: !14)
!37 = !DILocation(line: 7, column: 2, scope: !14)
!38 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !2, file: !2, line: 11, type: !39, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !7, retainedNodes: !53)
!39 = !DISubroutineType(types: !40)
!40 = !{!41, !47, !17}
!41 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !42)
!42 = !{!43, !45}
!43 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !44, size: 64, align: 64)
!44 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64, align: 64, dwarfAddressSpace: 0)
!45 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !46, size: 64, align: 64, offset: 64)
!46 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!47 = !DICompositeType(tag: DW_TAG_structure_type, name: "[]byte", size: 192, align: 64, elements: !48)
!48 = !{!49, !45, !52}
!49 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !50, size: 64, align: 64)
!50 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !51, size: 64, align: 64, dwarfAddressSpace: 0)
!51 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!52 = !DIDerivedType(tag: DW_TAG_member, name: "cap", baseType: !46, size: 64, align: 64, offset: 128)
!53 = !{!54, !55, !56}
!54 = !DILocalVariable(name: "name", arg: 1, scope: !38, file: !2, line: 11, type: !41)
!55 = !DILocalVariable(name: "data", arg: 2, scope: !38, file: !2, line: 11, type: !47)
!56 = !DILocalVariable(name: "n", arg: 3, scope: !38, file: !2, line: 11, type: !17)
!57 = !DILocation(line: 11, column: 6, scope: !38)
!58 = !DILocation(line: 12, column: 9, scope: !38)
!59 = !DILocation(line: 12, column: 24, scope: !38)
!60 = !DILocation(line: 12, column: 23, scope: !38)
!61 = !DILocation(line: 12, column: 11, scope: !38)
!62 = !DILocation(line: 12, column: 40, scope: !38)
!63 = !DILocation(line: 12, column: 44, scope: !38)
!64 = !DILocation(line: 12, column: 39, scope: !38)
!65 = !DILocation(line: 12, column: 31, scope: !38)
!66 = !DILocation(line: 12, column: 62, scope: !38)
!67 = !DILocation(line: 12, column: 61, scope: !38)
!68 = !DILocation(line: 12, column: 49, scope: !38)
!69 = !DILocation(line: 12, column: 78, scope: !38)
!70 = !DILocation(line: 12, column: 82, scope: !38)
!71 = !DILocation(line: 12, column: 77, scope: !38)
!72 = !DILocation(line: 12, column: 69, scope: !38)
!73 = !DILocation(line: 12, column: 100, scope: !38)
!74 = !DILocation(line: 12, column: 99, scope: !38)
!75 = !DILocation(line: 12, column: 87, scope: !38)
!76 = !DILocation(line: 12, column: 2, scope: !38)
!77 = distinct !DISubprogram(name: "main.inlined", linkageName: "main.inlined", scope: !2, file: !2, line: 16, type: !15, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !7, retainedNodes: !78)
!78 = !{!79, !80, !81, !82, !83, !84}
!79 = !DILocalVariable(name: "a", arg: 1, scope: !77, file: !2, line: 16, type: !17)
!80 = !DILocalVariable(name: "b", arg: 2, scope: !77, file: !2, line: 16, type: !17)
!81 = !DILocalVariable(name: "c", arg: 3, scope: !77, file: !2, line: 16, type: !17)
!82 = !DILocalVariable(name: "d", arg: 4, scope: !77, file: !2, line: 16, type: !17)
!83 = !DILocalVariable(name: "e", arg: 5, scope: !77, file: !2, line: 16, type: !17)
!84 = !DILocalVariable(name: "f", arg: 6, scope: !77, file: !2, line: 16, type: !17)
!85 = !DILocation(line: 16, column: 6, scope: !77)
!86 = !DILocation(line: 16, column: 55, scope: !77)
!87 = !DILocation(line: 16, column: 59, scope: !77)
!88 = !DILocation(line: 16, column: 57, scope: !77)
!89 = !DILocation(line: 16, column: 63, scope: !77)
!90 = !DILocation(line: 16, column: 61, scope: !77)
!91 = !DILocation(line: 16, column: 67, scope: !77)
!92 = !DILocation(line: 16, column: 65, scope: !77)
!93 = !DILocation(line: 16, column: 71, scope: !77)
!94 = !DILocation(line: 16, column: 69, scope: !77)
!95 = !DILocation(line: 16, column: 75, scope: !77)
!96 = !DILocation(line: 16, column: 73, scope: !77)
!97 = !DILocation(line: 16, column: 48, scope: !77)
!98 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 20, type: !99, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !7, retainedNodes: !105)
!99 = !DISubroutineType(types: !100)
!100 = !{!101}
!101 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !102, size: 64, align: 64, dwarfAddressSpace: 0)
!102 = !DICompositeType(tag: DW_TAG_array_type, baseType: !17, size: 512, align: 64, elements: !103)
!103 = !{!104}
!104 = !DISubrange(count: 8, lowerBound: 0)
!105 = !{!106, !107}
!106 = !DILocalVariable(name: "ctx", arg: 1, scope: !98, file: !2, line: 20, type: !101)
!107 = !DILocalVariable(name: "n", scope: !98, file: !2, line: 21, type: !17)
!108 = !DILocation(line: 20, column: 6, scope: !98)
!109 = !DILocation(line: 21, column: 11, scope: !98)
!110 = !DILocation(line: 21, column: 14, scope: !98)
!111 = !DILocation(line: 21, column: 19, scope: !98)
!112 = !DILocation(line: 21, column: 22, scope: !98)
!113 = !DILocation(line: 21, column: 27, scope: !98)
!114 = !DILocation(line: 21, column: 30, scope: !98)
!115 = !DILocation(line: 21, column: 35, scope: !98)
!116 = !DILocation(line: 21, column: 38, scope: !98)
!117 = !DILocation(line: 21, column: 43, scope: !98)
!118 = !DILocation(line: 21, column: 46, scope: !98)
!119 = !DILocation(line: 21, column: 51, scope: !98)
!120 = !DILocation(line: 21, column: 54, scope: !98)
!121 = !DILocation(line: 21, column: 10, scope: !98)
!122 = !DILocation(line: 21, column: 2, scope: !98)
!123 = !DILocation(line: 22, column: 15, scope: !98)
!124 = !DILocation(line: 22, column: 18, scope: !98)
!125 = !DILocation(line: 22, column: 23, scope: !98)
!126 = !DILocation(line: 22, column: 26, scope: !98)
!127 = !DILocation(line: 22, column: 31, scope: !98)
!128 = !DILocation(line: 22, column: 34, scope: !98)
!129 = !DILocation(line: 22, column: 39, scope: !98)
!130 = !DILocation(line: 22, column: 42, scope: !98)
!131 = !DILocation(line: 22, column: 47, scope: !98)
!132 = !DILocation(line: 22, column: 50, scope: !98)
!133 = !DILocation(line: 22, column: 55, scope: !98)
!134 = !DILocation(line: 22, column: 58, scope: !98)
!135 = !DILocation(line: 22, column: 14, scope: !98)
!136 = !DILocation(line: 22, column: 2, scope: !98)
!137 = !DILocation(line: 23, column: 35, scope: !98)
!138 = !DILocation(line: 23, column: 40, scope: !98)
!139 = !DILocation(line: 23, column: 12, scope: !98)
!140 = !DILocation(line: 23, column: 2, scope: !98)
!141 = !DILocation(line: 24, column: 15, scope: !98)
!142 = !DILocation(line: 24, column: 14, scope: !98)
!143 = !DILocation(line: 24, column: 2, scope: !98)
