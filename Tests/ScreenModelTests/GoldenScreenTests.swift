import Glibc
import ScreenModel
import TestSupport
import Testing

/// The helpers that all golden tests stand on.
@Suite struct GoldenScreenTests {
  /// A path for a golden of one test, with a folder that does not exist yet.
  private static func path(_ name: String) -> String {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    return folder + "/broadsheet-\(getpid())-\(name)/golden.screen"
  }

  private static func remove(_ path: String) {
    unsafe unlink(path)
    unsafe rmdir(String(path.dropLast("/golden.screen".count)))
  }

  @Test func `recording writes the golden and complains all the same`() {
    let (path, rows) = (Self.path("record"), ["大报  日报", "", "  “头条”"])
    defer { Self.remove(path) }
    let unread = GoldenFile.complaint(about: rows, goldenAt: path, isRecording: false)
    #expect(unread == "cannot read \(path); run once with RECORD=1")
    let recorded = GoldenFile.complaint(about: rows, goldenAt: path, isRecording: true)
    #expect(recorded == "recorded \(path); read it, then test without RECORD")
    #expect(GoldenFile.complaint(about: rows, goldenAt: path, isRecording: false) == nil)
    let other = GoldenFile.complaint(about: ["大报", ""], goldenAt: path, isRecording: false)
    #expect(other?.contains("  - 大报  日报\n  + 大报") == true)
  }

  @Test func `a golden is read as it was written, blanks and empty rows too`() {
    let path = Self.path("read")
    defer { Self.remove(path) }
    for rows in [["", "中文  x", "", ""], [], [""]] {
      #expect(GoldenFile.write(rows, to: path))
      #expect(GoldenFile.rows(of: path) == rows)
    }
  }

  @Test func `a difference shows the rows that differ, old above new`() {
    #expect(ScreenDifference.between(golden: ["a", "b"], actual: ["a", "b"]) == [])
    #expect(
      ScreenDifference.between(golden: ["a", "b"], actual: ["a", "c"]) == [
        "row 1", "  - b", "  + c",
      ])
    #expect(
      ScreenDifference.between(golden: ["a"], actual: ["a", "b"])
        == ["1 rows expected, 2 shown", "row 1", "  - ", "  + b"])
  }

  @Test func `rows that look alike and are other bytes differ, and the code points tell`() {
    let lines = ScreenDifference.between(golden: ["x\u{304C}"], actual: ["x\u{304B}\u{3099}"])
    #expect(lines.last == "    after 1 code points: U+304C expected, U+304B U+3099 shown")
  }

  @Test func `a seed gives the same numbers every time`() {
    var (one, other) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
    #expect((0..<9).map { _ in one.next() } == (0..<9).map { _ in other.next() })
    var third = SeededGenerator(seed: 10)
    #expect(one.next() != third.next())
  }

  @Test func `a program's output, errors and end are told apart`() throws {
    let script = "cat; echo trouble >&2; exit 5"
    let result = try run("/bin/sh", ["-c", script], input: Array("大报".utf8))
    #expect(result.status == .exited(5))
    #expect(result.text == "大报")
    #expect(result.errorText == "trouble\n")
    #expect(try run("/bin/sh", ["-c", "kill -9 $$"]).status == .killed(9))
    #expect(throws: SystemFailure.self) { try run("/no/such/program") }
  }

  @Test func `much input and much output do not wait for each other`() throws {
    let input = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(try run("/bin/cat", input: input).output == input)
  }
}
