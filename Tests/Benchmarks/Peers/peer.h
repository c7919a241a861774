/* What the peers share: a file in memory, paragraphs by line, and the median of some rounds.

   Each peer defines `work`, which goes through the whole text once and returns a number that depends on
   all it found, so that nothing can be left out. It prints MB/s of UTF-8, whatever it works on. */
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { rounds = 5 };

/* Goes through `text`, of `size` bytes in paragraphs ended by line feeds, for lines of `measure` cells. */
static size_t work(const char *text, size_t size, int measure);
/* Makes ready what is not counted: another encoding, a locale. */
static void prepare(const char *text, size_t size);

/* Ends with a sentence. */
static void fail(const char *what) {
  fprintf(stderr, "peer: %s\n", what);
  exit(1);
}

static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) fail("the file cannot be read");
  *size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*size + 1);
  if (!text || fread(text, 1, *size, file) != *size) fail("the file cannot be read");
  text[*size] = 0;
  fclose(file);
  return text;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static int by_time(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

/* PEER FILE MEASURE: prints the median of the rounds, in MB/s. */
int main(int count, char **arguments) {
  if (count != 3) fail("usage: PEER FILE MEASURE");
  size_t size, checksum = 0;
  char *text = contents(arguments[1], &size);
  double times[rounds];
  prepare(text, size);
  for (int round = 0; round < rounds; round++) {
    double start = seconds();
    checksum += work(text, size, atoi(arguments[2]));
    times[round] = seconds() - start;
  }
  if (checksum == 0) fail("nothing was found");
  qsort(times, rounds, sizeof *times, by_time);
  printf("%.2f\n", size / 1e6 / times[rounds / 2]);
  return 0;
}
