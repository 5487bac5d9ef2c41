; ModuleID = 'case'
source_filename = "case"

define i32 @word(i32 %a, i32 %b) {
entry:
  %q = sdiv i32 %a, %b
  %r = srem i32 %a, 10
  %s = add i32 %q, %r
  ret i32 %s
}

define i8 @byte(i8 %a, i8 %b) {
entry:
  %q = sdiv i8 %a, %b
  ret i8 %q
}
