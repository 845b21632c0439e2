#include "CHeap.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void dateline_bound_heap(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    // As glibc would set it beside: twice as much may be free at the end of a heap.
    mallopt(M_TRIM_THRESHOLD, 2 << 20);
#endif
}

void dateline_trim_heap(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
