import IssueFiles
package import ReaderCore
import ScreenModel
import YAMLTree

/// A theme as a file: a palette of named colours and the look of each role.
///
/// ```yaml
/// summary: ink on paper
/// palette:
///   ink: {direct: "#1a1a1a", indexed: 234, ansi: black}
/// roles:
///   headline: {ink: ink, attributes: [bold]}
/// ```
package struct ThemeFile {
  /// The theme.
  package let theme: Theme

  /// The most bytes that are read: a thousand times what a theme takes.
  private static let limit = 1 << 20

  /// Reads a theme; every fault names its line and column.
  package init(path: String) throws {
    var reader = Reader(path: path)
    theme = try reader.theme()
  }

  private struct Reader {
    let path: String
    private var palette: [String: ThemeColor] = [:]

    init(path: String) { self.path = path }

    mutating func theme() throws -> Theme {
      let root = try parse()
      try palette(root["palette"])
      var styles: [ThemeRole: ThemeStyle] = [:]
      for entry in try entries(root["roles"]) {
        guard let role = ThemeRole.allCases.first(where: { $0.name == entry.key }) else {
          throw fault(
            "unknown role \(entry.key)", "see Documentation/themes.md for the roles", entry.keyMark)
        }
        styles[role] = try style(entry.value)
      }
      for entry in try entries(root) where !["summary", "palette", "roles"].contains(entry.key) {
        throw fault("unknown field \(entry.key)", "leave it out", entry.keyMark)
      }
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return Theme(
        name: String(file.dropLast(5)), summary: root["summary"]?.string ?? "", styles: styles)
    }

    private func parse() throws -> YAMLNode {
      do {
        return try parseYAML(try readFile(path, limit: ThemeFile.limit))
      } catch let error as YAMLError {
        throw fault("\(error.reason)", "mend the file", error.mark)
      } catch let error as IssueFault {
        throw ThemeFault(sentence: "\(path): \(error)")
      }
    }

    /// The entries of a mapping; none where nothing is written.
    private func entries(_ node: YAMLNode?) throws -> [YAMLEntry] {
      guard let node, !node.isEmpty else { return [] }
      guard let entries = node.entries else {
        throw fault("names with values are wanted here", "write name: value", node.mark)
      }
      return entries
    }

    private mutating func palette(_ node: YAMLNode?) throws {
      for entry in try entries(node) {
        let value = entry.value
        for way in try entries(value) where !["direct", "indexed", "ansi"].contains(way.key) {
          throw fault("unknown field \(way.key)", "write direct, indexed or ansi", way.keyMark)
        }
        palette[entry.key] = ThemeColor(
          direct: try direct(value["direct"]), indexed: try indexed(value["indexed"]),
          ansi: try ansi(value["ansi"]))
      }
    }

    private func style(_ node: YAMLNode) throws -> ThemeStyle {
      var style = ThemeStyle()
      for entry in try entries(node) {
        switch entry.key {
        case "ink": style.ink = try color(entry.value)
        case "paper": style.paper = try color(entry.value)
        case "attributes":
          guard let items = entry.value.items else {
            throw fault("attributes are a list", "write [bold]", entry.value.mark)
          }
          for item in items { style.attributes.insert(try attribute(item)) }
        default:
          throw fault("unknown field \(entry.key)", "write ink, paper or attributes", entry.keyMark)
        }
      }
      return style
    }

    private func color(_ node: YAMLNode) throws -> ThemeColor {
      guard let name = node.string, let color = palette[name] else {
        throw fault(
          "colour \(node.string ?? "") is not in the palette", "name one that is", node.mark)
      }
      return color
    }

    private func attribute(_ node: YAMLNode) throws -> Attributes {
      switch node.string {
      case "bold": .bold
      case "dim": .dim
      case "italic": .italic
      case "underline": .underline
      case "reverse": .reverse
      default:
        throw fault(
          "unknown attribute \(node.string ?? "")",
          "write bold, dim, italic, underline or reverse", node.mark)
      }
    }

    private func direct(_ node: YAMLNode?) throws -> Color {
      guard let node, node.string != "default" else { return .standard }
      guard let text = node.string, text.hasPrefix("#"), text.utf8.count == 7,
        let value = UInt32(text.dropFirst(), radix: 16)
      else {
        throw fault("a direct colour is written #rrggbb", "write it so, in quotes", node.mark)
      }
      return .rgb(
        UInt8(value >> 16), UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value))
    }

    private func indexed(_ node: YAMLNode?) throws -> Color {
      guard let node, node.string != "default" else { return .standard }
      guard let number = node.integer, let index = UInt8(exactly: number) else {
        throw fault("an indexed colour is a number from 0 to 255", "write one", node.mark)
      }
      return .indexed(index)
    }

    private func ansi(_ node: YAMLNode?) throws -> Color {
      guard let node, node.string != "default" else { return .standard }
      let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
      let all = names + names.map { "bright-" + $0 }
      guard let name = node.string, let index = all.firstIndex(of: name) else {
        throw fault(
          "unknown colour \(node.string ?? "")", "write one of \(all.joined(separator: ", "))",
          node.mark)
      }
      return .indexed(UInt8(index))
    }

    private func fault(_ what: String, _ remedy: String, _ mark: YAMLMark) -> ThemeFault {
      ThemeFault(sentence: "\(path):\(mark.line):\(mark.column): \(what); \(remedy)")
    }
  }
}

/// What is wrong with a theme file.
package struct ThemeFault: Error, ShellFault {
  /// Where, what and what to do.
  package let sentence: String
  let status = ExitStatus.badUsage
}
