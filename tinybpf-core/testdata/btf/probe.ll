; A program with maps of several kinds. Real IR of TinyGo 0.40.1, cut after select-programs, its allocations on the stack.
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%main.bpfMapDef = type { i32, i32, i32, i32, i32, i32 }
%"example.com/probe/flow.Table" = type { i32, [2 x i16], ptr, [4 x i8], i8, i1, [3 x i8] }
%"main.Pair[uint32, main.Key]" = type { i32, %main.Key }
%main.Key = type { i8, [3 x i8], [4 x i8] }
%runtime._string = type { ptr, i64 }
%main.Val = type { %"internal/task.pseudoAtomic[uint32]", i32, %"main.Pair[uint32, example.com/probe/flow.Table]", double, { i8, i8 } }
%"internal/task.pseudoAtomic[uint32]" = type { i32 }
%"main.Pair[uint32, example.com/probe/flow.Table]" = type { i32, %"example.com/probe/flow.Table" }

@"example.com/probe/flow.Limit" = internal global i32 9, align 4, !dbg !0
@"runtime$string.11" = internal unnamed_addr constant [24 x i8] c"panic: runtime error at ", align 1, !dbg !4
@"runtime$string.12" = internal unnamed_addr constant [2 x i8] c": ", align 1, !dbg !11
@"runtime$string.13" = internal unnamed_addr constant [22 x i8] c"panic: runtime error: ", align 1, !dbg !16
@"runtime$string.15" = internal unnamed_addr constant [23 x i8] c"nil pointer dereference", align 1, !dbg !21
@"runtime$string.43" = internal unnamed_addr constant [3 x i8] c"nil", align 1, !dbg !26
@main.table = dso_local global %main.bpfMapDef { i32 1, i32 8, i32 64, i32 16, i32 0, i32 0 }, align 4, !dbg !32
@main.arr = dso_local global %main.bpfMapDef { i32 2, i32 4, i32 8, i32 4, i32 1024, i32 0 }, align 4, !dbg !44
@main.rb = dso_local global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0, i32 0 }, align 4, !dbg !46
@main.perf = dso_local global %main.bpfMapDef { i32 4, i32 4, i32 4, i32 0, i32 0, i32 0 }, align 4, !dbg !48
@main.verdict = internal global i32 2, align 4, !dbg !50
@main.flows = internal global %"example.com/probe/flow.Table" zeroinitializer, align 8, !dbg !54
@main.pairs = internal global [2 x %"main.Pair[uint32, main.Key]"] zeroinitializer, align 4, !dbg !76
@"main$string" = internal unnamed_addr constant [5 x i8] c"hello", align 1, !dbg !90

; Function Attrs: noinline nounwind
define internal i32 @"(*example.com/probe/flow.Table).Get"(ptr dereferenceable_or_null(32) %t, i32 %i, ptr %name.data, i64 %name.len, ptr %context) #0 !dbg !106 {
entry:
    #dbg_value(ptr %t, !121, !DIExpression(), !125)
    #dbg_value(i32 %i, !122, !DIExpression(), !125)
  %0 = insertvalue %runtime._string zeroinitializer, ptr %name.data, 0, !dbg !125
  %1 = insertvalue %runtime._string %0, i64 %name.len, 1, !dbg !125
    #dbg_value(ptr %name.data, !123, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !125)
    #dbg_value(i64 %name.len, !123, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !125)
    #dbg_value(%runtime._string %1, !123, !DIExpression(), !126)
  %len = extractvalue %runtime._string %1, 1, !dbg !127
  %2 = icmp sgt i64 %len, 3, !dbg !128
  br i1 %2, label %if.then, label %if.done, !dbg !129

if.then:                                          ; preds = %entry
    #dbg_value(ptr %t, !121, !DIExpression(), !130)
  %3 = icmp eq ptr %t, null, !dbg !131
  br i1 %3, label %gep.throw, label %gep.next, !dbg !131

gep.next:                                         ; preds = %if.then
  %4 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 0, !dbg !131
  %5 = icmp eq ptr %4, null, !dbg !131
  br i1 %5, label %deref.throw, label %deref.next, !dbg !131

deref.next:                                       ; preds = %gep.next
  %6 = load i32, ptr %4, align 4, !dbg !131
    #dbg_value(i32 %i, !122, !DIExpression(), !132)
  %7 = add i32 %6, %i, !dbg !133
  ret i32 %7, !dbg !134

if.done:                                          ; preds = %entry
    #dbg_value(ptr %t, !121, !DIExpression(), !135)
  %8 = icmp eq ptr %t, null, !dbg !136
  br i1 %8, label %gep.throw1, label %gep.next2, !dbg !136

gep.next2:                                        ; preds = %if.done
  %9 = getelementptr inbounds %"example.com/probe/flow.Table", ptr %t, i32 0, i32 4, !dbg !136
  %10 = icmp eq ptr %9, null, !dbg !136
  br i1 %10, label %deref.throw3, label %deref.next4, !dbg !136

deref.next4:                                      ; preds = %gep.next2
  %11 = load i8, ptr %9, align 1, !dbg !136
  %12 = zext i8 %11 to i32, !dbg !137
    #dbg_value(i32 %i, !122, !DIExpression(), !138)
  %13 = add i32 %12, %i, !dbg !139
  %14 = load i32, ptr @"example.com/probe/flow.Limit", align 4, !dbg !140
    #dbg_value(i32 %14, !124, !DIExpression(), !140)
  %15 = add i32 %13, %14, !dbg !141
  ret i32 %15, !dbg !142

gep.throw:                                        ; preds = %if.then
  call void @runtime.nilPanic(ptr undef), !dbg !131
  unreachable, !dbg !131

deref.throw:                                      ; preds = %gep.next
  call void @runtime.nilPanic(ptr undef), !dbg !131
  unreachable, !dbg !131

gep.throw1:                                       ; preds = %if.done
  call void @runtime.nilPanic(ptr undef), !dbg !136
  unreachable, !dbg !136

deref.throw3:                                     ; preds = %gep.next2
  call void @runtime.nilPanic(ptr undef), !dbg !136
  unreachable, !dbg !136
}

; Function Attrs: nounwind
define internal void @runtime.nilPanic(ptr %context) #1 !dbg !143 {
entry:
  %0 = call ptr @llvm.returnaddress(i32 0), !dbg !146
  call void @runtime.runtimePanicAt(ptr %0, ptr @"runtime$string.15", i64 23, ptr undef), !dbg !147
  ret void, !dbg !148
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare ptr @llvm.returnaddress(i32 immarg) #2

