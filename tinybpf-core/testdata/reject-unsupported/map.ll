; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._string = type { ptr, i64 }

@main.seen = internal global ptr null, align 8, !dbg !0

declare void @runtime.nilPanic(ptr)

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #0 section "xdp" !dbg !18 {
entry:
    #dbg_value(ptr %ctx, !24, !DIExpression(), !32)
  %range.value = alloca i64, align 8, !dbg !33
  %range.key = alloca i32, align 4, !dbg !33
  %range.it = alloca %runtime._string, align 8, !dbg !33
  %hashmap.key7 = alloca i32, align 4, !dbg !33
  %hashmap.key4 = alloca i32, align 4, !dbg !33
  %hashmap.value3 = alloca i64, align 8, !dbg !33
  %hashmap.key = alloca i32, align 4, !dbg !33
  %hashmap.value = alloca i32, align 4, !dbg !33
  %0 = call ptr @runtime.hashmapMake(i64 4, i64 4, i64 8, i8 0, ptr undef), !dbg !33
    #dbg_value(ptr %0, !25, !DIExpression(), !34)
    #dbg_value(ptr %0, !25, !DIExpression(), !35)
    #dbg_value(ptr %ctx, !24, !DIExpression(), !36)
  %1 = icmp eq ptr %ctx, null, !dbg !37
  br i1 %1, label %deref.throw, label %deref.next, !dbg !37

deref.next:                                       ; preds = %entry
  %2 = load i32, ptr %ctx, align 4, !dbg !37
  call void @llvm.lifetime.start.p0(ptr %hashmap.value), !dbg !33
  store i32 1, ptr %hashmap.value, align 4, !dbg !33
  call void @llvm.lifetime.start.p0(ptr %hashmap.key), !dbg !33
  store i32 %2, ptr %hashmap.key, align 4, !dbg !33
  call void @runtime.hashmapBinarySet(ptr %0, ptr %hashmap.key, ptr %hashmap.value, ptr undef), !dbg !33
  call void @llvm.lifetime.end.p0(ptr %hashmap.key), !dbg !33
  call void @llvm.lifetime.end.p0(ptr %hashmap.value), !dbg !33
  %3 = load ptr, ptr @main.seen, align 8, !dbg !38
    #dbg_value(ptr %3, !26, !DIExpression(), !38)
    #dbg_value(ptr %ctx, !24, !DIExpression(), !39)
  %4 = icmp eq ptr %ctx, null, !dbg !40
  br i1 %4, label %deref.throw1, label %deref.next2, !dbg !40

deref.next2:                                      ; preds = %deref.next
  %5 = load i32, ptr %ctx, align 4, !dbg !40
  call void @llvm.lifetime.start.p0(ptr %hashmap.value3), !dbg !33
  call void @llvm.lifetime.start.p0(ptr %hashmap.key4), !dbg !33
  store i32 %5, ptr %hashmap.key4, align 4, !dbg !33
  %6 = call i1 @runtime.hashmapBinaryGet(ptr %3, ptr %hashmap.key4, ptr %hashmap.value3, i64 8, ptr undef), !dbg !33
  call void @llvm.lifetime.end.p0(ptr %hashmap.key4), !dbg !33
  %7 = load i64, ptr %hashmap.value3, align 8, !dbg !33
  call void @llvm.lifetime.end.p0(ptr %hashmap.value3), !dbg !33
  %8 = insertvalue { i64, i1 } undef, i64 %7, 0, !dbg !33
  %9 = insertvalue { i64, i1 } %8, i1 %6, 1, !dbg !33
  %10 = extractvalue { i64, i1 } %9, 0, !dbg !41
  %11 = extractvalue { i64, i1 } %9, 1, !dbg !41
    #dbg_value(i1 %11, !27, !DIExpression(), !42)
    #dbg_value(i1 %11, !27, !DIExpression(), !43)
  br i1 %11, label %if.then, label %if.done, !dbg !44

if.then:                                          ; preds = %deref.next2
  %12 = load ptr, ptr @main.seen, align 8, !dbg !45
    #dbg_value(ptr %12, !26, !DIExpression(), !45)
    #dbg_value(ptr %ctx, !24, !DIExpression(), !46)
  %13 = icmp eq ptr %ctx, null, !dbg !47
  br i1 %13, label %deref.throw5, label %deref.next6, !dbg !47

