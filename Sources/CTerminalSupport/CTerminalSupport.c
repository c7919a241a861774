#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* Shared with LastResort.c: the modes to go back to. */
struct termios terminal_saved_modes;
int terminal_saved_descriptor = -1;

int terminal_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int terminal_scratch_file(void) { return memfd_create("screen", MFD_CLOEXEC); }

int terminal_make_raw(int descriptor) {
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return -1;
  if (terminal_saved_descriptor < 0) terminal_saved_modes = modes;
  modes.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | ISTRIP | IXON | IXOFF | PARMRK);
  modes.c_oflag &= ~(tcflag_t)OPOST;
  modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
  modes.c_lflag |= ISIG;
  modes.c_cc[VQUIT] = _POSIX_VDISABLE;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  while (tcsetattr(descriptor, TCSADRAIN, &modes) != 0)
    if (errno != EINTR) return -1;
  terminal_saved_descriptor = descriptor;
  return 0;
}

void terminal_restore_modes(int discard) {
  if (terminal_saved_descriptor < 0) return;
  tcsetattr(terminal_saved_descriptor, discard ? TCSAFLUSH : TCSADRAIN, &terminal_saved_modes);
  terminal_saved_descriptor = -1;
}