; Function Attrs: nounwind
define internal void @runtime.runtimePanicAt(ptr %addr, ptr %msg.data, i64 %msg.len, ptr %context) unnamed_addr #1 !dbg !149 {
entry:
    #dbg_value(ptr %addr, !154, !DIExpression(), !156)
  %0 = insertvalue %runtime._string zeroinitializer, ptr %msg.data, 0, !dbg !156
  %1 = insertvalue %runtime._string %0, i64 %msg.len, 1, !dbg !156
    #dbg_value(ptr %msg.data, !155, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !156)
    #dbg_value(i64 %msg.len, !155, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !156)
  br i1 true, label %if.then, label %if.done, !dbg !157

if.then:                                          ; preds = %entry
  call void @llvm.trap(), !dbg !158
  br label %if.done, !dbg !157

if.done:                                          ; preds = %if.then, %entry
  br i1 true, label %if.then1, label %if.else, !dbg !157

if.then1:                                         ; preds = %if.done
  call void @runtime.printstring(ptr @"runtime$string.11", i64 24, ptr undef), !dbg !159
    #dbg_value(ptr %addr, !154, !DIExpression(), !160)
  %2 = ptrtoint ptr %addr to i64, !dbg !161
  %3 = sub i64 %2, 5, !dbg !162
  call void @runtime.printptr(i64 %3, ptr undef), !dbg !163
  call void @runtime.printstring(ptr @"runtime$string.12", i64 2, ptr undef), !dbg !164
  br label %if.done2, !dbg !157

if.done2:                                         ; preds = %if.else, %if.then1
    #dbg_value(%runtime._string %1, !155, !DIExpression(), !165)
  %4 = extractvalue %runtime._string %1, 0, !dbg !166
  %5 = extractvalue %runtime._string %1, 1, !dbg !166
  call void @runtime.printstring(ptr %4, i64 %5, ptr undef), !dbg !166
  call void @runtime.printnl(ptr undef), !dbg !167
  call void @abort(), !dbg !168
  ret void, !dbg !169

if.else:                                          ; preds = %if.done
  call void @runtime.printstring(ptr @"runtime$string.13", i64 22, ptr undef), !dbg !170
  br label %if.done2, !dbg !157
}

; Function Attrs: cold noreturn nounwind memory(inaccessiblemem: write)
declare void @llvm.trap() #3

; Function Attrs: nounwind
define internal void @runtime.printstring(ptr %s.data, i64 %s.len, ptr %context) #1 !dbg !171 {
entry:
  %0 = insertvalue %runtime._string zeroinitializer, ptr %s.data, 0, !dbg !178
  %1 = insertvalue %runtime._string %0, i64 %s.len, 1, !dbg !178
    #dbg_value(ptr %s.data, !175, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !178)
    #dbg_value(i64 %s.len, !175, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !178)
    #dbg_value(i64 0, !176, !DIExpression(), !179)
  br label %for.loop, !dbg !180

for.loop:                                         ; preds = %for.body, %entry
  %2 = phi i64 [ 0, %entry ], [ %7, %for.body ], !dbg !179
    #dbg_value(i64 %2, !176, !DIExpression(), !181)
    #dbg_value(%runtime._string %1, !175, !DIExpression(), !182)
  %len = extractvalue %runtime._string %1, 1, !dbg !183
  %3 = icmp slt i64 %2, %len, !dbg !184
  br i1 %3, label %for.body, label %for.done, !dbg !180

for.body:                                         ; preds = %for.loop
    #dbg_value(i64 %2, !176, !DIExpression(), !185)
    #dbg_value(%runtime._string %1, !175, !DIExpression(), !186)
  %len1 = extractvalue %runtime._string %1, 1, !dbg !187
  %4 = extractvalue %runtime._string %1, 0, !dbg !187
  %5 = getelementptr inbounds i8, ptr %4, i64 %2, !dbg !187
  %6 = load i8, ptr %5, align 1, !dbg !187
  call void @runtime.putchar(i8 %6, ptr undef), !dbg !188
  %7 = add i64 %2, 1, !dbg !189
    #dbg_value(i64 %7, !176, !DIExpression(), !189)
  br label %for.loop, !dbg !180

for.done:                                         ; preds = %for.loop
  ret void, !dbg !190
}

; Function Attrs: nounwind
define internal void @runtime.printptr(i64 %ptr, ptr %context) unnamed_addr #1 !dbg !191 {
entry:
    #dbg_value(i64 %ptr, !195, !DIExpression(), !198)
    #dbg_value(i64 %ptr, !195, !DIExpression(), !199)
  %0 = icmp eq i64 %ptr, 0, !dbg !200
  br i1 %0, label %if.then, label %if.done, !dbg !201

if.then:                                          ; preds = %entry
  call void @runtime.printstring(ptr @"runtime$string.43", i64 3, ptr undef), !dbg !202
  ret void, !dbg !203

if.done:                                          ; preds = %entry
  call void @runtime.putchar(i8 48, ptr undef), !dbg !204
  call void @runtime.putchar(i8 120, ptr undef), !dbg !205
    #dbg_value(i64 0, !196, !DIExpression(), !206)
  br label %for.loop, !dbg !201

for.loop:                                         ; preds = %if.done2, %if.done
  %1 = phi i64 [ %ptr, %if.done ], [ %shift.result3, %if.done2 ], !dbg !207
  %2 = phi i64 [ 0, %if.done ], [ %9, %if.done2 ], !dbg !206
    #dbg_value(i64 %2, !196, !DIExpression(), !208)
  %3 = icmp slt i64 %2, 16, !dbg !209
  br i1 %3, label %for.body, label %for.done, !dbg !201

for.body:                                         ; preds = %for.loop
    #dbg_value(i64 %1, !195, !DIExpression(), !210)
  %4 = lshr i64 %1, 60, !dbg !211
  %shift.result = select i1 false, i64 0, i64 %4, !dbg !211
  %5 = trunc i64 %shift.result to i8, !dbg !212
    #dbg_value(i8 %5, !197, !DIExpression(), !213)
    #dbg_value(i8 %5, !197, !DIExpression(), !214)
  %6 = icmp ult i8 %5, 10, !dbg !215
  br i1 %6, label %if.then1, label %if.else, !dbg !201

if.then1:                                         ; preds = %for.body
    #dbg_value(i8 %5, !197, !DIExpression(), !216)
  %7 = add i8 %5, 48, !dbg !217
  call void @runtime.putchar(i8 %7, ptr undef), !dbg !218
  br label %if.done2, !dbg !201

