import Glibc

/// All measures, in the order of the contract; each topic has its file.
struct Bench {
  /// The folder of the issue that is shown.
  let issue: String
  /// The program that shows it.
  let program: String
  let clock = ContinuousClock()

  /// Measures the topics named, or all where none is.
  func run(_ topics: [String]) throws {
    let all = [("screens", screens), ("layouts", layouts), ("texts", texts)]
    for (name, measure) in all where topics.isEmpty || topics.contains(name) { try measure() }
  }

  func median(of rounds: Int, _ measure: () throws -> Duration) rethrows -> Duration {
    middle(try (0..<rounds).map { _ in try measure() })
  }

  func middle(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

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
