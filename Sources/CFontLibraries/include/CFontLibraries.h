#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * fontconfig and FreeType, loaded when they are first needed and only where they are installed: nothing
 * is linked, and a machine without them draws no large type.
 */

/* Whether the machine has a library, by its name for dlopen. */
int font_library_present(const char *library);

/* A font file that fontconfig has found. */
struct found_font {
  char path[4096];
  int index;
};

/*
 * The upright font that fits best: the first of `families` (names one after another, a zero after each
 * and one more at the end) that has all of `scalars`, in `language` (as fontconfig writes it) and about
 * as heavy as `weight` (80 regular, 200 bold). `library` is the name of fontconfig for dlopen. 0, or -1
 * where there is none.
 */
int font_find(const char *library, const char *families, const char *language, int weight,
              const uint32_t *scalars, size_t count, struct found_font *found);

/* A face of a font file, with the FreeType that reads it; one thread at a time may use it. */
struct font_face;

/* Opens a face; `library` is the name of FreeType for dlopen. NULL where that fails. */
struct font_face *font_open(const char *library, const char *path, int index);
void font_close(struct font_face *face);

/* A character in black and white; `bits` are rows of `pitch` bytes, valid until the next one is drawn. */
struct font_glyph {
  int width, height;
  /* From the pen to the leftmost dot; from the base line up to the topmost dot; how far the pen moves. */
  int left, top, advance;
  const uint8_t *bits;
  int pitch;
};

/*
 * Draws a character, an em being `across` by `down` dots (at most 256 each). 0, or -1 where the face
 * lacks it, or it is larger than four ems.
 */
int font_draw(struct font_face *face, uint32_t scalar, int across, int down, struct font_glyph *glyph);
