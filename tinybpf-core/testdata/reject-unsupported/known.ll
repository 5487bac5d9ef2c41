; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.limit = type { i32 }
%runtime._interface = type { ptr, ptr }

@main.packets = internal global %main.limit zeroinitializer, align 4, !dbg !0
@main.rate = internal global double 0.000000e+00, align 8, !dbg !8
@main.seen = internal global double 0.000000e+00, align 8, !dbg !11
@"reflect/types.type:named:main.limit" = internal constant { i8, i16, ptr, ptr, ptr, [11 x i8] } { i8 -6, i16 0, ptr @"reflect/types.type:pointer:named:main.limit", ptr @"reflect/types.type:struct:{n:basic:uint32}", ptr @"reflect/types.type.pkgpath:main", [11 x i8] c"main.limit\00" }, align 8, !dbg !13
@"reflect/types.type.pkgpath:main" = internal unnamed_addr constant [5 x i8] c"main\00", align 1
@"reflect/types.type:struct:{n:basic:uint32}" = internal constant { i8, i16, ptr, ptr, i32, i16, [1 x %runtime._interface] } { i8 -38, i16 0, ptr @"reflect/types.type:pointer:struct:{n:basic:uint32}", ptr @"reflect/types.type.pkgpath:main", i32 4, i16 1, [1 x %runtime._interface] [%runtime._interface { ptr @"reflect/types.type:basic:uint32", ptr @"reflect/types.type:struct:{n:basic:uint32}.n" }] }, align 8, !dbg !30
@"reflect/types.type:pointer:struct:{n:basic:uint32}" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:struct:{n:basic:uint32}" }, align 8, !dbg !48
@"reflect/types.type:struct:{n:basic:uint32}.n" = internal unnamed_addr constant [4 x i8] c"\00\00n\00", align 1
@"reflect/types.type:basic:uint32" = internal constant { i8, ptr } { i8 -54, ptr @"reflect/types.type:pointer:basic:uint32" }, align 8, !dbg !53
@"reflect/types.type:pointer:basic:uint32" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:basic:uint32" }, align 8, !dbg !57
@"reflect/types.type:pointer:named:main.limit" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:named:main.limit" }, align 8

declare void @runtime.nilPanic(ptr)

; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0

; Function Attrs: nounwind
define internal i32 @"(*main.limit).decide"(ptr dereferenceable_or_null(4) %l, i32 %n, ptr %context) unnamed_addr #1 !dbg !67 {
entry:
    #dbg_value(ptr %l, !72, !DIExpression(), !74)
    #dbg_value(i32 %n, !73, !DIExpression(), !74)
    #dbg_value(i32 %n, !73, !DIExpression(), !75)
    #dbg_value(ptr %l, !72, !DIExpression(), !76)
  %0 = icmp eq ptr %l, null, !dbg !77
  br i1 %0, label %gep.throw, label %gep.next, !dbg !77

gep.next:                                         ; preds = %entry
  %1 = getelementptr inbounds %main.limit, ptr %l, i32 0, i32 0, !dbg !77
  %2 = icmp eq ptr %1, null, !dbg !77
  br i1 %2, label %deref.throw, label %deref.next, !dbg !77

deref.next:                                       ; preds = %gep.next
  %3 = load i32, ptr %1, align 4, !dbg !77
  %4 = icmp ugt i32 %n, %3, !dbg !78
  br i1 %4, label %if.then, label %if.done, !dbg !79

if.then:                                          ; preds = %deref.next
  ret i32 1, !dbg !80

if.done:                                          ; preds = %deref.next
  ret i32 2, !dbg !81

gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !77
  unreachable, !dbg !77

deref.throw:                                      ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !77
  unreachable, !dbg !77
}

; Function Attrs: nounwind
define internal i32 @main.double(i32 %n, ptr %context) unnamed_addr #1 !dbg !82 {
entry:
    #dbg_value(i32 %n, !86, !DIExpression(), !87)
    #dbg_value(i32 %n, !86, !DIExpression(), !88)
  %0 = mul i32 2, %n, !dbg !89
  ret i32 %0, !dbg !90
}

; Function Attrs: nounwind
define internal i32 @main.triple(i32 %n, ptr %context) unnamed_addr #1 !dbg !91 {
entry:
    #dbg_value(i32 %n, !93, !DIExpression(), !94)
    #dbg_value(i32 %n, !93, !DIExpression(), !95)
  %0 = mul i32 3, %n, !dbg !96
  ret i32 %0, !dbg !97
}

