#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int pseudo_open(int columns, int rows, int *master, int *slave) {
  char name[128];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return errno;
  if (grantpt(*master) != 0 || unlockpt(*master) != 0) return errno;
  int failure = ptsname_r(*master, name, sizeof name);
  if (failure != 0) return failure;
  *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave < 0) return errno;
  return pseudo_resize(*slave, columns, rows);
}

int pseudo_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int pseudo_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

static int has_mode(int terminal, tcflag_t mode) {
  struct termios modes;
  return tcgetattr(terminal, &modes) == 0 ? (modes.c_lflag & mode) != 0 : -1;
}

int pseudo_echoes(int terminal) { return has_mode(terminal, ECHO); }

int pseudo_is_canonical(int terminal) { return has_mode(terminal, ICANON); }

static int add_streams(posix_spawn_file_actions_t *actions, int slave, const int streams[3]) {
  char name[128];
  int failure = 0;
  if (slave >= 0) {
    /* Opened, not inherited: that makes it the controlling terminal of the new session. */
    if ((failure = ttyname_r(slave, name, sizeof name)) != 0) return failure;
    failure = posix_spawn_file_actions_addopen(actions, 0, name, O_RDWR, 0);
    for (int i = 1; i < 3 && failure == 0; i++)
      failure = posix_spawn_file_actions_adddup2(actions, 0, i);
    return failure;
  }
  for (int i = 0; i < 3 && failure == 0; i++)
    failure = posix_spawn_file_actions_adddup2(actions, streams[i], i);
  return failure;
}

int pseudo_spawn(
    const char *path, char *const arguments[], char *const environment[], int slave,
    const int streams[3], pid_t *child) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&actions);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  if (slave >= 0) flags |= POSIX_SPAWN_SETSID;
  posix_spawnattr_setflags(&attributes, flags);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  int failure = add_streams(&actions, slave, streams);
  if (failure == 0)
    failure = posix_spawn(child, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure;
}
