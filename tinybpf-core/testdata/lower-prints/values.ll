; Values of a named type, an address of bytes, a short array, a constant string: they go in registers as far as there is room, and in an
; array of words else. Nothing of TinyGo's slices of interfaces is left.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._string = type { ptr, i64 }
%runtime._interface = type { ptr, ptr }

@"reflect/types.type:basic:uint8" = internal constant { i8, ptr } { i8 -56, ptr null }, align 8
@"reflect/types.type:basic:int16" = internal constant { i8, ptr } { i8 -60, ptr null }, align 8
@"reflect/types.type:basic:uint32" = internal constant { i8, ptr } { i8 -54, ptr null }, align 8
@"reflect/types.type:basic:uint64" = internal constant { i8, ptr } { i8 -53, ptr null }, align 8
@"reflect/types.type:basic:string" = internal constant { i8, ptr } { i8 81, ptr null }, align 8
@"reflect/types.type:array:4:basic:uint8" = internal constant { i8, i16, ptr, ptr, i64 } { i8 -41, i16 0, ptr @"reflect/types.type:pointer:array:4:basic:uint8", ptr @"reflect/types.type:basic:uint8", i64 4 }, align 8
@"reflect/types.type:pointer:array:4:basic:uint8" = internal constant { i8, i16, ptr } { i8 -43, i16 0, ptr @"reflect/types.type:array:4:basic:uint8" }, align 8
@"reflect/types.type:named:main.PID" = internal constant { i8, i16, ptr, ptr } { i8 -22, i16 1, ptr @"reflect/types.type:pointer:named:main.PID", ptr @"reflect/types.type:basic:uint32" }, align 8
@"reflect/types.type:pointer:named:main.PID" = internal constant { i8, i16, ptr } { i8 -43, i16 1, ptr @"reflect/types.type:named:main.PID" }, align 8
@"main$string" = internal constant [8 x i8] c"%d of %s", align 1
@"main$string.1" = internal constant [11 x i8] c"%d %v %x %v", align 1
@"main$string.2" = internal constant [4 x i8] c"text", align 1
@"main$string.3" = internal constant [9 x i8] c"only text", align 1
@"main$pack" = internal constant { %runtime._string } { %runtime._string { ptr @"main$string.2", i64 4 } }

declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr)

declare i64 @"github.com/tinybpf/bpf.printk"(ptr, i64, ptr, i64, i64, ptr)

declare i64 @"github.com/tinybpf/bpf.snprintf"(ptr, i32, ptr, i64, ptr, i64, i64, ptr)

define i32 @in_registers(i32 %pid, ptr %comm) section "xdp" {
  %varargs = call align 8 ptr @runtime.alloc(i64 32, ptr inttoptr (i64 389 to ptr), ptr undef)
  %1 = getelementptr inbounds [2 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %pack.int = inttoptr i32 %pid to ptr
  %2 = insertvalue %runtime._interface { ptr @"reflect/types.type:named:main.PID", ptr undef }, ptr %pack.int, 1
  store %runtime._interface %2, ptr %1, align 8
  %3 = getelementptr inbounds [2 x %runtime._interface], ptr %varargs, i32 0, i64 1
  %4 = insertvalue %runtime._interface { ptr @"reflect/types.type:pointer:array:4:basic:uint8", ptr undef }, ptr %comm, 1
  store %runtime._interface %4, ptr %3, align 8
  %slice.ptr = getelementptr inbounds [2 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %5 = insertvalue { ptr, i64, i64 } undef, ptr %slice.ptr, 0
  %6 = insertvalue { ptr, i64, i64 } %5, i64 2, 1
  %7 = insertvalue { ptr, i64, i64 } %6, i64 2, 2
  %8 = extractvalue { ptr, i64, i64 } %7, 0
  %9 = extractvalue { ptr, i64, i64 } %7, 1
  %10 = extractvalue { ptr, i64, i64 } %7, 2
  %11 = call i64 @"github.com/tinybpf/bpf.printk"(ptr @"main$string", i64 8, ptr %8, i64 %9, i64 %10, ptr undef)
  %12 = trunc i64 %11 to i32
  ret i32 %12
}

define i32 @in_memory(ptr %to, i16 %level, i64 %word, ptr %short) section "xdp" {
  %varargs = call align 8 ptr @runtime.alloc(i64 64, ptr inttoptr (i64 389 to ptr), ptr undef)
  %1 = getelementptr inbounds [4 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %pack.int = inttoptr i16 %level to ptr
  %2 = insertvalue %runtime._interface { ptr @"reflect/types.type:basic:int16", ptr undef }, ptr %pack.int, 1
  store %runtime._interface %2, ptr %1, align 8
  %3 = getelementptr inbounds [4 x %runtime._interface], ptr %varargs, i32 0, i64 1
  store %runtime._interface { ptr @"reflect/types.type:basic:string", ptr @"main$pack" }, ptr %3, align 8
  %4 = getelementptr inbounds [4 x %runtime._interface], ptr %varargs, i32 0, i64 2
  %pack.int1 = inttoptr i64 %word to ptr
  %5 = insertvalue %runtime._interface { ptr @"reflect/types.type:basic:uint64", ptr undef }, ptr %pack.int1, 1
  store %runtime._interface %5, ptr %4, align 8
  %6 = getelementptr inbounds [4 x %runtime._interface], ptr %varargs, i32 0, i64 3
  %7 = insertvalue %runtime._interface { ptr @"reflect/types.type:array:4:basic:uint8", ptr undef }, ptr %short, 1
  store %runtime._interface %7, ptr %6, align 8
  %slice.ptr = getelementptr inbounds [4 x %runtime._interface], ptr %varargs, i32 0, i64 0
  %8 = call i64 @"github.com/tinybpf/bpf.snprintf"(ptr %to, i32 64, ptr @"main$string.1", i64 11, ptr %slice.ptr, i64 4, i64 4, ptr undef)
  ret i32 0
}

define i32 @of_none() section "xdp" {
  %1 = call i64 @"github.com/tinybpf/bpf.printk"(ptr @"main$string.3", i64 9, ptr null, i64 0, i64 0, ptr undef)
  ret i32 0
}
