import Glibc
import LayoutEngine
import ScreenModel
import TestSupport

extension Bench {
  /// The words by which the program runs itself to be counted.
  static let countedFill = "fill-once"
  static let countedCompose = "compose-once"

  /// How many instructions filling takes: the same number every time, while seconds drift.
  func instructions(_ news: NewsText) throws {
    guard let count = try count("countedFill", [Self.countedFill]) else { return }
    line("fill-instructions", "\(count * 1000 / news.byteCount)", "instructions/KB")
  }

  /// How many instructions composing a page of so many items takes.
  func instructions(composing items: Int) throws {
    guard let count = try count("countedCompose", [Self.countedCompose, "\(items)"]) else { return }
    line("compose-\(items)-items-instructions", "\(count / 1_000_000)", "million")
  }

  /// The instructions that this program spends in `function` when it is run anew with `arguments`; nil
  /// where there is no valgrind to count them.
  private func count(_ function: String, _ arguments: [String]) throws -> Int? {
    let valgrind = "/usr/bin/valgrind"
    guard unsafe access(valgrind, X_OK) == 0 else {
      note("no instructions are counted without valgrind; make bench-peers installs it")
      return nil
    }
    // Hash tables are seeded at random otherwise.
    let environment = TestEnvironment.plain.merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 }
    let output = try TestSupport.run(
      valgrind,
      [
        "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no",
        "--toggle-collect=*\(function.utf8.count)\(function)*", CommandLine.arguments[0],
      ] + arguments, environment: environment)
    guard output.status == .exited(0), let count = collected(output.errorText) else {
      throw PeerFailure(description: "valgrind: \(output.errorText)")
    }
    return count
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

/// Composing a page of so many items, once for what is made ready once, and once to be counted.
func composeOnce(items: Int, _ news: NewsText) {
  let content = PageContent(crowdedIssue(items: items, news), page: 0)
  let size = Size(columns: 200, rows: 60)
  precondition(compose(content, size: size).folds.count == countedCompose(content, size))
}

/// Composing as the benchmark does it, under a name that valgrind can find.
@inline(never)
private func countedCompose(_ content: PageContent, _ size: Size) -> Int {
  compose(content, size: size).folds.count
}
