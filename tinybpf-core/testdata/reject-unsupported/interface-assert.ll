; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._interface = type { ptr, ptr }
%main.pair = type { i32, i32 }

@main.other = internal global %runtime._interface zeroinitializer, align 8, !dbg !0
@main.origin = internal global %main.pair zeroinitializer, align 4, !dbg !9
@"reflect/types.type:basic:uint32" = internal constant { i8, ptr } { i8 -54, ptr @"reflect/types.type:pointer:basic:uint32" }, align 8, !dbg !17
@"reflect/types.type:pointer:basic:uint32" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:basic:uint32" }, align 8, !dbg !25
@"reflect/types.type:basic:int32" = internal constant { i8, ptr } { i8 -59, ptr @"reflect/types.type:pointer:basic:int32" }, align 8, !dbg !32
@"reflect/types.type:pointer:basic:int32" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:basic:int32" }, align 8, !dbg !34
@"reflect/types.type:named:main.pair" = internal constant { i8, i16, ptr, ptr, ptr, [10 x i8] } { i8 -6, i16 0, ptr @"reflect/types.type:pointer:named:main.pair", ptr @"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}", ptr @"reflect/types.type.pkgpath:main", [10 x i8] c"main.pair\00" }, align 8, !dbg !36
@"reflect/types.type.pkgpath:main" = internal unnamed_addr constant [5 x i8] c"main\00", align 1
@"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}" = internal constant { i8, i16, ptr, ptr, i32, i16, [2 x %runtime._interface] } { i8 -38, i16 0, ptr @"reflect/types.type:pointer:struct:{a:basic:uint32,b:basic:uint32}", ptr @"reflect/types.type.pkgpath:main", i32 8, i16 2, [2 x %runtime._interface] [%runtime._interface { ptr @"reflect/types.type:basic:uint32", ptr @"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}.a" }, %runtime._interface { ptr @"reflect/types.type:basic:uint32", ptr @"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}.b" }] }, align 8, !dbg !46
@"reflect/types.type:pointer:struct:{a:basic:uint32,b:basic:uint32}" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}" }, align 8, !dbg !63
@"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}.a" = internal unnamed_addr constant [4 x i8] c"\00\00a\00", align 1
@"reflect/types.type:struct:{a:basic:uint32,b:basic:uint32}.b" = internal unnamed_addr constant [4 x i8] c"\00\04b\00", align 1
@"reflect/types.type:pointer:named:main.pair" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:named:main.pair" }, align 8

declare void @runtime.nilPanic(ptr)

; Function Attrs: nounwind
define internal i32 @"(*main.pair).size"(ptr dereferenceable_or_null(8) %p, ptr %context) unnamed_addr #0 !dbg !73 {
entry:
    #dbg_value(ptr %p, !78, !DIExpression(), !79)
    #dbg_value(ptr %p, !78, !DIExpression(), !80)
  %0 = icmp eq ptr %p, null, !dbg !81
  br i1 %0, label %gep.throw, label %gep.next, !dbg !81

gep.next:                                         ; preds = %entry
  %1 = getelementptr inbounds %main.pair, ptr %p, i32 0, i32 0, !dbg !81
  %2 = icmp eq ptr %1, null, !dbg !81
  br i1 %2, label %deref.throw, label %deref.next, !dbg !81

deref.next:                                       ; preds = %gep.next
  %3 = load i32, ptr %1, align 4, !dbg !81
  ret i32 %3, !dbg !82

gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !81
  unreachable, !dbg !81

deref.throw:                                      ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !81
  unreachable, !dbg !81
}

; Function Attrs: nounwind
define internal %runtime._interface @main.box(i32 %n, ptr %context) unnamed_addr #0 !dbg !83 {
entry:
    #dbg_value(i32 %n, !87, !DIExpression(), !89)
    #dbg_value(i32 %n, !87, !DIExpression(), !90)
  %0 = icmp ugt i32 %n, 3, !dbg !91
  br i1 %0, label %if.then, label %if.done, !dbg !92

if.then:                                          ; preds = %entry
    #dbg_value(i32 %n, !87, !DIExpression(), !93)
  %pack.int = inttoptr i32 %n to ptr, !dbg !94
  %1 = insertvalue %runtime._interface { ptr @"reflect/types.type:basic:uint32", ptr undef }, ptr %pack.int, 1, !dbg !94
  ret %runtime._interface %1, !dbg !95

