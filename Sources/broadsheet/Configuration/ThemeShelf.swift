import Glibc
import IssueFiles
import ReaderCore

/// The folders in which themes lie; a person's own come before those of the program.
package struct ThemeShelf {
  /// The folders, the first before the others.
  let folders: [String]

  /// The themes in these folders.
  package init(folders: [String]) { self.folders = folders }

  /// A person's folder, the share folder beside the program, and the source tree it was built in.
  static var standard: ThemeShelf {
    var folders = [Environment.configurationFolder.map { $0 + "/themes" }].compactMap(\.self)
    if let program = Environment.programFolder {
      folders.append(program + "/../share/broadsheet/Themes")
      for climb in ["/../../..", "/../.."] { folders.append(program + climb + "/Themes") }
    }
    return ThemeShelf(folders: folders)
  }

  /// The name of the theme that is taken when none is asked for.
  static let first = "newsprint-dark"

  /// The names of all themes, in order.
  package var names: [String] {
    Set(folders.flatMap(ThemeShelf.themeNames)).sorted()
  }

  /// The theme of that name; without one the usual theme, or the plain look where no theme file lies.
  func theme(named name: String?) throws -> Theme {
    let wanted = name ?? ThemeShelf.first
    for folder in folders where ThemeShelf.isName(wanted) {
      let path = folder + "/" + wanted + ".yaml"
      if unsafe access(path, R_OK) == 0 { return try ThemeFile(path: path).theme }
    }
    guard name == nil else { throw UsageFault.noSuchTheme(wanted, among: names) }
    return .plain
  }

  /// The name that follows `name` among those of all themes, the first after the last.
  func name(after name: String) -> String? { names.first { $0 > name } ?? names.first }

  private static func themeNames(in folder: String) -> [String] {
    IssueFiles.names(inFolder: folder).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.filter(isName)
  }

  /// A name leads nowhere but into the folder.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
          || byte == 0x5F
      }
  }
}
