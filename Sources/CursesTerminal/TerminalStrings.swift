import CNcurses
import Glibc

/// What the terminal is told outside of a frame, by terminfo; read while its entry is current.
struct TerminalStrings {
  /// The modes that report presses of the mouse, with coordinates beyond column 223.
  private static let mouse: (on: [UInt8], off: [UInt8]) = (
    Array("\u{1B}[?1000h\u{1B}[?1006h".utf8), Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)
  )

  /// Gives the terminal back, from whatever was on it: also the last resort after a crash.
  let leave: [UInt8]
  /// Rings.
  let bell: [UInt8]
  /// Takes the terminal, after what ncurses said on opening the screen.
  let enter: [UInt8]

  /// Whether the mouse reports.
  let hasMouse: Bool

  /// Completes what ncurses said on opening the screen.
  init(opening: [UInt8], mouse wantsMouse: Bool) {
    hasMouse = wantsMouse && !Self.capability("kmous").isEmpty
    enter = opening + (hasMouse ? Self.mouse.on : [])
    bell = Self.capability("bel")
    let back = Self.capability("rmcup")
    leave =
      (hasMouse ? Self.mouse.off : []) + Self.capability("rmkx") + Self.capability("op")
      + Self.capability("sgr0") + Self.capability("cnorm")
      + (back.isEmpty ? Self.capability("cup", 9998, 0) + Array("\r\n".utf8) : back)
  }

  /// Lets the whole height scroll; ncurses said it of the height it knew when it opened.
  static func margins(rows: Int) -> [UInt8] { capability("csr", 0, Int32(rows - 1)) }

  /// The question of how wide the terminal draws, to be asked in that row; nil where its ways are not
  /// those of ANSI.
  static func question(_ clusters: [ProbedCluster], row: Int) -> ProbeQuestion? {
    ProbeQuestion(clusters, start: capability("cup", Int32(row), 0))
  }

  /// A capability by its terminfo name, without padding; empty where the terminal lacks it.
  static func capability(_ name: String) -> [UInt8] {
    guard let text = unsafe tigetstr(name), Int(bitPattern: text) != -1 else { return [] }
    return unsafe withoutPadding(String(cString: text))
  }

  private static func capability(_ name: String, _ first: Int32, _ second: Int32) -> [UInt8] {
    guard let format = unsafe tigetstr(name), Int(bitPattern: format) != -1,
      let text = unsafe curses_format(format, first, second)
    else { return [] }
    return unsafe withoutPadding(String(cString: text))
  }

  /// Leaves out marks like `$<5/>`, the pauses that paper terminals needed.
  static func withoutPadding(_ text: String) -> [UInt8] {
    var (kept, rest) = ([UInt8](), Array(text.utf8)[...])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
      }
    }
    return kept
  }
}
