#pragma once

#include <sys/types.h>

/* What Swift's Glibc module lacks for running programs on a terminal of our own. */

/* Opens a pseudo-terminal: its master, and its slave so that it outlives the program; 0 or errno. */
int pseudo_open(int columns, int rows, int *master, int *slave);

/* A pipe that other programs started meanwhile do not inherit, and so do not keep open; 0 or errno. */
int pseudo_pipe(int ends[2]);

/* Tells the terminal its size; the program gets SIGWINCH. */
int pseudo_resize(int master, int columns, int rows);

/* Whether typing is echoed, and whether it comes by lines; -1 when nobody can say. */
int pseudo_echoes(int terminal);
int pseudo_is_canonical(int terminal);

/*
 * Starts a program with a clean signal mask and default signals, in a session of its own if `slave`
 * is a terminal, else in ours. Takes 0, 1 and 2 from `slave`, or from `streams`. 0 or errno.
 */
int pseudo_spawn(
    const char *path, char *const arguments[], char *const environment[], int slave,
    const int streams[3], pid_t *child);
