; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

declare void @runtime.nilPanic(ptr)

; Function Attrs: nounwind
define internal i1 @main.even(i32 %n, ptr %context) unnamed_addr #0 !dbg !6 {
entry:
    #dbg_value(i32 %n, !12, !DIExpression(), !13)
    #dbg_value(i32 %n, !12, !DIExpression(), !14)
  %0 = icmp eq i32 %n, 0, !dbg !15
  br i1 %0, label %if.then, label %if.done, !dbg !16

if.then:                                          ; preds = %entry
  ret i1 true, !dbg !17

if.done:                                          ; preds = %entry
    #dbg_value(i32 %n, !12, !DIExpression(), !18)
  %1 = sub i32 %n, 1, !dbg !19
  %2 = call i1 @main.odd(i32 %1, ptr undef), !dbg !20
  ret i1 %2, !dbg !21
}

; Function Attrs: nounwind
define internal i1 @main.odd(i32 %n, ptr %context) unnamed_addr #0 !dbg !22 {
entry:
    #dbg_value(i32 %n, !24, !DIExpression(), !25)
    #dbg_value(i32 %n, !24, !DIExpression(), !26)
  %0 = icmp eq i32 %n, 0, !dbg !27
  br i1 %0, label %if.then, label %if.done, !dbg !28

if.then:                                          ; preds = %entry
  ret i1 false, !dbg !29

if.done:                                          ; preds = %entry
    #dbg_value(i32 %n, !24, !DIExpression(), !30)
  %1 = sub i32 %n, 1, !dbg !31
  %2 = call i1 @main.even(i32 %1, ptr undef), !dbg !32
  ret i1 %2, !dbg !33
}

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #1 section "xdp" !dbg !34 {
entry:
    #dbg_value(ptr %ctx, !39, !DIExpression(), !40)
    #dbg_value(ptr %ctx, !39, !DIExpression(), !41)
  %0 = icmp eq ptr %ctx, null, !dbg !42
  br i1 %0, label %deref.throw, label %deref.next, !dbg !42

deref.next:                                       ; preds = %entry
  %1 = load i32, ptr %ctx, align 4, !dbg !42
  %2 = call i1 @main.even(i32 %1, ptr undef), !dbg !43
  br i1 %2, label %if.then, label %if.done, !dbg !44

if.then:                                          ; preds = %deref.next
  ret i32 1, !dbg !45

if.done:                                          ; preds = %deref.next
  ret i32 2, !dbg !46

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !42
  unreachable, !dbg !42
}

attributes #0 = { nounwind }
attributes #1 = { noinline nounwind }

!llvm.dbg.cu = !{!0}
!llvm.ident = !{!2, !2, !2, !2}
!llvm.module.flags = !{!3, !4, !5}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "<unknown>", directory: "")
!2 = !{!"TinyGo version 0.40.1"}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{i32 7, !"Dwarf Version", i32 4}
!5 = !{i32 1, !"target-abi", !"lp64"}
!6 = distinct !DISubprogram(name: "main.even", linkageName: "main.even", scope: !7, file: !7, line: 5, type: !8, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !11)
!7 = !DIFile(filename: "main.go", directory: "/src/recursion-mutual")
!8 = !DISubroutineType(types: !9)
!9 = !{!10}
!10 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!11 = !{!12}
!12 = !DILocalVariable(name: "n", arg: 1, scope: !6, file: !7, line: 5, type: !10)
!13 = !DILocation(line: 5, column: 6, scope: !6)
!14 = !DILocation(line: 6, column: 5, scope: !6)
!15 = !DILocation(line: 6, column: 7, scope: !6)
!16 = !DILocation(line: 0, scope: !6)
!17 = !DILocation(line: 7, column: 3, scope: !6)
!18 = !DILocation(line: 9, column: 13, scope: !6)
!19 = !DILocation(line: 9, column: 15, scope: !6)
!20 = !DILocation(line: 9, column: 12, scope: !6)
!21 = !DILocation(line: 9, column: 2, scope: !6)
!22 = distinct !DISubprogram(name: "main.odd", linkageName: "main.odd", scope: !7, file: !7, line: 12, type: !8, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !23)
!23 = !{!24}
!24 = !DILocalVariable(name: "n", arg: 1, scope: !22, file: !7, line: 12, type: !10)
!25 = !DILocation(line: 12, column: 6, scope: !22)
!26 = !DILocation(line: 13, column: 5, scope: !22)
!27 = !DILocation(line: 13, column: 7, scope: !22)
!28 = !DILocation(line: 0, scope: !22)
!29 = !DILocation(line: 14, column: 3, scope: !22)
!30 = !DILocation(line: 16, column: 14, scope: !22)
!31 = !DILocation(line: 16, column: 16, scope: !22)
!32 = !DILocation(line: 16, column: 13, scope: !22)
!33 = !DILocation(line: 16, column: 2, scope: !22)
!34 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !7, file: !7, line: 21, type: !35, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !38)
!35 = !DISubroutineType(types: !36)
!36 = !{!37}
!37 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !10, size: 64, align: 64, dwarfAddressSpace: 0)
!38 = !{!39}
!39 = !DILocalVariable(name: "ctx", arg: 1, scope: !34, file: !7, line: 21, type: !37)
!40 = !DILocation(line: 21, column: 6, scope: !34)
!41 = !DILocation(line: 22, column: 11, scope: !34)
!42 = !DILocation(line: 22, column: 10, scope: !34)
!43 = !DILocation(line: 22, column: 9, scope: !34)
!44 = !DILocation(line: 0, scope: !34)
!45 = !DILocation(line: 23, column: 3, scope: !34)
!46 = !DILocation(line: 25, column: 2, scope: !34)