if.done2:                                         ; preds = %if.else, %if.then1
  %8 = shl i64 %1, 4, !dbg !219
  %shift.result3 = select i1 false, i64 0, i64 %8, !dbg !219
    #dbg_value(i64 %shift.result3, !195, !DIExpression(), !219)
  %9 = add i64 %2, 1, !dbg !220
    #dbg_value(i64 %9, !196, !DIExpression(), !220)
  br label %for.loop, !dbg !201

if.else:                                          ; preds = %for.body
    #dbg_value(i8 %5, !197, !DIExpression(), !221)
  %10 = sub i8 %5, 10, !dbg !222
  %11 = add i8 %10, 97, !dbg !223
  call void @runtime.putchar(i8 %11, ptr undef), !dbg !224
  br label %if.done2, !dbg !201

for.done:                                         ; preds = %for.loop
  ret void, !dbg !225
}

; Function Attrs: nounwind
define internal void @runtime.printnl(ptr %context) unnamed_addr #1 !dbg !226 {
entry:
  br i1 false, label %if.then, label %if.done, !dbg !227

if.then:                                          ; preds = %entry
  call void @runtime.putchar(i8 13, ptr undef), !dbg !228
  br label %if.done, !dbg !227

if.done:                                          ; preds = %if.then, %entry
  call void @runtime.putchar(i8 10, ptr undef), !dbg !229
  ret void, !dbg !230
}

; Function Attrs: noreturn
declare void @abort() #4

; Function Attrs: nounwind
define internal void @runtime.putchar(i8 %c, ptr %context) unnamed_addr #1 !dbg !231 {
entry:
  %buf = alloca [1 x i8], align 8
    #dbg_value(i8 %c, !236, !DIExpression(), !237)
  %0 = getelementptr inbounds [1 x i8], ptr %buf, i32 0, i64 0, !dbg !238
    #dbg_value(i8 %c, !236, !DIExpression(), !239)
  store i8 %c, ptr %0, align 1, !dbg !239
    #dbg_value(i8 %c, !236, !DIExpression(), !239)
  %1 = getelementptr inbounds [1 x i8], ptr %buf, i32 0, i64 0, !dbg !240
  %2 = call i64 @write(i32 1, ptr %1, i64 1), !dbg !241
  ret void, !dbg !242
}

declare i64 @write(i32, ptr, i64)

; Function Attrs: noinline nounwind
define internal i1 @main.count(i8 %k.Proto, [3 x i8] %k._, [4 x i8] %k.Addr, i64 %n, ptr %context) unnamed_addr #0 !dbg !243 {
entry:
  %idx = alloca [4 x i8], align 8
  %v = alloca [8 x i8], align 8
  %k = alloca %main.Key, align 8, !dbg !252
  %0 = insertvalue %main.Key zeroinitializer, i8 %k.Proto, 0, !dbg !252
  %1 = insertvalue %main.Key %0, [3 x i8] %k._, 1, !dbg !252
  %2 = insertvalue %main.Key %1, [4 x i8] %k.Addr, 2, !dbg !252
    #dbg_value(i8 %k.Proto, !248, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !252)
    #dbg_value([3 x i8] %k._, !248, !DIExpression(DW_OP_LLVM_fragment, 8, 24), !252)
    #dbg_value([4 x i8] %k.Addr, !248, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !252)
    #dbg_value(i64 %n, !249, !DIExpression(), !252)
  store %main.Key zeroinitializer, ptr %k, align 1, !dbg !252
  store %main.Key %2, ptr %k, align 1, !dbg !253
    #dbg_value(i64 %n, !249, !DIExpression(), !254)
  %3 = getelementptr inbounds %main.Key, ptr %k, i32 0, i32 0, !dbg !255
  %4 = icmp eq ptr %3, null, !dbg !255
  br i1 %4, label %deref.throw, label %deref.next, !dbg !255

deref.next:                                       ; preds = %entry
  %5 = load i8, ptr %3, align 1, !dbg !255
  %6 = zext i8 %5 to i64, !dbg !256
  %7 = add i64 %n, %6, !dbg !257
  store i64 %7, ptr %v, align 8, !dbg !258
    #dbg_value(i64 %7, !250, !DIExpression(), !258)
  store i32 0, ptr %idx, align 4, !dbg !259
    #dbg_value(i32 0, !251, !DIExpression(), !259)
  %8 = call i64 @main.bpfMapUpdateElem(ptr @main.arr, ptr %idx, ptr %v, i64 0, ptr undef), !dbg !260
    #dbg_value(i64 %n, !249, !DIExpression(), !261)
  %9 = icmp ugt i64 %n, 4, !dbg !262
  ret i1 %9, !dbg !263

deref.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !255
  unreachable, !dbg !255
}

declare i64 @main.bpfMapUpdateElem(ptr, ptr, ptr, i64, ptr)

; Function Attrs: noinline nounwind
define i32 @prog(ptr dereferenceable_or_null(24) %ctx) #0 section "xdp" !dbg !264 {
entry:
  %e = alloca [8 x i8], align 8
  %key = alloca [8 x i8], align 8
    #dbg_value(ptr %ctx, !278, !DIExpression(), !308)
  %0 = getelementptr inbounds %main.Key, ptr %key, i32 0, i32 0, !dbg !309
  %1 = icmp eq ptr %0, null, !dbg !309
  br i1 %1, label %store.throw, label %store.next, !dbg !309

store.next:                                       ; preds = %entry
  store i8 6, ptr %0, align 1, !dbg !309
  %2 = call ptr @main.bpfMapLookupElem(ptr @main.table, ptr %key, ptr undef), !dbg !310
    #dbg_value(ptr %2, !279, !DIExpression(), !311)
    #dbg_value(ptr %2, !279, !DIExpression(), !312)
  %3 = icmp eq ptr %2, null, !dbg !313
  br i1 %3, label %if.then, label %if.done, !dbg !314

if.then:                                          ; preds = %store.next
  %4 = load i32, ptr @main.verdict, align 4, !dbg !315
    #dbg_value(i32 %4, !302, !DIExpression(), !315)
  ret i32 %4, !dbg !316

if.done:                                          ; preds = %store.next
    #dbg_value(ptr %2, !279, !DIExpression(), !317)
  %5 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !318
  %6 = icmp eq ptr %5, null, !dbg !318
  br i1 %6, label %deref.throw, label %deref.next, !dbg !318

