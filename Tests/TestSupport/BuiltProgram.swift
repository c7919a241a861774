import Glibc

/// Programs that the build has put beside the tests.
public enum BuiltProgram {
  /// The path of a program of this package; nil where it was not built.
  ///
  /// Looks beside the running tests first, then in `.build/debug` above the file that asks.
  public static func path(_ name: String, near file: StaticString = #filePath) -> String? {
    let beside = CommandLine.arguments.first.map { folder(of: $0) + "/" + name }
    return ([beside].compactMap(\.self) + builds(above: "\(file)").map { $0 + "/" + name })
      .first { unsafe access($0, X_OK) == 0 }
  }

  /// Everything up to the last slash.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func builds(above path: String) -> [String] {
    let folder = folder(of: path)
    return folder == path || folder == "." || folder.isEmpty
      ? [] : [folder + "/.build/debug"] + builds(above: folder)
  }
}
