; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.rate = internal global double 0.000000e+00, align 8, !dbg !0
@main.ratio = internal global float 0.000000e+00, align 4, !dbg !4

declare void @runtime.nilPanic(ptr)

; Function Attrs: noinline nounwind
define i32 @prog(ptr nocapture dereferenceable_or_null(4) %ctx) #0 section "xdp" !dbg !14 {
entry:
    #dbg_value(ptr %ctx, !20, !DIExpression(), !24)
  %0 = load double, ptr @main.rate, align 8, !dbg !25
    #dbg_value(double %0, !21, !DIExpression(), !25)
  %1 = fmul double %0, 9.000000e-01, !dbg !26
  store double %1, ptr @main.rate, align 8, !dbg !27
    #dbg_value(double %1, !21, !DIExpression(), !27)
    #dbg_value(ptr %ctx, !20, !DIExpression(), !28)
  %2 = icmp eq ptr %ctx, null, !dbg !29
  br i1 %2, label %deref.throw, label %deref.next, !dbg !29

deref.next:                                       ; preds = %entry
  %3 = load i32, ptr %ctx, align 4, !dbg !29
  %4 = uitofp i32 %3 to double, !dbg !30
    #dbg_value(double %4, !22, !DIExpression(), !31)
    #dbg_value(double %4, !22, !DIExpression(), !32)
  %5 = load double, ptr @main.rate, align 8, !dbg !33
    #dbg_value(double %5, !21, !DIExpression(), !33)
  %6 = fcmp ogt double %4, %5, !dbg !34
  br i1 %6, label %if.then, label %if.done, !dbg !35

if.then:                                          ; preds = %deref.next
    #dbg_value(double %4, !22, !DIExpression(), !36)
  %abovemin = fcmp ole double 0xC1E0000000000000, %4, !dbg !37
  %belowmax = fcmp ole double %4, 0x41DFFFFFFFC00000, !dbg !37
  %inbounds = and i1 %abovemin, %belowmax, !dbg !37
  %saturated = select i1 %abovemin, i32 2147483647, i32 -2147483648, !dbg !37
  %isnan = fcmp uno double %4, %4, !dbg !37
  %remapped = select i1 %isnan, i32 0, i32 %saturated, !dbg !37
  %normal = fptosi double %4 to i32, !dbg !37
  %7 = select i1 %inbounds, i32 %normal, i32 %remapped, !dbg !37
  ret i32 %7, !dbg !38

if.done:                                          ; preds = %deref.next
  %8 = load float, ptr @main.ratio, align 4, !dbg !39
    #dbg_value(float %8, !23, !DIExpression(), !39)
  %9 = fneg float %8, !dbg !40
  store float %9, ptr @main.ratio, align 4, !dbg !41
    #dbg_value(float %9, !23, !DIExpression(), !41)
  ret i32 2, !dbg !42

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !29
  unreachable, !dbg !29
}

attributes #0 = { noinline nounwind }

!llvm.dbg.cu = !{!7}
!llvm.ident = !{!10, !10, !10, !10}
!llvm.module.flags = !{!11, !12, !13}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "main.rate", linkageName: "main.rate", scope: !2, file: !2, line: 5, type: !3, isLocal: false, isDefinition: true, align: 64)
!2 = !DIFile(filename: "main.go", directory: "/src/float")
!3 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(name: "main.ratio", linkageName: "main.ratio", scope: !2, file: !2, line: 6, type: !6, isLocal: false, isDefinition: true, align: 32)
!6 = !DIBasicType(name: "float32", size: 32, encoding: DW_ATE_float)
!7 = distinct !DICompileUnit(language: DW_LANG_C99, file: !8, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !9)
!8 = !DIFile(filename: "<unknown>", directory: "")
!9 = !{!0, !4}
!10 = !{!"TinyGo version 0.40.1"}
!11 = !{i32 2, !"Debug Info Version", i32 3}
!12 = !{i32 7, !"Dwarf Version", i32 4}
!13 = !{i32 1, !"target-abi", !"lp64"}
!14 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !2, file: !2, line: 10, type: !15, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !7, retainedNodes: !19)
!15 = !DISubroutineType(types: !16)
!16 = !{!17}
!17 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !18, size: 64, align: 64, dwarfAddressSpace: 0)
!18 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!19 = !{!20, !21, !22, !23}
!20 = !DILocalVariable(name: "ctx", arg: 1, scope: !14, file: !2, line: 10, type: !17)
!21 = !DILocalVariable(name: "rate", scope: !14, file: !2, line: 5, type: !3)
!22 = !DILocalVariable(name: "x", scope: !14, file: !2, line: 12, type: !3)
!23 = !DILocalVariable(name: "ratio", scope: !14, file: !2, line: 6, type: !6)
!24 = !DILocation(line: 10, column: 6, scope: !14)
!25 = !DILocation(line: 11, column: 9, scope: !14)
!26 = !DILocation(line: 11, column: 14, scope: !14)
!27 = !DILocation(line: 11, column: 2, scope: !14)
!28 = !DILocation(line: 12, column: 16, scope: !14)
!29 = !DILocation(line: 12, column: 15, scope: !14)
!30 = !DILocation(line: 12, column: 14, scope: !14)
!31 = !DILocation(line: 12, column: 2, scope: !14)
!32 = !DILocation(line: 13, column: 5, scope: !14)
!33 = !DILocation(line: 13, column: 9, scope: !14)
!34 = !DILocation(line: 13, column: 7, scope: !14)
!35 = !DILocation(line: 0, scope: !14)
!36 = !DILocation(line: 14, column: 16, scope: !14)
!37 = !DILocation(line: 14, column: 15, scope: !14)
!38 = !DILocation(line: 14, column: 3, scope: !14)
!39 = !DILocation(line: 16, column: 11, scope: !14)
!40 = !DILocation(line: 16, column: 10, scope: !14)
!41 = !DILocation(line: 16, column: 2, scope: !14)
!42 = !DILocation(line: 17, column: 2, scope: !14)