deref.next6:                                      ; preds = %if.then
  %14 = load i32, ptr %ctx, align 4, !dbg !47
  call void @llvm.lifetime.start.p0(ptr %hashmap.key7), !dbg !33
  store i32 %14, ptr %hashmap.key7, align 4, !dbg !33
  call void @runtime.hashmapBinaryDelete(ptr %12, ptr %hashmap.key7, ptr undef), !dbg !33
  call void @llvm.lifetime.end.p0(ptr %hashmap.key7), !dbg !33
  br label %if.done, !dbg !44

if.done:                                          ; preds = %deref.next6, %deref.next2
    #dbg_value(i64 0, !29, !DIExpression(), !48)
  %15 = load ptr, ptr @main.seen, align 8, !dbg !49
    #dbg_value(ptr %15, !26, !DIExpression(), !49)
  call void @llvm.lifetime.start.p0(ptr %range.it), !dbg !33
  store %runtime._string zeroinitializer, ptr %range.it, align 8, !dbg !33
  br label %rangeiter.loop, !dbg !44

rangeiter.loop:                                   ; preds = %rangeiter.body, %if.done
  %16 = phi i64 [ 0, %if.done ], [ %24, %rangeiter.body ], !dbg !48
  call void @llvm.lifetime.start.p0(ptr %range.key), !dbg !33
  call void @llvm.lifetime.start.p0(ptr %range.value), !dbg !33
  %range.next = call i1 @runtime.hashmapNext(ptr %15, ptr %range.it, ptr %range.key, ptr %range.value, ptr undef), !dbg !33
  %17 = load i32, ptr %range.key, align 4, !dbg !33
  %18 = load i64, ptr %range.value, align 8, !dbg !33
  call void @llvm.lifetime.end.p0(ptr %range.key), !dbg !33
  call void @llvm.lifetime.end.p0(ptr %range.value), !dbg !33
  %19 = insertvalue { i1, i32, i64 } undef, i1 %range.next, 0, !dbg !33
  %20 = insertvalue { i1, i32, i64 } %19, i32 %17, 1, !dbg !33
  %21 = insertvalue { i1, i32, i64 } %20, i64 %18, 2, !dbg !33
  %22 = extractvalue { i1, i32, i64 } %21, 0, !dbg !44
  br i1 %22, label %rangeiter.body, label %rangeiter.done, !dbg !44

rangeiter.body:                                   ; preds = %rangeiter.loop
  %23 = extractvalue { i1, i32, i64 } %21, 2, !dbg !44
    #dbg_value(i64 %23, !31, !DIExpression(), !50)
    #dbg_value(i64 %23, !31, !DIExpression(), !51)
  %24 = add i64 %16, %23, !dbg !52
    #dbg_value(i64 %24, !29, !DIExpression(), !52)
  br label %rangeiter.loop, !dbg !44

rangeiter.done:                                   ; preds = %rangeiter.loop
    #dbg_value(ptr %0, !25, !DIExpression(), !53)
  %len = call i64 @runtime.hashmapLen(ptr %0, ptr undef), !dbg !54
  %25 = trunc i64 %len to i32, !dbg !55
    #dbg_value(i64 %16, !29, !DIExpression(), !56)
  %26 = trunc i64 %16 to i32, !dbg !57
  %27 = add i32 %25, %26, !dbg !58
  ret i32 %27, !dbg !59

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !37
  unreachable, !dbg !37

deref.throw1:                                     ; preds = %deref.next
  call void @runtime.nilPanic(ptr undef), !dbg !40
  unreachable, !dbg !40

deref.throw5:                                     ; preds = %if.then
  call void @runtime.nilPanic(ptr undef), !dbg !47
  unreachable, !dbg !47
}

declare ptr @runtime.hashmapMake(i64, i64, i64, i8, ptr)

declare void @runtime.hashmapBinarySet(ptr dereferenceable_or_null(16), ptr, ptr, ptr)

declare i1 @runtime.hashmapBinaryGet(ptr dereferenceable_or_null(16), ptr, ptr, i64, ptr)

declare void @runtime.hashmapBinaryDelete(ptr dereferenceable_or_null(16), ptr, ptr)

declare i1 @runtime.hashmapNext(ptr dereferenceable_or_null(16), ptr dereferenceable_or_null(16), ptr, ptr, ptr)

