/* libunistring breaks every paragraph into lines of `measure` cells. */
#include "peer.h"
#include <unilbrk.h>

static char *marks;

static void prepare(const char *text, size_t size) {
  (void)text;
  marks = malloc(size + 1);
  if (!marks) fail("there is not enough memory");
}

static size_t work(const char *text, size_t size, int measure) {
  size_t lines = 0;
  for (const char *start = text, *end = text + size; start < end;) {
    const char *stop = memchr(start, '\n', end - start);
    size_t length = (stop ? stop : end) - start;
    lines += u8_width_linebreaks(
        (const uint8_t *)start, length, measure, 0, 0, NULL, "UTF-8", marks);
    for (size_t index = 0; index < length; index++) lines += marks[index] == UC_BREAK_POSSIBLE;
    start += length + 1;
  }
  return lines;
}
