/* ICU finds every place where a line may end, by its Chinese rules, in UTF-16; it measures no width. */
#include "peer.h"
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static UChar *units;
static int32_t unit_count;

static void prepare(const char *text, size_t size) {
  UErrorCode status = U_ZERO_ERROR;
  units = malloc((size + 1) * sizeof *units);
  if (!units) fail("there is not enough memory");
  u_strFromUTF8(units, (int32_t)size + 1, &unit_count, text, (int32_t)size, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
}

static size_t work(const char *text, size_t size, int measure) {
  (void)text, (void)size, (void)measure;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, "zh", NULL, 0, &status);
  size_t places = 0;
  for (int32_t start = 0; start < unit_count && U_SUCCESS(status);) {
    UChar *stop = u_memchr(units + start, '\n', unit_count - start);
    int32_t length = stop ? (int32_t)(stop - units) - start : unit_count - start;
    ubrk_setText(iterator, units + start, length, &status);
    while (ubrk_next(iterator) != UBRK_DONE) places++;
    start += length + 1;
  }
  if (U_FAILURE(status)) fail(u_errorName(status));
  ubrk_close(iterator);
  return places;
}