if.done:                                          ; preds = %entry
    #dbg_value(i32 %n, !87, !DIExpression(), !96)
  %2 = icmp ugt i32 %n, 2, !dbg !97
  br i1 %2, label %if.then1, label %if.done2, !dbg !92

if.then1:                                         ; preds = %if.done
    #dbg_value(i32 %n, !87, !DIExpression(), !98)
  %pack.int5 = inttoptr i32 %n to ptr, !dbg !99
  %3 = insertvalue %runtime._interface { ptr @"reflect/types.type:basic:int32", ptr undef }, ptr %pack.int5, 1, !dbg !99
  ret %runtime._interface %3, !dbg !100

if.done2:                                         ; preds = %if.done
    #dbg_value(i32 %n, !87, !DIExpression(), !101)
  %4 = icmp ugt i32 %n, 1, !dbg !102
  br i1 %4, label %if.then3, label %if.done4, !dbg !92

if.then3:                                         ; preds = %if.done2
  ret %runtime._interface { ptr @"reflect/types.type:pointer:named:main.pair", ptr @main.origin }, !dbg !103

if.done4:                                         ; preds = %if.done2
  %5 = load %runtime._interface, ptr @main.other, align 8, !dbg !104
    #dbg_value(%runtime._interface %5, !88, !DIExpression(), !104)
  ret %runtime._interface %5, !dbg !105
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #1 section "xdp" !dbg !106 {
entry:
    #dbg_value(ptr %ctx, !111, !DIExpression(), !120)
    #dbg_value(ptr %ctx, !111, !DIExpression(), !121)
  %0 = icmp eq ptr %ctx, null, !dbg !122
  br i1 %0, label %deref.throw, label %deref.next, !dbg !122

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %ctx, align 4, !dbg !122
  %2 = call %runtime._interface @main.box(i32 %1, ptr undef), !dbg !123
    #dbg_value(%runtime._interface %2, !112, !DIExpression(), !124)
    #dbg_value(%runtime._interface %2, !112, !DIExpression(), !125)
  %interface.type = extractvalue %runtime._interface %2, 0, !dbg !126
  %typeassert.ok2 = icmp eq ptr @"reflect/types.type:basic:uint32", %interface.type, !dbg !126
  br i1 %typeassert.ok2, label %typeassert.ok, label %typeassert.next, !dbg !126

typeassert.next:                                  ; preds = %typeassert.ok, %deref.next
  %typeassert.value = phi i32 [ 0, %deref.next ], [ %unpack.int, %typeassert.ok ], !dbg !126
  call void @runtime.interfaceTypeAssert(i1 %typeassert.ok2, ptr undef), !dbg !126
    #dbg_value(i32 %typeassert.value, !113, !DIExpression(), !127)
    #dbg_value(%runtime._interface %2, !112, !DIExpression(), !128)
  %interface.type3 = extractvalue %runtime._interface %2, 0, !dbg !129
  %typeassert.ok1 = icmp eq ptr @"reflect/types.type:basic:int32", %interface.type3, !dbg !129
  br i1 %typeassert.ok1, label %typeassert.ok5, label %typeassert.next6, !dbg !129

typeassert.next6:                                 ; preds = %typeassert.ok5, %typeassert.next
  %typeassert.value9 = phi i32 [ 0, %typeassert.next ], [ %unpack.int8, %typeassert.ok5 ], !dbg !129
  %3 = insertvalue { i32, i1 } undef, i32 %typeassert.value9, 0, !dbg !129
  %4 = insertvalue { i32, i1 } %3, i1 %typeassert.ok1, 1, !dbg !129
  %5 = extractvalue { i32, i1 } %4, 0, !dbg !129
    #dbg_value(i32 %5, !114, !DIExpression(), !130)
  %6 = extractvalue { i32, i1 } %4, 1, !dbg !129
    #dbg_value(i1 %6, !116, !DIExpression(), !131)
    #dbg_value(i1 %6, !116, !DIExpression(), !132)
  br i1 %6, label %if.then, label %if.done, !dbg !133

