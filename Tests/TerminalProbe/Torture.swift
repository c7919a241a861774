import CursesTerminal
import Glibc
import ScreenModel
import TestSupport
import UnicodeTables

/// Paints the torture page by what the terminal says of its widths, for others to read back.
///
/// The answers go into the first line of a file. Then, in the way of `cells`, the terminal is asked for
/// every cell and the answers follow in the file; in the way of `marks`, `#` is printed over a column
/// of every row, which the top row names, and each key but `q` leads to the next.
enum Torture {
  /// How the page is read back.
  enum Way: String { case cells, marks }

  /// Milliseconds that a terminal on a busy machine may take to answer.
  private static let patience = 10_000

  static func run(_ way: Way, file: String) throws {
    var session = try TerminalSession(colors: .none)
    let answers = ask(&session)
    let widths = WidthPolicy(answers)
    session.measure(by: widths)
    let page = TorturePage(widths)
    session.redrawAll()
    session.paint(page.frame)
    let record = (answers?.record ?? "") + "\n"
    write(record + (way == .cells ? readBack() : ""), toFile: file)
    guard way == .marks else { return }
    for column in 0..<TorturePage.size.columns {
      session.redrawAll()
      session.paint(page.frame)
      mark(column)
      guard goesOn(&session) else { return }
    }
  }

  private static func ask(_ session: inout TerminalSession) -> ProbeAnswers? {
    session.paint(Frame(size: session.size))
    session.ask()
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(patience) {
      if session.nextEvent(timeout: .milliseconds(100)) == .answered { break }
    }
    return session.answers
  }

  private static func goesOn(_ session: inout TerminalSession) -> Bool {
    while true {
      switch session.nextEvent() {
      case .key(.character("q")), .hangUp, .endRequested: return false
      case .key: return true
      default: break
      }
    }
  }

  private static func mark(_ column: Int) {
    let marks = (1..<TorturePage.size.rows).map { "\u{1B}[\($0 + 1);\(column + 1)H#" }
    send(marks.joined() + "\u{1B}[1;1Hcolumn \(column)")
  }

  /// The code of every cell as xterm has it (DECRQCRA), a line a row: that of the first code point,
  /// modulo 65,536, and `FFFF` for the right half of a wide glyph.
  private static func readBack() -> String {
    (1..<TorturePage.size.rows).map { row in
      (1...TorturePage.size.columns).map { column in
        send("\u{1B}[1;1;\(row + 1);\(column);\(row + 1);\(column)*y")
        return checksum(in: receive())
      }.joined(separator: " ") + "\n"
    }.joined()
  }

  /// The four digits of `DCS Pid ! ~ digits ST`.
  private static func checksum(in answer: [UInt8]) -> String {
    let parts = answer.split(separator: UInt8(ascii: "~"))
    guard parts.count == 2 else { return "none" }
    let digits = parts[1].prefix { $0 != 0x1B }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func receive() -> [UInt8] {
    var answer: [UInt8] = []
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while !answer.suffix(2).elementsEqual([0x1B, UInt8(ascii: "\\")]),
      unsafe poll(&request, 1, Int32(patience)) > 0
    {
      var byte: UInt8 = 0
      guard unsafe read(STDIN_FILENO, &byte, 1) == 1 else { break }
      answer.append(byte)
    }
    return answer
  }

  private static func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static func write(_ text: String, toFile path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}
