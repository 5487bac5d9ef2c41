; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%runtime._string = type { ptr, i64 }

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
@format = private constant [10 x i8] c"only text\00", align 1
@format.1 = private constant [9 x i8] c"%u of %s\00", align 1
@format.2 = private constant [5 x i8] c"text\00", align 1
@format.3 = private constant [14 x i8] c"%d %s %llx %s\00", align 1

declare noalias nonnull ptr @runtime.alloc(i64, ptr, ptr)

define i32 @in_registers(i32 %pid, ptr %comm) section "xdp" {
  %pack.int = inttoptr i32 %pid to ptr
  %1 = ptrtoint ptr %pack.int to i64
  %2 = trunc i64 %1 to i32
  %3 = zext i32 %2 to i64
  %4 = call i64 @bpfTracePrintk(ptr @format.1, i32 9, i64 %3, ptr %comm)
  %5 = trunc i64 %4 to i32
  ret i32 %5
}

define i32 @in_memory(ptr %to, i16 %level, i64 %word, ptr %short) section "xdp" {
  %text = alloca i64, align 8
  %values = call ptr @runtime.alloc(i64 32, ptr inttoptr (i64 389 to ptr), ptr undef)
  %pack.int = inttoptr i16 %level to ptr
  %pack.int1 = inttoptr i64 %word to ptr
  %1 = ptrtoint ptr %pack.int to i64
  %2 = trunc i64 %1 to i16
  %3 = sext i16 %2 to i64
  %4 = ptrtoint ptr %pack.int1 to i64
  store ptr %short, ptr %text, align 8
  %5 = getelementptr inbounds [4 x i64], ptr %values, i32 0, i32 0
  store i64 %3, ptr %5, align 8
  %6 = getelementptr inbounds [4 x i64], ptr %values, i32 0, i32 1
  store ptr @format.2, ptr %6, align 8
  %7 = getelementptr inbounds [4 x i64], ptr %values, i32 0, i32 2
  store i64 %4, ptr %7, align 8
  %8 = getelementptr inbounds [4 x i64], ptr %values, i32 0, i32 3
  store ptr %text, ptr %8, align 8
  %9 = call i64 @bpfSnprintf(ptr %to, i32 64, ptr @format.3, ptr %values, i32 32)
  ret i32 0
}

define i32 @of_none() section "xdp" {
  %1 = call i64 @bpfTracePrintk(ptr @format, i32 10)
  ret i32 0
}

declare i64 @bpfTracePrintk(ptr, i32)

declare i64 @bpfSnprintf(ptr, i32, ptr, ptr, i32)
