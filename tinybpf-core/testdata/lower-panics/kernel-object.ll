; A kernel object out of a map is owned where the program can panic, and nothing says how to give it back. Before and after, and
; where there is none, a panic is fine.
; program: one=tc

declare void @runtime.lookupPanic(ptr)
declare ptr @main.bpfKptrXchg(ptr, ptr, ptr)

define i32 @one(ptr %ctx) !dbg !4 {
entry:
  %a = load i32, ptr %ctx
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %throw, label %take

take:
  %object = call ptr @main.bpfKptrXchg(ptr %ctx, ptr null, ptr undef), !dbg !7
  %nil = icmp eq ptr %object, null
  br i1 %nil, label %throw.none, label %use

use:
  %b = load i32, ptr %ctx
  %worse = icmp uge i32 %b, 8
  br i1 %worse, label %throw.held, label %give

give:
  %rest = call ptr @main.bpfKptrXchg(ptr %ctx, ptr %object, ptr undef), !dbg !7
  ret i32 0

throw:
  call void @runtime.lookupPanic(ptr undef), !dbg !6
  unreachable

throw.none:
  call void @runtime.lookupPanic(ptr undef), !dbg !6
  unreachable

throw.held:
  call void @runtime.lookupPanic(ptr undef), !dbg !12
  unreachable
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.one", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "main.two", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = !DILocation(line: 11, column: 2, scope: !4)
!7 = !DILocation(line: 12, column: 2, scope: !4)
!8 = !DILocation(line: 21, column: 2, scope: !5)
!9 = !DILocation(line: 22, column: 2, scope: !5)
!12 = !DILocation(line: 15, column: 4, scope: !4)