typeassert.ok5:                                   ; preds = %typeassert.next
  %typeassert.value.ptr7 = extractvalue %runtime._interface %2, 1, !dbg !129
  %unpack.int8 = ptrtoint ptr %typeassert.value.ptr7 to i32, !dbg !129
  br label %typeassert.next6, !dbg !129

typeassert.ok:                                    ; preds = %deref.next
  %typeassert.value.ptr = extractvalue %runtime._interface %2, 1, !dbg !126
  %unpack.int = ptrtoint ptr %typeassert.value.ptr to i32, !dbg !126
  br label %typeassert.next, !dbg !126

if.then:                                          ; preds = %typeassert.next6
    #dbg_value(i32 %5, !114, !DIExpression(), !134)
  %7 = add i32 %typeassert.value, %5, !dbg !135
    #dbg_value(i32 %7, !113, !DIExpression(), !135)
  br label %if.done, !dbg !133

if.done:                                          ; preds = %if.then, %typeassert.next6
  %8 = phi i32 [ %typeassert.value, %typeassert.next6 ], [ %7, %if.then ], !dbg !127
    #dbg_value(%runtime._interface %2, !112, !DIExpression(), !136)
  %interface.type10 = extractvalue %runtime._interface %2, 0, !dbg !137
  %9 = call i1 @"interface:{main.size:func:{}{basic:uint32}}.$typeassert"(ptr %interface.type10), !dbg !137
  br i1 %9, label %typeassert.ok11, label %typeassert.next12, !dbg !137

typeassert.next12:                                ; preds = %typeassert.ok11, %if.done
  %typeassert.value13 = phi %runtime._interface [ zeroinitializer, %if.done ], [ %2, %typeassert.ok11 ], !dbg !137
  %10 = insertvalue { %runtime._interface, i1 } undef, %runtime._interface %typeassert.value13, 0, !dbg !137
  %11 = insertvalue { %runtime._interface, i1 } %10, i1 %9, 1, !dbg !137
  %12 = extractvalue { %runtime._interface, i1 } %11, 0, !dbg !137
    #dbg_value(%runtime._interface %12, !118, !DIExpression(), !138)
  %13 = extractvalue { %runtime._interface, i1 } %11, 1, !dbg !137
    #dbg_value(i1 %13, !119, !DIExpression(), !139)
    #dbg_value(i1 %13, !119, !DIExpression(), !140)
  br i1 %13, label %if.then1, label %if.done2, !dbg !133

typeassert.ok11:                                  ; preds = %if.done
  br label %typeassert.next12, !dbg !137

if.then1:                                         ; preds = %typeassert.next12
    #dbg_value(%runtime._interface %12, !118, !DIExpression(), !141)
  %invoke.func.typecode = extractvalue %runtime._interface %12, 0, !dbg !142
  %invoke.func.value = extractvalue %runtime._interface %12, 1, !dbg !142
  %14 = call i32 @"interface:{main.size:func:{}{basic:uint32}}.size$invoke"(ptr %invoke.func.value, ptr %invoke.func.typecode, ptr undef), !dbg !142
  %15 = add i32 %8, %14, !dbg !143
    #dbg_value(i32 %15, !113, !DIExpression(), !143)
  br label %if.done2, !dbg !133

if.done2:                                         ; preds = %if.then1, %typeassert.next12
  %16 = phi i32 [ %8, %typeassert.next12 ], [ %15, %if.then1 ], !dbg !127
    #dbg_value(i32 %16, !113, !DIExpression(), !144)
  ret i32 %16, !dbg !145

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !122
  unreachable, !dbg !122
}

declare void @runtime.interfaceTypeAssert(i1, ptr)

define internal i1 @"interface:{main.size:func:{}{basic:uint32}}.$typeassert"(ptr %actualType) unnamed_addr #2 !dbg !146 {
entry:
  %"pointer:named:main.pair.icmp" = icmp eq ptr %actualType, @"reflect/types.type:pointer:named:main.pair", !dbg !150
  br i1 %"pointer:named:main.pair.icmp", label %then, label %"pointer:named:main.pair.next", !dbg !150

then:                                             ; preds = %entry
  ret i1 true, !dbg !150

"pointer:named:main.pair.next":                   ; preds = %entry
  ret i1 false, !dbg !150
}

