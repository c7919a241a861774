import UnicodeTables

/// The width of a code point for ncurses, in cells; -1 for what is never drawn.
///
/// ncurses has no tables of its own and asks `wcwidth`. The definition in CTerminalSupport, exported
/// by every program that holds this room, forwards to this one and stands in front of libc's. With
/// libc's, ideographs newer than its Unicode come out blank, and rows shift wherever the layout and
/// ncurses disagree.
@c(terminal_cells) func widthForCurses(_ scalar: UInt32) -> Int32 {
  Int32(cursesCells(of: scalar))
}

/// Cells of a code point as the painter and ncurses both see it.
func cursesCells(of scalar: UInt32) -> Int {
  switch scalar {
  case 0: 0
  case ..<0x20, 0x7F...0x9F: -1
  case 0x300...0x36F, 0x200B...0x200F, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F: 0
  case 0x1160...0x11FF, 0xE0100...0xE01EF: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3: 2
  case 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: 2
  case 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF: 2
  case 0x20000...0x3FFFD: 2
  default: 1
  }
}
