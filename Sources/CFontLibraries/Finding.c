#include "CFontLibraries.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/*
 * What is needed of fontconfig, as fontconfig.h declares it: handles, and the numbers of its constants.
 */
typedef struct pattern pattern;
typedef struct charset charset;
enum { MATCH_PATTERN = 0, RESULT_MATCH = 0, SLANT_ROMAN = 0 };

struct fontconfig {
  int (*init)(void);
  pattern *(*pattern_create)(void);
  void (*pattern_destroy)(pattern *);
  int (*add_string)(pattern *, const char *, const unsigned char *);
  int (*add_integer)(pattern *, const char *, int);
  int (*add_bool)(pattern *, const char *, int);
  int (*add_charset)(pattern *, const char *, const charset *);
  charset *(*charset_create)(void);
  void (*charset_destroy)(charset *);
  int (*charset_add)(charset *, uint32_t);
  int (*charset_has)(const charset *, uint32_t);
  int (*substitute)(void *, pattern *, int);
  void (*default_substitute)(pattern *);
  pattern *(*match)(void *, pattern *, int *);
  int (*get_string)(const pattern *, const char *, int, unsigned char **);
  int (*get_integer)(const pattern *, const char *, int, int *);
  int (*get_charset)(const pattern *, const char *, int, charset **);
};

int font_library_present(const char *library) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (handle) dlclose(handle);
  return handle != NULL;
}

static int load(struct fontconfig *fc, const char *library) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return -1;
  const struct {
    const char *name;
    void *place;
  } symbols[] = {
      {"FcInit", &fc->init},
      {"FcPatternCreate", &fc->pattern_create},
      {"FcPatternDestroy", &fc->pattern_destroy},
      {"FcPatternAddString", &fc->add_string},
      {"FcPatternAddInteger", &fc->add_integer},
      {"FcPatternAddBool", &fc->add_bool},
      {"FcPatternAddCharSet", &fc->add_charset},
      {"FcCharSetCreate", &fc->charset_create},
      {"FcCharSetDestroy", &fc->charset_destroy},
      {"FcCharSetAddChar", &fc->charset_add},
      {"FcCharSetHasChar", &fc->charset_has},
      {"FcConfigSubstitute", &fc->substitute},
      {"FcDefaultSubstitute", &fc->default_substitute},
      {"FcFontMatch", &fc->match},
      {"FcPatternGetString", &fc->get_string},
      {"FcPatternGetInteger", &fc->get_integer},
      {"FcPatternGetCharSet", &fc->get_charset},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *symbol = dlsym(handle, symbols[i].name);
    if (!symbol) return -1;
    memcpy(symbols[i].place, &symbol, sizeof symbol);
  }
  return fc->init() ? 0 : -1;
}

/* What is wanted, with what the person's own configuration adds to it. */
static pattern *wanted(const struct fontconfig *fc, const char *families, const char *language,
                       int weight, const charset *letters) {
  pattern *want = fc->pattern_create();
  if (!want) return NULL;
  for (; *families; families += strlen(families) + 1)
    fc->add_string(want, "family", (const unsigned char *)families);
  fc->add_string(want, "lang", (const unsigned char *)language);
  fc->add_integer(want, "weight", weight);
  fc->add_integer(want, "slant", SLANT_ROMAN);
  fc->add_bool(want, "scalable", 1);
  fc->add_bool(want, "variable", 0);
  fc->add_charset(want, "charset", letters);
  fc->substitute(NULL, want, MATCH_PATTERN);
  fc->default_substitute(want);
  return want;
}

static int take(const struct fontconfig *fc, pattern *match, const uint32_t *scalars, size_t count,
                struct found_font *found) {
  unsigned char *path = NULL;
  charset *held = NULL;
  found->index = 0;
  if (fc->get_charset(match, "charset", 0, &held) != RESULT_MATCH) return -1;
  for (size_t i = 0; i < count; i++)
    if (!fc->charset_has(held, scalars[i])) return -1;
  if (fc->get_string(match, "file", 0, &path) != RESULT_MATCH) return -1;
  fc->get_integer(match, "index", 0, &found->index);
  size_t length = strlen((const char *)path);
  if (length >= sizeof found->path) return -1;
  memcpy(found->path, path, length + 1);
  return 0;
}

static int find(const char *library, const char *families, const char *language, int weight,
                const uint32_t *scalars, size_t count, struct found_font *found) {
  struct fontconfig fc;
  if (load(&fc, library) != 0) return -1;
  charset *letters = fc.charset_create();
  if (!letters) return -1;
  for (size_t i = 0; i < count; i++) fc.charset_add(letters, scalars[i]);
  pattern *want = wanted(&fc, families, language, weight, letters);
  fc.charset_destroy(letters);
  if (!want) return -1;
  int result = 0;
  pattern *match = fc.match(NULL, want, &result);
  int status = match ? take(&fc, match, scalars, count, found) : -1;
  if (match) fc.pattern_destroy(match);
  fc.pattern_destroy(want);
  return status;
}

int font_find(const char *library, const char *families, const char *language, int weight,
              const uint32_t *scalars, size_t count, struct found_font *found) {
  /* fontconfig complains on standard error, which is the screen: of its own files, to nobody's use. */
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  int status = find(library, families, language, weight, scalars, count, found);
  if (kept >= 0) {
    dup2(kept, STDERR_FILENO);
    close(kept);
  }
  if (nowhere >= 0) close(nowhere);
  return status;
}
