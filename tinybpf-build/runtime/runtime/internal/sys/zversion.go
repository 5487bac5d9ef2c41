package sys

// TinyGo takes a folder with this file for its root.
const TheVersion = `go0.1.0`
