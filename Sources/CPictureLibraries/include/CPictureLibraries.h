#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * libpng, TurboJPEG and libwebp, loaded when a picture is first decoded and only where they are
 * installed: nothing is linked. They run in a process of their own, which has read nothing but one
 * picture, may write nothing but the greys of it, and ends with them.
 */

/* How a decoding ended; the exit status of the process too. */
enum picture_status {
  PICTURE_DONE = 0,
  /* The machine lacks the library for this format. */
  PICTURE_NO_LIBRARY = 10,
  /* The library calls the file damaged, or it ends too early. */
  PICTURE_DAMAGED = 11,
  /* It holds more dots than were allowed. */
  PICTURE_TOO_LARGE = 12,
  /* The process ended by itself, or was ended, before it had given its greys. */
  PICTURE_CRASHED = 13,
  /* It took longer than it may. */
  PICTURE_SLOW = 14,
  /* It could not be started. */
  PICTURE_NOT_STARTED = 15,
};

/* What is asked of the process, and how much it may use. */
struct picture_limits {
  /* The most bytes of the file, and the most dots of the picture. */
  size_t bytes, dots;
  /* The longest side of what is given back. */
  unsigned longest_side;
  /* Seconds of work, and milliseconds until the answer has to be whole. */
  unsigned seconds, patience;
};

/*
 * Decodes the `count` bytes of a picture in a child process: `program`, started with the single argument
 * `mode`, has to call picture_serve. The greys, row by row, go into `greys`, which has room for the
 * square of the longest side; their sides into `width` and `height`.
 */
enum picture_status picture_decode(const char *program, const char *mode, const uint8_t *bytes, size_t count,
                                   const struct picture_limits *limits, uint8_t *greys, unsigned *width,
                                   unsigned *height);

/* The other side of it: reads a picture from standard input, writes its greys, never returns. */
_Noreturn void picture_serve(void);

/* Whether the machine has a library, by its name for dlopen. */
int picture_library_present(const char *name);
extern const char *const picture_png_library, *const picture_jpeg_library, *const picture_webp_library;
