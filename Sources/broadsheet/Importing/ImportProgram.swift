import Glibc

/// Where the program is that reads foreign formats.
enum ImportProgram {
  /// Its path; nil where it is not installed.
  ///
  /// It stands beside `broadsheet`, as the build puts it, or in `libexec` beside the folder of that, as `make
  /// install` does. `BROADSHEET_IMPORT` names another.
  static var path: String? { candidates.first { unsafe access($0, X_OK) == 0 } }

  private static var candidates: [String] {
    if let chosen = Environment["BROADSHEET_IMPORT"] { return [chosen] }
    guard let folder = Environment.programFolder else { return [] }
    return [folder + "/broadsheet-import", folder + "/../libexec/broadsheet/broadsheet-import"]
  }
}