deref.next:                                       ; preds = %if.done
  %7 = load i32, ptr %5, align 4, !dbg !318
  %8 = add i32 %7, 1, !dbg !317
  %9 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !318
  %10 = icmp eq ptr %9, null, !dbg !318
  br i1 %10, label %store.throw3, label %store.next4, !dbg !318

store.next4:                                      ; preds = %deref.next
  store i32 %8, ptr %9, align 4, !dbg !318
    #dbg_value(i32 %8, !303, !DIExpression(), !318)
  %11 = load %main.Key, ptr %key, align 1, !dbg !319
    #dbg_value(%main.Key %11, !304, !DIExpression(), !319)
    #dbg_value(ptr %2, !279, !DIExpression(), !320)
  %12 = getelementptr inbounds %main.Val, ptr %2, i32 0, i32 1, !dbg !321
  %13 = icmp eq ptr %12, null, !dbg !321
  br i1 %13, label %deref.throw5, label %deref.next6, !dbg !321

deref.next6:                                      ; preds = %store.next4
  %14 = load i32, ptr %12, align 4, !dbg !321
  %15 = zext i32 %14 to i64, !dbg !322
  %16 = extractvalue %main.Key %11, 0, !dbg !323
  %17 = extractvalue %main.Key %11, 1, !dbg !323
  %18 = extractvalue %main.Key %11, 2, !dbg !323
  %19 = call i1 @main.count(i8 %16, [3 x i8] %17, [4 x i8] %18, i64 %15, ptr undef), !dbg !323
  br i1 %19, label %if.then1, label %if.done2, !dbg !314

if.then1:                                         ; preds = %deref.next6
  %20 = call i32 @"(*example.com/probe/flow.Table).Get"(ptr @main.flows, i32 3, ptr @"main$string", i64 5, ptr undef), !dbg !324
  store i32 %20, ptr @main.flows, align 4, !dbg !325
    #dbg_value(i32 %20, !305, !DIExpression(), !325)
  br label %if.done2, !dbg !314

if.done2:                                         ; preds = %if.then1, %deref.next6
  %21 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 0, !dbg !326
  %22 = icmp eq ptr %21, null, !dbg !326
  br i1 %22, label %store.throw7, label %store.next8, !dbg !326

store.next8:                                      ; preds = %if.done2
  store i8 3, ptr %21, align 1, !dbg !326
    #dbg_value(i8 3, !306, !DIExpression(), !326)
  %23 = getelementptr inbounds %main.Key, ptr %e, i32 0, i32 2, !dbg !327
  %24 = icmp eq ptr %23, null, !dbg !328
  br i1 %24, label %gep.throw, label %gep.next, !dbg !328

gep.next:                                         ; preds = %store.next8
  %25 = getelementptr inbounds [4 x i8], ptr %23, i32 0, i64 1, !dbg !328
  store i8 9, ptr %25, align 1, !dbg !328
  %26 = call i64 @main.bpfRingbufOutput(ptr @main.rb, ptr %e, i64 8, i64 0, ptr undef), !dbg !329
    #dbg_value(ptr %ctx, !278, !DIExpression(), !330)
  %27 = call i64 @main.bpfPerfEventOutput(ptr %ctx, ptr @main.perf, i64 4294967295, ptr %e, i64 8, ptr undef), !dbg !331
  %28 = load i32, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @main.pairs, i32 0, i64 1), align 4, !dbg !332
  %29 = add i32 %28, 1, !dbg !333
  store i32 %29, ptr getelementptr inbounds ([2 x %"main.Pair[uint32, main.Key]"], ptr @main.pairs, i32 0, i64 1), align 4, !dbg !332
    #dbg_value(i32 %29, !307, !DIExpression(), !332)
  %30 = load i32, ptr @main.verdict, align 4, !dbg !334
    #dbg_value(i32 %30, !302, !DIExpression(), !334)
  ret i32 %30, !dbg !335

store.throw:                                      ; preds = %entry
  call void @runtime.nilPanic(ptr undef), !dbg !309
  unreachable, !dbg !309

deref.throw:                                      ; preds = %if.done
  call void @runtime.nilPanic(ptr undef), !dbg !318
  unreachable, !dbg !318

store.throw3:                                     ; preds = %deref.next
  call void @runtime.nilPanic(ptr undef), !dbg !318
  unreachable, !dbg !318

deref.throw5:                                     ; preds = %store.next4
  call void @runtime.nilPanic(ptr undef), !dbg !321
  unreachable, !dbg !321

store.throw7:                                     ; preds = %if.done2
  call void @runtime.nilPanic(ptr undef), !dbg !326
  unreachable, !dbg !326

gep.throw:                                        ; preds = %store.next8
  call void @runtime.nilPanic(ptr undef), !dbg !328
  unreachable, !dbg !328
}

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

declare i64 @main.bpfRingbufOutput(ptr, ptr, i64, i64, ptr)

declare i64 @main.bpfPerfEventOutput(ptr, ptr, i64, ptr, i64, ptr)

attributes #0 = { noinline nounwind }
attributes #1 = { nounwind }
attributes #2 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #3 = { cold noreturn nounwind memory(inaccessiblemem: write) }
attributes #4 = { noreturn }

