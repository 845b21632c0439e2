#ifndef CHEAP_H
#define CHEAP_H

// What Swift's module of the C library leaves out of malloc.h.

/// Pieces of memory beyond 1 MiB are mapped by themselves, and go back to the system when they are freed.
///
/// Left to itself, glibc raises that bound with each such piece that is freed, up to 32 MiB; from then on contents of many megabytes lie in
/// heaps, which keep what was freed between other pieces (mallopt(3), M_MMAP_THRESHOLD). Does nothing with another C library.
void dateline_bound_heap(void);

/// Gives pages back to the system that are free in the midst of heaps (malloc_trim(3)), which glibc doesn't do by itself. Takes some milliseconds
/// for a hundred megabytes. Does nothing with another C library.
void dateline_trim_heap(void);

#endif