declare i64 @runtime.hashmapLen(ptr dereferenceable_or_null(16), ptr)

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr nocapture) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr nocapture) #1

attributes #0 = { noinline nounwind }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }

!llvm.dbg.cu = !{!11}
!llvm.ident = !{!14, !14, !14, !14}
!llvm.module.flags = !{!15, !16, !17}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.seen", linkageName: "main.seen", scope: !2, file: !2, line: 5, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/map")
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64, align: 64, dwarfAddressSpace: 0)
!4 = !DIDerivedType(tag: DW_TAG_typedef, name: "runtime.hashmap", baseType: !5)
!5 = !DICompositeType(tag: DW_TAG_structure_type, size: 128, align: 64, elements: !6)
!6 = !{!7, !9}
!7 = !DIDerivedType(tag: DW_TAG_member, name: "buckets", baseType: !8, size: 64, align: 64)
!8 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!9 = !DIDerivedType(tag: DW_TAG_member, name: "count", baseType: !10, size: 64, align: 64, offset: 64)
!10 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!11 = distinct !DICompileUnit(language: DW_LANG_C99, file: !12, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !13)
!12 = !DIFile(filename: "<unknown>", directory: "")
!13 = !{!0}
!14 = !{!"TinyGo version 0.40.1"}
!15 = !{i32 2, !"Debug Info Version", i32 3}
!16 = !{i32 7, !"Dwarf Version", i32 4}
!17 = !{i32 1, !"target-abi", !"lp64"}
!18 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 9, type: !19, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !11, retainedNodes: !23)
!19 = !DISubroutineType(types: !20)
!20 = !{!21}
!21 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !22, size: 64, align: 64, dwarfAddressSpace: 0)
!22 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!23 = !{!24, !25, !26, !27, !29, !31}
!24 = !DILocalVariable(name: "ctx", arg: 1, scope: !18, file: !2, line: 9, type: !21)
!25 = !DILocalVariable(name: "m", scope: !18, file: !2, line: 10, type: !3)
!26 = !DILocalVariable(name: "seen", scope: !18, file: !2, line: 5, type: !3)
!27 = !DILocalVariable(name: "ok", scope: !18, file: !2, line: 12, type: !28)
!28 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!29 = !DILocalVariable(name: "sum", scope: !18, file: !2, line: 15, type: !30)
!30 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!31 = !DILocalVariable(name: "v", scope: !18, file: !2, line: 16, type: !30)
!32 = !DILocation(line: 9, column: 6, scope: !18)
!33 = !DILocation(line: 10, column: 11, scope: !18)
!34 = !DILocation(line: 10, column: 2, scope: !18)
!35 = !DILocation(line: 11, column: 2, scope: !18)
!36 = !DILocation(line: 11, column: 5, scope: !18)
!37 = !DILocation(line: 11, column: 4, scope: !18)
!38 = !DILocation(line: 12, column: 14, scope: !18)
!39 = !DILocation(line: 12, column: 20, scope: !18)
!40 = !DILocation(line: 12, column: 19, scope: !18)
!41 = !DILocation(line: 12, column: 18, scope: !18)
!42 = !DILocation(line: 12, column: 8, scope: !18)
!43 = !DILocation(line: 12, column: 26, scope: !18)
!44 = !DILocation(line: 0, scope: !18)
!45 = !DILocation(line: 13, column: 10, scope: !18)
!46 = !DILocation(line: 13, column: 17, scope: !18)
!47 = !DILocation(line: 13, column: 16, scope: !18)
!48 = !DILocation(line: 15, column: 6, scope: !18)
!49 = !DILocation(line: 16, column: 20, scope: !18)
!50 = !DILocation(line: 16, column: 9, scope: !18)
!51 = !DILocation(line: 17, column: 10, scope: !18)
!52 = !DILocation(line: 17, column: 3, scope: !18)
!53 = !DILocation(line: 19, column: 19, scope: !18)
!54 = !DILocation(line: 19, column: 18, scope: !18)
!55 = !DILocation(line: 19, column: 14, scope: !18)
!56 = !DILocation(line: 19, column: 31, scope: !18)
!57 = !DILocation(line: 19, column: 30, scope: !18)
!58 = !DILocation(line: 19, column: 23, scope: !18)
!59 = !DILocation(line: 19, column: 2, scope: !18)
