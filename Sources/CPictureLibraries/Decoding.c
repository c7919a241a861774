#include "Private.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

const char *const picture_png_library = "libpng16.so.16";
const char *const picture_jpeg_library = "libturbojpeg.so.0";
const char *const picture_webp_library = "libwebp.so.7";

int picture_library_present(const char *name) {
  void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (handle) dlclose(handle);
  return handle != NULL;
}

static int symbol(void *handle, const char *name, void *place) {
  void *found = handle ? dlsym(handle, name) : NULL;
  memcpy(place, &found, sizeof found);
  return found != NULL;
}

static enum picture_status make_room(struct greys *greys, int width, int height,
                                     const struct picture_limits *limits) {
  if (width < 1 || height < 1) return PICTURE_DAMAGED;
  if ((size_t)width * (size_t)height > limits->dots) return PICTURE_TOO_LARGE;
  greys->values = malloc((size_t)width * (size_t)height);
  if (!greys->values) return PICTURE_TOO_LARGE;
  greys->width = (unsigned)width;
  greys->height = (unsigned)height;
  return PICTURE_DONE;
}

/* The record of libpng's simplified interface; part of its binary interface since 1.6. */
struct png_image {
  void *opaque;
  uint32_t version, width, height, format, flags, colors;
  uint32_t warning_or_error;
  char message[64];
};
struct png_color {
  uint8_t red, green, blue;
};
enum { PNG_IMAGE_VERSION = 1, PNG_FORMAT_GRAY = 0, PNG_FAILED = 2 };

static enum picture_status decode_png(const uint8_t *bytes, size_t count, const struct picture_limits *limits,
                                      struct greys *greys) {
  int (*begin)(struct png_image *, const void *, size_t);
  int (*finish)(struct png_image *, const struct png_color *, void *, int32_t, void *);
  void (*release)(struct png_image *);
  void *handle = dlopen(picture_png_library, RTLD_NOW | RTLD_LOCAL);
  if (!symbol(handle, "png_image_begin_read_from_memory", &begin) ||
      !symbol(handle, "png_image_finish_read", &finish) || !symbol(handle, "png_image_free", &release))
    return PICTURE_NO_LIBRARY;
  struct png_image image = {.version = PNG_IMAGE_VERSION};
  if (!begin(&image, bytes, count)) return PICTURE_DAMAGED;
  if (image.width > INT32_MAX || image.height > INT32_MAX) return PICTURE_TOO_LARGE;
  enum picture_status status = make_room(greys, (int)image.width, (int)image.height, limits);
  if (status != PICTURE_DONE) {
    release(&image);
    return status;
  }
  /* Greys as sRGB has them, and white under what can be seen through. */
  image.format = PNG_FORMAT_GRAY;
  const struct png_color white = {255, 255, 255};
  if (!finish(&image, &white, greys->values, (int32_t)image.width, NULL)) return PICTURE_DAMAGED;
  return image.warning_or_error & PNG_FAILED ? PICTURE_DAMAGED : PICTURE_DONE;
}

enum { TJPF_GRAY = 6, TJFLAG_STOPONWARNING = 8192 };
struct scaling_factor {
  int numerator, denominator;
};

static int scaled(int side, struct scaling_factor by) {
  return (side * by.numerator + by.denominator - 1) / by.denominator;
}

static enum picture_status decode_jpeg(const uint8_t *bytes, size_t count, const struct picture_limits *limits,
                                       struct greys *greys) {
  void *(*init)(void);
  int (*header)(void *, const uint8_t *, unsigned long, int *, int *, int *, int *);
  int (*decompress)(void *, const uint8_t *, unsigned long, uint8_t *, int, int, int, int, int);
  struct scaling_factor *(*factors)(int *);
  void *handle = dlopen(picture_jpeg_library, RTLD_NOW | RTLD_LOCAL);
  if (!symbol(handle, "tjInitDecompress", &init) || !symbol(handle, "tjDecompressHeader3", &header) ||
      !symbol(handle, "tjDecompress2", &decompress) || !symbol(handle, "tjGetScalingFactors", &factors))
    return PICTURE_NO_LIBRARY;
  void *decoder = init();
  int width, height, sampling, colors, number = 0;
  if (!decoder) return PICTURE_NO_LIBRARY;
  if (header(decoder, bytes, count, &width, &height, &sampling, &colors) != 0) return PICTURE_DAMAGED;
  if (width < 1 || height < 1) return PICTURE_DAMAGED;
  if ((size_t)width * (size_t)height > limits->dots) return PICTURE_TOO_LARGE;
  /* The smallest of the sizes that cost the decoder less and still suffice. */
  struct scaling_factor best = {1, 1};
  const struct scaling_factor *all = factors(&number);
  for (int i = 0; all && i < number; i++) {
    int side = scaled(width > height ? width : height, all[i]);
    if (side >= (int)limits->longest_side && all[i].numerator * best.denominator < best.numerator * all[i].denominator)
      best = all[i];
  }
  width = scaled(width, best);
  height = scaled(height, best);
  enum picture_status status = make_room(greys, width, height, limits);
  if (status != PICTURE_DONE) return status;
  /* A warning is data that ran out or went astray: the rest of the picture would be grey. */
  int failed = decompress(decoder, bytes, count, greys->values, width, width, height, TJPF_GRAY, TJFLAG_STOPONWARNING);
  return failed ? PICTURE_DAMAGED : PICTURE_DONE;
}

static enum picture_status decode_webp(const uint8_t *bytes, size_t count, const struct picture_limits *limits,
                                       struct greys *greys) {
  int (*info)(const uint8_t *, size_t, int *, int *);
  uint8_t *(*decode)(const uint8_t *, size_t, int *, int *);
  void *handle = dlopen(picture_webp_library, RTLD_NOW | RTLD_LOCAL);
  if (!symbol(handle, "WebPGetInfo", &info) || !symbol(handle, "WebPDecodeRGBA", &decode))
    return PICTURE_NO_LIBRARY;
  int width, height;
  if (!info(bytes, count, &width, &height)) return PICTURE_DAMAGED;
  enum picture_status status = make_room(greys, width, height, limits);
  if (status != PICTURE_DONE) return status;
  const uint8_t *colors = decode(bytes, count, &width, &height);
  if (!colors) return PICTURE_DAMAGED;
  /* The greys of Rec. 601, as JPEG has them, on white. */
  for (size_t i = 0; i < (size_t)greys->width * greys->height; i++, colors += 4) {
    unsigned grey = (299u * colors[0] + 587u * colors[1] + 114u * colors[2] + 500) / 1000;
    greys->values[i] = (uint8_t)((grey * colors[3] + 255u * (255u - colors[3]) + 127) / 255);
  }
  return PICTURE_DONE;
}

enum picture_status decode_picture(const uint8_t *bytes, size_t count, const struct picture_limits *limits,
                                   struct greys *greys) {
  if (count >= 8 && memcmp(bytes, "\x89PNG", 4) == 0) return decode_png(bytes, count, limits, greys);
  if (count >= 12 && memcmp(bytes, "RIFF", 4) == 0) return decode_webp(bytes, count, limits, greys);
  return decode_jpeg(bytes, count, limits, greys);
}
