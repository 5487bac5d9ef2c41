; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"github.com/tinybpf/bpf.tinybpf_log" = global { i32 } { i32 262144 }
@main.comm = internal global [16 x i8] zeroinitializer, align 1
@"reflect/types.type:named:main.Pid" = internal constant { i8, i16, ptr, ptr, ptr, [9 x i8] } { i8 -22, i16 0, ptr @"reflect/types.type:pointer:named:main.Pid", ptr @"reflect/types.type:basic:uint32", ptr @"reflect/types.type.pkgpath:main", [9 x i8] c"main.Pid\00" }
@"reflect/types.type.pkgpath:main" = internal constant [5 x i8] c"main\00"
@"reflect/types.type:pointer:named:main.Pid" = external constant { i8 }
@"reflect/types.type:basic:uint32" = external constant { i8, ptr }
@"reflect/types.type:array:16:basic:uint8" = external constant { i8, ptr }
@"reflect/types.type:array:6:basic:uint8" = external constant { i8, ptr }
@"reflect/types.type:basic:int" = external constant { i8, ptr }
@"reflect/types.type:named:github.com/tinybpf/bpf.Be32" = external constant { ptr, { i8, ptr } }
@"main$string" = internal constant [14 x i8] c"%d %s %s %v %d"
@"main$string.1" = internal constant [21 x i8] c"nothing is left of %d"
@"main$string.2" = internal constant [9 x i8] c"only text"

define i32 @watch(ptr %ctx) section "xdp" !dbg !3 {
  %1 = alloca ptr, align 8
  %2 = alloca [6 x i8], align 1
  %3 = load i32, ptr %ctx, align 4
  %4 = load [16 x i8], ptr @main.comm, align 1
  %5 = load [6 x i8], ptr %2, align 1
  store ptr null, ptr %1, align 8
  %6 = getelementptr inbounds { [6 x i8] }, ptr %1, i32 0, i32 0
  store [6 x i8] %5, ptr %6, align 1
  %7 = load ptr, ptr %1, align 8
  %8 = call ptr @"github.com/tinybpf/bpf.bpfRingbufReserve"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i64 48, i64 0, ptr poison), !dbg !6
  %9 = icmp eq ptr %8, null, !dbg !6
  br i1 %9, label %17, label %log, !dbg !6

log:                                              ; preds = %0
  store i32 0, ptr %8, align 4, !dbg !6
  %10 = getelementptr inbounds i8, ptr %8, i64 4, !dbg !6
  store i32 %3, ptr %10, align 4, !dbg !6
  %11 = getelementptr inbounds i8, ptr %8, i64 8, !dbg !6
  %12 = load [16 x i8], ptr @main.comm, align 1, !dbg !6
  store [16 x i8] %12, ptr %11, align 8, !dbg !6
  %13 = getelementptr inbounds i8, ptr %8, i64 24, !dbg !6
  %14 = load [6 x i8], ptr %2, align 1, !dbg !6
  store [6 x i8] %14, ptr %13, align 2, !dbg !6
  %15 = getelementptr inbounds i8, ptr %8, i64 32, !dbg !6
  store i32 16777226, ptr %15, align 4, !dbg !6
  %16 = getelementptr inbounds i8, ptr %8, i64 40, !dbg !6
  store i64 -5, ptr %16, align 8, !dbg !6
  call void @"github.com/tinybpf/bpf.bpfRingbufSubmit"(ptr %8, i64 0, ptr poison), !dbg !6
  br label %17, !dbg !6

17:                                               ; preds = %log, %0
  %18 = call ptr @"github.com/tinybpf/bpf.bpfRingbufReserve"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i64 4, i64 0, ptr poison), !dbg !7
  %19 = icmp eq ptr %18, null, !dbg !7
  br i1 %19, label %entry, label %log1, !dbg !7

log1:                                             ; preds = %17
  store i32 1, ptr %18, align 4, !dbg !7
  call void @"github.com/tinybpf/bpf.bpfRingbufSubmit"(ptr %18, i64 0, ptr poison), !dbg !7
  br label %entry, !dbg !7

entry:                                            ; preds = %log1, %17
  ret i32 2
}

declare ptr @runtime.alloc(i64, ptr, ptr)

declare ptr @"github.com/tinybpf/bpf.bpfRingbufReserve"(ptr, i64, i64, ptr)

declare void @"github.com/tinybpf/bpf.bpfRingbufSubmit"(ptr, i64, ptr)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.watch", linkageName: "watch", scope: null, file: !1, line: 5, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !5)
!5 = !{}
!6 = !DILocation(line: 6, column: 2, scope: !3)
!7 = !DILocation(line: 8, column: 2, scope: !3)
