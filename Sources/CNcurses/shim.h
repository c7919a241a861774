#pragma once

/* Without it cchar_t and every wide function are invisible. */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <wchar.h>

/* term.h without its macros, which take the names of ordinary words. */
extern int setupterm(const char *name, int descriptor, int *result);
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);
extern char *tiparm(const char *format, ...);

/* Swift 6 refuses C's globals, and macros and variadic functions do not come across. */
static inline WINDOW *curses_standard_screen(void) { return stdscr; }
static inline WINDOW *curses_current_screen(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_color_pairs(void) { return COLOR_PAIRS; }
static inline const char *curses_format(const char *format, int first, int second) {
  return tiparm(format, first, second);
}

static const attr_t CURSES_BOLD = A_BOLD;
static const attr_t CURSES_DIM = A_DIM;
static const attr_t CURSES_ITALIC = A_ITALIC;
static const attr_t CURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CURSES_REVERSE = A_REVERSE;

/*
 * Cells are filled by hand: setcchar would stop at the second emoji of a sequence.
 * A pair above 255 stands in ext_color alone, as in ncurses' own SetPair.
 */
static inline cchar_t curses_cell(attr_t attributes, int pair, unsigned int scalar) {
  attr_t color = COLOR_PAIR(pair > 255 ? 255 : pair);
  return (cchar_t){.attr = attributes | color, .chars = {(wchar_t)scalar}, .ext_color = pair};
}

/* Adds a code point; a cell holds CCHARW_MAX, and what is more is left out. */
static inline void curses_cell_append(cchar_t *cell, unsigned int scalar) {
  for (int i = 1; i < CCHARW_MAX; i++) {
    if (cell->chars[i] != 0) continue;
    cell->chars[i] = (wchar_t)scalar;
    return;
  }
}
