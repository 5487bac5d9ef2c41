; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._interface = type { ptr, ptr }
%runtime._string = type { ptr, i64 }

@"reflect/types.type:named:errors.errorString" = internal constant { i8, i16, ptr, ptr, ptr, [19 x i8] } { i8 122, i16 0, ptr @"reflect/types.type:pointer:named:errors.errorString", ptr @"reflect/types.type:struct:{s:basic:string}", ptr @"reflect/types.type.pkgpath:errors", [19 x i8] c"errors.errorString\00" }, align 8, !dbg !0
@"reflect/types.type.pkgpath:errors" = internal unnamed_addr constant [7 x i8] c"errors\00", align 1
@"reflect/types.type:struct:{s:basic:string}" = internal constant { i8, i16, ptr, ptr, i32, i16, [1 x %runtime._interface] } { i8 90, i16 0, ptr @"reflect/types.type:pointer:struct:{s:basic:string}", ptr @"reflect/types.type.pkgpath:errors", i32 16, i16 1, [1 x %runtime._interface] [%runtime._interface { ptr @"reflect/types.type:basic:string", ptr @"reflect/types.type:struct:{s:basic:string}.s" }] }, align 8, !dbg !17
@"reflect/types.type:pointer:struct:{s:basic:string}" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:struct:{s:basic:string}" }, align 8, !dbg !36
@"reflect/types.type:struct:{s:basic:string}.s" = internal unnamed_addr constant [4 x i8] c"\00\00s\00", align 1
@"reflect/types.type:basic:string" = internal constant { i8, ptr } { i8 81, ptr @"reflect/types.type:pointer:basic:string" }, align 8, !dbg !41
@"reflect/types.type:pointer:basic:string" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:basic:string" }, align 8, !dbg !45
@"main$string" = internal unnamed_addr constant [8 x i8] c"too long", align 1, !dbg !47
@"reflect/types.type:pointer:named:errors.errorString" = internal constant { i8, i16, ptr } { i8 -43, i16 1, ptr @"reflect/types.type:named:errors.errorString" }, align 8

; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0

declare void @runtime.nilPanic(ptr)

; Function Attrs: nounwind
define internal %runtime._interface @errors.New(ptr readonly %text.data, i64 %text.len, ptr %context) #1 !dbg !64 {
entry:
  %0 = insertvalue %runtime._string zeroinitializer, ptr %text.data, 0, !dbg !75
  %1 = insertvalue %runtime._string %0, i64 %text.len, 1, !dbg !75
    #dbg_value(ptr %text.data, !74, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !75)
    #dbg_value(i64 %text.len, !74, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !75)
  %complit = call align 8 ptr @runtime.alloc(i64 16, ptr inttoptr (i64 133 to ptr), ptr undef), !dbg !76
  %2 = getelementptr inbounds { %runtime._string }, ptr %complit, i32 0, i32 0, !dbg !77
    #dbg_value(%runtime._string %1, !74, !DIExpression(), !77)
  %3 = icmp eq ptr %2, null, !dbg !77
  br i1 %3, label %store.throw, label %store.next, !dbg !77

store.next:                                       ; preds = %entry
  store %runtime._string %1, ptr %2, align 8, !dbg !77
    #dbg_value(%runtime._string %1, !74, !DIExpression(), !77)
  %4 = insertvalue %runtime._interface { ptr @"reflect/types.type:pointer:named:errors.errorString", ptr undef }, ptr %complit, 1, !dbg !76
  ret %runtime._interface %4, !dbg !78

store.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !77
  unreachable, !dbg !77
}

; Function Attrs: nounwind
define internal %runtime._interface @main.check(i32 %n, ptr %context) unnamed_addr #1 !dbg !79 {
entry:
    #dbg_value(i32 %n, !83, !DIExpression(), !84)
    #dbg_value(i32 %n, !83, !DIExpression(), !85)
  %0 = icmp ugt i32 %n, 1500, !dbg !86
  br i1 %0, label %if.then, label %if.done, !dbg !87

if.then:                                          ; preds = %entry
  %1 = call %runtime._interface @errors.New(ptr @"main$string", i64 8, ptr undef), !dbg !88
  ret %runtime._interface %1, !dbg !89

