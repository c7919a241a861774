import Glibc
import TestSupport
import Testing

/// The gates of an outside judge, where it lies beside the project: a tool in Python that reads the
/// drawn cells back and compares them with the source.
@Suite(.enabled(if: Newsmetrics.isPresent, "newsmetrics is not there"))
struct NewsmetricsTests {
  private static let pages = [
    ("liancheng-daily", ["1", "2", "3", "4", "5", "6", "7", "8"]),
    ("harbour-gazette", ["A1", "A2", "A3", "A4", "B1", "B2"]),
    ("minato-shimbun", ["1", "2", "3", "4"]), ("two-harbours", ["A1", "A2"]),
  ]

  @Test(arguments: pages)
  func `every gate holds, on front pages at twenty sizes`(sample: String, labels: [String]) throws {
    for (number, label) in labels.enumerated() {
      for columns in number == 0 ? [40, 90, 140, 190, 240] : [60, 120] {
        for rows in number == 0 ? [20, 24, 40, 60] : [24] {
          let faults = try Newsmetrics.faults(of: sample, page: label, size: "\(columns)x\(rows)")
          #expect(faults.isEmpty, "\(sample) \(label) \(columns)x\(rows): \(faults)")
        }
      }
    }
  }
}

/// The judge.
enum Newsmetrics {
  private static let tool = Broadsheet.root + "/../shared/tools/newsmetrics/newsmetrics.py"

  /// Whether the tool is there, and a Python that can run it.
  static let isPresent =
    unsafe access(tool, R_OK) == 0
    && (try? python("-c", "import wcwidth"))?.status == .exited(0)

  /// The faults it finds.
  ///
  /// It takes any two Latin words that a line end parts for one torn word, since it looks at lines
  /// without their blanks: that complaint is left out here, and made by the tests of the
  /// typesetter.
  static func faults(of sample: String, page: String, size: String) throws -> [Substring] {
    let folder = try ScratchFolder()
    func render(_ format: String) throws -> String {
      let request = ["render", Broadsheet.sample(sample), "--page", page, "--size", size]
      let output = try TestSupport.run(try Broadsheet.path(), request + ["--format", format])
      return try folder.write(output.text, to: "page." + format)
    }
    let (document, text) = (try render("json"), try render("text"))
    let verdict = try python(tool, document, "--text", text, "--json")
    try #require(verdict.status != .exited(2), "\(verdict.errorText)")
    return verdict.text.split(separator: "\n").filter { line in
      line.hasPrefix("  \"G") && !line.contains("\": ") && !namesTwoLatinWords(line)
    }
  }

  /// Whether the fault is a line end between two Latin letters.
  private static func namesTwoLatinWords(_ fault: Substring) -> Bool {
    guard let quote = fault.firstIndex(of: "'"), fault.contains(": tears ") else { return false }
    return fault[quote...].dropFirst().prefix(2).allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// Runs the Python that the person who runs the tests would get.
  private static func python(_ arguments: String...) throws -> ProgramOutput {
    var environment = TestEnvironment.plain
    environment["PATH"] = unsafe getenv("PATH").map { unsafe String(cString: $0) }
    return try TestSupport.run(
      "/usr/bin/env", ["python3"] + arguments, environment: environment)
  }
}
