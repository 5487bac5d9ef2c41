; ModuleID = 'case'
source_filename = "case"

@main.counter = internal global i64 0

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %0 = atomicrmw add ptr @main.counter, i64 1 seq_cst, align 8
  %1 = add i64 %0, 1
  store volatile i64 7, ptr @main.counter, align 8
  ret i32 0
}
