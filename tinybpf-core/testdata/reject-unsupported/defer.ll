; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._defer = type { i64, ptr }

@main.depth = internal global i32 0, align 4, !dbg !0

declare void @runtime.nilPanic(ptr)

; Function Attrs: allockind("alloc,zeroed") allocsize(0)
declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr) #0

; Function Attrs: nounwind
define internal void @main.leave(ptr %context) unnamed_addr #1 !dbg !11 {
entry:
  %0 = load i32, ptr @main.depth, align 4, !dbg !16
  %1 = sub i32 %0, 1, !dbg !16
  store i32 %1, ptr @main.depth, align 4, !dbg !16
    #dbg_value(i32 %1, !15, !DIExpression(), !16)
  ret void, !dbg !17
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #2 section "xdp" !dbg !18 {
entry:
    #dbg_value(ptr %ctx, !23, !DIExpression(), !26)
  %defer.alloca = alloca { i64, ptr }, align 8, !dbg !26
  %0 = alloca i32, align 4, !dbg !26
  %deferPtr = alloca ptr, align 8, !dbg !26
  store ptr null, ptr %deferPtr, align 8, !dbg !26
  store i32 0, ptr %0, align 4, !dbg !26
  %1 = load i32, ptr @main.depth, align 4, !dbg !27
  %2 = add i32 %1, 1, !dbg !27
  store i32 %2, ptr @main.depth, align 4, !dbg !27
    #dbg_value(i32 %2, !24, !DIExpression(), !27)
  %defer.next = load ptr, ptr %deferPtr, align 8, !dbg !28
  %3 = insertvalue { i64, ptr } zeroinitializer, ptr %defer.next, 1, !dbg !28
  store { i64, ptr } %3, ptr %defer.alloca, align 8, !dbg !26
  store ptr %defer.alloca, ptr %deferPtr, align 8, !dbg !26
  %i = call align 4 ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !29
  store i32 0, ptr %i, align 4, !dbg !29
    #dbg_value(i32 0, !25, !DIExpression(), !29)
  br label %for.loop, !dbg !30

for.loop:                                         ; preds = %deref.next5, %entry
  %4 = phi ptr [ %i, %entry ], [ %i6, %deref.next5 ], !dbg !29
  %5 = icmp eq ptr %4, null, !dbg !31
  br i1 %5, label %deref.throw, label %deref.next, !dbg !31

deref.next:                                       ; preds = %for.loop
  %6 = load i32, ptr %4, align 4, !dbg !31
    #dbg_value(i32 %6, !25, !DIExpression(), !31)
    #dbg_value(ptr %ctx, !23, !DIExpression(), !32)
  %7 = icmp eq ptr %ctx, null, !dbg !33
  br i1 %7, label %deref.throw1, label %deref.next2, !dbg !33

deref.next2:                                      ; preds = %deref.next
  %8 = load i32, ptr %ctx, align 4, !dbg !33
  %9 = icmp ult i32 %6, %8, !dbg !34
  br i1 %9, label %for.body, label %for.done, !dbg !30

for.body:                                         ; preds = %deref.next2
  %10 = insertvalue { ptr, ptr } undef, ptr %4, 0, !dbg !35
  %11 = insertvalue { ptr, ptr } %10, ptr @"main.prog$1", 1, !dbg !35
  %defer.next3 = load ptr, ptr %deferPtr, align 8, !dbg !36
  %12 = extractvalue { ptr, ptr } %11, 0, !dbg !36
  %13 = insertvalue { i64, ptr, ptr } { i64 1, ptr null, ptr null }, ptr %defer.next3, 1, !dbg !36
  %14 = insertvalue { i64, ptr, ptr } %13, ptr %12, 2, !dbg !36
  %defer.alloc.call = call ptr @runtime.alloc(i64 24, ptr null, ptr undef), !dbg !36
  store { i64, ptr, ptr } %14, ptr %defer.alloc.call, align 8, !dbg !36
  store ptr %defer.alloc.call, ptr %deferPtr, align 8, !dbg !36
  %15 = icmp eq ptr %4, null, !dbg !30
  br i1 %15, label %deref.throw4, label %deref.next5, !dbg !30

