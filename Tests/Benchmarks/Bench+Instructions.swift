import Glibc
import TestSupport

extension Bench {
  /// The word by which the program runs itself to be counted.
  static let countedRun = "fill-once"

  /// How many instructions filling takes: the same number every time, while seconds drift.
  ///
  /// Valgrind runs this program anew and counts while `countedFill(_:)` runs.
  func instructions(_ news: NewsText) throws {
    let valgrind = "/usr/bin/valgrind"
    guard unsafe access(valgrind, X_OK) == 0 else {
      note("no instructions are counted without valgrind; make bench-peers installs it")
      return
    }
    // Hash tables are seeded at random otherwise.
    let environment = TestEnvironment.plain.merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 }
    let output = try TestSupport.run(
      valgrind,
      [
        "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no",
        "--toggle-collect=*11countedFill*", CommandLine.arguments[0], Self.countedRun,
      ], environment: environment)
    guard output.status == .exited(0), let count = collected(output.errorText) else {
      throw PeerFailure(description: "valgrind: \(output.errorText)")
    }
    line("fill-instructions", "\(count * 1000 / news.byteCount)", "instructions/KB")
  }

  /// The number in valgrind's line `==1== Collected : 123`.
  private func collected(_ report: String) -> Int? {
    let row = report.split(separator: "\n").first { $0.contains("Collected : ") }
    return row.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }.flatMap {
      $0 > 0 ? $0 : nil
    }
  }
}

/// The run that is counted, after one that makes ready what is made ready once.
func countOnce(_ news: NewsText) {
  precondition(fill(news, 26, .greedily) == countedFill(news))
}

/// Filling as the benchmark does it, under a name that valgrind can find.
@inline(never)
private func countedFill(_ news: NewsText) -> Int { fill(news, 26, .greedily) }
