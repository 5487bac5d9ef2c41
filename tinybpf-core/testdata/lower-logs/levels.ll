; A log with arguments of all ways in which TinyGo packs them, one without any, and one below the level, of which nothing is left.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._interface = type { ptr, ptr }

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
entry:
  %pack = alloca ptr
  %six = alloca [6 x i8]
  %pid = load i32, ptr %ctx
  %comm = load [16 x i8], ptr @main.comm, align 1
  %mac = load [6 x i8], ptr %six, align 1
  %varargs = call align 8 ptr @runtime.alloc(i64 80, ptr null, ptr undef)
  %0 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %1 = inttoptr i32 %pid to ptr
  %2 = insertvalue %runtime._interface { ptr @"reflect/types.type:named:main.Pid", ptr undef }, ptr %1, 1
  store %runtime._interface %2, ptr %0
  %3 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 1
  %4 = call align 1 ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %5 = getelementptr inbounds { [16 x i8] }, ptr %4, i32 0, i32 0
  store [16 x i8] %comm, ptr %5, align 1
  %6 = insertvalue %runtime._interface { ptr @"reflect/types.type:array:16:basic:uint8", ptr undef }, ptr %4, 1
  store %runtime._interface %6, ptr %3
  %7 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 2
  store ptr null, ptr %pack
  %8 = getelementptr inbounds { [6 x i8] }, ptr %pack, i32 0, i32 0
  store [6 x i8] %mac, ptr %8, align 1
  %9 = load ptr, ptr %pack
  %10 = insertvalue %runtime._interface { ptr @"reflect/types.type:array:6:basic:uint8", ptr undef }, ptr %9, 1
  store %runtime._interface %10, ptr %7
  %11 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 3
  store %runtime._interface { ptr getelementptr inbounds ({ ptr, { i8, ptr } }, ptr @"reflect/types.type:named:github.com/tinybpf/bpf.Be32", i32 0, i32 1), ptr inttoptr (i64 16777226 to ptr) }, ptr %11
  %12 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 4
  store %runtime._interface { ptr @"reflect/types.type:basic:int", ptr inttoptr (i64 -5 to ptr) }, ptr %12
  %13 = getelementptr inbounds [5 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %14 = insertvalue { ptr, i64, i64 } undef, ptr %13, 0
  %15 = insertvalue { ptr, i64, i64 } %14, i64 5, 1
  %16 = insertvalue { ptr, i64, i64 } %15, i64 5, 2
  %17 = extractvalue { ptr, i64, i64 } %16, 0
  %18 = extractvalue { ptr, i64, i64 } %16, 1
  %19 = extractvalue { ptr, i64, i64 } %16, 2
  %20 = insertvalue { ptr, i64, i64 } zeroinitializer, ptr %17, 0
  call void @"github.com/tinybpf/bpf.writeLog"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i8 0, ptr @"main$string", i64 14, ptr %17, i64 %18, i64 %19, ptr undef), !dbg !5
  %21 = call align 8 ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %22 = getelementptr inbounds [1 x %runtime._interface], ptr %21, i32 0, i64 0
  %23 = inttoptr i32 %pid to ptr
  %24 = insertvalue %runtime._interface { ptr @"reflect/types.type:basic:uint32", ptr undef }, ptr %23, 1
  store %runtime._interface %24, ptr %22
  %25 = getelementptr inbounds [1 x %runtime._interface], ptr %21, i32 0, i64 0
  call void @"github.com/tinybpf/bpf.writeLog"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i8 -4, ptr @"main$string.1", i64 21, ptr %25, i64 1, i64 1, ptr undef), !dbg !6
  call void @"github.com/tinybpf/bpf.writeLog"(ptr @"github.com/tinybpf/bpf.tinybpf_log", i8 8, ptr @"main$string.2", i64 9, ptr null, i64 0, i64 0, ptr undef), !dbg !7
  ret i32 2
}

declare ptr @runtime.alloc(i64, ptr, ptr)

declare void @"github.com/tinybpf/bpf.writeLog"(ptr, i8, ptr, i64, ptr, i64, i64, ptr)

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "TinyGo", emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.watch", linkageName: "watch", file: !1, line: 5, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{})
!5 = !DILocation(line: 6, column: 2, scope: !3)
!6 = !DILocation(line: 7, column: 2, scope: !3)
!7 = !DILocation(line: 8, column: 2, scope: !3)
