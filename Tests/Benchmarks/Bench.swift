import Glibc
import TestSupport

/// All measures, in the order of the contract; each topic has its file.
struct Bench {
  /// The folder of the issue that is shown.
  let issue: String
  /// The program that shows it.
  let program: String
  let clock = ContinuousClock()

  /// Measures the topics named, or all where none is.
  func run(_ topics: [String]) throws {
    let all = [("screens", screens), ("layouts", layouts), ("texts", texts), ("imports", imports)]
    for (name, measure) in all where topics.isEmpty || topics.contains(name) { try measure() }
  }

  func median(of rounds: Int, _ measure: () throws -> Duration) rethrows -> Duration {
    middle(try (0..<rounds).map { _ in try measure() })
  }

  func middle(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

  /// The time that nineteen of twenty keep.
  func percentile95(_ times: [Duration]) -> Duration { times.sorted()[times.count * 95 / 100] }

  /// How long a piece of work takes, and how much of that this program computes.
  func time(_ work: () -> Void) -> (whole: Duration, computing: Duration) {
    let (start, before) = (clock.now, processorTime())
    work()
    return (clock.now - start, processorTime() - before)
  }

  /// Prints three lines: the median, what nineteen of twenty keep, and the median of what was computed,
  /// which hardly grows where a machine is shared.
  func line(_ name: String, _ times: [(whole: Duration, computing: Duration)]) {
    line(name, milliseconds(middle(times.map(\.whole))), "ms")
    line(name + "-p95", milliseconds(percentile95(times.map(\.whole))), "ms")
    line(name + "-computing", milliseconds(middle(times.map(\.computing))), "ms")
  }

  func milliseconds(_ time: Duration) -> String { decimal(time / .milliseconds(1)) }

  func megabytesPerSecond(_ bytes: Int, _ time: Duration) -> Double {
    Double(bytes) / 1_000_000 / (time / .seconds(1))
  }

  /// A number with two decimals.
  func decimal(_ number: Double) -> String {
    let hundredths = Int(number * 100)
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }

  /// Prints a line of the contract; `ratio` is how many times as fast as a peer ours is.
  func line(
    _ name: String, _ value: String, _ unit: String, ratio: Double? = nil, _ peer: String = ""
  ) {
    print("bench\t\(name)\t\(value)\t\(unit)" + (ratio.map { "\t\(decimal($0))\t\(peer)" } ?? ""))
  }

  /// Says on standard error what is left out, and why.
  func note(_ sentence: String) {
    let bytes = Array("benchmarks: \(sentence)\n".utf8)
    unsafe write(STDERR_FILENO, bytes, bytes.count)
  }
}
