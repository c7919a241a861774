#pragma once

#include <stdlib.h>
#include <vterm.h>

/* What a program told the terminal beside text. */
typedef struct {
  int cursor_is_visible;
  int alternate_screen;
  int mouse;
  int bells;
  int titles;
} vterm_properties;

static inline int vterm_note_property(VTermProp property, VTermValue *value, void *properties) {
  vterm_properties *noted = (vterm_properties *)properties;
  switch (property) {
    case VTERM_PROP_CURSORVISIBLE: noted->cursor_is_visible = value->boolean; break;
    case VTERM_PROP_ALTSCREEN: noted->alternate_screen = value->boolean; break;
    case VTERM_PROP_MOUSE: noted->mouse = value->number; break;
    case VTERM_PROP_TITLE: noted->titles += 1; break;
    default: break;
  }
  return 1;
}

static inline int vterm_note_bell(void *properties) {
  ((vterm_properties *)properties)->bells += 1;
  return 1;
}

/* Properties that follow the terminal, to be freed after it. */
static inline vterm_properties *vterm_watch(VTerm *terminal) {
  static const VTermScreenCallbacks callbacks = {
      .settermprop = vterm_note_property, .bell = vterm_note_bell};
  vterm_properties *noted = (vterm_properties *)calloc(1, sizeof *noted);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_set_utf8(terminal, 1);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_set_callbacks(screen, &callbacks, noted);
  vterm_screen_reset(screen, 1);
  return noted;
}

/* The code points of a row, blanks as spaces; at most 6 a column. Returns how many. */
static inline int vterm_row(VTermScreen *screen, int row, int columns, unsigned int *scalars) {
  int count = 0;
  for (int column = 0; column < columns; column++) {
    VTermScreenCell cell;
    vterm_screen_get_cell(screen, (VTermPos){.row = row, .col = column}, &cell);
    if (cell.chars[0] == (uint32_t)-1) continue; /* the right half of a wide glyph */
    if (cell.chars[0] == 0) scalars[count++] = ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
      scalars[count++] = cell.chars[i];
  }
  return count;
}

/* Macros do not come across: -1 for the standard colour, 0 to 255, or 24 bits plus 1 << 24. */
static inline int vterm_color_number(VTermColor color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color)) return -1;
  if (VTERM_COLOR_IS_INDEXED(&color)) return color.indexed.idx;
  return 1 << 24 | color.rgb.red << 16 | color.rgb.green << 8 | color.rgb.blue;
}
