type bpfCoreSock struct{}

type bpfCoreTcpSock struct{ SndCwnd uint32 }

func avoid(sk *bpfCoreSock, ack, acked uint32) {}

// The block stands here.
