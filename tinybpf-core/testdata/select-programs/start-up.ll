; What Go would run at start-up is lost, and the author is told: an initialiser that stores to nothing that programs use, and `main`.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.other = internal global i64 0

define i32 @prog(ptr %ctx) section "xdp" {
  ret i32 0
}

declare i64 @main.bpfKtimeGetNs(ptr)

define internal void @runtime.initAll(ptr %context) {
  call void @"main.init#1"(ptr undef)
  ret void
}

define internal void @"main.init#1"(ptr %context) !dbg !4 {
  %now = call i64 @main.bpfKtimeGetNs(ptr undef), !dbg !DILocation(line: 8, column: 9, scope: !4)
  store i64 %now, ptr @main.other, !dbg !DILocation(line: 8, column: 2, scope: !4)
  ret void
}

define internal void @main.main(ptr %context) !dbg !5 {
  store i64 3, ptr @main.other, !dbg !DILocation(line: 20, column: 2, scope: !5)
  ret void
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!1}
!0 = distinct !DICompileUnit(language: DW_LANG_Go, file: !2, emissionKind: FullDebug)
!1 = !{i32 2, !"Debug Info Version", i32 3}
!2 = !DIFile(filename: "main.go", directory: "probe")
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "main.init#1", file: !2, line: 7, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!5 = distinct !DISubprogram(name: "main.main", file: !2, line: 19, type: !3, unit: !0, spFlags: DISPFlagDefinition)
