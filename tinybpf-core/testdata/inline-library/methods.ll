; A method of the Go package with type parameters, and a function of the user's that calls it: the code has the user's line, and the
; variable of the method is gone. What a packet's `bounds` reads is never 0.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@main.m = internal global i64 0

define i32 @prog(ptr %ctx) section "xdp" !dbg !3 {
  %key = alloca i32
  %1 = call ptr @"(*github.com/tinybpf/bpf.HashMap[main.Key,uint64]).Lookup"(ptr @main.m, ptr %key, ptr undef), !dbg !5
  %2 = call i64 @"(*github.com/tinybpf/bpf.XdpMd).bounds"(ptr %ctx, ptr undef), !dbg !6
  call void @main.other(), !dbg !6
  ret i32 2, !dbg !6
}

define internal ptr @"(*github.com/tinybpf/bpf.HashMap[main.Key,uint64]).Lookup"(ptr %m, ptr %key, ptr %context) noinline !dbg !7 {
  #dbg_value(ptr %m, !10, !DIExpression(), !8)
  %value = call ptr @"github.com/tinybpf/bpf.bpfMapLookupElem"(ptr %m, ptr %key, ptr undef), !dbg !8
  ret ptr %value, !dbg !8
}

define internal i64 @"(*github.com/tinybpf/bpf.XdpMd).bounds"(ptr %c, ptr %context) !dbg !9 {
  %data = load i32, ptr %c, !dbg !11
  %start = zext i32 %data to i64, !dbg !11
  ret i64 %start, !dbg !11
}

define internal void @main.other() {
  ret void
}

declare ptr @"github.com/tinybpf/bpf.bpfMapLookupElem"(ptr, ptr, ptr)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", file: !1, line: 5, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{})
!5 = !DILocation(line: 6, column: 2, scope: !3)
!6 = !DILocation(line: 7, column: 2, scope: !3)
!7 = distinct !DISubprogram(name: "(*github.com/tinybpf/bpf.HashMap[main.Key,uint64]).Lookup", file: !12, line: 30, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!8 = !DILocation(line: 31, column: 2, scope: !7)
!9 = distinct !DISubprogram(name: "(*github.com/tinybpf/bpf.XdpMd).bounds", file: !12, line: 40, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!10 = !DILocalVariable(name: "m", scope: !7, file: !12, line: 30, type: !13)
!11 = !DILocation(line: 41, column: 2, scope: !9)
!12 = !DIFile(filename: "maps.go", directory: "/bpf")
!13 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
