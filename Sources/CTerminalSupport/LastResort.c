#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A trap, a fault or an `exit` runs no deinit: what the terminal needs is kept ready in bytes. */

extern struct termios terminal_saved_modes;
extern int terminal_saved_descriptor;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGSYS};
enum { fatal_count = sizeof fatal / sizeof fatal[0], reset_limit = 512 };

static struct sigaction former[fatal_count];
static uint8_t reset_bytes[reset_limit];
static size_t reset_count;
static int reset_descriptor = -1;
static atomic_int armed;

/* A stack of its own, for the case that the other one overflowed. */
static uint8_t handler_stack[16384];

/* Async-signal-safe: atomics on ints, write, tcsetattr. */
static void give_terminal_back(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (size_t done = 0; done < reset_count;) {
    ssize_t wrote = write(reset_descriptor, reset_bytes + done, reset_count - done);
    if (wrote <= 0) break;
    done += (size_t)wrote;
  }
  if (terminal_saved_descriptor >= 0)
    tcsetattr(terminal_saved_descriptor, TCSANOW, &terminal_saved_modes);
}

/*
 * Puts the former action back, which may be Swift's backtracer, and raises again: the signal is
 * blocked until this returns, and then finds the registers as they were.
 */
static void die(int signal) {
  int kept = errno;
  give_terminal_back();
  for (int i = 0; i < fatal_count; i++)
    if (fatal[i] == signal) sigaction(signal, &former[i], NULL);
  raise(signal);
  errno = kept;
}

int terminal_guard(int descriptor, const uint8_t *bytes, size_t count) {
  static int registered;
  if (count > reset_limit) return -1;
  memcpy(reset_bytes, bytes, count);
  reset_count = count;
  reset_descriptor = descriptor;
  stack_t alternate = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack}, current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE))
    sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &former[i]);
  if (!registered) registered = atexit(give_terminal_back) == 0;
  atomic_store(&armed, 1);
  return 0;
}

void terminal_unguard(void) {
  if (!atomic_exchange(&armed, 0)) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &former[i], NULL);
}
