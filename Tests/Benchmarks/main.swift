// `make bench`: one line a measure, NAME, VALUE, UNIT; where a peer did the same work in the same run,
// how many times as fast ours was, and the peer's name. Machines are shared: compare lines of one run.

import TestSupport

let arguments = CommandLine.arguments.dropFirst()
guard let sample = arguments.first, let program = arguments.dropFirst().first else {
  fatalError("usage: benchmarks ISSUE PROGRAM")
}
try await Bench(issue: sample, program: program).run()
