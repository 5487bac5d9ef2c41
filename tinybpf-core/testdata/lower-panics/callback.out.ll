; ModuleID = 'case'
source_filename = "case"

declare i64 @main.bpfLoop(i32, ptr, ptr, i64, ptr)

declare i64 @main.bpfTimerSetCallback(ptr, ptr, ptr)

define internal range(i64 0, 2) i64 @main.one.callback(i64 %index, ptr nonnull %p) !dbg !3 {
entry:
  %0 = load ptr, ptr %p, align 8
  %1 = getelementptr inbounds { ptr, i64 }, ptr %p, i32 0, i32 1
  %bad = icmp uge i64 %index, 8
  br i1 %bad, label %panic, label %last

common.ret:                                       ; preds = %panic, %last
  %common.ret.op = phi i64 [ 0, %last ], [ 1, %panic ]
  ret i64 %common.ret.op, !dbg !6

last:                                             ; preds = %entry
  store i64 %index, ptr %0, align 4
  br label %common.ret

panic:                                            ; preds = %entry
  store i64 1, ptr %1, align 4, !dbg !6
  br label %common.ret, !dbg !6
}

define internal i64 @main.safe.callback(i64 %index, ptr nonnull %p) !dbg !7 {
entry:
  store i64 %index, ptr %p, align 4
  ret i64 0
}

define internal i64 @main.later.callback(ptr %m, ptr %key, ptr nonnull %value) !dbg !8 {
entry:
  ret i64 0, !dbg !9
}

define i32 @two(ptr %ctx) !dbg !10 {
  %1 = alloca { ptr, i64 }, align 8
  %2 = alloca i64, align 8
  store ptr %2, ptr %1, align 8, !dbg !11
  %3 = getelementptr inbounds { ptr, i64 }, ptr %1, i32 0, i32 1, !dbg !11
  store i64 0, ptr %3, align 4, !dbg !11
  %4 = call i64 @main.bpfLoop(i32 8, ptr @main.one.callback, ptr nonnull %1, i64 0, ptr undef), !dbg !11
  %5 = load i64, ptr %3, align 4, !dbg !11
  %6 = icmp ne i64 %5, 0, !dbg !11
  br i1 %6, label %common.ret, label %entry, !dbg !11

common.ret:                                       ; preds = %0, %entry
  %common.ret.op = phi i32 [ %result, %entry ], [ 0, %0 ]
  ret i32 %common.ret.op, !dbg !12

entry:                                            ; preds = %0
  %more = call i64 @main.bpfLoop(i32 8, ptr @main.safe.callback, ptr nonnull %2, i64 0, ptr undef), !dbg !11
  %set = call i64 @main.bpfTimerSetCallback(ptr nonnull %2, ptr @main.later.callback, ptr undef), !dbg !11
  %sum = add i64 %4, %more
  %result = trunc i64 %sum to i32
  br label %common.ret
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.one", scope: !1, file: !1, line: 10, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 10, scope: !3)
!7 = distinct !DISubprogram(name: "main.safe", scope: !1, file: !1, line: 30, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!8 = distinct !DISubprogram(name: "main.later", scope: !1, file: !1, line: 40, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!9 = !DILocation(line: 40, scope: !8)
!10 = distinct !DISubprogram(name: "main.two", scope: !1, file: !1, line: 20, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!11 = !DILocation(line: 21, column: 2, scope: !10)
!12 = !DILocation(line: 20, scope: !10)