!llvm.dbg.cu = !{!95, !98, !100}
!llvm.ident = !{!102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102, !102}
!llvm.module.flags = !{!103, !104, !105}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "example.com/probe/flow.Limit", linkageName: "example.com/probe/flow.Limit", scope: !2, file: !2, line: 15, type: !3, isLocal: false, isDefinition: true, align: 32)
!2 = !DIFile(filename: "flow.go", directory: "/src/probe/flow")
!3 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression())
!5 = distinct !DIGlobalVariable(scope: null, file: !6, line: 99, type: !7, isLocal: true, isDefinition: true)
!6 = !DIFile(filename: "panic.go", directory: "/usr/local/tinygo/src/runtime")
!7 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 192, align: 8, elements: !9)
!8 = !DIBasicType(name: "uint8", size: 8, encoding: DW_ATE_unsigned)
!9 = !{!10}
!10 = !DISubrange(count: 24, lowerBound: 0)
!11 = !DIGlobalVariableExpression(var: !12, expr: !DIExpression())
!12 = distinct !DIGlobalVariable(scope: null, file: !6, line: 101, type: !13, isLocal: true, isDefinition: true)
!13 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 16, align: 8, elements: !14)
!14 = !{!15}
!15 = !DISubrange(count: 2, lowerBound: 0)
!16 = !DIGlobalVariableExpression(var: !17, expr: !DIExpression())
!17 = distinct !DIGlobalVariable(scope: null, file: !6, line: 103, type: !18, isLocal: true, isDefinition: true)
!18 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 176, align: 8, elements: !19)
!19 = !{!20}
!20 = !DISubrange(count: 22, lowerBound: 0)
!21 = !DIGlobalVariableExpression(var: !22, expr: !DIExpression())
!22 = distinct !DIGlobalVariable(scope: null, file: !6, line: 184, type: !23, isLocal: true, isDefinition: true)
!23 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 184, align: 8, elements: !24)
!24 = !{!25}
!25 = !DISubrange(count: 23, lowerBound: 0)
!26 = !DIGlobalVariableExpression(var: !27, expr: !DIExpression())
!27 = distinct !DIGlobalVariable(scope: null, file: !28, line: 373, type: !29, isLocal: true, isDefinition: true)
!28 = !DIFile(filename: "print.go", directory: "/usr/local/tinygo/src/runtime")
!29 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 24, align: 8, elements: !30)
!30 = !{!31}
!31 = !DISubrange(count: 3, lowerBound: 0)
!32 = !DIGlobalVariableExpression(var: !33, expr: !DIExpression())
!33 = distinct !DIGlobalVariable(name: "main.table", linkageName: "main.table", scope: !34, file: !34, line: 40, type: !35, isLocal: false, isDefinition: true, align: 32)
!34 = !DIFile(filename: "main.go", directory: "/src/probe")
!35 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfMapDef", baseType: !36)
!36 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !37)
!37 = !{!38, !39, !40, !41, !42, !43}
!38 = !DIDerivedType(tag: DW_TAG_member, name: "Type", baseType: !3, size: 32, align: 32)
!39 = !DIDerivedType(tag: DW_TAG_member, name: "KeySize", baseType: !3, size: 32, align: 32, offset: 32)
!40 = !DIDerivedType(tag: DW_TAG_member, name: "ValueSize", baseType: !3, size: 32, align: 32, offset: 64)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "MaxEntries", baseType: !3, size: 32, align: 32, offset: 96)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "MapFlags", baseType: !3, size: 32, align: 32, offset: 128)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "Pinning", baseType: !3, size: 32, align: 32, offset: 160)
!44 = !DIGlobalVariableExpression(var: !45, expr: !DIExpression())
!45 = distinct !DIGlobalVariable(name: "main.arr", linkageName: "main.arr", scope: !34, file: !34, line: 41, type: !35, isLocal: false, isDefinition: true, align: 32)
!46 = !DIGlobalVariableExpression(var: !47, expr: !DIExpression())
!47 = distinct !DIGlobalVariable(name: "main.rb", linkageName: "main.rb", scope: !34, file: !34, line: 42, type: !35, isLocal: false, isDefinition: true, align: 32)
!48 = !DIGlobalVariableExpression(var: !49, expr: !DIExpression())
!49 = distinct !DIGlobalVariable(name: "main.perf", linkageName: "main.perf", scope: !34, file: !34, line: 43, type: !35, isLocal: false, isDefinition: true, align: 32)
!50 = !DIGlobalVariableExpression(var: !51, expr: !DIExpression())
!51 = distinct !DIGlobalVariable(name: "main.verdict", linkageName: "main.verdict", scope: !34, file: !34, line: 45, type: !52, isLocal: false, isDefinition: true, align: 32)
!52 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Verdict", baseType: !53)
!53 = !DIBasicType(name: "int32", size: 32, encoding: DW_ATE_signed)
!54 = !DIGlobalVariableExpression(var: !55, expr: !DIExpression())
!55 = distinct !DIGlobalVariable(name: "main.flows", linkageName: "main.flows", scope: !34, file: !34, line: 46, type: !56, isLocal: false, isDefinition: true, align: 64)
!56 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !57)
!57 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !58)
!58 = !{!59, !60, !63, !65, !70, !72, !74}
!59 = !DIDerivedType(tag: DW_TAG_member, name: "Size", baseType: !3, size: 32, align: 32)
!60 = !DIDerivedType(tag: DW_TAG_member, name: "Hits", baseType: !61, size: 32, align: 16, offset: 32)
!61 = !DICompositeType(tag: DW_TAG_array_type, baseType: !62, size: 32, align: 16, elements: !14)
!62 = !DIBasicType(name: "uint16", size: 16, encoding: DW_ATE_unsigned)
!63 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !64, size: 64, align: 64, offset: 64)
!64 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !56, size: 64, align: 64, dwarfAddressSpace: 0)
!65 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !66, size: 32, align: 8, offset: 128)
!66 = !DICompositeType(tag: DW_TAG_array_type, baseType: !67, size: 32, align: 8, elements: !68)
!67 = !DIBasicType(name: "byte", size: 8, encoding: DW_ATE_unsigned)
!68 = !{!69}
!69 = !DISubrange(count: 4, lowerBound: 0)
!70 = !DIDerivedType(tag: DW_TAG_member, name: "Mode", baseType: !71, size: 8, align: 8, offset: 160)
!71 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Mode", baseType: !8)
!72 = !DIDerivedType(tag: DW_TAG_member, name: "Flag", baseType: !73, size: 8, align: 8, offset: 168)
!73 = !DIBasicType(name: "bool", size: 8, encoding: DW_ATE_boolean)
!74 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !75, size: 24, align: 8, offset: 176)
!75 = !DICompositeType(tag: DW_TAG_array_type, baseType: !67, size: 24, align: 8, elements: !30)
!76 = !DIGlobalVariableExpression(var: !77, expr: !DIExpression())
!77 = distinct !DIGlobalVariable(name: "main.pairs", linkageName: "main.pairs", scope: !34, file: !34, line: 47, type: !78, isLocal: false, isDefinition: true, align: 32)
!78 = !DICompositeType(tag: DW_TAG_array_type, baseType: !79, size: 192, align: 32, elements: !14)
!79 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, main.Key]", baseType: !80)
!80 = !DICompositeType(tag: DW_TAG_structure_type, size: 96, align: 32, elements: !81)
!81 = !{!82, !83}
!82 = !DIDerivedType(tag: DW_TAG_member, name: "First", baseType: !3, size: 32, align: 32)
!83 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !84, size: 64, align: 8, offset: 32)
!84 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Key", baseType: !85)
!85 = !DICompositeType(tag: DW_TAG_structure_type, size: 64, align: 8, elements: !86)
!86 = !{!87, !88, !89}
!87 = !DIDerivedType(tag: DW_TAG_member, name: "Proto", baseType: !8, size: 8, align: 8)
!88 = !DIDerivedType(tag: DW_TAG_member, name: "_", baseType: !75, size: 24, align: 8, offset: 8)
!89 = !DIDerivedType(tag: DW_TAG_member, name: "Addr", baseType: !66, size: 32, align: 8, offset: 32)
!90 = !DIGlobalVariableExpression(var: !91, expr: !DIExpression())
!91 = distinct !DIGlobalVariable(scope: null, file: !34, line: 74, type: !92, isLocal: true, isDefinition: true)
!92 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 40, align: 8, elements: !93)
!93 = !{!94}
!94 = !DISubrange(count: 5, lowerBound: 0)
!95 = distinct !DICompileUnit(language: DW_LANG_C99, file: !96, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !97)
!96 = !DIFile(filename: "<unknown>", directory: "")
!97 = !{!0}
!98 = distinct !DICompileUnit(language: DW_LANG_C99, file: !96, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !99)
!99 = !{!32, !44, !46, !48, !50, !54, !76, !90}
!100 = distinct !DICompileUnit(language: DW_LANG_C99, file: !96, producer: "TinyGo", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, globals: !101)
!101 = !{!4, !11, !16, !21, !26}
!102 = !{!"TinyGo version 0.40.1"}
!103 = !{i32 2, !"Debug Info Version", i32 3}
!104 = !{i32 7, !"Dwarf Version", i32 4}
!105 = !{i32 1, !"target-abi", !"lp64"}
!106 = distinct !DISubprogram(name: "(*example.com/probe/flow.Table).Get", linkageName: "(*example.com/probe/flow.Table).Get", scope: !2, file: !2, line: 18, type: !107, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !95, retainedNodes: !120)
!107 = !DISubroutineType(types: !108)
!108 = !{!109, !3, !114}
!109 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !110, size: 64, align: 64, dwarfAddressSpace: 0)
!110 = !DIDerivedType(tag: DW_TAG_typedef, name: "example.com/probe/flow.Table", baseType: !111)
!111 = !DICompositeType(tag: DW_TAG_structure_type, size: 256, align: 64, elements: !112)
!112 = !{!59, !60, !113, !65, !70, !72, !74}
!113 = !DIDerivedType(tag: DW_TAG_member, name: "Next", baseType: !109, size: 64, align: 64, offset: 64)
!114 = !DICompositeType(tag: DW_TAG_structure_type, name: "string", size: 128, align: 64, elements: !115)
!115 = !{!116, !118}
!116 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", baseType: !117, size: 64, align: 64)
!117 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !8, size: 64, align: 64, dwarfAddressSpace: 0)
!118 = !DIDerivedType(tag: DW_TAG_member, name: "len", baseType: !119, size: 64, align: 64, offset: 64)
!119 = !DIBasicType(name: "uintptr", size: 64, encoding: DW_ATE_unsigned)
!120 = !{!121, !122, !123, !124}
!121 = !DILocalVariable(name: "t", arg: 1, scope: !106, file: !2, line: 18, type: !109)
!122 = !DILocalVariable(name: "i", arg: 2, scope: !106, file: !2, line: 18, type: !3)
!123 = !DILocalVariable(name: "name", arg: 3, scope: !106, file: !2, line: 18, type: !114)
!124 = !DILocalVariable(name: "Limit", scope: !106, file: !2, line: 15, type: !3)
!125 = !DILocation(line: 18, column: 17, scope: !106)
!126 = !DILocation(line: 19, column: 9, scope: !106)
!127 = !DILocation(line: 19, column: 8, scope: !106)
!128 = !DILocation(line: 19, column: 15, scope: !106)
!129 = !DILocation(line: 0, scope: !106)
!130 = !DILocation(line: 20, column: 10, scope: !106)
!131 = !DILocation(line: 20, column: 12, scope: !106)
!132 = !DILocation(line: 20, column: 19, scope: !106)
!133 = !DILocation(line: 20, column: 17, scope: !106)
!134 = !DILocation(line: 20, column: 3, scope: !106)
!135 = !DILocation(line: 22, column: 16, scope: !106)
!136 = !DILocation(line: 22, column: 18, scope: !106)
!137 = !DILocation(line: 22, column: 15, scope: !106)
!138 = !DILocation(line: 22, column: 26, scope: !106)
!139 = !DILocation(line: 22, column: 24, scope: !106)
!140 = !DILocation(line: 22, column: 30, scope: !106)
!141 = !DILocation(line: 22, column: 28, scope: !106)
!142 = !DILocation(line: 22, column: 2, scope: !106)
!143 = distinct !DISubprogram(name: "runtime.nilPanic", linkageName: "runtime.nilPanic", scope: !6, file: !6, line: 183, type: !144, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100)
!144 = !DISubroutineType(types: !145)
!145 = !{}
!146 = !DILocation(line: 184, column: 30, scope: !143)
!147 = !DILocation(line: 184, column: 16, scope: !143)
!148 = !DILocation(line: 185, column: 2, scope: !143)
!149 = distinct !DISubprogram(name: "runtime.runtimePanicAt", linkageName: "runtime.runtimePanicAt", scope: !6, file: !6, line: 91, type: !150, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100, retainedNodes: !153)
!150 = !DISubroutineType(types: !151)
!151 = !{!152, !114}
!152 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "unsafe.Pointer", baseType: null, size: 64, align: 64, dwarfAddressSpace: 0)
!153 = !{!154, !155}
!154 = !DILocalVariable(name: "addr", arg: 1, scope: !149, file: !6, line: 91, type: !152)
!155 = !DILocalVariable(name: "msg", arg: 2, scope: !149, file: !6, line: 91, type: !114)
!156 = !DILocation(line: 91, column: 6, scope: !149)
!157 = !DILocation(line: 0, scope: !149)
!158 = !DILocation(line: 93, column: 7, scope: !149)
!159 = !DILocation(line: 99, column: 14, scope: !149)
!160 = !DILocation(line: 100, column: 20, scope: !149)
!161 = !DILocation(line: 100, column: 19, scope: !149)
!162 = !DILocation(line: 100, column: 26, scope: !149)
!163 = !DILocation(line: 100, column: 11, scope: !149)
!164 = !DILocation(line: 101, column: 14, scope: !149)
!165 = !DILocation(line: 105, column: 14, scope: !149)
!166 = !DILocation(line: 105, column: 13, scope: !149)
!167 = !DILocation(line: 106, column: 9, scope: !149)
!168 = !DILocation(line: 107, column: 7, scope: !149)
!169 = !DILocation(line: 108, column: 2, scope: !149)
!170 = !DILocation(line: 103, column: 14, scope: !149)
!171 = distinct !DISubprogram(name: "runtime.printstring", linkageName: "runtime.printstring", scope: !28, file: !28, line: 12, type: !172, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100, retainedNodes: !174)
!172 = !DISubroutineType(types: !173)
!173 = !{!114}
!174 = !{!175, !176}
!175 = !DILocalVariable(name: "s", arg: 1, scope: !171, file: !28, line: 12, type: !114)
!176 = !DILocalVariable(name: "i", scope: !171, file: !28, line: 13, type: !177)
!177 = !DIBasicType(name: "int", size: 64, encoding: DW_ATE_signed)
!178 = !DILocation(line: 12, column: 6, scope: !171)
!179 = !DILocation(line: 13, column: 6, scope: !171)
!180 = !DILocation(line: 0, scope: !171)
!181 = !DILocation(line: 13, column: 14, scope: !171)
!182 = !DILocation(line: 13, column: 22, scope: !171)
!183 = !DILocation(line: 13, column: 21, scope: !171)
!184 = !DILocation(line: 13, column: 16, scope: !171)
!185 = !DILocation(line: 14, column: 13, scope: !171)
!186 = !DILocation(line: 14, column: 11, scope: !171)
!187 = !DILocation(line: 14, column: 12, scope: !171)
!188 = !DILocation(line: 14, column: 10, scope: !171)
!189 = !DILocation(line: 13, column: 26, scope: !171)
!190 = !DILocation(line: 16, column: 2, scope: !171)
!191 = distinct !DISubprogram(name: "runtime.printptr", linkageName: "runtime.printptr", scope: !28, file: !28, line: 371, type: !192, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100, retainedNodes: !194)
!192 = !DISubroutineType(types: !193)
!193 = !{!119}
!194 = !{!195, !196, !197}
!195 = !DILocalVariable(name: "ptr", arg: 1, scope: !191, file: !28, line: 371, type: !119)
!196 = !DILocalVariable(name: "i", scope: !191, file: !28, line: 378, type: !177)
!197 = !DILocalVariable(name: "nibble", scope: !191, file: !28, line: 379, type: !67)
!198 = !DILocation(line: 371, column: 6, scope: !191)
!199 = !DILocation(line: 372, column: 5, scope: !191)
!200 = !DILocation(line: 372, column: 9, scope: !191)
!201 = !DILocation(line: 0, scope: !191)
!202 = !DILocation(line: 373, column: 14, scope: !191)
!203 = !DILocation(line: 374, column: 3, scope: !191)
!204 = !DILocation(line: 376, column: 9, scope: !191)
!205 = !DILocation(line: 377, column: 9, scope: !191)
!206 = !DILocation(line: 378, column: 6, scope: !191)
!207 = !DILocation(line: 371, column: 15, scope: !191)
!208 = !DILocation(line: 378, column: 14, scope: !191)
!209 = !DILocation(line: 378, column: 16, scope: !191)
!210 = !DILocation(line: 379, column: 18, scope: !191)
!211 = !DILocation(line: 379, column: 22, scope: !191)
!212 = !DILocation(line: 379, column: 17, scope: !191)
!213 = !DILocation(line: 379, column: 3, scope: !191)
!214 = !DILocation(line: 380, column: 6, scope: !191)
!215 = !DILocation(line: 380, column: 13, scope: !191)
!216 = !DILocation(line: 381, column: 12, scope: !191)
!217 = !DILocation(line: 381, column: 19, scope: !191)
!218 = !DILocation(line: 381, column: 11, scope: !191)
!219 = !DILocation(line: 385, column: 3, scope: !191)
!220 = !DILocation(line: 378, column: 45, scope: !191)
!221 = !DILocation(line: 383, column: 12, scope: !191)
!222 = !DILocation(line: 383, column: 19, scope: !191)
!223 = !DILocation(line: 383, column: 24, scope: !191)
!224 = !DILocation(line: 383, column: 11, scope: !191)
!225 = !DILocation(line: 387, column: 2, scope: !191)
!226 = distinct !DISubprogram(name: "runtime.printnl", linkageName: "runtime.printnl", scope: !28, file: !28, line: 286, type: !144, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100)
!227 = !DILocation(line: 0, scope: !226)
!228 = !DILocation(line: 288, column: 10, scope: !226)
!229 = !DILocation(line: 290, column: 9, scope: !226)
!230 = !DILocation(line: 291, column: 2, scope: !226)
!231 = distinct !DISubprogram(name: "runtime.putchar", linkageName: "runtime.putchar", scope: !232, file: !232, line: 214, type: !233, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !100, retainedNodes: !235)
!232 = !DIFile(filename: "runtime_unix.go", directory: "/usr/local/tinygo/src/runtime")
!233 = !DISubroutineType(types: !234)
!234 = !{!67}
!235 = !{!236}
!236 = !DILocalVariable(name: "c", arg: 1, scope: !231, file: !232, line: 214, type: !67)
!237 = !DILocation(line: 214, column: 6, scope: !231)
!238 = !DILocation(line: 215, column: 2, scope: !231)
!239 = !DILocation(line: 215, column: 17, scope: !231)
!240 = !DILocation(line: 216, column: 35, scope: !231)
!241 = !DILocation(line: 216, column: 12, scope: !231)
!242 = !DILocation(line: 217, column: 2, scope: !231)
!243 = distinct !DISubprogram(name: "main.count", linkageName: "main.count", scope: !34, file: !34, line: 57, type: !244, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !98, retainedNodes: !247)
!244 = !DISubroutineType(types: !245)
!245 = !{!84, !246}
!246 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!247 = !{!248, !249, !250, !251}
!248 = !DILocalVariable(name: "k", arg: 1, scope: !243, file: !34, line: 57, type: !84)
!249 = !DILocalVariable(name: "n", arg: 2, scope: !243, file: !34, line: 57, type: !246)
!250 = !DILocalVariable(name: "v", scope: !243, file: !34, line: 58, type: !246)
!251 = !DILocalVariable(name: "idx", scope: !243, file: !34, line: 59, type: !3)
!252 = !DILocation(line: 57, column: 6, scope: !243)
!253 = !DILocation(line: 57, column: 12, scope: !243)
!254 = !DILocation(line: 58, column: 7, scope: !243)
!255 = !DILocation(line: 58, column: 20, scope: !243)
!256 = !DILocation(line: 58, column: 17, scope: !243)
!257 = !DILocation(line: 58, column: 9, scope: !243)
!258 = !DILocation(line: 58, column: 2, scope: !243)
!259 = !DILocation(line: 59, column: 2, scope: !243)
!260 = !DILocation(line: 60, column: 18, scope: !243)
!261 = !DILocation(line: 61, column: 9, scope: !243)
!262 = !DILocation(line: 61, column: 11, scope: !243)
!263 = !DILocation(line: 61, column: 2, scope: !243)
!264 = distinct !DISubprogram(name: "main.prog", linkageName: "prog", scope: !34, file: !34, line: 66, type: !265, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !98, retainedNodes: !277)
!265 = !DISubroutineType(types: !266)
!266 = !{!267}
!267 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !268, size: 64, align: 64, dwarfAddressSpace: 0)
!268 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !269)
!269 = !DICompositeType(tag: DW_TAG_structure_type, size: 192, align: 32, elements: !270)
!270 = !{!271, !272, !273, !274, !275, !276}
!271 = !DIDerivedType(tag: DW_TAG_member, name: "Data", baseType: !3, size: 32, align: 32)
!272 = !DIDerivedType(tag: DW_TAG_member, name: "DataEnd", baseType: !3, size: 32, align: 32, offset: 32)
!273 = !DIDerivedType(tag: DW_TAG_member, name: "DataMeta", baseType: !3, size: 32, align: 32, offset: 64)
!274 = !DIDerivedType(tag: DW_TAG_member, name: "IngressIfindex", baseType: !3, size: 32, align: 32, offset: 96)
!275 = !DIDerivedType(tag: DW_TAG_member, name: "RxQueueIndex", baseType: !3, size: 32, align: 32, offset: 128)
!276 = !DIDerivedType(tag: DW_TAG_member, name: "EgressIfindex", baseType: !3, size: 32, align: 32, offset: 160)
!277 = !{!278, !279, !302, !303, !304, !305, !306, !307}
!278 = !DILocalVariable(name: "ctx", arg: 1, scope: !264, file: !34, line: 66, type: !267)
!279 = !DILocalVariable(name: "v", scope: !264, file: !34, line: 68, type: !280)
!280 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !281, size: 64, align: 64, dwarfAddressSpace: 0)
!281 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Val", baseType: !282)
!282 = !DICompositeType(tag: DW_TAG_structure_type, size: 512, align: 64, elements: !283)
!283 = !{!284, !289, !290, !295, !297}
!284 = !DIDerivedType(tag: DW_TAG_member, name: "Lock", baseType: !285, size: 32, align: 32)
!285 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.bpfSpinLock", baseType: !286)
!286 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !287)
!287 = !{!288}
!288 = !DIDerivedType(tag: DW_TAG_member, name: "Val", baseType: !3, size: 32, align: 32)
!289 = !DIDerivedType(tag: DW_TAG_member, name: "Count", baseType: !3, size: 32, align: 32, offset: 32)
!290 = !DIDerivedType(tag: DW_TAG_member, name: "P", baseType: !291, size: 320, align: 64, offset: 64)
!291 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.Pair[uint32, example.com/probe/flow.Table]", baseType: !292)
!292 = !DICompositeType(tag: DW_TAG_structure_type, size: 320, align: 64, elements: !293)
!293 = !{!82, !294}
!294 = !DIDerivedType(tag: DW_TAG_member, name: "Second", baseType: !56, size: 256, align: 64, offset: 64)
!295 = !DIDerivedType(tag: DW_TAG_member, name: "F", baseType: !296, size: 64, align: 64, offset: 384)
!296 = !DIBasicType(name: "float64", size: 64, encoding: DW_ATE_float)
!297 = !DIDerivedType(tag: DW_TAG_member, name: "E", baseType: !298, size: 16, align: 8, offset: 448)
!298 = !DICompositeType(tag: DW_TAG_structure_type, size: 16, align: 8, elements: !299)
!299 = !{!300, !301}
!300 = !DIDerivedType(tag: DW_TAG_member, name: "A", baseType: !8, size: 8, align: 8)
!301 = !DIDerivedType(tag: DW_TAG_member, name: "B", baseType: !8, size: 8, align: 8, offset: 8)
!302 = !DILocalVariable(name: "verdict", scope: !264, file: !34, line: 45, type: !52)
!303 = !DILocalVariable(name: "Count", scope: !264, file: !34, line: 30, type: !3)
!304 = !DILocalVariable(name: "key", scope: !264, file: !34, line: 67, type: !84)
!305 = !DILocalVariable(name: "Size", scope: !264, file: !2, line: 4, type: !3)
!306 = !DILocalVariable(name: "Proto", scope: !264, file: !34, line: 23, type: !8)
!307 = !DILocalVariable(name: "First", scope: !264, file: !34, line: 18, type: !3)
!308 = !DILocation(line: 66, column: 6, scope: !264)
!309 = !DILocation(line: 67, column: 18, scope: !264)
!310 = !DILocation(line: 68, column: 30, scope: !264)
!311 = !DILocation(line: 68, column: 2, scope: !264)
!312 = !DILocation(line: 69, column: 5, scope: !264)
!313 = !DILocation(line: 69, column: 7, scope: !264)
!314 = !DILocation(line: 0, scope: !264)
!315 = !DILocation(line: 70, column: 16, scope: !264)
!316 = !DILocation(line: 70, column: 3, scope: !264)
!317 = !DILocation(line: 72, column: 2, scope: !264)
!318 = !DILocation(line: 72, column: 4, scope: !264)
!319 = !DILocation(line: 73, column: 11, scope: !264)
!320 = !DILocation(line: 73, column: 23, scope: !264)
!321 = !DILocation(line: 73, column: 25, scope: !264)
!322 = !DILocation(line: 73, column: 22, scope: !264)
!323 = !DILocation(line: 73, column: 10, scope: !264)
!324 = !DILocation(line: 74, column: 25, scope: !264)
!325 = !DILocation(line: 74, column: 9, scope: !264)
!326 = !DILocation(line: 77, column: 4, scope: !264)
!327 = !DILocation(line: 78, column: 4, scope: !264)
!328 = !DILocation(line: 78, column: 8, scope: !264)
!329 = !DILocation(line: 79, column: 18, scope: !264)
!330 = !DILocation(line: 80, column: 36, scope: !264)
!331 = !DILocation(line: 80, column: 20, scope: !264)
!332 = !DILocation(line: 81, column: 11, scope: !264)
!333 = !DILocation(line: 81, column: 2, scope: !264)
!334 = !DILocation(line: 82, column: 15, scope: !264)
!335 = !DILocation(line: 82, column: 2, scope: !264)