deref.next5:                                      ; preds = %for.body
  %16 = load i32, ptr %4, align 4, !dbg !30
  %i6 = call align 4 ptr @runtime.alloc(i64 4, ptr inttoptr (i64 3 to ptr), ptr undef), !dbg !29
  store i32 %16, ptr %i6, align 4, !dbg !29
  %17 = load i32, ptr %i6, align 4, !dbg !37
  %18 = add i32 %17, 1, !dbg !37
  store i32 %18, ptr %i6, align 4, !dbg !37
    #dbg_value(i32 %18, !25, !DIExpression(), !37)
  br label %for.loop, !dbg !30

for.done:                                         ; preds = %deref.next2
  store i32 2, ptr %0, align 4, !dbg !38
  br label %rundefers.block, !dbg !30

rundefers.after:                                  ; preds = %rundefers.end
  %19 = load i32, ptr %0, align 4, !dbg !30
  ret i32 %19, !dbg !38

rundefers.block:                                  ; preds = %for.done
  br label %rundefers.loophead, !dbg !39

rundefers.loophead:                               ; preds = %rundefers.callback1, %rundefers.callback0, %rundefers.block
  %20 = load ptr, ptr %deferPtr, align 8, !dbg !39
  %stackIsNil = icmp eq ptr %20, null, !dbg !39
  br i1 %stackIsNil, label %rundefers.end, label %rundefers.loop, !dbg !39

rundefers.loop:                                   ; preds = %rundefers.loophead
  %stack.next.gep = getelementptr inbounds %runtime._defer, ptr %20, i32 0, i32 1, !dbg !39
  %stack.next = load ptr, ptr %stack.next.gep, align 8, !dbg !39
  store ptr %stack.next, ptr %deferPtr, align 8, !dbg !39
  %callback.gep = getelementptr inbounds %runtime._defer, ptr %20, i32 0, i32 0, !dbg !39
  %callback = load i64, ptr %callback.gep, align 8, !dbg !39
  switch i64 %callback, label %rundefers.default [
    i64 0, label %rundefers.callback0
    i64 1, label %rundefers.callback1
  ], !dbg !39

rundefers.callback0:                              ; preds = %rundefers.loop
  call void @main.leave(ptr undef), !dbg !39
  br label %rundefers.loophead, !dbg !39

rundefers.callback1:                              ; preds = %rundefers.loop
  %21 = getelementptr inbounds { i64, ptr, ptr }, ptr %20, i32 0, i32 2, !dbg !39
  %param = load ptr, ptr %21, align 8, !dbg !39
  call void @"main.prog$1"(ptr %param), !dbg !39
  br label %rundefers.loophead, !dbg !39

rundefers.default:                                ; preds = %rundefers.loop
  unreachable, !dbg !39

rundefers.end:                                    ; preds = %rundefers.loophead
  br label %rundefers.after, !dbg !39

recover:                                          ; No predecessors!
  %22 = load i32, ptr %0, align 4, !dbg !30
  ret i32 %22, !dbg !39

deref.throw:                                      ; preds = %for.loop
  call void @runtime.nilPanic(ptr undef), !dbg !31
  unreachable, !dbg !31

deref.throw1:                                     ; preds = %deref.next
  call void @runtime.nilPanic(ptr undef), !dbg !33
  unreachable, !dbg !33

deref.throw4:                                     ; preds = %for.body
  call void @runtime.nilPanic(ptr undef), !dbg !30
  unreachable, !dbg !30
}

