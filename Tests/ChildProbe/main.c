#define _GNU_SOURCE
#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Confines itself and then tries one thing that it may not do, or may: `child-probe THING`. Says `refused`
 * where that failed with EPERM, `done` where it did not, and the error otherwise.
 */

static int spawned(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return child;
}

static int replaced(void) {
  char *const arguments[] = {"/bin/true", NULL};
  return execv(arguments[0], arguments);
}

static int limited(void) {
  struct rlimit limits = {1 << 20, 1 << 20};
  return setrlimit(RLIMIT_STACK, &limits);
}

static int asked_for_limits(void) {
  struct rlimit limits;
  return getrlimit(RLIMIT_AS, &limits);
}

static int took_memory(size_t megabytes) {
  void *place = malloc(megabytes << 20);
  if (!place) return -1;
  memset(place, 1, megabytes << 20);
  free(place);
  return 0;
}

static int attempt(const char *thing) {
  if (!strcmp(thing, "socket")) return socket(AF_INET, SOCK_STREAM, 0);
  if (!strcmp(thing, "unix-socket")) return socket(AF_UNIX, SOCK_STREAM, 0);
  if (!strcmp(thing, "create")) return open("/tmp/broadsheet-child-probe", O_CREAT | O_WRONLY, 0600);
  if (!strcmp(thing, "append")) return open("/dev/null", O_WRONLY | O_APPEND);
  if (!strcmp(thing, "update")) return open("/dev/null", O_RDWR);
  if (!strcmp(thing, "temporary")) return open("/tmp", O_TMPFILE | O_RDWR, 0600);
  if (!strcmp(thing, "unlink")) return unlink("/tmp/broadsheet-child-probe");
  if (!strcmp(thing, "mkdir")) return mkdirat(AT_FDCWD, "/tmp/broadsheet-child-probe", 0700);
  if (!strcmp(thing, "fork")) return spawned();
  if (!strcmp(thing, "exec")) return replaced();
  if (!strcmp(thing, "ptrace")) return (int)ptrace(PTRACE_TRACEME, 0, NULL, NULL);
  if (!strcmp(thing, "kill")) return kill(getppid(), 0);
  if (!strcmp(thing, "limit")) return limited();
  if (!strcmp(thing, "read")) return open("/dev/null", O_RDONLY);
  if (!strcmp(thing, "limits")) return asked_for_limits();
  if (!strcmp(thing, "memory")) return took_memory(16);
  if (!strcmp(thing, "too-much-memory")) return took_memory(512);
  errno = EINVAL;
  return -1;
}

int main(int count, char **arguments) {
  const char *thing = count > 1 ? arguments[1] : "";
  const struct child_limits limits = {.memory = (size_t)256 << 20, .seconds = 1, .files = 16};
  int filtered = child_confine(&limits);
  if (!strcmp(thing, "abort")) abort();
  if (!strcmp(thing, "work"))
    for (volatile unsigned i = 0;; i++) continue;
  if (!strcmp(thing, "filter"))
    puts(filtered ? "filtered" : "limited");
  else if (attempt(thing) >= 0)
    puts("done");
  else
    puts(errno == EPERM ? "refused" : strerror(errno));
  return 0;
}
