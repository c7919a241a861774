#include "CFontLibraries.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/*
 * The public records of FreeType 2 as far as they are read here; their order is part of its binary
 * interface and has been since 2.1.
 */
struct ft_generic {
  void *data;
  void (*finalizer)(void *);
};
struct ft_bitmap {
  unsigned int rows, width;
  int pitch;
  unsigned char *buffer;
  unsigned short greys;
  unsigned char pixel_mode, palette_mode;
  void *palette;
};
struct ft_slot {
  void *library, *face, *next;
  unsigned int glyph_index;
  struct ft_generic generic;
  long metrics[8];
  long linear_advance[2];
  long advance_x, advance_y;
  int format;
  struct ft_bitmap bitmap;
  int left, top;
};
struct ft_face {
  long face_count, face_index, face_flags, style_flags, glyph_count;
  char *family_name, *style_name;
  int size_count;
  void *sizes;
  int charmap_count;
  void *charmaps;
  struct ft_generic generic;
  long box[4];
  unsigned short units_per_em;
  short ascender, descender, height, widest, highest, underline_position, underline_thickness;
  struct ft_slot *slot;
};

/*
 * How a character is drawn: by the automatic hinter, whose black and white keeps every stroke of an
 * ideograph whole at twelve dots where grey with a threshold loses them, and never from a strike.
 */
enum {
  LOAD_RENDER = 1 << 2,
  LOAD_NO_BITMAP = 1 << 3,
  LOAD_FORCE_AUTOHINT = 1 << 5,
  LOAD_MONOCHROME = 1 << 12,
  LOAD_TARGET_MONO = 2 << 16,
  LOAD_FLAGS = LOAD_RENDER | LOAD_NO_BITMAP | LOAD_FORCE_AUTOHINT | LOAD_MONOCHROME | LOAD_TARGET_MONO,
  PIXEL_MODE_MONO = 1,
  MOST_DOTS = 256,
};

struct font_face {
  void *library;
  struct ft_face *face;
  int (*done_library)(void *);
  int (*done_face)(struct ft_face *);
  int (*set_sizes)(struct ft_face *, unsigned int, unsigned int);
  unsigned int (*char_index)(struct ft_face *, unsigned long);
  int (*load_glyph)(struct ft_face *, unsigned int, int32_t);
};

static int symbol(void *handle, const char *name, void *place) {
  void *found = dlsym(handle, name);
  memcpy(place, &found, sizeof found);
  return found != NULL;
}

struct font_face *font_open(const char *library, const char *path, int index) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return NULL;
  struct font_face *font = calloc(1, sizeof *font);
  int (*init)(void **), (*open)(void *, const char *, long, struct ft_face **);
  if (!font || !symbol(handle, "FT_Init_FreeType", &init) || !symbol(handle, "FT_New_Face", &open) ||
      !symbol(handle, "FT_Done_FreeType", &font->done_library) ||
      !symbol(handle, "FT_Done_Face", &font->done_face) ||
      !symbol(handle, "FT_Set_Pixel_Sizes", &font->set_sizes) ||
      !symbol(handle, "FT_Get_Char_Index", &font->char_index) ||
      !symbol(handle, "FT_Load_Glyph", &font->load_glyph) || init(&font->library) != 0) {
    free(font);
    return NULL;
  }
  if (open(font->library, path, index, &font->face) != 0) {
    font->done_library(font->library);
    free(font);
    return NULL;
  }
  return font;
}

void font_close(struct font_face *font) {
  font->done_face(font->face);
  font->done_library(font->library);
  free(font);
}

int font_draw(struct font_face *font, uint32_t scalar, int across, int down, struct font_glyph *glyph) {
  if (across < 1 || down < 1 || across > MOST_DOTS || down > MOST_DOTS) return -1;
  unsigned int number = font->char_index(font->face, scalar);
  if (number == 0 || font->set_sizes(font->face, across, down) != 0 ||
      font->load_glyph(font->face, number, LOAD_FLAGS) != 0)
    return -1;
  const struct ft_slot *slot = font->face->slot;
  const struct ft_bitmap *bitmap = &slot->bitmap;
  long advance = (slot->advance_x + 32) / 64;
  int holds = bitmap->rows > 0 && bitmap->width > 0;
  if (bitmap->rows > 4u * down || bitmap->width > 4u * across || advance < 0 || advance > 4 * across ||
      slot->left < -4 * across || slot->left > 4 * across || slot->top < -4 * down ||
      slot->top > 4 * down || (holds && (bitmap->pixel_mode != PIXEL_MODE_MONO || bitmap->pitch <= 0)))
    return -1;
  *glyph = (struct font_glyph){
      .width = holds ? (int)bitmap->width : 0,
      .height = holds ? (int)bitmap->rows : 0,
      .left = slot->left,
      .top = slot->top,
      .advance = (int)advance,
      .bits = bitmap->buffer,
      .pitch = bitmap->pitch,
  };
  return 0;
}