; Function Attrs: nounwind
define internal i32 @main.apply(ptr %f.context, ptr %f.funcptr, i32 %n, ptr %context) unnamed_addr #1 !dbg !98 {
entry:
  %0 = insertvalue { ptr, ptr } zeroinitializer, ptr %f.context, 0, !dbg !108
  %1 = insertvalue { ptr, ptr } %0, ptr %f.funcptr, 1, !dbg !108
    #dbg_value(ptr %f.context, !106, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !108)
    #dbg_value(ptr %f.funcptr, !106, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !108)
    #dbg_value(i32 %n, !107, !DIExpression(), !108)
    #dbg_value({ ptr, ptr } %1, !106, !DIExpression(), !109)
    #dbg_value(i32 %n, !107, !DIExpression(), !110)
  %2 = extractvalue { ptr, ptr } %1, 0, !dbg !111
  %3 = extractvalue { ptr, ptr } %1, 1, !dbg !111
  %4 = icmp eq ptr %3, null, !dbg !111
  br i1 %4, label %fpcall.throw, label %fpcall.next, !dbg !111

fpcall.next:                                      ; preds = %entry
  %5 = call i32 %3(i32 %n, ptr %2), !dbg !111
  ret i32 %5, !dbg !112

fpcall.throw:                                     ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !111
  unreachable, !dbg !111
}

; Function Attrs: nounwind
define internal i32 @main.choose(ptr %v.typecode, ptr %v.value, i32 %n, ptr %context) unnamed_addr #1 !dbg !113 {
entry:
  %0 = insertvalue %runtime._interface zeroinitializer, ptr %v.typecode, 0, !dbg !124
  %1 = insertvalue %runtime._interface %0, ptr %v.value, 1, !dbg !124
    #dbg_value(ptr %v.typecode, !122, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !124)
    #dbg_value(ptr %v.value, !122, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !124)
    #dbg_value(i32 %n, !123, !DIExpression(), !124)
    #dbg_value(%runtime._interface %1, !122, !DIExpression(), !125)
    #dbg_value(i32 %n, !123, !DIExpression(), !126)
  %invoke.func.typecode = extractvalue %runtime._interface %1, 0, !dbg !127
  %invoke.func.value = extractvalue %runtime._interface %1, 1, !dbg !127
  %2 = call i32 @"interface:{main.decide:func:{basic:uint32}{basic:uint32}}.decide$invoke"(ptr %invoke.func.value, i32 %n, ptr %invoke.func.typecode, ptr undef), !dbg !127
  ret i32 %2, !dbg !128
}

define internal i32 @"interface:{main.decide:func:{basic:uint32}{basic:uint32}}.decide$invoke"(ptr %0, i32 %1, ptr %actualType, ptr %context) unnamed_addr #2 !dbg !129 {
entry:
  %"pointer:named:main.limit.icmp" = icmp eq ptr %actualType, @"reflect/types.type:pointer:named:main.limit", !dbg !133
  br i1 %"pointer:named:main.limit.icmp", label %"pointer:named:main.limit", label %"pointer:named:main.limit.next", !dbg !133

"pointer:named:main.limit":                       ; preds = %entry
  %2 = call i32 @"(*main.limit).decide"(ptr %0, i32 %1, ptr undef), !dbg !133
  ret i32 %2, !dbg !133

"pointer:named:main.limit.next":                  ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !133
  unreachable, !dbg !133
}

; Function Attrs: nounwind
define internal { i32, i32 } @main.divide(i32 %a, i32 %b, ptr %context) unnamed_addr #1 !dbg !134 {
entry:
    #dbg_value(i32 %a, !138, !DIExpression(), !140)
    #dbg_value(i32 %b, !139, !DIExpression(), !140)
    #dbg_value(i32 %a, !138, !DIExpression(), !141)
  %0 = udiv i32 %a, 3, !dbg !142
    #dbg_value(i32 %b, !139, !DIExpression(), !143)
  %1 = udiv i32 %b, 5, !dbg !144
  %2 = insertvalue { i32, i32 } zeroinitializer, i32 %0, 0, !dbg !145
  %3 = insertvalue { i32, i32 } %2, i32 %1, 1, !dbg !145
  ret { i32, i32 } %3, !dbg !145
}

