// `text-oracle breaks TRADITION`, `text-oracle hyphens TAG` and `text-oracle clusters root` answer for the
// engine, so that `make oracle` can compare it with libraries in Python. Texts come on standard input, one a
// line, as hexadecimal numbers of code points parted by blanks; for each a line goes out: the offsets where
// it may be parted, in code points.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2, let offsets = answer(to: arguments[0], arguments[1]) else {
  fatalError("usage: text-oracle breaks root|TRADITION, hyphens TAG, or clusters root")
}
var report = ""
while let line = readLine() {
  report += offsets(text(ofCodePoints: line)).map(String.init).joined(separator: " ") + "\n"
  if report.utf8.count > 1 << 16 {
    print(report, terminator: "")
    report = ""
  }
}
print(report, terminator: "")
