#define _GNU_SOURCE
#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* What becomes of the three streams; everything above them is closed. */
static void set_files(posix_spawn_file_actions_t *files, int input, int output) {
  posix_spawn_file_actions_init(files);
  if (input >= 0)
    posix_spawn_file_actions_adddup2(files, input, STDIN_FILENO);
  else
    posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(files, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
}

/* Signals as a program expects to find them: the reader holds some back. */
static void set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(attributes);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawnattr_setpgroup(attributes, 0);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

/* Moves a descriptor out of the way of the three streams, which a caller may have closed. */
static int above_streams(int file) {
  if (file > STDERR_FILENO) return file;
  int moved = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int kept = errno;
  close(file);
  errno = kept;
  return moved;
}

int child_start(const char *program, char *const arguments[], int input, struct child *child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  ends[0] = above_streams(ends[0]);
  ends[1] = above_streams(ends[1]);
  set_files(&files, input, ends[1]);
  set_attributes(&attributes);
  int failed = posix_spawn(&child->process, program, &files, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  close(ends[1]);
  child->output = ends[0];
  if (failed) {
    close(ends[0]);
    child->output = -1;
  }
  return failed;
}

int child_wait(const struct child *child, int other, int milliseconds) {
  struct pollfd sources[] = {{.fd = child->output, .events = POLLIN}, {.fd = other, .events = POLLIN}};
  if (poll(sources, 2, milliseconds) <= 0) return CHILD_QUIET;
  return (sources[0].revents ? CHILD_WROTE : 0) | (sources[1].revents ? CHILD_OTHER : 0);
}

ssize_t child_read(const struct child *child, uint8_t *place, size_t count) {
  ssize_t got;
  do got = read(child->output, place, count);
  while (got < 0 && errno == EINTR);
  return got;
}

int child_end(struct child *child) {
  int status = -1;
  if (child->output < 0) return -1;
  kill(child->process, SIGKILL); /* changes nothing for one that is ending already */
  close(child->output);
  child->output = -1;
  while (waitpid(child->process, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}

int child_exit_code(int status) { return status >= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

int child_signal(int status) { return status >= 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

int child_file(const char *name, const uint8_t *bytes, size_t count) {
  int file = memfd_create(name, MFD_CLOEXEC);
  if (file < 0) return -1;
  while (count > 0) {
    ssize_t put = write(file, bytes, count);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) break;
    bytes += put;
    count -= (size_t)put;
  }
  if (count == 0 && lseek(file, 0, SEEK_SET) == 0) return file;
  close(file);
  return -1;
}
