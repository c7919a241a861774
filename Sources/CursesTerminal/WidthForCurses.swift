import CTerminalSupport
import UnicodeTables

/// The widths of the open screen, where `wcwidth` finds them.
///
/// One object a policy, made before the screen is opened and never freed: to ask it takes no lock and
/// no memory.
final class InstalledWidths: Sendable {
  private let policy: WidthPolicy

  private init(_ policy: WidthPolicy) { self.policy = policy }

  /// Makes ncurses measure by this policy from here on.
  static func install(_ policy: WidthPolicy) {
    guard current != policy else { return }
    let widths = InstalledWidths(policy)
    unsafe terminal_install_widths(Unmanaged.passRetained(widths).toOpaque())
  }

  /// The policy ncurses measures by; until a screen is opened, the usual one.
  static var current: WidthPolicy {
    guard let installed = unsafe terminal_installed_widths() else { return WidthPolicy() }
    return unsafe Unmanaged<InstalledWidths>.fromOpaque(installed)._withUnsafeGuaranteedRef {
      $0.policy
    }
  }
}

/// The width of a code point for ncurses, in cells; -1 for a control character.
///
/// ncurses has no tables of its own and asks `wcwidth`. The definition in CTerminalSupport, exported
/// by every program that holds this room, forwards to this one and stands in front of libc's. With
/// libc's, ideographs newer than its Unicode come out blank, and rows shift wherever the layout and
/// ncurses disagree.
@c(terminal_cells) func widthForCurses(_ scalar: UInt32) -> Int32 {
  InstalledWidths.current.wcwidthForCurses(scalar)
}
