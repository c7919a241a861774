import Glibc
public import ScreenModel
public import Testing

/// Compares a screen with the golden one that a person has read and committed.
///
/// Goldens are `<folder>/<name>.screen` beside the test's file: plain rows, every row one line. With
/// `RECORD=1` in the environment the file is written and the test fails, for a golden that nobody has
/// read is no test.
public func expectScreen(
  _ rows: [String], named name: String, in folder: String = "Screens",
  near file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = BuiltProgram.folder(of: "\(file)") + "/" + folder + "/" + name + ".screen"
  let isRecording = unsafe getenv("RECORD").map { unsafe String(cString: $0) } == "1"
  if let complaint = GoldenFile.complaint(about: rows, goldenAt: path, isRecording: isRecording) {
    Testing.Issue.record("\(complaint)", sourceLocation: sourceLocation)
  }
}

/// Compares what a frame shows with a golden screen.
public func expectScreen(
  _ frame: Frame, named name: String, in folder: String = "Screens",
  near file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectScreen(
    frame.plainText, named: name, in: folder, near: file, sourceLocation: sourceLocation)
}

/// A golden screen as a file.
package enum GoldenFile {
  /// What is wrong with rows that should be those of a golden; nil if nothing is.
  package static func complaint(
    about rows: [String], goldenAt path: String, isRecording: Bool
  ) -> String? {
    if isRecording {
      return write(rows, to: path)
        ? "recorded \(path); read it, then test without RECORD" : "cannot write \(path)"
    }
    guard let golden = self.rows(of: path) else {
      return "cannot read \(path); run once with RECORD=1"
    }
    let differences = ScreenDifference.between(golden: golden, actual: rows)
    return differences.isEmpty
      ? nil : "\(path) is not what is shown:\n\(differences.joined(separator: "\n"))"
  }

  /// The rows of a golden; nil where there is none.
  package static func rows(of path: String) -> [String]? {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while case let more = readSome(descriptor), !more.isEmpty { bytes += more }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a golden, and the folder for it; false where that fails.
  package static func write(_ rows: [String], to path: String) -> Bool {
    let text = Array(rows.map { $0 + "\n" }.joined().utf8)
    _ = unsafe mkdir(BuiltProgram.folder(of: path), 0o755)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return unsafe Glibc.write(descriptor, text, text.count) == text.count
  }
}

/// Two screens side by side, as far as they differ.
package enum ScreenDifference {
  /// Lines for a person; none where every row is the same bytes.
  ///
  /// Rows that look alike and are not get their code points listed from where they part.
  package static func between(golden: [String], actual: [String]) -> [String] {
    var lines: [String] = []
    if golden.count != actual.count {
      lines.append("\(golden.count) rows expected, \(actual.count) shown")
    }
    for row in 0..<max(golden.count, actual.count) {
      let (one, other) = (line(golden, row), line(actual, row))
      if one.utf8.elementsEqual(other.utf8) { continue }
      lines.append("row \(row)")
      lines.append("  - \(one)")
      lines.append("  + \(other)")
      if one == other { lines.append("    \(partingPoint(one, other))") }
    }
    return lines
  }

  private static func line(_ rows: [String], _ row: Int) -> String {
    row < rows.count ? rows[row] : ""
  }

  private static func partingPoint(_ one: String, _ other: String) -> String {
    let shared = zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    let (left, right) = (codePoints(one, after: shared), codePoints(other, after: shared))
    return "after \(shared) code points: \(left) expected, \(right) shown"
  }

  private static func codePoints(_ text: String, after count: Int) -> String {
    text.unicodeScalars.dropFirst(count).prefix(4)
      .map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}
