; A subprogram that a pass added, one whose name a variable has, and an unnamed parameter.
; program: prog=xdp
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@count = global i64 0, section ".bss", align 8, !dbg !3

define i32 @prog(ptr %ctx) section "xdp" !dbg !9 {
  call void @panic.end(i32 1), !dbg !13
  %1 = call i64 @"(*example.com/probe/flow.Table).count"(ptr %ctx, i64 1, ptr undef), !dbg !13
  %2 = call i64 @main.count(i64 %1, ptr undef), !dbg !13
  ret i32 2, !dbg !13
}

define internal void @panic.end(i32 %0) {
  call void inttoptr (i64 12 to ptr)(ptr null, ptr null, i32 %0)
  ret void
}

define internal i64 @main.count(i64 %_, ptr %context) !dbg !14 {
  ret i64 7, !dbg !16
}

define internal i64 @"(*example.com/probe/flow.Table).count"(ptr %t, i64 %n, ptr %context) !dbg !17 {
  ret i64 %n, !dbg !22
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "<unknown>", directory: "")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DIGlobalVariableExpression(var: !4, expr: !DIExpression())
!4 = distinct !DIGlobalVariable(name: "main.count", linkageName: "main.count", scope: !5, file: !5, line: 3, type: !6, isLocal: false, isDefinition: true)
!5 = !DIFile(filename: "main.go", directory: "/src/probe")
!6 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!7 = !DISubroutineType(types: !8)
!8 = !{!20}
!9 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !5, file: !5, line: 5, type: !7, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0, retainedNodes: !10)
!10 = !{!11}
!11 = !DILocalVariable(name: "ctx", arg: 1, scope: !9, file: !5, line: 5, type: !20)
!13 = !DILocation(line: 6, column: 2, scope: !9)
!14 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !5, file: !5, line: 9, type: !15, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0)
!15 = !DISubroutineType(types: !23)
!16 = !DILocation(line: 10, column: 2, scope: !14)
!17 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).count", linkageName: "(*example.com/probe/flow.Table).count", scope: !18, file: !18, line: 4, type: !19, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0)
!18 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!19 = !DISubroutineType(types: !21)
!20 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64)
!21 = !{!20, !6}
!22 = !DILocation(line: 5, column: 2, scope: !17)
!23 = !{!6}
