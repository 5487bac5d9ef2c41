; ModuleID = 'case'
source_filename = "case"

@"llvm.task_struct:0:8$0:1" = external global i64

define i32 @prog(ptr %task, i32 %n) !dbg !4 {
  %some = icmp ugt i32 %n, 3, !dbg !7
  br i1 %some, label %read, label %out

read:                                             ; preds = %0
  %offset = load i64, ptr @"llvm.task_struct:0:8$0:1", align 8, !dbg !8
  %field = getelementptr i8, ptr %task, i64 %offset, !dbg !8
  %pid = load i32, ptr %field, align 4, !dbg !8
  br label %out, !dbg !9

out:                                              ; preds = %read, %0
  %result = phi i32 [ %pid, %read ], [ 0, %0 ]
  ret i32 %result, !dbg !10
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}

!0 = distinct !DICompileUnit(language: DW_LANG_Go, file: !1, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"Dwarf Version", i32 4}
!4 = distinct !DISubprogram(name: "prog", scope: !1, file: !1, line: 3, type: !5, spFlags: DISPFlagDefinition, unit: !0)
!5 = !DISubroutineType(types: !6)
!6 = !{null}
!7 = !DILocation(line: 4, column: 7, scope: !4)
!8 = !DILocation(line: 5, column: 10, scope: !4)
!9 = !DILocation(line: 6, column: 2, scope: !4)
!10 = !DILocation(line: 7, column: 2, scope: !4)
