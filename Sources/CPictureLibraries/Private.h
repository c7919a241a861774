#pragma once

#include "CPictureLibraries.h"

/* Greys on white paper as a library has decoded them; `values` were allocated. */
struct greys {
  unsigned width, height;
  uint8_t *values;
};

/* Decodes a picture; one with more than `dots` dots is refused before room is made for them. */
enum picture_status decode_picture(const uint8_t *bytes, size_t count, const struct picture_limits *limits,
                                   struct greys *greys);

/* What the parent tells the child before the bytes of the picture: these limits, and their number. */
struct picture_request {
  struct picture_limits limits;
  size_t count;
};