; Function Attrs: nounwind
define internal void @"main.prog$1"(ptr %context) unnamed_addr #1 !dbg !40 {
entry:
  %0 = load i32, ptr %context, align 4, !dbg !44
    #dbg_value(i32 %0, !42, !DIExpression(), !44)
  %1 = load i32, ptr @main.depth, align 4, !dbg !45
  %2 = add i32 %1, %0, !dbg !45
  store i32 %2, ptr @main.depth, align 4, !dbg !45
    #dbg_value(i32 %2, !43, !DIExpression(), !45)
  ret void, !dbg !46
}

attributes #0 = { allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc" }
attributes #1 = { nounwind }
attributes #2 = { noinline nounwind }

!llvm.dbg.cu = !{!4}
!llvm.ident = !{!7, !7, !7, !7}
!llvm.module.flags = !{!8, !9, !10}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.depth", linkageName: "main.depth", scope: !2, file: !2, line: 5, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "main.go", directory: "/src/defer")
!3 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!4 = distinct !DICompileUnit(language: DW_LANG_C99, file: !5, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !6)
!5 = !DIFile(filename: "<unknown>", directory: "")
!6 = !{!0}
!7 = !{!"TinyGo version 0.40.1"}
!8 = !{i32 2, !"Debug Info Version", i32 3}
!9 = !{i32 7, !"Dwarf Version", i32 4}
!10 = !{i32 1, !"target-abi", !"lp64"}
!11 = distinct !DISubprogram(name: "main.leave", linkageName: "main.leave", scope: !2, file: !2, line: 7, type: !12, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !4, retainedNodes: !14)
!12 = !DISubroutineType(types: !13)
!13 = !{}
!14 = !{!15}
!15 = !DILocalVariable(name: "depth", scope: !11, file: !2, line: 5, type: !3)
!16 = !DILocation(line: 7, column: 16, scope: !11)
!17 = !DILocation(line: 7, column: 25, scope: !11)
!18 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 11, type: !19, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !4, retainedNodes: !22)
!19 = !DISubroutineType(types: !20)
!20 = !{!21}
!21 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !3, size: 64, align: 64, dwarfAddressSpace: 0)
!22 = !{!23, !24, !25}
!23 = !DILocalVariable(name: "ctx", arg: 1, scope: !18, file: !2, line: 11, type: !21)
!24 = !DILocalVariable(name: "depth", scope: !18, file: !2, line: 5, type: !3)
!25 = !DILocalVariable(name: "i", scope: !18, file: !2, line: 14, type: !3)
!26 = !DILocation(line: 11, column: 6, scope: !18)
!27 = !DILocation(line: 12, column: 2, scope: !18)
!28 = !DILocation(line: 13, column: 2, scope: !18)
!29 = !DILocation(line: 14, column: 6, scope: !18)
!30 = !DILocation(line: 0, scope: !18)
!31 = !DILocation(line: 14, column: 22, scope: !18)
!32 = !DILocation(line: 14, column: 27, scope: !18)
!33 = !DILocation(line: 14, column: 26, scope: !18)
!34 = !DILocation(line: 14, column: 24, scope: !18)
!35 = !DILocation(line: 15, column: 9, scope: !18)
!36 = !DILocation(line: 15, column: 3, scope: !18)
!37 = !DILocation(line: 14, column: 32, scope: !18)
!38 = !DILocation(line: 17, column: 2, scope: !18)
!39 = !DILocation(line: 18, column: 2, scope: !18)
!40 = distinct !DISubprogram(name: "main.prog$1", linkageName: "main.prog$1", scope: !2, file: !2, line: 15, type: !12, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !4, retainedNodes: !41)
!41 = !{!42, !43}
!42 = !DILocalVariable(name: "i", scope: !40, file: !2, line: 14, type: !3)
!43 = !DILocalVariable(name: "depth", scope: !40, file: !2, line: 5, type: !3)
!44 = !DILocation(line: 15, column: 27, scope: !40)
!45 = !DILocation(line: 15, column: 18, scope: !40)
!46 = !DILocation(line: 15, column: 30, scope: !40)
