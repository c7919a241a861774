/* glibc decodes every character and says its width; it breaks no lines. */
#define _XOPEN_SOURCE 700
#include "peer.h"
#include <locale.h>
#include <wchar.h>

static void prepare(const char *text, size_t size) {
  (void)text, (void)size;
  if (!setlocale(LC_CTYPE, "C.UTF-8")) fail("there is no locale C.UTF-8");
}

static size_t work(const char *text, size_t size, int measure) {
  (void)measure;
  size_t cells = 0;
  mbstate_t state = {0};
  for (const char *place = text, *end = text + size; place < end;) {
    wchar_t letter;
    size_t length = mbrtowc(&letter, place, end - place, &state);
    if (length == 0 || length > 4) fail("the text is not UTF-8");
    int width = wcwidth(letter);
    cells += width > 0 ? width : 0;
    place += length;
  }
  return cells;
}
