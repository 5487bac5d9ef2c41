; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"

%main.Event = type { i32, i64 }

@main.m = internal global i32 0

declare ptr @runtime.alloc(i64, ptr, ptr)

declare i64 @main.bpfMapUpdateElem(ptr, ptr, ptr, i64, ptr)

define i32 @typed(ptr %ctx) section "xdp" {
entry:
  %key = alloca [4 x i8], align 4
  %e = alloca %main.Event, align 8
  call void @llvm.memset.p0.i64(ptr align 8 %e, i8 0, i64 16, i1 false)
  %pid = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 0
  store i32 7, ptr %pid, align 4
  call void @main.fill(ptr %e, i64 9, ptr undef)
  call void @llvm.memset.p0.i64(ptr align 4 %key, i8 0, i64 4, i1 false)
  %r = call i64 @main.bpfMapUpdateElem(ptr @main.m, ptr %key, ptr %e, i64 0, ptr undef)
  ret i32 0
}

; Function Attrs: noinline
define internal void @main.fill(ptr %e, i64 %a, ptr %context) #0 {
entry:
  %f = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  store i64 %a, ptr %f, align 8
  ret void
}

define i32 @loop(ptr %ctx) section "xdp" {
entry:
  %buf = alloca [12 x i8], align 8
  br label %body

body:                                             ; preds = %body, %entry
  %i = phi i32 [ 0, %entry ], [ %n, %body ]
  call void @llvm.memset.p0.i64(ptr align 8 %buf, i8 0, i64 12, i1 false)
  store i32 %i, ptr %buf, align 1
  %n = add i32 %i, 1
  %more = icmp ult i32 %n, 4
  br i1 %more, label %body, label %done

done:                                             ; preds = %body
  ret i32 0
}

define i32 @loopvar(ptr %ctx) section "xdp" {
entry:
  %i1 = alloca [4 x i8], align 4
  %i = alloca [4 x i8], align 4
  call void @llvm.memset.p0.i64(ptr align 4 %i, i8 0, i64 4, i1 false)
  br label %head

head:                                             ; preds = %head, %entry
  %p = phi ptr [ %i, %entry ], [ %i1, %head ]
  %old = load i32, ptr %p, align 4
  call void @llvm.memset.p0.i64(ptr align 4 %i1, i8 0, i64 4, i1 false)
  store i32 %old, ptr %i1, align 4
  %now = load i32, ptr %i1, align 4
  %next = add i32 %now, 1
  store i32 %next, ptr %i1, align 4
  %more = icmp ult i32 %next, 4
  br i1 %more, label %head, label %done

done:                                             ; preds = %head
  ret i32 0
}

define i32 @pointers(ptr %ctx, i1 %c) section "xdp" {
entry:
  %b = alloca [16 x i8], align 8
  %a = alloca [16 x i8], align 8
  call void @llvm.memset.p0.i64(ptr align 8 %a, i8 0, i64 16, i1 false)
  call void @llvm.memset.p0.i64(ptr align 8 %b, i8 0, i64 16, i1 false)
  store ptr %a, ptr %b, align 8
  br i1 %c, label %then, label %done

then:                                             ; preds = %entry
  br label %done

done:                                             ; preds = %then, %entry
  %p = phi ptr [ %a, %then ], [ %b, %entry ]
  store i64 1, ptr %p, align 8
  %inner = load ptr, ptr %b, align 8
  store i64 2, ptr %inner, align 8
  %s0 = insertvalue { ptr, i64, i64 } undef, ptr %a, 0
  %s1 = insertvalue { ptr, i64, i64 } %s0, i64 16, 1
  %data = extractvalue { ptr, i64, i64 } %s1, 0
  %len = extractvalue { ptr, i64, i64 } %s1, 1
  call void @main.closure(ptr %b, ptr %data)
  %r = trunc i64 %len to i32
  ret i32 %r
}

; Function Attrs: noinline
define internal void @main.closure(ptr %captured, ptr %context) #0 {
entry:
  %x = load ptr, ptr %captured, align 8
  store i64 3, ptr %x, align 8
  store i64 4, ptr %context, align 8
  ret void
}

define i32 @sliced(ptr %ctx) section "xdp" {
entry:
  %buf = alloca [8 x i8], align 8
  call void @llvm.memset.p0.i64(ptr align 8 %buf, i8 0, i64 8, i1 false)
  %p = call ptr @main.second(ptr %buf, ptr undef)
  store i8 1, ptr %p, align 1
  ret i32 0
}

; Function Attrs: noinline
define internal ptr @main.second(ptr %b, ptr %context) #0 {
entry:
  %p = getelementptr inbounds i8, ptr %b, i64 1
  ret ptr %p
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #1

attributes #0 = { noinline }
attributes #1 = { nocallback nofree nounwind willreturn memory(argmem: write) }
