target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"

%main.Event = type { i32, i64 }

declare ptr @runtime.alloc(i64, ptr, ptr)
declare i64 @main.bpfMapUpdateElem(ptr, ptr, ptr, i64, ptr)

@main.m = internal global i32 0

; A struct is a slot of its type; its pointer goes to a helper and to a function that does not keep it.
define i32 @typed(ptr %ctx) section "xdp" {
entry:
  %e = call align 8 ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %pid = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 0
  store i32 7, ptr %pid, align 4
  call void @main.fill(ptr %e, i64 9, ptr undef)
  %key = call align 4 ptr @runtime.alloc(i64 4, ptr null, ptr undef)
  %r = call i64 @main.bpfMapUpdateElem(ptr @main.m, ptr %key, ptr %e, i64 0, ptr undef)
  ret i32 0
}

define internal void @main.fill(ptr %e, i64 %a, ptr %context) noinline {
entry:
  %f = getelementptr inbounds %main.Event, ptr %e, i32 0, i32 1
  store i64 %a, ptr %f, align 8
  ret void
}

; Zeroed in each iteration, and aligned better than asked.
define i32 @loop(ptr %ctx) section "xdp" {
entry:
  br label %body

body:
  %i = phi i32 [ 0, %entry ], [ %n, %body ]
  %buf = call align 1 ptr @runtime.alloc(i64 12, ptr null, ptr undef)
  store i32 %i, ptr %buf, align 1
  %n = add i32 %i, 1
  %more = icmp ult i32 %n, 4
  br i1 %more, label %body, label %done

done:
  ret i32 0
}

; Go's copy of a loop variable: the new one is zeroed after the old one was read.
define i32 @loopvar(ptr %ctx) section "xdp" {
entry:
  %i = call align 4 ptr @runtime.alloc(i64 4, ptr null, ptr undef)
  br label %head

head:
  %p = phi ptr [ %i, %entry ], [ %i1, %head ]
  %i1 = call align 4 ptr @runtime.alloc(i64 4, ptr null, ptr undef)
  %old = load i32, ptr %p, align 4
  store i32 %old, ptr %i1, align 4
  %now = load i32, ptr %i1, align 4
  %next = add i32 %now, 1
  store i32 %next, ptr %i1, align 4
  %more = icmp ult i32 %next, 4
  br i1 %more, label %head, label %done

done:
  ret i32 0
}

; A pointer in another local variable, through a phi, a slice and a closure's context.
define i32 @pointers(ptr %ctx, i1 %c) section "xdp" {
entry:
  %a = call align 8 ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %b = call align 8 ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  store ptr %a, ptr %b, align 8
  br i1 %c, label %then, label %done

then:
  br label %done

done:
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

define internal void @main.closure(ptr %captured, ptr %context) noinline {
entry:
  %x = load ptr, ptr %captured, align 8
  store i64 3, ptr %x, align 8
  store i64 4, ptr %context, align 8
  ret void
}

; What another function returns of its argument is still the argument.
define i32 @sliced(ptr %ctx) section "xdp" {
entry:
  %buf = call align 1 ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  %p = call ptr @main.second(ptr %buf, ptr undef)
  store i8 1, ptr %p, align 1
  ret i32 0
}

define internal ptr @main.second(ptr %b, ptr %context) noinline {
entry:
  %p = getelementptr inbounds i8, ptr %b, i64 1
  ret ptr %p
}
