; Contexts of global functions: by the name of their struct, or with a tag where the kernel has no struct for them. The result
; is Go's, also where the function returns more to tell of a panic.
; after: select-programs

define i32 @filter(ptr %ctx) section "xdp" !dbg !4 {
entry:
  %0 = call i32 @policy(ptr %ctx, i64 1), !dbg !20
  ret i32 %0, !dbg !20
}

define i32 @trace(ptr %ctx) section "tracepoint/syscalls/sys_enter_openat" !dbg !5 {
entry:
  %0 = call i32 @traced(ptr %ctx), !dbg !21
  ret i32 %0, !dbg !21
}

define i32 @policy(ptr %ctx, i64 %n) section ".text" !dbg !6 {
entry:
  ret i32 1, !dbg !22
}

define i32 @traced(ptr %ctx) section ".text" !dbg !7 {
entry:
  ret i32 1, !dbg !23
}

define i32 @new(ptr %ctx) section "freplace/policy" !dbg !8 {
entry:
  ret i32 1, !dbg !24
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/probe")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !10)
!4 = distinct !DISubprogram(name: "filter", scope: !1, file: !1, line: 10, type: !3, unit: !0)
!5 = distinct !DISubprogram(name: "trace", scope: !1, file: !1, line: 20, type: !3, unit: !0)
!6 = distinct !DISubprogram(name: "policy", scope: !1, file: !1, line: 30, type: !12, unit: !0)
!7 = distinct !DISubprogram(name: "traced", scope: !1, file: !1, line: 40, type: !3, unit: !0)
!8 = distinct !DISubprogram(name: "new", scope: !1, file: !1, line: 50, type: !14, unit: !0)
!9 = !DIDerivedType(tag: DW_TAG_typedef, name: "unsafe.Pointer", baseType: !11)
!10 = !{!9}
!11 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!12 = !DISubroutineType(types: !{!9, !13})
!13 = !DIBasicType(name: "uint64", size: 64, encoding: DW_ATE_unsigned)
!14 = !DISubroutineType(types: !{!15})
!15 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!16 = !DIDerivedType(tag: DW_TAG_typedef, name: "main.xdpMd", baseType: !17)
!17 = !DICompositeType(tag: DW_TAG_structure_type, size: 32, align: 32, elements: !{!18})
!18 = !DIDerivedType(tag: DW_TAG_member, name: "data", baseType: !19, size: 32, align: 32)
!19 = !DIBasicType(name: "uint32", size: 32, encoding: DW_ATE_unsigned)
!20 = !DILocation(line: 11, column: 2, scope: !4)
!21 = !DILocation(line: 21, column: 2, scope: !5)
!22 = !DILocation(line: 31, column: 2, scope: !6)
!23 = !DILocation(line: 41, column: 2, scope: !7)
!24 = !DILocation(line: 51, column: 2, scope: !8)
