#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * What Swift's Glibc module lacks, and what has to run inside a signal handler.
 * There is one terminal a process; all of this is called from the thread that owns it.
 */

/* The size of the terminal behind `descriptor`; 0 where it does not know, -1 with errno set. */
int terminal_window_size(int descriptor, int *columns, int *rows);

/* A file in memory that ncurses may draw into; -1 with errno set. */
int terminal_scratch_file(void);

/* Keys come one by one and unechoed; ^C and ^Z still make signals. 0, or -1 with errno set. */
int terminal_make_raw(int descriptor);

/* What the terminal was before `terminal_make_raw`; with `discard`, unread input is thrown away. */
void terminal_restore_modes(int discard);

/*
 * From here on, a fatal signal or `exit` writes `bytes` to `descriptor` and restores the modes, once,
 * and then lets the signal or exit take its course. Returns 0, or -1 if there are too many bytes.
 */
int terminal_guard(int descriptor, const uint8_t *bytes, size_t count);
void terminal_unguard(void);

/*
 * Takes SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT and SIGWINCH as bytes in a pipe.
 * Returns the end to poll, or -1 with errno set. Signals the parent had ignored stay ignored.
 */
int terminal_open_signals(void);
void terminal_close_signals(void);

/* The next signal that came, or 0. */
int terminal_next_signal(void);

/* What `wcwidth` answers from, set before a screen is opened; never freed. NULL at first. */
void terminal_install_widths(const void *widths);
const void *terminal_installed_widths(void);

/* Stops the process as ^Z would, and returns when it goes on. */
void terminal_stop_process(void);
