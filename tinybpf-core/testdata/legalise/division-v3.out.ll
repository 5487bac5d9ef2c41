; ModuleID = 'case'
source_filename = "case"

define i32 @word(i32 %a, i32 %b) {
entry:
  %0 = ashr i32 %a, 31
  %1 = ashr i32 %b, 31
  %2 = xor i32 %a, %0
  %3 = sub i32 %2, %0
  %4 = xor i32 %b, %1
  %5 = sub i32 %4, %1
  %6 = udiv i32 %3, %5
  %7 = xor i32 %0, %1
  %8 = xor i32 %6, %7
  %9 = sub i32 %8, %7
  %10 = ashr i32 %a, 31
  %11 = xor i32 %a, %10
  %12 = sub i32 %11, %10
  %13 = urem i32 %12, 10
  %14 = xor i32 %13, %10
  %15 = sub i32 %14, %10
  %s = add i32 %9, %15
  ret i32 %s
}

define i8 @byte(i8 %a, i8 %b) {
entry:
  %0 = sext i8 %a to i32
  %1 = sext i8 %b to i32
  %2 = ashr i32 %0, 31
  %3 = ashr i32 %1, 31
  %4 = xor i32 %0, %2
  %5 = sub i32 %4, %2
  %6 = xor i32 %1, %3
  %7 = sub i32 %6, %3
  %8 = udiv i32 %5, %7
  %9 = xor i32 %2, %3
  %10 = xor i32 %8, %9
  %11 = sub i32 %10, %9
  %12 = trunc i32 %11 to i8
  ret i8 %12
}
