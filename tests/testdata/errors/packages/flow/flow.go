package flow

var flows map[uint32]uint32

func Count(id uint32) uint32 {
	flows[id]++ // ERROR: Go maps
	return first(1, 2, id)
}

func first[T uint32 | uint64](all ...T) T {
	all = append(all, all[0]) // ERROR: `append`
	return all[0]
}
