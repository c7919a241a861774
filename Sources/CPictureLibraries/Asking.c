#define _GNU_SOURCE
#include "Private.h"

#include "CChildProcess.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A file without a name that holds the request and the picture, at its beginning; -1 where there is none.
   The child reads it when it likes: nobody waits for anybody, and no pipe can break under a writer. */
static int request_file(const uint8_t *bytes, size_t count, const struct picture_limits *limits) {
  const struct picture_request request = {.limits = *limits, .count = count};
  uint8_t *whole = malloc(sizeof request + count);
  if (!whole) return -1;
  memcpy(whole, &request, sizeof request);
  memcpy(whole + sizeof request, bytes, count);
  int file = child_file("picture", whole, sizeof request + count);
  free(whole);
  return file;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads exactly `count` bytes before the end of the time: PICTURE_CRASHED where fewer come. */
static enum picture_status take(const struct child *child, uint8_t *place, size_t count, long end) {
  while (count > 0) {
    long left = end - milliseconds();
    if (left <= 0) return PICTURE_SLOW;
    if (child_wait(child, -1, (int)left) == CHILD_QUIET) continue;
    ssize_t got = child_read(child, place, count);
    if (got <= 0) return PICTURE_CRASHED;
    place += got;
    count -= (size_t)got;
  }
  return PICTURE_DONE;
}

/* The head and the greys; the child may say nothing that does not fit the room there is. */
static enum picture_status take_greys(const struct child *child, const struct picture_limits *limits, uint8_t *greys,
                                      unsigned *width, unsigned *height) {
  long end = milliseconds() + limits->patience;
  uint32_t sides[2];
  enum picture_status status = take(child, (uint8_t *)sides, sizeof sides, end);
  if (status != PICTURE_DONE) return status;
  if (sides[0] < 1 || sides[1] < 1 || sides[0] > limits->longest_side || sides[1] > limits->longest_side)
    return PICTURE_CRASHED;
  *width = sides[0];
  *height = sides[1];
  return take(child, greys, (size_t)sides[0] * sides[1], end);
}

/* Ends the child; where it gave too little, its exit status tells why. */
static enum picture_status end_of(struct child *child, enum picture_status so_far) {
  int status = child_end(child);
  if (so_far != PICTURE_CRASHED) return so_far;
  if (child_signal(status) == SIGXCPU) return PICTURE_SLOW;
  switch (child_exit_code(status)) {
    case PICTURE_NO_LIBRARY: return PICTURE_NO_LIBRARY;
    case PICTURE_DAMAGED: return PICTURE_DAMAGED;
    case PICTURE_TOO_LARGE: return PICTURE_TOO_LARGE;
    default: return PICTURE_CRASHED;
  }
}

enum picture_status picture_decode(const char *program, const char *mode, const uint8_t *bytes, size_t count,
                                   const struct picture_limits *limits, uint8_t *greys, unsigned *width,
                                   unsigned *height) {
  struct child child;
  char *const arguments[] = {(char *)program, (char *)mode, NULL};
  if (count > limits->bytes) return PICTURE_TOO_LARGE;
  int request = request_file(bytes, count, limits);
  if (request < 0) return PICTURE_NOT_STARTED;
  int failed = child_start(program, arguments, request, &child);
  close(request);
  if (failed) return PICTURE_NOT_STARTED;
  return end_of(&child, take_greys(&child, limits, greys, width, height));
}
