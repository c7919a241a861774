// `make bench`: one line a measure, NAME, VALUE, UNIT; where a peer did the same work in the same run,
// how many times as fast ours was, and the peer's name. Machines are shared: compare lines of one run.
// By hand, `benchmarks ISSUE PROGRAM texts` measures one topic alone.

let arguments = CommandLine.arguments.dropFirst()
if arguments.elementsEqual([Bench.countedFill]) {
  countOnce(try NewsText())
} else if arguments.first == Bench.countedCompose, let items = arguments.last.flatMap({ Int($0) }) {
  composeOnce(items: items, try NewsText())
} else if arguments.elementsEqual([Bench.weighedRun]) {
  try weighOnce(try NewsText())
} else if let sample = arguments.first, let program = arguments.dropFirst().first {
  try Bench(issue: sample, program: program).run(Array(arguments.dropFirst(2)))
} else {
  fatalError("usage: benchmarks ISSUE PROGRAM [screens] [layouts] [texts] [imports]")
}
