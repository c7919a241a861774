#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * Programs that are started to read what strangers have written, and what they may do.
 *
 * The one who starts them hands over no file but standard input, hears nothing but standard output, and
 * need not wait: the end of the pipe can be polled beside a terminal. They give up their rights themselves,
 * first thing.
 */

/* A program that was started. */
struct child {
  pid_t process;
  /* The reading end of its standard output; -1 once it was ended. */
  int output;
};

/*
 * Starts `program` with the arguments after its name, ended by NULL, and the environment of this process.
 *
 * It reads `input`, or nothing where that is -1; what it says on standard error goes nowhere; no other file
 * is open in it, no signal blocked or ignored, and it is in a process group of its own, so that ^C and ^Z
 * come to the one who started it alone. Gives 0 or an errno.
 */
int child_start(const char *program, char *const arguments[], int input, struct child *child);

/* What child_wait has seen. */
enum child_news { CHILD_QUIET = 0, CHILD_WROTE = 1, CHILD_OTHER = 2 };

/*
 * Waits until the child has written or ended (CHILD_WROTE), `other` can be read (CHILD_OTHER, or -1 for
 * none), or so many milliseconds have passed, -1 for ever. A signal ends the waiting too, as CHILD_QUIET.
 */
int child_wait(const struct child *child, int other, int milliseconds);

/* Reads what there is, `count` bytes at most, waiting for it; 0 at the end, -1 with errno. */
ssize_t child_read(const struct child *child, uint8_t *place, size_t count);

/*
 * Ends the child, closes its pipe and gives its status as waitpid does; -1 where that is not known. One
 * that has ended by itself keeps its own status.
 */
int child_end(struct child *child);

/* How a status is taken apart; for callers that have no macros. */
int child_exit_code(int status); /* -1 where a signal ended it */
int child_signal(int status);    /* 0 where it ended by itself */

/* A file without a name that holds these bytes, read from its beginning; -1 with errno. */
int child_file(const char *name, const uint8_t *bytes, size_t count);

/* What a program may use from here on. */
struct child_limits {
  /* Bytes of address space, those it has already included. */
  size_t memory;
  /* Seconds of work. */
  unsigned seconds;
  /* Open files. */
  unsigned files;
};

/*
 * Gives up, for ever, what reading a document does not need: more memory, time or files than these, further
 * processes, programs, sockets, files opened for writing, further rights, a core dump. What is refused fails
 * with EPERM. The process ends with the one that started it.
 *
 * Gives 1 where the kernel keeps all of it, 0 where it has no filter for system calls and keeps the limits
 * alone.
 */
int child_confine(const struct child_limits *limits);
