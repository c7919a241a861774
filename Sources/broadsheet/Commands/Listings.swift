import ArgumentParser
import Glibc
import ReaderCore

/// `broadsheet text PATH`: the whole issue in reading order.
struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the whole issue in reading order, linear, for screen readers and pipes.")

  @Argument(
    help: "An issue folder, a text, a newspaper in another format, or - for standard input.")
  var path: String

  func run() throws {
    write(try open(path).issue.linearText, to: STDOUT_FILENO)
  }
}

/// `broadsheet keys`: the key table.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the keys.")

  func run() {
    for row in keyTable {
      let padding = String(repeating: " ", count: max(1, 20 - row.keys.count))
      write("\(row.keys)\(padding)\(row.help)\n", to: STDOUT_FILENO)
    }
  }
}

/// `broadsheet themes`: the themes that can be found.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the themes.")

  func run() throws {
    let shelf = ThemeShelf.standard
    for name in shelf.names {
      let theme = try shelf.theme(named: name)
      let padding = String(repeating: " ", count: max(1, 20 - name.count))
      write("\(name)\(padding)\(theme.summary)\n".harmless, to: STDOUT_FILENO)
    }
  }
}
