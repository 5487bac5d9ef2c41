; A function that needs more than five registers is inlined; `//go:noinline` on it is mentioned.
; program: prog=tc

declare void @runtime.lookupPanic(ptr)

define internal i32 @main.slices(ptr %a, i64 %alen, i64 %acap, ptr %b, i64 %blen, i64 %bcap, ptr %context) {
entry:
  %bad = icmp uge i64 %alen, %blen
  br i1 %bad, label %throw, label %next

next:
  ret i32 1

throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable
}

define internal i64 @main.five(i32 %a, i32 %b, i32 %c, i32 %d, i32 %e, ptr %context) noinline !dbg !4 {
entry:
  %bad = icmp uge i32 %a, %b
  br i1 %bad, label %throw, label %next

next:
  ret i64 1

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !7
  unreachable
}

define internal i32 @main.keeps(i32 %a, i32 %b, i32 %c, i32 %d, i32 %e, ptr %context) noinline {
entry:
  %sum = add i32 %a, %e
  ret i32 %sum
}

define i32 @prog(ptr %ctx) section "tc" !dbg !5 {
entry:
  %len = load i64, ptr %ctx
  %a = trunc i64 %len to i32
  %0 = call i32 @main.slices(ptr %ctx, i64 %len, i64 8, ptr %ctx, i64 4, i64 4, ptr undef), !dbg !8
  %1 = call i64 @main.five(i32 %0, i32 %a, i32 2, i32 3, i32 4, ptr undef), !dbg !8
  %2 = call i32 @main.keeps(i32 %a, i32 1, i32 2, i32 3, i32 4, ptr undef), !dbg !8
  ret i32 %2
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.five", scope: !1, file: !1, line: 12, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.prog", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!7 = !DILocation(line: 13, column: 9, scope: !4)
!8 = !DILocation(line: 31, column: 9, scope: !5)