; Function Attrs: nounwind
define internal i32 @main.sum(i32 %a, i32 %b, i32 %c, i32 %d, i32 %e, i32 %f, ptr %context) unnamed_addr #1 !dbg !146 {
entry:
    #dbg_value(i32 %a, !150, !DIExpression(), !156)
    #dbg_value(i32 %b, !151, !DIExpression(), !156)
    #dbg_value(i32 %c, !152, !DIExpression(), !156)
    #dbg_value(i32 %d, !153, !DIExpression(), !156)
    #dbg_value(i32 %e, !154, !DIExpression(), !156)
    #dbg_value(i32 %f, !155, !DIExpression(), !156)
    #dbg_value(i32 %a, !150, !DIExpression(), !157)
    #dbg_value(i32 %b, !151, !DIExpression(), !158)
  %0 = add i32 %a, %b, !dbg !159
    #dbg_value(i32 %c, !152, !DIExpression(), !160)
  %1 = add i32 %0, %c, !dbg !161
    #dbg_value(i32 %d, !153, !DIExpression(), !162)
  %2 = add i32 %1, %d, !dbg !163
    #dbg_value(i32 %e, !154, !DIExpression(), !164)
  %3 = add i32 %2, %e, !dbg !165
    #dbg_value(i32 %f, !155, !DIExpression(), !166)
  %4 = add i32 %3, %f, !dbg !167
  ret i32 %4, !dbg !168
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(32) %ctx) #3 section "xdp" !dbg !169 {
entry:
    #dbg_value(ptr %ctx, !177, !DIExpression(), !183)
  %0 = load double, ptr @main.rate, align 8, !dbg !184
    #dbg_value(double %0, !178, !DIExpression(), !184)
  store double %0, ptr @main.seen, align 8, !dbg !185
    #dbg_value(double %0, !179, !DIExpression(), !185)
  %n = call align 4 ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !186
    #dbg_value(ptr %ctx, !177, !DIExpression(), !187)
  %1 = icmp eq ptr %ctx, null, !dbg !188
  br i1 %1, label %gep.throw, label %gep.next, !dbg !188

gep.next:                                         ; preds = %entry
  %2 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 0, !dbg !188
  %3 = load i32, ptr %2, align 4, !dbg !188
  %4 = call i32 @main.apply(ptr undef, ptr @main.double, i32 %3, ptr undef), !dbg !189
    #dbg_value(ptr %ctx, !177, !DIExpression(), !190)
  %5 = icmp eq ptr %ctx, null, !dbg !191
  br i1 %5, label %gep.throw1, label %gep.next2, !dbg !191

gep.next2:                                        ; preds = %gep.next
  %6 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 1, !dbg !191
  %7 = load i32, ptr %6, align 4, !dbg !191
  %8 = call i32 @main.apply(ptr undef, ptr @main.triple, i32 %7, ptr undef), !dbg !192
  %9 = add i32 %4, %8, !dbg !193
  store i32 %9, ptr %n, align 4, !dbg !186
    #dbg_value(i32 %9, !180, !DIExpression(), !186)
  %10 = insertvalue { ptr, ptr } undef, ptr %n, 0, !dbg !194
  %11 = insertvalue { ptr, ptr } %10, ptr @"main.prog$1", 1, !dbg !194
  %12 = extractvalue { ptr, ptr } %11, 0, !dbg !195
  %13 = call i32 @"main.prog$1"(i32 7, ptr %12), !dbg !195
  %14 = load i32, ptr %n, align 4, !dbg !196
  %15 = add i32 %14, %13, !dbg !196
  store i32 %15, ptr %n, align 4, !dbg !196
    #dbg_value(i32 %15, !180, !DIExpression(), !196)
  %16 = load i32, ptr %n, align 4, !dbg !197
    #dbg_value(i32 %16, !180, !DIExpression(), !197)
  %17 = call { i32, i32 } @main.divide(i32 %16, i32 2, ptr undef), !dbg !198
  %18 = extractvalue { i32, i32 } %17, 0, !dbg !198
    #dbg_value(i32 %18, !181, !DIExpression(), !199)
  %19 = extractvalue { i32, i32 } %17, 1, !dbg !198
    #dbg_value(i32 %19, !182, !DIExpression(), !200)
    #dbg_value(i32 %18, !181, !DIExpression(), !201)
    #dbg_value(i32 %19, !182, !DIExpression(), !202)
  %20 = add i32 %18, %19, !dbg !203
  %21 = call i32 @main.choose(ptr @"reflect/types.type:pointer:named:main.limit", ptr @main.packets, i32 %20, ptr undef), !dbg !204
    #dbg_value(ptr %ctx, !177, !DIExpression(), !205)
  %22 = icmp eq ptr %ctx, null, !dbg !206
  br i1 %22, label %gep.throw3, label %gep.next4, !dbg !206

