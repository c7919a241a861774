import Glibc
import ReaderCore

/// What the program asks of its surroundings.
enum Environment {
  /// A variable that is set and not empty.
  static subscript(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether the person wants no colour (no-color.org).
  static var noColor: Bool { self["NO_COLOR"] != nil }

  /// Whether the terminal's own paper is dark, as far as the terminal tells in `COLORFGBG` (as rxvt, Konsole
  /// and others do); where it does not, that it is, as most are.
  static var terminalIsDark: Bool {
    guard let paper = self["COLORFGBG"]?.split(separator: ";").last.flatMap({ Int($0) }) else {
      return true
    }
    return paper < 7 || paper == 8
  }

  /// The folder of the person's configuration.
  static var configurationFolder: String? {
    if let folder = self["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/broadsheet" }
    return self["HOME"].map { $0 + "/.config/broadsheet" }
  }

  /// The folder of what the program remembers by itself.
  static var stateFolder: String? {
    if let folder = self["XDG_STATE_HOME"], folder.hasPrefix("/") { return folder + "/broadsheet" }
    return self["HOME"].map { $0 + "/.local/state/broadsheet" }
  }

  /// The folder of what the program can make again at any time.
  static var cacheFolder: String? {
    if let folder = self["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/broadsheet" }
    return self["HOME"].map { $0 + "/.cache/broadsheet" }
  }

  /// The folder the program stands in, links followed.
  static var programFolder: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = unsafe readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}

extension String {
  /// The text with a blank for every character that a terminal would obey.
  var harmless: String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      kept.append(scalar == "\n" || scalar.isHarmless ? scalar : " ")
    }
    return String(kept)
  }
}
