; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.m = internal global i64 0

define i32 @prog(ptr %ctx) section "xdp" !dbg !3 {
  %key = alloca i32, align 4
  %value.i = call ptr @"github.com/tinybpf/bpf.bpfMapLookupElem"(ptr @main.m, ptr %key, ptr undef), !dbg !6
  %data.i = load i32, ptr %ctx, align 4, !dbg !7, !range !8
  %start.i = zext i32 %data.i to i64, !dbg !7
  call void @main.other(), !dbg !7
  ret i32 2, !dbg !7
}

define internal void @main.other() {
  ret void
}

declare ptr @"github.com/tinybpf/bpf.bpfMapLookupElem"(ptr, ptr, ptr)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: null, file: !1, line: 5, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 6, column: 2, scope: !3)
!7 = !DILocation(line: 7, column: 2, scope: !3)
!8 = !{i32 1, i32 0}