gep.next4:                                        ; preds = %gep.next2
  %23 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 0, !dbg !206
  %24 = load i32, ptr %23, align 4, !dbg !206
    #dbg_value(ptr %ctx, !177, !DIExpression(), !207)
  %25 = icmp eq ptr %ctx, null, !dbg !208
  br i1 %25, label %gep.throw5, label %gep.next6, !dbg !208

gep.next6:                                        ; preds = %gep.next4
  %26 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 1, !dbg !208
  %27 = load i32, ptr %26, align 4, !dbg !208
    #dbg_value(ptr %ctx, !177, !DIExpression(), !209)
  %28 = icmp eq ptr %ctx, null, !dbg !210
  br i1 %28, label %gep.throw7, label %gep.next8, !dbg !210

gep.next8:                                        ; preds = %gep.next6
  %29 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 2, !dbg !210
  %30 = load i32, ptr %29, align 4, !dbg !210
    #dbg_value(ptr %ctx, !177, !DIExpression(), !211)
  %31 = icmp eq ptr %ctx, null, !dbg !212
  br i1 %31, label %gep.throw9, label %gep.next10, !dbg !212

gep.next10:                                       ; preds = %gep.next8
  %32 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 3, !dbg !212
  %33 = load i32, ptr %32, align 4, !dbg !212
    #dbg_value(ptr %ctx, !177, !DIExpression(), !213)
  %34 = icmp eq ptr %ctx, null, !dbg !214
  br i1 %34, label %gep.throw11, label %gep.next12, !dbg !214

gep.next12:                                       ; preds = %gep.next10
  %35 = getelementptr inbounds [8 x i32], ptr %ctx, i32 0, i64 4, !dbg !214
  %36 = load i32, ptr %35, align 4, !dbg !214
  %37 = load i32, ptr %n, align 4, !dbg !215
    #dbg_value(i32 %37, !180, !DIExpression(), !215)
  %38 = call i32 @main.sum(i32 %24, i32 %27, i32 %30, i32 %33, i32 %36, i32 %37, ptr undef), !dbg !216
  %39 = add i32 %21, %38, !dbg !217
  ret i32 %39, !dbg !218

gep.throw:                                        ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !188
  unreachable, !dbg !188

gep.throw1:                                       ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !191
  unreachable, !dbg !191

gep.throw3:                                       ; preds = %gep.next2
  call void @runtime.nilPanic(ptr undef), !dbg !206
  unreachable, !dbg !206

gep.throw5:                                       ; preds = %gep.next4
  call void @runtime.nilPanic(ptr undef), !dbg !208
  unreachable, !dbg !208

gep.throw7:                                       ; preds = %gep.next6
  call void @runtime.nilPanic(ptr undef), !dbg !210
  unreachable, !dbg !210

gep.throw9:                                       ; preds = %gep.next8
  call void @runtime.nilPanic(ptr undef), !dbg !212
  unreachable, !dbg !212

gep.throw11:                                      ; preds = %gep.next10
  call void @runtime.nilPanic(ptr undef), !dbg !214
  unreachable, !dbg !214
}

; Function Attrs: nounwind
define internal i32 @"main.prog$1"(i32 %m, ptr %context) unnamed_addr #1 !dbg !219 {
entry:
    #dbg_value(i32 %m, !221, !DIExpression(), !223)
    #dbg_value(i32 %m, !221, !DIExpression(), !224)
  %0 = load i32, ptr %context, align 4, !dbg !225
    #dbg_value(i32 %0, !222, !DIExpression(), !225)
  %1 = add i32 %m, %0, !dbg !226
  ret i32 %1, !dbg !227
}

attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { nounwind }
attributes #2 = { "tinygo-invoke"="main.$methods.decide(uint32) uint32" "tinygo-methods"="main.$methods.decide(uint32) uint32" }
attributes #3 = { noinline nounwind }