define internal i32 @"interface:{main.size:func:{}{basic:uint32}}.size$invoke"(ptr %0, ptr %actualType, ptr %context) unnamed_addr #3 !dbg !151 {
entry:
  %"pointer:named:main.pair.icmp" = icmp eq ptr %actualType, @"reflect/types.type:pointer:named:main.pair", !dbg !153
  br i1 %"pointer:named:main.pair.icmp", label %"pointer:named:main.pair", label %"pointer:named:main.pair.next", !dbg !153

"pointer:named:main.pair":                        ; preds = %entry
  %1 = call i32 @"(*main.pair).size"(ptr %0, ptr undef), !dbg !153
  ret i32 %1, !dbg !153

"pointer:named:main.pair.next":                   ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !153
  unreachable, !dbg !153
}

attributes #0 = { nounwind }
attributes #1 = { noinline nounwind }
attributes #2 = { "tinygo-methods"="main.$methods.size() uint32" }
attributes #3 = { "tinygo-invoke"="main.$methods.size() uint32" "tinygo-methods"="main.$methods.size() uint32" }

!llvm.dbg.cu = !{!65, !68}
!llvm.ident = !{!69, !69, !69, !69}
!llvm.module.flags = !{!70, !71, !72}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.other", linkageName: "main.other", scope: !2, file: !2, line: 7, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/interface-assert")
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime._interface", baseType: !4)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !5)
!5 = !{!6, !8}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "typecode", baseType: !7, size: 64, align: 64)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!8 = !DIDerivedType(tag: DW_TAG_member, name: "value", baseType: !7, size: 64, align: 64, offset: 64)
!9 = !DIGlobalVariableExpression(var: !10, expr: !DIExpression())
!10 = distinct !DIGlobalVariable(name: "main.origin", linkageName: "main.origin", scope: !2, file: !2, line: 8, type: !11, isLocal: false, isDefinition: true, align: 32)
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.pair", baseType: !12)
!12 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 32, elements: !13)
!13 = !{!14, !16}
!14 = !DIDerivedType(tag: DW_TAG_member, name: "a", baseType: !15, size: 32, align: 32)
!15 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "b", baseType: !15, size: 32, align: 32, offset: 32)
!17 = !DIGlobalVariableExpression(var: !18, expr: !DIExpression())
!18 = distinct !DIGlobalVariable(name: "type uint32", scope: !19, file: !19, line: 1, type: !20, isLocal: false, isDefinition: true, align: 64)
!19 = !DIFile(filename: "<Go type>", directory: "")
!20 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !21)
!21 = !{!22, !24}
!22 = !DIDerivedType(tag: DW_TAG_member, name: "kind", baseType: !23, size: 8, align: 8)
!23 = !DIBasicType(name: "int8", size: 8, encoding: DW_ATE_signed)
!24 = !DIDerivedType(tag: DW_TAG_member, name: "ptrTo", baseType: !7, size: 64, align: 64, offset: 64)
!25 = !DIGlobalVariableExpression(var: !26, expr: !DIExpression())
!26 = distinct !DIGlobalVariable(name: "type *uint32", scope: !19, file: !19, line: 1, type: !27, isLocal: false, isDefinition: true, align: 64)
!27 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !28)
!28 = !{!22, !29, !31}
!29 = !DIDerivedType(tag: DW_TAG_member, name: "numMethods", baseType: !30, size: 16, align: 16, offset: 16)
!30 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "elementType", baseType: !7, size: 64, align: 64, offset: 64)
!32 = !DIGlobalVariableExpression(var: !33, expr: !DIExpression())
!33 = distinct !DIGlobalVariable(name: "type int32", scope: !19, file: !19, line: 1, type: !20, isLocal: false, isDefinition: true, align: 64)
!34 = !DIGlobalVariableExpression(var: !35, expr: !DIExpression())
!35 = distinct !DIGlobalVariable(name: "type *int32", scope: !19, file: !19, line: 1, type: !27, isLocal: false, isDefinition: true, align: 64)
!36 = !DIGlobalVariableExpression(var: !37, expr: !DIExpression())
!37 = distinct !DIGlobalVariable(name: "type main.pair", scope: !19, file: !19, line: 1, type: !38, isLocal: false, isDefinition: true, align: 64)
!38 = !DICompositeType(tag: DW_TAG_structure_type, size: 384, align: 64, elements: !39)
!39 = !{!22, !29, !24, !40, !41, !42}
!40 = !DIDerivedType(tag: DW_TAG_member, name: "underlying", baseType: !7, size: 64, align: 64, offset: 128)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !7, size: 64, align: 64, offset: 192)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "name", baseType: !43, size: 80, align: 8, offset: 256)
!43 = !DICompositeType(tag: DW_TAG_array_type, baseType: !23, size: 80, align: 8, elements: !44)
!44 = !{!45}
!45 = !DISubrange(count: 10, lowerBound: 0)
!46 = !DIGlobalVariableExpression(var: !47, expr: !DIExpression())
!47 = distinct !DIGlobalVariable(name: "type struct{a uint32; b uint32}", scope: !19, file: !19, line: 1, type: !48, isLocal: false, isDefinition: true, align: 64)
!48 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !49)
!49 = !{!22, !29, !24, !50, !51, !52, !53}
!50 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !7, size: 64, align: 64, offset: 128)
!51 = !DIDerivedType(tag: DW_TAG_member, name: "size", baseType: !15, size: 32, align: 32, offset: 192)
!52 = !DIDerivedType(tag: DW_TAG_member, name: "numFields", baseType: !30, size: 16, align: 16, offset: 224)
!53 = !DIDerivedType(tag: DW_TAG_member, name: "fields", baseType: !54, size: 256, align: 64, offset: 256)
!54 = !DICompositeType(tag: DW_TAG_array_type, baseType: !55, size: 256, align: 64, elements: !61)
!55 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime.structField", baseType: !56)
!56 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !57)
!57 = !{!6, !58}
!58 = !DIDerivedType(tag: DW_TAG_member, name: "data", baseType: !59, size: 64, align: 64, offset: 64)
!59 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !60, size: 64, align: 64, dwarfAddressSpace: 0)
!60 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!61 = !{!62}
!62 = !DISubrange(count: 2, lowerBound: 0)
!63 = !DIGlobalVariableExpression(var: !64, expr: !DIExpression())
!64 = distinct !DIGlobalVariable(name: "type *struct{a uint32; b uint32}", scope: !19, file: !19, line: 1, type: !27, isLocal: false, isDefinition: true, align: 64)
!65 = distinct !DICompileUnit(language: DW_LANG_C99, file: !66, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !67)
!66 = !DIFile(filename: "<unknown>", directory: "")
!67 = !{!0, !9, !25, !17, !34, !32, !63, !46, !36}
!68 = distinct !DICompileUnit(language: DW_LANG_C99, file: !66, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!69 = !{!"TinyGo version 0.40.1"}
!70 = !{i32 2, !"Debug Info Version", i32 3}
!71 = !{i32 7, !"Dwarf Version", i32 4}
!72 = !{i32 1, !"target-abi", !"lp64"}
!73 = distinct !DISubprogram(name: "(*main.pair).size", linkageName: "(*main.pair).size", scope: !2, file: !2, line: 37, type: !74, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !65, retainedNodes: !77)
!74 = !DISubroutineType(types: !75)
!75 = !{!76}
!76 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !11, size: 64, align: 64, dwarfAddressSpace: 0)
!77 = !{!78}
!78 = !DILocalVariable(name: "p", arg: 1, scope: !73, file: !2, line: 37, type: !76)
!79 = !DILocation(line: 37, column: 16, scope: !73)
!80 = !DILocation(line: 37, column: 39, scope: !73)
!81 = !DILocation(line: 37, column: 41, scope: !73)
!82 = !DILocation(line: 37, column: 32, scope: !73)
!83 = distinct !DISubprogram(name: "main.box", linkageName: "main.box", scope: !2, file: !2, line: 10, type: !84, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !65, retainedNodes: !86)
!84 = !DISubroutineType(types: !85)
!85 = !{!15}
!86 = !{!87, !88}
!87 = !DILocalVariable(name: "n", arg: 1, scope: !83, file: !2, line: 10, type: !15)
!88 = !DILocalVariable(name: "other", scope: !83, file: !2, line: 7, type: !3)
!89 = !DILocation(line: 10, column: 6, scope: !83)
!90 = !DILocation(line: 11, column: 5, scope: !83)
!91 = !DILocation(line: 11, column: 7, scope: !83)
!92 = !DILocation(line: 0, scope: !83)
!93 = !DILocation(line: 12, column: 10, scope: !83)
!94 = !DILocation(line: 10, column: 10, scope: !83)
!95 = !DILocation(line: 12, column: 3, scope: !83)
!96 = !DILocation(line: 14, column: 5, scope: !83)
!97 = !DILocation(line: 14, column: 7, scope: !83)
!98 = !DILocation(line: 15, column: 16, scope: !83)
!99 = !DILocation(line: 15, column: 15, scope: !83)
!100 = !DILocation(line: 15, column: 3, scope: !83)
!101 = !DILocation(line: 17, column: 5, scope: !83)
!102 = !DILocation(line: 17, column: 7, scope: !83)
!103 = !DILocation(line: 18, column: 3, scope: !83)
!104 = !DILocation(line: 20, column: 9, scope: !83)
!105 = !DILocation(line: 20, column: 2, scope: !83)
!106 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 25, type: !107, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !65, retainedNodes: !110)
!107 = !DISubroutineType(types: !108)
!108 = !{!109}
!109 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !15, size: 64, align: 64, dwarfAddressSpace: 0)
!110 = !{!111, !112, !113, !114, !116, !118, !119}
!111 = !DILocalVariable(name: "ctx", arg: 1, scope: !106, file: !2, line: 25, type: !109)
!112 = !DILocalVariable(name: "v", scope: !106, file: !2, line: 26, type: !3)
!113 = !DILocalVariable(name: "n", scope: !106, file: !2, line: 27, type: !15)
!114 = !DILocalVariable(name: "m", scope: !106, file: !2, line: 28, type: !115)
!115 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!116 = !DILocalVariable(name: "ok", scope: !106, file: !2, line: 28, type: !117)
!117 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!118 = !DILocalVariable(name: "s", scope: !106, file: !2, line: 31, type: !3)
!119 = !DILocalVariable(name: "ok", scope: !106, file: !2, line: 31, type: !117)
!120 = !DILocation(line: 25, column: 6, scope: !106)
!121 = !DILocation(line: 26, column: 12, scope: !106)
!122 = !DILocation(line: 26, column: 11, scope: !106)
!123 = !DILocation(line: 26, column: 10, scope: !106)
!124 = !DILocation(line: 26, column: 2, scope: !106)
!125 = !DILocation(line: 27, column: 7, scope: !106)
!126 = !DILocation(line: 27, column: 9, scope: !106)
!127 = !DILocation(line: 27, column: 2, scope: !106)
!128 = !DILocation(line: 28, column: 14, scope: !106)
!129 = !DILocation(line: 28, column: 16, scope: !106)
!130 = !DILocation(line: 28, column: 5, scope: !106)
!131 = !DILocation(line: 28, column: 8, scope: !106)
!132 = !DILocation(line: 28, column: 25, scope: !106)
!133 = !DILocation(line: 0, scope: !106)
!134 = !DILocation(line: 29, column: 15, scope: !106)
!135 = !DILocation(line: 29, column: 3, scope: !106)
!136 = !DILocation(line: 31, column: 14, scope: !106)
!137 = !DILocation(line: 31, column: 16, scope: !106)
!138 = !DILocation(line: 31, column: 5, scope: !106)
!139 = !DILocation(line: 31, column: 8, scope: !106)
!140 = !DILocation(line: 31, column: 46, scope: !106)
!141 = !DILocation(line: 32, column: 8, scope: !106)
!142 = !DILocation(line: 32, column: 14, scope: !106)
!143 = !DILocation(line: 32, column: 3, scope: !106)
!144 = !DILocation(line: 34, column: 15, scope: !106)
!145 = !DILocation(line: 34, column: 2, scope: !106)
!146 = distinct !DISubprogram(name: "(Go interface assert)", scope: !147, file: !147, type: !148, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !68)
!147 = !DIFile(filename: "<Go interface assert>", directory: "")
!148 = !DISubroutineType(types: !149)
!149 = !{}
!150 = !DILocation(line: 0, scope: !146)
!151 = distinct !DISubprogram(name: "(Go interface method)", scope: !152, file: !152, type: !148, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !68)
!152 = !DIFile(filename: "<Go interface method>", directory: "")
!153 = !DILocation(line: 0, scope: !151)
