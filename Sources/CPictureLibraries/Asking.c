#define _GNU_SOURCE
#include "Private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int write_all(int file, const void *place, size_t count) {
  for (const uint8_t *next = place; count > 0;) {
    ssize_t put = write(file, next, count);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return -1;
    next += put;
    count -= (size_t)put;
  }
  return 0;
}

/* A file without a name that holds the request and the picture, at its beginning; -1 where there is none.
   The child reads it when it likes: nobody waits for anybody, and no pipe can break under a writer. */
static int request_file(const uint8_t *bytes, size_t count, const struct picture_limits *limits) {
  const struct picture_request request = {.limits = *limits, .count = count};
  int file = memfd_create("picture", MFD_CLOEXEC);
  if (file < 0) return -1;
  if (write_all(file, &request, sizeof request) == 0 && write_all(file, bytes, count) == 0 &&
      lseek(file, 0, SEEK_SET) == 0)
    return file;
  close(file);
  return -1;
}

/* Starts the child between a file to read and a pipe to write, with signals as a program expects them:
   the reader holds some back. */
static int start(const char *program, const char *mode, int input, int output, pid_t *child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  char *const arguments[] = {(char *)program, (char *)mode, NULL};
  int failed = posix_spawn(child, program, &files, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return failed;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads exactly `count` bytes before the end of the time: PICTURE_CRASHED where fewer come. */
static enum picture_status take(int pipe, uint8_t *place, size_t count, long end) {
  while (count > 0) {
    struct pollfd answer = {.fd = pipe, .events = POLLIN};
    long left = end - milliseconds();
    int ready = left > 0 ? poll(&answer, 1, (int)left) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return PICTURE_SLOW;
    ssize_t got = read(pipe, place, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return PICTURE_CRASHED;
    place += got;
    count -= (size_t)got;
  }
  return PICTURE_DONE;
}

/* The head and the greys; the child may say nothing that does not fit the room there is. */
static enum picture_status take_greys(int pipe, const struct picture_limits *limits, uint8_t *greys, unsigned *width,
                                      unsigned *height) {
  long end = milliseconds() + limits->patience;
  uint32_t sides[2];
  enum picture_status status = take(pipe, (uint8_t *)sides, sizeof sides, end);
  if (status != PICTURE_DONE) return status;
  if (sides[0] < 1 || sides[1] < 1 || sides[0] > limits->longest_side || sides[1] > limits->longest_side)
    return PICTURE_CRASHED;
  *width = sides[0];
  *height = sides[1];
  return take(pipe, greys, (size_t)sides[0] * sides[1], end);
}

/* Ends the child; where it gave too little, its exit status tells why. One that has ended by itself has
   its status already, and the signal changes nothing. */
static enum picture_status end_of(pid_t child, enum picture_status so_far) {
  int status = 0;
  kill(child, SIGKILL);
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return so_far;
  if (so_far != PICTURE_CRASHED) return so_far;
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU ? PICTURE_SLOW : PICTURE_CRASHED;
  switch (WEXITSTATUS(status)) {
    case PICTURE_NO_LIBRARY: return PICTURE_NO_LIBRARY;
    case PICTURE_DAMAGED: return PICTURE_DAMAGED;
    case PICTURE_TOO_LARGE: return PICTURE_TOO_LARGE;
    default: return PICTURE_CRASHED;
  }
}

enum picture_status picture_decode(const char *program, const char *mode, const uint8_t *bytes, size_t count,
                                   const struct picture_limits *limits, uint8_t *greys, unsigned *width,
                                   unsigned *height) {
  int answer[2];
  pid_t child;
  if (count > limits->bytes) return PICTURE_TOO_LARGE;
  int request = request_file(bytes, count, limits);
  if (request < 0) return PICTURE_NOT_STARTED;
  if (pipe2(answer, O_CLOEXEC) != 0) {
    close(request);
    return PICTURE_NOT_STARTED;
  }
  int failed = start(program, mode, request, answer[1], &child);
  close(request);
  close(answer[1]);
  enum picture_status status = PICTURE_NOT_STARTED;
  if (!failed) status = end_of(child, take_greys(answer[0], limits, greys, width, height));
  close(answer[0]);
  return status;
}
