; A panic of every kind ends the program with the verdict of its type; nil checks of the context are gone.
; program: drop=xdp
; program: shot=tc

@main.table = internal global [8 x i32] zeroinitializer

declare void @runtime.nilPanic(ptr)
declare void @runtime.lookupPanic(ptr)
declare void @runtime.divideByZeroPanic(ptr)
declare void @runtime._panic(ptr, ptr, ptr)

define i32 @drop(ptr dereferenceable_or_null(8) %ctx) section "xdp" {
entry:
  %nil = icmp eq ptr %ctx, null
  br i1 %nil, label %gep.throw, label %gep.next

gep.next:
  %field = getelementptr inbounds { i32, i32 }, ptr %ctx, i32 0, i32 1
  %nil2 = icmp eq ptr %field, null
  br i1 %nil2, label %deref.throw, label %deref.next

deref.next:
  %index = load i32, ptr %field
  %wide = zext i32 %index to i64
  %out = icmp uge i64 %wide, 8
  br i1 %out, label %lookup.throw, label %lookup.next

lookup.next:
  %element = getelementptr inbounds [8 x i32], ptr @main.table, i32 0, i64 %wide
  %divisor = load i32, ptr %element
  %zero = icmp eq i32 %divisor, 0
  br i1 %zero, label %divide.throw, label %divide.next

divide.next:
  %quotient = udiv i32 100, %divisor
  ret i32 %quotient

gep.throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable

deref.throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable

lookup.throw:
  call void @runtime.lookupPanic(ptr undef)
  unreachable

divide.throw:
  call void @runtime.divideByZeroPanic(ptr undef)
  unreachable
}

define i32 @shot(ptr %ctx) section "tc" {
entry:
  call void @runtime._panic(ptr @main.table, ptr @main.table, ptr undef)
  unreachable
}
