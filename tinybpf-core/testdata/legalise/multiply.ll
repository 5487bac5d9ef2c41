declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)

; bits.Mul64
define i64 @high(i64 %a, i64 %b) {
entry:
  %x = zext i64 %a to i128
  %y = zext i64 %b to i128
  %m = mul nuw i128 %x, %y
  %s = lshr i128 %m, 64
  %h = trunc i128 %s to i64
  ret i64 %h
}

define i1 @overflows(i64 %a, i64 %b) {
entry:
  %p = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %a, i64 %b)
  %o = extractvalue { i64, i1 } %p, 1
  ret i1 %o
}
