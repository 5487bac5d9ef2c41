; ModuleID = 'case'
source_filename = "case"

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64) #0

define i64 @high(i64 %a, i64 %b) {
entry:
  %x = zext i64 %a to i128
  %y = zext i64 %b to i128
  %0 = trunc i128 %x to i64
  %1 = trunc i128 %y to i64
  %2 = lshr i128 %y, 64
  %3 = trunc i128 %2 to i64
  %4 = mul i64 %0, %3
  %5 = lshr i128 %x, 64
  %6 = trunc i128 %5 to i64
  %7 = mul i64 %6, %1
  %8 = add i64 %4, %7
  %9 = and i64 %0, 4294967295
  %10 = lshr i64 %0, 32
  %11 = and i64 %1, 4294967295
  %12 = lshr i64 %1, 32
  %13 = mul i64 %10, %11
  %14 = mul i64 %9, %11
  %15 = lshr i64 %14, 32
  %16 = add i64 %13, %15
  %17 = mul i64 %9, %12
  %18 = and i64 %16, 4294967295
  %19 = add i64 %17, %18
  %20 = mul i64 %10, %12
  %21 = lshr i64 %16, 32
  %22 = add i64 %20, %21
  %23 = lshr i64 %19, 32
  %24 = add i64 %22, %23
  %25 = add i64 %24, %8
  %26 = zext i64 %25 to i128
  %27 = mul i64 %0, %1
  %28 = zext i64 %27 to i128
  %29 = shl i128 %26, 64
  %30 = or i128 %29, %28
  %s = lshr i128 %30, 64
  %h = trunc i128 %s to i64
  ret i64 %h
}

define i1 @overflows(i64 %a, i64 %b) {
entry:
  %0 = mul i64 %a, %b
  %1 = and i64 %a, 4294967295
  %2 = lshr i64 %a, 32
  %3 = and i64 %b, 4294967295
  %4 = lshr i64 %b, 32
  %5 = mul i64 %2, %3
  %6 = mul i64 %1, %3
  %7 = lshr i64 %6, 32
  %8 = add i64 %5, %7
  %9 = mul i64 %1, %4
  %10 = and i64 %8, 4294967295
  %11 = add i64 %9, %10
  %12 = mul i64 %2, %4
  %13 = lshr i64 %8, 32
  %14 = add i64 %12, %13
  %15 = lshr i64 %11, 32
  %16 = add i64 %14, %15
  %17 = ashr i64 %a, 63
  %18 = and i64 %17, %b
  %19 = sub i64 %16, %18
  %20 = ashr i64 %b, 63
  %21 = and i64 %20, %a
  %22 = sub i64 %19, %21
  %23 = ashr i64 %0, 63
  %24 = icmp ne i64 %22, %23
  %25 = insertvalue { i64, i1 } poison, i64 %0, 0
  %26 = insertvalue { i64, i1 } %25, i1 %24, 1
  %o = extractvalue { i64, i1 } %26, 1
  ret i1 %o
}

attributes #0 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
