@"llvm.task_struct:0:8$0:1" = external global i64

; An offset has the line of the load that needs it.
define i32 @prog(ptr %task, i32 %n) !dbg !5 {
  %some = icmp ugt i32 %n, 3, !dbg !8
  br i1 %some, label %read, label %out

read:
  %offset = load i64, ptr @"llvm.task_struct:0:8$0:1", align 8
  %field = getelementptr i8, ptr %task, i64 %offset
  %pid = load i32, ptr %field, align 4, !dbg !9
  br label %out, !dbg !10

out:
  %result = phi i32 [ %pid, %read ], [ 0, %0 ]
  ret i32 %result, !dbg !11
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}

!0 = distinct !DICompileUnit(language: DW_LANG_Go, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"Dwarf Version", i32 4}
!4 = !DISubroutineType(types: !{null})
!5 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 3, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!8 = !DILocation(line: 4, column: 7, scope: !5)
!9 = !DILocation(line: 5, column: 10, scope: !5)
!10 = !DILocation(line: 6, column: 2, scope: !5)
!11 = !DILocation(line: 7, column: 2, scope: !5)