if.done:                                          ; preds = %entry
  ret %runtime._interface zeroinitializer, !dbg !90
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #2 section "xdp" !dbg !91 {
entry:
    #dbg_value(ptr %ctx, !96, !DIExpression(), !103)
    #dbg_value(ptr %ctx, !96, !DIExpression(), !104)
  %0 = icmp eq ptr %ctx, null, !dbg !105
  br i1 %0, label %deref.throw, label %deref.next, !dbg !105

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %ctx, align 4, !dbg !105
  %2 = call %runtime._interface @main.check(i32 %1, ptr undef), !dbg !106
    #dbg_value(%runtime._interface %2, !97, !DIExpression(), !107)
    #dbg_value(%runtime._interface %2, !97, !DIExpression(), !108)
  %3 = extractvalue %runtime._interface %2, 0, !dbg !109
  %4 = icmp eq ptr %3, null, !dbg !109
  %5 = xor i1 %4, true, !dbg !109
  br i1 %5, label %if.then, label %if.done, !dbg !110

if.then:                                          ; preds = %deref.next
  ret i32 1, !dbg !111

if.done:                                          ; preds = %deref.next
  ret i32 2, !dbg !112

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !105
  unreachable, !dbg !105
}

attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { nounwind }
attributes #2 = { noinline nounwind }

