define i64 @divide(i128 %a, i128 %b) {
entry:
  %q = udiv i128 %a, %b
  %s = lshr i128 %q, %b
  %r = trunc i128 %s to i64
  ret i64 %r
}
