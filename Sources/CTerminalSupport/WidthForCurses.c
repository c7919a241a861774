#include "CTerminalSupport.h"

#include <wchar.h>

extern int32_t terminal_cells(uint32_t scalar);

int wcwidth(wchar_t scalar) { return terminal_cells((uint32_t)scalar); }
