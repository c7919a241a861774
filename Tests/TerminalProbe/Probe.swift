import CursesTerminal
import Glibc
import ScreenModel
import UnicodeTables

/// A program for the tests: it takes the terminal, shows what happens to it, and ends in every way a
/// program can.
@main enum Probe {
  struct Mishap: Error {}

  static func main() {
    do {
      let words = CommandLine.arguments.dropFirst()
      if words.first == "torture", let way = words.dropFirst().first.flatMap(Torture.Way.init) {
        try Torture.run(way, file: words.last ?? "")
      } else {
        try watch()
      }
      print("probe: done")
    } catch let error as TerminalError {
      print("probe: \(error)")
      exit(3)
    } catch {
      print("probe: mishap")
      exit(4)
    }
  }

  private static func watch() throws {
    var session = try TerminalSession(mouse: true)
    var events: [String] = []
    while true {
      session.paint(page(session, events))
      guard let event = session.nextEvent() else { continue }
      events.append("\(events.count + 1) \(event)")
      switch event {
      case .key(.character("q")), .hangUp, .endRequested: return
      case .key(let key): try obey(key, &session)
      default: break
      }
    }
  }

  /// The keys that are orders.
  private static func obey(_ key: Key, _ session: inout TerminalSession) throws {
    switch key {
    case .character("t"): throw Mishap()
    case .character("e"): exit(7)
    case .character("x"): preconditionFailure("asked for")
    case .character("a"): abort()
    case .character("s"): unsafe UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .character("o"): print(depth(of: 1))
    case .character("z"): session.suspend()
    case .character("b"): session.ringBell()
    default: break
    }
  }

  /// Calls itself until the stack is full.
  private static func depth(of call: Int) -> Int {
    call < 0 ? 0 : 1 + depth(of: call + 1) + depth(of: call + 2)
  }

  private static func page(_ session: borrowing TerminalSession, _ events: [String]) -> Frame {
    var frame = Frame(size: session.size)
    let heading =
      ["大报 \(session.size) \(session.terminalName) \u{323B0}。"] + CommandLine.arguments.dropFirst()
    let lines = heading + events.suffix(max(0, session.size.rows - heading.count))
    for (row, line) in lines.enumerated() {
      var column = 0
      for cluster in WidthPolicy().drawnForms(of: line) {
        frame.put(cluster.glyph, cells: cluster.cells, row: row, column: column, style: Style())
        column += cluster.cells
      }
    }
    return frame
  }
}
