package runtime

// What other packages import this one for, so that those of the standard library
// compile. A program that reaches one of the functions is reported.

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "tinygo"
)

type Error interface {
	error
	RuntimeError()
}

type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

type Frames struct{}

func (*Frames) Next() (frame Frame, more bool)

type Func struct{}

func (*Func) Name() string
func (*Func) Entry() uintptr
func (*Func) FileLine(pc uintptr) (file string, line int)

type MemStats struct {
	Alloc, TotalAlloc, Sys, Mallocs, Frees                       uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, GCSys uint64
}

type Cleanup struct{}

func (Cleanup) Stop()

func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup { return Cleanup{} }
func Breakpoint()
func Caller(skip int) (pc uintptr, file string, line int, ok bool)
func Callers(skip int, pc []uintptr) int
func CallersFrames(callers []uintptr) *Frames
func FuncForPC(pc uintptr) *Func
func GC()
func GOMAXPROCS(n int) int
func GOROOT() string
func Goexit()
func Gosched()
func KeepAlive(x interface{})
func LockOSThread()
func NumCPU() int
func NumCgoCall() int
func NumGoroutine() int
func ReadMemStats(m *MemStats)
func SetFinalizer(obj, finalizer interface{})
func Stack(buf []byte, all bool) int
func UnlockOSThread()
func Version() string
