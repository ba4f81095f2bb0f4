//go:build !purego

#include "textflag.h"

// func fetch(table unsafe.Pointer, size int, keys []uint32, shift uint8, mask uint32)
TEXT ·fetch(SB), NOSPLIT, $0-48
	MOVQ	table+0(FP), DI
	MOVQ	size+8(FP), R8
	MOVQ	keys_base+16(FP), SI
	MOVQ	keys_len+24(FP), DX
	MOVBLZX	shift+40(FP), CX
	MOVL	mask+44(FP), R9
	LEAQ	(SI)(DX*4), DX
	JMP	test

next:
	MOVL	(SI), AX
	SHRL	CX, AX
	ANDL	R9, AX
	IMULQ	R8, AX
	PREFETCHT0	(DI)(AX*1)
	ADDQ	$4, SI

test:
	CMPQ	SI, DX
	JB	next
	RET
