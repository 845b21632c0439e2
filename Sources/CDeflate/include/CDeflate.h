#ifndef CDEFLATE_H
#define CDEFLATE_H

#include <stddef.h>

// Raw DEFLATE (RFC 1951) of what is in memory as a whole. Each thread keeps one compressor and one decompressor for its life: setting
// one up costs three times as much as the few kilobytes that are mostly to be compressed.

/// At most so many bytes come out for that many going in.
size_t dateline_deflate_bound(size_t count);

/// Returns how many bytes were written; 0 where there is no memory, or not enough room.
size_t dateline_deflate(const void *input, size_t count, void *output, size_t capacity);

/// Returns how many bytes were written; -1 where the input isn't whole and sound, or gives more than there is room for.
long dateline_inflate(const void *input, size_t count, void *output, size_t capacity);

#endif
