; Panics of which nobody can be told: in a callback that is given nothing of its caller's, and behind a func value.
; program: prog=xdp

declare void @runtime.lookupPanic(ptr)
declare i32 @main.bpfKfuncBpfRbtreeAddImpl(ptr, ptr, ptr, ptr, i64, ptr)

define internal i64 @main.less.callback(ptr %a, ptr %b) !dbg !4 {
entry:
  %same = icmp eq ptr %a, %b
  br i1 %same, label %throw, label %next

next:
  ret i64 0

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !6
  unreachable
}

define internal i64 @main.value(i64 %index, ptr %context) !dbg !9 {
entry:
  %bad = icmp uge i64 %index, 8
  br i1 %bad, label %throw, label %next

next:
  ret i64 %index

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !10
  unreachable
}

define i32 @prog(ptr %ctx) !dbg !5 {
entry:
  %fn = alloca ptr
  store ptr @main.value, ptr %fn
  %0 = call i32 @main.bpfKfuncBpfRbtreeAddImpl(ptr %ctx, ptr %ctx, ptr @main.less.callback, ptr null, i64 0, ptr undef), !dbg !8
  ret i32 0
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.less", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.prog", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = !DILocation(line: 11, column: 2, scope: !4)
!8 = !DILocation(line: 21, column: 2, scope: !5)
!9 = distinct !DISubprogram(name: "main.value", scope: !1, file: !1, line: 30, type: !3, unit: !0)
!10 = !DILocation(line: 31, column: 2, scope: !9)
