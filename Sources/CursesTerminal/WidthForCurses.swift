import CTerminalSupport
import UnicodeTables

/// The width of a code point for ncurses, in cells; -1 for a control character.
///
/// ncurses has no tables of its own and asks `wcwidth`. The definition in CTerminalSupport, exported
/// by every program that holds this room, forwards to this one and stands in front of libc's. With
/// libc's, ideographs newer than its Unicode come out blank, and rows shift wherever the layout and
/// ncurses disagree.
@c(terminal_cells) func widthForCurses(_ scalar: UInt32) -> Int32 {
  WidthPolicy(ambiguous: Int(terminal_ambiguous_width())).wcwidthForCurses(scalar)
}