!llvm.dbg.cu = !{!59, !62}
!llvm.ident = !{!63, !63, !63, !63}
!llvm.module.flags = !{!64, !65, !66}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.packets", linkageName: "main.packets", scope: !2, file: !2, line: 16, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "main.go", directory: "/src/known")
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.limit", baseType: !4)
!4 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !5)
!5 = !{!6}
!6 = !DIDerivedType(tag: DW_TAG_member, name: "n", baseType: !7, size: 32, align: 32)
!7 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!8 = !DIGlobalVariableExpression(var: !9, expr: !DIExpression())
!9 = distinct !DIGlobalVariable(name: "main.rate", linkageName: "main.rate", scope: !2, file: !2, line: 17, type: !10, isLocal: false, isDefinition: true, align: 64)
!10 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!11 = !DIGlobalVariableExpression(var: !12, expr: !DIExpression())
!12 = distinct !DIGlobalVariable(name: "main.seen", linkageName: "main.seen", scope: !2, file: !2, line: 17, type: !10, isLocal: false, isDefinition: true, align: 64)
!13 = !DIGlobalVariableExpression(var: !14, expr: !DIExpression())
!14 = distinct !DIGlobalVariable(name: "type main.limit", scope: !15, file: !15, line: 1, type: !16, isLocal: false, isDefinition: true, align: 64)
!15 = !DIFile(filename: "<Go type>", directory: "")
!16 = !DICompositeType(tag: DW_TAG_structure_type, size: 384, align: 64, elements: !17)
!17 = !{!18, !20, !22, !24, !25, !26}
!18 = !DIDerivedType(tag: DW_TAG_member, name: "kind", baseType: !19, size: 8, align: 8)
!19 = !DIBasicType(name: "int8", size: 8, encoding: DW_ATE_signed)
!20 = !DIDerivedType(tag: DW_TAG_member, name: "numMethods", baseType: !21, size: 16, align: 16, offset: 16)
!21 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "ptrTo", baseType: !23, size: 64, align: 64, offset: 64)
!23 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!24 = !DIDerivedType(tag: DW_TAG_member, name: "underlying", baseType: !23, size: 64, align: 64, offset: 128)
!25 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !23, size: 64, align: 64, offset: 192)
!26 = !DIDerivedType(tag: DW_TAG_member, name: "name", baseType: !27, size: 88, align: 8, offset: 256)
!27 = !DICompositeType(tag: DW_TAG_array_type, baseType: !19, size: 88, align: 8, elements: !28)
!28 = !{!29}
!29 = !DISubrange(count: 11, lowerBound: 0)
!30 = !DIGlobalVariableExpression(var: !31, expr: !DIExpression())
!31 = distinct !DIGlobalVariable(name: "type struct{n uint32}", scope: !15, file: !15, line: 1, type: !32, isLocal: false, isDefinition: true, align: 64)
!32 = !DICompositeType(tag: DW_TAG_structure_type, size: 384, align: 64, elements: !33)
!33 = !{!18, !20, !22, !34, !35, !36, !37}
!34 = !DIDerivedType(tag: DW_TAG_member, name: "pkgpath", baseType: !23, size: 64, align: 64, offset: 128)
!35 = !DIDerivedType(tag: DW_TAG_member, name: "size", baseType: !7, size: 32, align: 32, offset: 192)
!36 = !DIDerivedType(tag: DW_TAG_member, name: "numFields", baseType: !21, size: 16, align: 16, offset: 224)
!37 = !DIDerivedType(tag: DW_TAG_member, name: "fields", baseType: !38, size: 128, align: 64, offset: 256)
!38 = !DICompositeType(tag: DW_TAG_array_type, baseType: !39, size: 128, align: 64, elements: !46)
!39 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime.structField", baseType: !40)
!40 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !41)
!41 = !{!42, !43}
!42 = !DIDerivedType(tag: DW_TAG_member, name: "typecode", baseType: !23, size: 64, align: 64)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "data", baseType: !44, size: 64, align: 64, offset: 64)
!44 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !45, size: 64, align: 64, dwarfAddressSpace: 0)
!45 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!46 = !{!47}
!47 = !DISubrange(count: 1, lowerBound: 0)
!48 = !DIGlobalVariableExpression(var: !49, expr: !DIExpression())
!49 = distinct !DIGlobalVariable(name: "type *struct{n uint32}", scope: !15, file: !15, line: 1, type: !50, isLocal: false, isDefinition: true, align: 64)
!50 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !51)
!51 = !{!18, !20, !52}
!52 = !DIDerivedType(tag: DW_TAG_member, name: "elementType", baseType: !23, size: 64, align: 64, offset: 64)
!53 = !DIGlobalVariableExpression(var: !54, expr: !DIExpression())
!54 = distinct !DIGlobalVariable(name: "type uint32", scope: !15, file: !15, line: 1, type: !55, isLocal: false, isDefinition: true, align: 64)
!55 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !56)
!56 = !{!18, !22}
!57 = !DIGlobalVariableExpression(var: !58, expr: !DIExpression())
!58 = distinct !DIGlobalVariable(name: "type *uint32", scope: !15, file: !15, line: 1, type: !50, isLocal: false, isDefinition: true, align: 64)
!59 = distinct !DICompileUnit(language: DW_LANG_C99, file: !60, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !61)
!60 = !DIFile(filename: "<unknown>", directory: "")
!61 = !{!0, !8, !11, !48, !57, !53, !30, !13}
!62 = distinct !DICompileUnit(language: DW_LANG_C99, file: !60, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!63 = !{!"TinyGo version 0.40.1"}
!64 = !{i32 2, !"Debug Info Version", i32 3}
!65 = !{i32 7, !"Dwarf Version", i32 4}
!66 = !{i32 1, !"target-abi", !"lp64"}
!67 = distinct !DISubprogram(name: "(*main.limit).decide", linkageName: "(*main.limit).decide", scope: !2, file: !2, line: 9, type: !68, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !71)
!68 = !DISubroutineType(types: !69)
!69 = !{!70, !7}
!70 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!71 = !{!72, !73}
!72 = !DILocalVariable(name: "l", arg: 1, scope: !67, file: !2, line: 9, type: !70)
!73 = !DILocalVariable(name: "n", arg: 2, scope: !67, file: !2, line: 9, type: !7)
!74 = !DILocation(line: 9, column: 17, scope: !67)
!75 = !DILocation(line: 10, column: 5, scope: !67)
!76 = !DILocation(line: 10, column: 9, scope: !67)
!77 = !DILocation(line: 10, column: 11, scope: !67)
!78 = !DILocation(line: 10, column: 7, scope: !67)
!79 = !DILocation(line: 0, scope: !67)
!80 = !DILocation(line: 11, column: 3, scope: !67)
!81 = !DILocation(line: 13, column: 2, scope: !67)
!82 = distinct !DISubprogram(name: "main.double", linkageName: "main.double", scope: !2, file: !2, line: 19, type: !83, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !85)
!83 = !DISubroutineType(types: !84)
!84 = !{!7}
!85 = !{!86}
!86 = !DILocalVariable(name: "n", arg: 1, scope: !82, file: !2, line: 19, type: !7)
!87 = !DILocation(line: 19, column: 6, scope: !82)
!88 = !DILocation(line: 19, column: 43, scope: !82)
!89 = !DILocation(line: 19, column: 41, scope: !82)
!90 = !DILocation(line: 19, column: 32, scope: !82)
!91 = distinct !DISubprogram(name: "main.triple", linkageName: "main.triple", scope: !2, file: !2, line: 20, type: !83, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !92)
!92 = !{!93}
!93 = !DILocalVariable(name: "n", arg: 1, scope: !91, file: !2, line: 20, type: !7)
!94 = !DILocation(line: 20, column: 6, scope: !91)
!95 = !DILocation(line: 20, column: 43, scope: !91)
!96 = !DILocation(line: 20, column: 41, scope: !91)
!97 = !DILocation(line: 20, column: 32, scope: !91)
!98 = distinct !DISubprogram(name: "main.apply", linkageName: "main.apply", scope: !2, file: !2, line: 23, type: !99, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !105)
!99 = !DISubroutineType(types: !100)
!100 = !{!101, !7}
!101 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !102)
!102 = !{!103, !104}
!103 = !DIDerivedType(tag: DW_TAG_member, name: "context", baseType: !23, size: 64, align: 64)
!104 = !DIDerivedType(tag: DW_TAG_member, name: "fn", baseType: !23, size: 64, align: 64, offset: 64)
!105 = !{!106, !107}
!106 = !DILocalVariable(name: "f", arg: 1, scope: !98, file: !2, line: 23, type: !101)
!107 = !DILocalVariable(name: "n", arg: 2, scope: !98, file: !2, line: 23, type: !7)
!108 = !DILocation(line: 23, column: 6, scope: !98)
!109 = !DILocation(line: 23, column: 61, scope: !98)
!110 = !DILocation(line: 23, column: 63, scope: !98)
!111 = !DILocation(line: 23, column: 62, scope: !98)
!112 = !DILocation(line: 23, column: 54, scope: !98)
!113 = distinct !DISubprogram(name: "main.choose", linkageName: "main.choose", scope: !2, file: !2, line: 25, type: !114, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !121)
!114 = !DISubroutineType(types: !115)
!115 = !{!116, !7}
!116 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.verdict", baseType: !117)
!117 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime._interface", baseType: !118)
!118 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !119)
!119 = !{!42, !120}
!120 = !DIDerivedType(tag: DW_TAG_member, name: "value", baseType: !23, size: 64, align: 64, offset: 64)
!121 = !{!122, !123}
!122 = !DILocalVariable(name: "v", arg: 1, scope: !113, file: !2, line: 25, type: !116)
!123 = !DILocalVariable(name: "n", arg: 2, scope: !113, file: !2, line: 25, type: !7)
!124 = !DILocation(line: 25, column: 6, scope: !113)
!125 = !DILocation(line: 25, column: 50, scope: !113)
!126 = !DILocation(line: 25, column: 59, scope: !113)
!127 = !DILocation(line: 25, column: 58, scope: !113)
!128 = !DILocation(line: 25, column: 43, scope: !113)
!129 = distinct !DISubprogram(name: "(Go interface method)", scope: !130, file: !130, type: !131, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !62)
!130 = !DIFile(filename: "<Go interface method>", directory: "")
!131 = !DISubroutineType(types: !132)
!132 = !{}
!133 = !DILocation(line: 0, scope: !129)
!134 = distinct !DISubprogram(name: "main.divide", linkageName: "main.divide", scope: !2, file: !2, line: 28, type: !135, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !137)
!135 = !DISubroutineType(types: !136)
!136 = !{!7, !7}
!137 = !{!138, !139}
!138 = !DILocalVariable(name: "a", arg: 1, scope: !134, file: !2, line: 28, type: !7)
!139 = !DILocalVariable(name: "b", arg: 2, scope: !134, file: !2, line: 28, type: !7)
!140 = !DILocation(line: 28, column: 6, scope: !134)
!141 = !DILocation(line: 28, column: 52, scope: !134)
!142 = !DILocation(line: 28, column: 54, scope: !134)
!143 = !DILocation(line: 28, column: 59, scope: !134)
!144 = !DILocation(line: 28, column: 61, scope: !134)
!145 = !DILocation(line: 28, column: 45, scope: !134)
!146 = distinct !DISubprogram(name: "main.sum", linkageName: "main.sum", scope: !2, file: !2, line: 31, type: !147, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !149)
!147 = !DISubroutineType(types: !148)
!148 = !{!7, !7, !7, !7, !7, !7}
!149 = !{!150, !151, !152, !153, !154, !155}
!150 = !DILocalVariable(name: "a", arg: 1, scope: !146, file: !2, line: 31, type: !7)
!151 = !DILocalVariable(name: "b", arg: 2, scope: !146, file: !2, line: 31, type: !7)
!152 = !DILocalVariable(name: "c", arg: 3, scope: !146, file: !2, line: 31, type: !7)
!153 = !DILocalVariable(name: "d", arg: 4, scope: !146, file: !2, line: 31, type: !7)
!154 = !DILocalVariable(name: "e", arg: 5, scope: !146, file: !2, line: 31, type: !7)
!155 = !DILocalVariable(name: "f", arg: 6, scope: !146, file: !2, line: 31, type: !7)
!156 = !DILocation(line: 31, column: 6, scope: !146)
!157 = !DILocation(line: 31, column: 51, scope: !146)
!158 = !DILocation(line: 31, column: 55, scope: !146)
!159 = !DILocation(line: 31, column: 53, scope: !146)
!160 = !DILocation(line: 31, column: 59, scope: !146)
!161 = !DILocation(line: 31, column: 57, scope: !146)
!162 = !DILocation(line: 31, column: 63, scope: !146)
!163 = !DILocation(line: 31, column: 61, scope: !146)
!164 = !DILocation(line: 31, column: 67, scope: !146)
!165 = !DILocation(line: 31, column: 65, scope: !146)
!166 = !DILocation(line: 31, column: 71, scope: !146)
!167 = !DILocation(line: 31, column: 69, scope: !146)
!168 = !DILocation(line: 31, column: 44, scope: !146)
!169 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 35, type: !170, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !176)
!170 = !DISubroutineType(types: !171)
!171 = !{!172}
!172 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !173, size: 64, align: 64, dwarfAddressSpace: 0)
!173 = !DICompositeType(tag: DW_TAG_array_type, baseType: !7, size: 256, align: 32, elements: !174)
!174 = !{!175}
!175 = !DISubrange(count: 8, lowerBound: 0)
!176 = !{!177, !178, !179, !180, !181, !182}
!177 = !DILocalVariable(name: "ctx", arg: 1, scope: !169, file: !2, line: 35, type: !172)
!178 = !DILocalVariable(name: "rate", scope: !169, file: !2, line: 17, type: !10)
!179 = !DILocalVariable(name: "seen", scope: !169, file: !2, line: 17, type: !10)
!180 = !DILocalVariable(name: "n", scope: !169, file: !2, line: 37, type: !7)
!181 = !DILocalVariable(name: "q", scope: !169, file: !2, line: 39, type: !7)
!182 = !DILocalVariable(name: "r", scope: !169, file: !2, line: 39, type: !7)
!183 = !DILocation(line: 35, column: 6, scope: !169)
!184 = !DILocation(line: 36, column: 9, scope: !169)
!185 = !DILocation(line: 36, column: 2, scope: !169)
!186 = !DILocation(line: 37, column: 2, scope: !169)
!187 = !DILocation(line: 37, column: 21, scope: !169)
!188 = !DILocation(line: 37, column: 24, scope: !169)
!189 = !DILocation(line: 37, column: 12, scope: !169)
!190 = !DILocation(line: 37, column: 45, scope: !169)
!191 = !DILocation(line: 37, column: 48, scope: !169)
!192 = !DILocation(line: 37, column: 36, scope: !169)
!193 = !DILocation(line: 37, column: 29, scope: !169)
!194 = !DILocation(line: 38, column: 7, scope: !169)
!195 = !DILocation(line: 38, column: 45, scope: !169)
!196 = !DILocation(line: 38, column: 2, scope: !169)
!197 = !DILocation(line: 39, column: 17, scope: !169)
!198 = !DILocation(line: 39, column: 16, scope: !169)
!199 = !DILocation(line: 39, column: 2, scope: !169)
!200 = !DILocation(line: 39, column: 5, scope: !169)
!201 = !DILocation(line: 40, column: 32, scope: !169)
!202 = !DILocation(line: 40, column: 34, scope: !169)
!203 = !DILocation(line: 40, column: 33, scope: !169)
!204 = !DILocation(line: 40, column: 21, scope: !169)
!205 = !DILocation(line: 40, column: 43, scope: !169)
!206 = !DILocation(line: 40, column: 46, scope: !169)
!207 = !DILocation(line: 40, column: 51, scope: !169)
!208 = !DILocation(line: 40, column: 54, scope: !169)
!209 = !DILocation(line: 40, column: 59, scope: !169)
!210 = !DILocation(line: 40, column: 62, scope: !169)
!211 = !DILocation(line: 40, column: 67, scope: !169)
!212 = !DILocation(line: 40, column: 70, scope: !169)
!213 = !DILocation(line: 40, column: 75, scope: !169)
!214 = !DILocation(line: 40, column: 78, scope: !169)
!215 = !DILocation(line: 40, column: 83, scope: !169)
!216 = !DILocation(line: 40, column: 42, scope: !169)
!217 = !DILocation(line: 40, column: 37, scope: !169)
!218 = !DILocation(line: 40, column: 2, scope: !169)
!219 = distinct !DISubprogram(name: "main.prog$1", linkageName: "main.prog$1", scope: !2, file: !2, line: 38, type: !83, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !59, retainedNodes: !220)
!220 = !{!221, !222}
!221 = !DILocalVariable(name: "m", arg: 1, scope: !219, file: !2, line: 38, type: !7)
!222 = !DILocalVariable(name: "n", scope: !219, file: !2, line: 37, type: !7)
!223 = !DILocation(line: 38, column: 7, scope: !219)
!224 = !DILocation(line: 38, column: 38, scope: !219)
!225 = !DILocation(line: 38, column: 42, scope: !219)
!226 = !DILocation(line: 38, column: 40, scope: !219)
!227 = !DILocation(line: 38, column: 31, scope: !219)
