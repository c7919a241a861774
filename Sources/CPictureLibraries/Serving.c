#define _GNU_SOURCE
#include "Private.h"

#include "CChildProcess.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* Room for the greys, for what a library needs beside them, and for the program itself. */
enum { MEMORY = 768 << 20, OPEN_FILES = 16 };

static int read_all(void *place, size_t count) {
  for (uint8_t *next = place; count > 0;) {
    ssize_t got = read(STDIN_FILENO, next, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return -1;
    next += got;
    count -= (size_t)got;
  }
  return 0;
}

static int write_all(const void *place, size_t count) {
  for (const uint8_t *next = place; count > 0;) {
    ssize_t put = write(STDOUT_FILENO, next, count);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return -1;
    next += put;
    count -= (size_t)put;
  }
  return 0;
}

/* The mean of the old dots under a new one. */
static uint8_t mean(const struct greys *greys, size_t left, size_t right, size_t top, size_t bottom) {
  uint64_t sum = 0;
  for (size_t row = top; row < bottom; row++)
    for (size_t column = left; column < right; column++) sum += greys->values[row * greys->width + column];
  uint64_t count = (right - left) * (bottom - top);
  return (uint8_t)((sum + count / 2) / count);
}

/* Makes the picture smaller, in its own room, so that its longest side is at most `longest`. */
static void reduce(struct greys *greys, unsigned longest) {
  unsigned side = greys->width > greys->height ? greys->width : greys->height;
  if (side <= longest) return;
  size_t width = ((size_t)greys->width * longest + side / 2) / side, height = ((size_t)greys->height * longest + side / 2) / side;
  if (width < 1) width = 1;
  if (height < 1) height = 1;
  for (size_t row = 0; row < height; row++) {
    size_t top = row * greys->height / height, bottom = (row + 1) * greys->height / height;
    for (size_t column = 0; column < width; column++) {
      size_t left = column * greys->width / width, right = (column + 1) * greys->width / width;
      greys->values[row * width + column] = mean(greys, left, right, top, bottom);
    }
  }
  greys->width = (unsigned)width;
  greys->height = (unsigned)height;
}

_Noreturn void picture_serve(void) {
  struct picture_request request;
  struct greys greys = {0};
  if (read_all(&request, sizeof request) != 0) _exit(PICTURE_CRASHED);
  const struct child_limits limits = {.memory = MEMORY, .seconds = request.limits.seconds, .files = OPEN_FILES};
  child_confine(&limits);
  if (request.count == 0 || request.count > request.limits.bytes) _exit(PICTURE_TOO_LARGE);
  uint8_t *bytes = malloc(request.count);
  if (!bytes) _exit(PICTURE_TOO_LARGE);
  if (read_all(bytes, request.count) != 0) _exit(PICTURE_CRASHED);
  enum picture_status status = decode_picture(bytes, request.count, &request.limits, &greys);
  if (status != PICTURE_DONE) _exit(status);
  reduce(&greys, request.limits.longest_side);
  const uint32_t sides[] = {greys.width, greys.height};
  if (write_all(sides, sizeof sides) != 0 || write_all(greys.values, (size_t)greys.width * greys.height) != 0)
    _exit(PICTURE_CRASHED);
  _exit(PICTURE_DONE);
}