!llvm.dbg.cu = !{!53, !56, !58}
!llvm.ident = !{!60, !60, !60, !60, !60, !60, !60, !60, !60, !60, !60, !60}
!llvm.module.flags = !{!61, !62, !63}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "type errors.errorString", scope: !2, file: !2, line: 1, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "<Go type>", directory: "")
!3 = !DICompositeType(tag: DW_TAG_structure_type, size: 448, align: 64, elements: !4)
!4 = !{!5, !7, !9, !11, !12, !13}
!5 = !DIDerivedType(tag: DW_TAG_member, name: "kind", baseType: !6, size: 8, align: 8)
!6 = !DIBasicType(name: "int8", size: 8, encoding: DW_ATE_signed)
!7 = !DIDerivedType(tag: DW_TAG_member, name: "numMethods", baseType: !8, size: 16, align: 16, offset: 16)
!8 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!9 = !DIDerivedType(tag: DW_TAG_member, name: "ptrTo", baseType: !10, size: 64, align: 64, offset: 64)
!10 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "underlying", baseType: !10, size: 64, align: 64, offset: 128)
!12 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !10, size: 64, align: 64, offset: 192)
!13 = !DIDerivedType(tag: DW_TAG_member, name: "name", baseType: !14, size: 152, align: 8, offset: 256)
!14 = !DICompositeType(tag: DW_TAG_array_type, baseType: !6, size: 152, align: 8, elements: !15)
!15 = !{!16}
!16 = !DISubrange(count: 19, lowerBound: 0)
!17 = !DIGlobalVariableExpression(var: !18, expr: !DIExpression())
!18 = distinct !DIGlobalVariable(name: "type struct{s string}", scope: !2, file: !2, line: 1, type: !19, isLocal: false, isDefinition: true, align: 64)
!19 = !DICompositeType(tag: DW_TAG_structure_type, size: 384, align: 64, elements: !20)
!20 = !{!5, !7, !9, !21, !22, !24, !25}
!21 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !10, size: 64, align: 64, offset: 128)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "size", baseType: !23, size: 32, align: 32, offset: 192)
!23 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!24 = !DIDerivedType(tag: DW_TAG_member, name: "numFields", baseType: !8, size: 16, align: 16, offset: 224)
!25 = !DIDerivedType(tag: DW_TAG_member, name: "fields", baseType: !26, size: 128, align: 64, offset: 256)
!26 = !DICompositeType(tag: DW_TAG_array_type, baseType: !27, size: 128, align: 64, elements: !34)
!27 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime.structField", baseType: !28)
!28 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !29)
!29 = !{!30, !31}
!30 = !DIDerivedType(tag: DW_TAG_member, name: "typecode", baseType: !10, size: 64, align: 64)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "data", baseType: !32, size: 64, align: 64, offset: 64)
!32 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !33, size: 64, align: 64, dwarfAddressSpace: 0)
!33 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!34 = !{!35}
!35 = !DISubrange(count: 1, lowerBound: 0)
!36 = !DIGlobalVariableExpression(var: !37, expr: !DIExpression())
!37 = distinct !DIGlobalVariable(name: "type *struct{s string}", scope: !2, file: !2, line: 1, type: !38, isLocal: false, isDefinition: true, align: 64)
!38 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !39)
!39 = !{!5, !7, !40}
!40 = !DIDerivedType(tag: DW_TAG_member, name: "elementType", baseType: !10, size: 64, align: 64, offset: 64)
!41 = !DIGlobalVariableExpression(var: !42, expr: !DIExpression())
!42 = distinct !DIGlobalVariable(name: "type string", scope: !2, file: !2, line: 1, type: !43, isLocal: false, isDefinition: true, align: 64)
!43 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !44)
!44 = !{!5, !9}
!45 = !DIGlobalVariableExpression(var: !46, expr: !DIExpression())
!46 = distinct !DIGlobalVariable(name: "type *string", scope: !2, file: !2, line: 1, type: !38, isLocal: false, isDefinition: true, align: 64)
!47 = !DIGlobalVariableExpression(var: !48, expr: !DIExpression())
!48 = distinct !DIGlobalVariable(scope: null, file: !49, line: 9, type: !50, isLocal: true, isDefinition: true)
!49 = !DIFile(filename: "main.go", directory: "/src/import-errors")
!50 = !DICompositeType(tag: DW_TAG_array_type, baseType: !33, size: 64, align: 8, elements: !51)
!51 = !{!52}
!52 = !DISubrange(count: 8, lowerBound: 0)
!53 = distinct !DICompileUnit(language: DW_LANG_C99, file: !54, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !55)
!54 = !DIFile(filename: "<unknown>", directory: "")
!55 = !{!45, !41}
!56 = distinct !DICompileUnit(language: DW_LANG_C99, file: !54, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !57)
!57 = !{!36, !17, !0}
!58 = distinct !DICompileUnit(language: DW_LANG_C99, file: !54, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !59)
!59 = !{!47}
!60 = !{!"TinyGo version 0.40.1"}
!61 = !{i32 2, !"Debug Info Version", i32 3}
!62 = !{i32 7, !"Dwarf Version", i32 4}
!63 = !{i32 1, !"target-abi", !"lp64"}
!64 = distinct !DISubprogram(name: "errors.New", linkageName: "errors.New", scope: !65, file: !65, line: 64, type: !66, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !56, retainedNodes: !73)
!65 = !DIFile(filename: "errors.go", directory: "/src/pkg/mod/golang.org/toolchain@v0.0.1-go1.25.5.linux-amd64/src/errors")
!66 = !DISubroutineType(types: !67)
!67 = !{!68}
!68 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !69)
!69 = !{!70, !71}
!70 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !32, size: 64, align: 64)
!71 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !72, size: 64, align: 64, offset: 64)
!72 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!73 = !{!74}
!74 = !DILocalVariable(name: "text", arg: 1, scope: !64, file: !65, line: 64, type: !68)
!75 = !DILocation(line: 64, column: 6, scope: !64)
!76 = !DILocation(line: 65, column: 21, scope: !64)
!77 = !DILocation(line: 65, column: 22, scope: !64)
!78 = !DILocation(line: 65, column: 2, scope: !64)
!79 = distinct !DISubprogram(name: "main.check", linkageName: "main.check", scope: !49, file: !49, line: 7, type: !80, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !58, retainedNodes: !82)
!80 = !DISubroutineType(types: !81)
!81 = !{!23}
!82 = !{!83}
!83 = !DILocalVariable(name: "n", arg: 1, scope: !79, file: !49, line: 7, type: !23)
!84 = !DILocation(line: 7, column: 6, scope: !79)
!85 = !DILocation(line: 8, column: 5, scope: !79)
!86 = !DILocation(line: 8, column: 7, scope: !79)
!87 = !DILocation(line: 0, scope: !79)
!88 = !DILocation(line: 9, column: 20, scope: !79)
!89 = !DILocation(line: 9, column: 3, scope: !79)
!90 = !DILocation(line: 11, column: 2, scope: !79)
!91 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !49, file: !49, line: 16, type: !92, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !58, retainedNodes: !95)
!92 = !DISubroutineType(types: !93)
!93 = !{!94}
!94 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64, align: 64, dwarfAddressSpace: 0)
!95 = !{!96, !97}
!96 = !DILocalVariable(name: "ctx", arg: 1, scope: !91, file: !49, line: 16, type: !94)
!97 = !DILocalVariable(name: "err", scope: !91, file: !49, line: 17, type: !98)
!98 = !DIDerivedType(tag: DW_TAG_typedef, name: "error", baseType: !99)
!99 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime._interface", baseType: !100)
!100 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !101)
!101 = !{!30, !102}
!102 = !DIDerivedType(tag: DW_TAG_member, name: "value", baseType: !10, size: 64, align: 64, offset: 64)
!103 = !DILocation(line: 16, column: 6, scope: !91)
!104 = !DILocation(line: 17, column: 19, scope: !91)
!105 = !DILocation(line: 17, column: 18, scope: !91)
!106 = !DILocation(line: 17, column: 17, scope: !91)
!107 = !DILocation(line: 17, column: 5, scope: !91)
!108 = !DILocation(line: 17, column: 25, scope: !91)
!109 = !DILocation(line: 17, column: 29, scope: !91)
!110 = !DILocation(line: 0, scope: !91)
!111 = !DILocation(line: 18, column: 3, scope: !91)
!112 = !DILocation(line: 20, column: 2, scope: !91)
