#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static const int taken[] = {SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
enum { taken_count = sizeof taken / sizeof taken[0] };

static int signal_pipe[2] = {-1, -1};
static struct sigaction former[taken_count];

/* Runs on whatever thread the signal hits; the byte says which signal it was. */
static void note(int signal) {
  int kept = errno;
  unsigned char byte = (unsigned char)signal;
  (void)!write(signal_pipe[1], &byte, 1); /* a full pipe holds news enough */
  errno = kept;
}

static void take(int signal, struct sigaction *before) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  struct sigaction now;
  if (sigaction(signal, NULL, &now) != 0) return;
  if (before) *before = now;
  if (now.sa_handler != SIG_IGN || signal == SIGWINCH || signal == SIGCONT)
    sigaction(signal, &action, NULL);
}

/* A parent may have handed down a mask in which these are blocked: no resize would ever arrive. */
static void unblock_taken(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < taken_count; i++) sigaddset(&set, taken[i]);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int terminal_open_signals(void) {
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  for (int i = 0; i < taken_count; i++) take(taken[i], &former[i]);
  unblock_taken();
  return signal_pipe[0];
}

void terminal_close_signals(void) {
  if (signal_pipe[0] < 0) return;
  for (int i = 0; i < taken_count; i++) sigaction(taken[i], &former[i], NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

int terminal_next_signal(void) {
  unsigned char byte = 0;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void terminal_stop_process(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, stop, go;
  sigemptyset(&action.sa_mask);
  sigaction(SIGCONT, &action, &go); /* the caller knows that it goes on, and needs no byte */
  sigaction(SIGTSTP, &action, &stop);
  raise(SIGTSTP); /* stops here; an orphan, whom nobody could wake, runs on */
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go, NULL);
}
