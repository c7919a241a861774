import Glibc
import ScreenModel
import TestSupport
import Testing

/// The built program and the sample issues.
enum Broadsheet {
  /// The path of the program; the tests stop where it was not built.
  static func path() throws -> String { try #require(BuiltProgram.path("broadsheet")) }

  /// The root of the package.
  static let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The folder of a sample issue.
  static func sample(_ name: String) -> String { root + "/SampleIssues/" + name }

  /// Runs the program without a terminal.
  static func run(_ arguments: String..., input: String = "") throws -> ProgramOutput {
    try TestSupport.run(try path(), arguments, input: Array(input.utf8))
  }

  /// Opens a sample on a terminal and waits for its first page, whose name is set as text: large type
  /// depends on the fonts of the machine.
  static func open(
    _ name: String = "liancheng-daily", size: Size = Size(columns: 80, rows: 24),
    _ more: [String] = [], environment: [String: String] = TestEnvironment.plain
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      try path(), ["read", sample(name), "--nameplate", "text"] + more, size: size,
      environment: environment)
    try terminal.wait(for: "a status line") { screen in
      screen.shows("h help") || screen.shows("instead.")
    }
    return terminal
  }

  /// What `render` prints of a page: its first fold as rows.
  static func firstFold(_ name: String, page: String, size: Size) throws -> [String] {
    let output = try run(
      "render", sample(name), "--page", page, "--size", "\(size)", "--format", "text")
    return output.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(size.rows)
      .map(String.init)
  }
}

/// A folder that goes away with the test.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/broadsheet-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template)
    try #require(unsafe made != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unsafe remove(path + "/" + name) }
    unsafe rmdir(path)
  }

  private var names: [String] = []

  /// Names a file that a program will write, with the folders it lies in, so that they go away too.
  func willHold(_ name: String) {
    names.append(name)
    if let slash = name.lastIndex(of: "/") { willHold(String(name[..<slash])) }
  }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws {
    try #require(unsafe mkdir(path + "/" + name, 0o700) == 0)
  }

  /// The text of a file in it; nil where there is none.
  func text(of name: String) -> String? {
    guard let file = unsafe fopen(path + "/" + name, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Writes a file and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of bytes and gives its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    let descriptor = unsafe open(file, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let count = unsafe Glibc.write(descriptor, bytes, bytes.count)
    try #require(count == bytes.count)
    names.append(name)
    return file
  }
}
