; ModuleID = 'case'
source_filename = "case"

declare ptr @runtime.alloc(i64, ptr, ptr)

declare void @runtime.nilPanic(ptr)

declare i64 @main.bpfLoop(i32, ptr, ptr, ptr, i64)

define i32 @prog(i64 %x) {
entry:
  %n = call ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  store i64 %x, ptr %n, align 4
  %r.i = call i64 @"prog$1"(i64 %x, ptr %n)
  %more = call i64 @"prog$2"(i64 %r.i, ptr %n)
  %r = trunc i64 %more to i32
  ret i32 %r
}

define internal i64 @"prog$1"(i64 %x, ptr %context) {
  %n = load i64, ptr %context, align 4
  %r = add i64 %n, %x
  ret i64 %r
}

define internal i64 @"prog$2"(i64 %x, ptr %context) {
  store i64 %x, ptr %context, align 4
  ret i64 %x
}

define i32 @chosen(i64 %x) {
entry:
  %big = icmp ugt i64 %x, 100
  br i1 %big, label %then, label %done

then:                                             ; preds = %entry
  br label %done

done:                                             ; preds = %then, %entry
  %0 = phi i32 [ 1, %entry ], [ 2, %then ]
  %value = phi { ptr, ptr } [ { ptr undef, ptr inttoptr (i64 1 to ptr) }, %entry ], [ { ptr undef, ptr inttoptr (i64 1 to ptr) }, %then ]
  %context = extractvalue { ptr, ptr } %value, 0
  br i1 false, label %throw, label %1

1:                                                ; preds = %done
  %2 = icmp eq i32 %0, 1
  br i1 %2, label %func, label %func.next

func:                                             ; preds = %1
  %3 = call i64 @"prog$1"(i64 %x, ptr %context)
  br label %next

func.next:                                        ; preds = %1
  %4 = call i64 @"prog$2"(i64 %x, ptr %context)
  br label %next

next:                                             ; preds = %func.next, %func
  %5 = phi i64 [ %3, %func ], [ %4, %func.next ]
  %r = trunc i64 %5 to i32
  ret i32 %r

throw:                                            ; preds = %done
  call void @runtime.nilPanic(ptr undef)
  unreachable
}

define i32 @helper() {
  %done = call i64 @main.bpfLoop(i32 4, ptr undef, ptr @callback, ptr null, i64 0)
  %memory = call ptr @runtime.alloc(i64 8, ptr null, ptr undef)
  store ptr inttoptr (i64 1 to ptr), ptr %memory, align 8
  ret i32 0
}

define internal i64 @callback(i32 %i, ptr %context) {
  ret i64 0
}
