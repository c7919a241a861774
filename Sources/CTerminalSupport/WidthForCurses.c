#include "CTerminalSupport.h"

#include <stdatomic.h>
#include <wchar.h>

static _Atomic(const void *) installed;

void terminal_install_widths(const void *widths) { atomic_store(&installed, widths); }

const void *terminal_installed_widths(void) {
  return atomic_load_explicit(&installed, memory_order_acquire);
}

/* In Swift, of the room CursesTerminal, which every program with this in it holds. */
extern int32_t terminal_cells(uint32_t scalar);

/*
 * Stands in front of libc's, for ncurses. Defined here and not in Swift because the linker exports a
 * symbol of C by itself where a shared library asks for it.
 */
int wcwidth(wchar_t scalar) { return terminal_cells((uint32_t)scalar); }
