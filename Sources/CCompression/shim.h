#pragma once
#include <bzlib.h>
#include <zlib.h>

/* `inflateInit2` and its size check are a macro; gzip and zlib heads are both understood. */
static inline int broadsheet_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 32); }

/* The same without a head, as archives have it. */
static inline int broadsheet_inflate_raw(z_stream *stream) { return inflateInit2(stream, -15); }
