#include "CTerminalSupport.h"

#include <stdatomic.h>
#include <wchar.h>

static atomic_int ambiguous_width = 1;

void terminal_set_ambiguous_width(int cells) { atomic_store(&ambiguous_width, cells); }

int terminal_ambiguous_width(void) {
  return atomic_load_explicit(&ambiguous_width, memory_order_relaxed);
}

/* In Swift, of the room CursesTerminal, which every program with this in it holds. */
extern int32_t terminal_cells(uint32_t scalar);

/*
 * Stands in front of libc's, for ncurses. Defined here and not in Swift because the linker exports a
 * symbol of C by itself where a shared library asks for it.
 */
int wcwidth(wchar_t scalar) { return terminal_cells((uint32_t)scalar); }
