; ModuleID = 'case'
source_filename = "case"

@values = global [20 x i8] zeroinitializer
@flows = global [20 x i8] zeroinitializer

define i32 @prog(ptr %ctx) {
entry:
  %0 = call i64 inttoptr (i64 164 to ptr)(ptr @values, ptr readnone @main.each.callback, ptr null, i64 0) #0
  %1 = call i64 inttoptr (i64 164 to ptr)(ptr @flows, ptr readnone @main.each.callback, ptr null, i64 0) #0
  %2 = call i64 inttoptr (i64 12 to ptr)(ptr %ctx, ptr @flows, i64 1) #0
  %3 = call i64 inttoptr (i64 3 to ptr)(ptr readonly captures(none) @flows, ptr readonly captures(none) %ctx) #1
  ret i32 0
}

define internal i64 @main.each.callback(ptr %m, ptr %key, ptr %value, ptr %ctx) {
entry:
  ret i64 0
}

attributes #0 = { nomerge nounwind }
attributes #1 = { nounwind }
