; Each way in which a variable cannot lie on the stack.
declare ptr @runtime.alloc(i64, ptr, ptr)
declare ptr @main.bpfLookup(ptr)
declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

@main.last = internal global ptr null

define i32 @size(ptr %ctx) section "xdp" !dbg !5 {
entry:
  %buf = call align 1 ptr @runtime.alloc(i64 600, ptr null, ptr undef), !dbg !6
  store i8 1, ptr %buf, align 1
  ret i32 0
}

define i32 @variable(ptr %ctx) section "xdp" !dbg !7 {
entry:
  %n = load i64, ptr %ctx, align 8
  %makeslice.buf = call align 1 ptr @runtime.alloc(i64 %n, ptr null, ptr undef), !dbg !8
  store i8 1, ptr %makeslice.buf, align 1
  ret i32 0
}

define i32 @global(ptr %ctx) section "xdp" !dbg !9 {
entry:
  %e = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !10
  store ptr %e, ptr @main.last, align 8, !dbg !11
  ret i32 0
}

define i32 @foreign(ptr %ctx) section "xdp" !dbg !12 {
entry:
  %e = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !13
  %v = call ptr @main.bpfLookup(ptr undef), !dbg !15
  store ptr %e, ptr %v, align 8, !dbg !14
  ret i32 0
}

define i32 @kept(ptr %ctx) section "xdp" !dbg !16 {
entry:
  %complit = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !17
  call void @main.keep(ptr %complit, ptr undef), !dbg !18
  ret i32 0
}

define i32 @nested(ptr %ctx) section "xdp" !dbg !19 {
entry:
  %e = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !20
  %h = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !21
  store ptr %e, ptr %h, align 8
  store ptr %h, ptr @main.last, align 8, !dbg !22
  ret i32 0
}

define i32 @function(ptr %ctx) section "xdp" !dbg !23 {
entry:
  %e = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !24
  %g = load ptr, ptr %ctx, align 8
  call void %g(ptr %e), !dbg !25
  ret i32 0
}

define i32 @made(ptr %ctx) section "xdp" !dbg !26 {
entry:
  %e = call ptr @main.make(ptr undef), !dbg !27
  ret i32 0
}

define i32 @list(ptr %ctx) section "xdp" !dbg !28 {
entry:
  br label %body

body:
  %head = phi ptr [ null, %entry ], [ %complit, %body ]
  %complit = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !29
  store ptr %head, ptr %complit, align 8, !dbg !30
  %c = icmp eq ptr %head, %ctx
  br i1 %c, label %body, label %done

done:
  ret i32 0
}

define i32 @dynamic(ptr %ctx) section "xdp" !dbg !31 {
entry:
  %n = load i64, ptr %ctx, align 8
  %a = alloca i8, i64 %n, align 1, !dbg !32
  store i8 1, ptr %a, align 1
  ret i32 0
}

define i32 @callback(ptr %ctx) section "xdp" !dbg !33 {
entry:
  %x = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !34
  %done = call i64 @main.bpfLoop(i32 4, ptr @main.step.callback, ptr %x, i64 0, ptr undef), !dbg !35
  ret i32 0
}

define internal void @main.keep(ptr %p, ptr %context) noinline !dbg !36 {
entry:
  store ptr %p, ptr @main.last, align 8, !dbg !37
  ret void
}

define internal i64 @main.step.callback(i64 %index, ptr %p) !dbg !41 {
entry:
  store ptr %p, ptr @main.last, align 8, !dbg !42
  ret i64 0
}

define internal ptr @main.make(ptr %context) noinline !dbg !38 {
entry:
  %new = call align 8 ptr @runtime.alloc(i64 8, ptr null, ptr undef), !dbg !39
  ret ptr %new, !dbg !40
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_Go, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/go")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !4)
!4 = !{}
!5 = distinct !DISubprogram(name: "main.size", scope: !1, file: !1, line: 10, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!6 = !DILocation(line: 11, column: 3, scope: !5)
!7 = distinct !DISubprogram(name: "main.variable", scope: !1, file: !1, line: 13, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!8 = !DILocation(line: 14, column: 3, scope: !7)
!9 = distinct !DISubprogram(name: "main.global", scope: !1, file: !1, line: 16, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!10 = !DILocation(line: 17, column: 3, scope: !9)
!11 = !DILocation(line: 18, column: 3, scope: !9)
!12 = distinct !DISubprogram(name: "main.foreign", scope: !1, file: !1, line: 20, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!13 = !DILocation(line: 21, column: 3, scope: !12)
!14 = !DILocation(line: 22, column: 3, scope: !12)
!15 = !DILocation(line: 23, column: 3, scope: !12)
!16 = distinct !DISubprogram(name: "main.kept", scope: !1, file: !1, line: 25, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!17 = !DILocation(line: 26, column: 3, scope: !16)
!18 = !DILocation(line: 27, column: 3, scope: !16)
!19 = distinct !DISubprogram(name: "main.nested", scope: !1, file: !1, line: 29, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!20 = !DILocation(line: 30, column: 3, scope: !19)
!21 = !DILocation(line: 31, column: 3, scope: !19)
!22 = !DILocation(line: 32, column: 3, scope: !19)
!23 = distinct !DISubprogram(name: "main.function", scope: !1, file: !1, line: 34, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!24 = !DILocation(line: 35, column: 3, scope: !23)
!25 = !DILocation(line: 36, column: 3, scope: !23)
!26 = distinct !DISubprogram(name: "main.made", scope: !1, file: !1, line: 38, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!27 = !DILocation(line: 39, column: 3, scope: !26)
!28 = distinct !DISubprogram(name: "main.list", scope: !1, file: !1, line: 41, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!29 = !DILocation(line: 42, column: 3, scope: !28)
!30 = !DILocation(line: 43, column: 3, scope: !28)
!31 = distinct !DISubprogram(name: "main.dynamic", scope: !1, file: !1, line: 45, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!32 = !DILocation(line: 46, column: 3, scope: !31)
!33 = distinct !DISubprogram(name: "main.callback", scope: !1, file: !1, line: 48, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!34 = !DILocation(line: 49, column: 3, scope: !33)
!35 = !DILocation(line: 50, column: 3, scope: !33)
!36 = distinct !DISubprogram(name: "main.keep", scope: !1, file: !1, line: 52, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!37 = !DILocation(line: 53, column: 3, scope: !36)
!38 = distinct !DISubprogram(name: "main.make", scope: !1, file: !1, line: 55, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!39 = !DILocation(line: 56, column: 3, scope: !38)
!40 = !DILocation(line: 57, column: 3, scope: !38)
!41 = distinct !DISubprogram(name: "main.step", scope: !1, file: !1, line: 60, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!42 = !DILocation(line: 61, column: 3, scope: !41)
