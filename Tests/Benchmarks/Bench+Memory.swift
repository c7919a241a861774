import Glibc
import TestSupport
import Typesetter

extension Bench {
  /// The word by which the program runs itself to be weighed.
  static let weighedRun = "prepare-once"

  /// How much memory preparing a long text takes at its peak, for each byte of it, the text included.
  ///
  /// The program runs itself anew, so that nothing else is weighed.
  func memory() throws {
    let output = try TestSupport.run(CommandLine.arguments[0], [Self.weighedRun])
    guard let tenths = Int(output.text.filter(\.isNumber)) else {
      throw PeerFailure(description: "the weighed run said \(output.text)")
    }
    line("prepare-memory", "\(tenths / 10).\(tenths % 10)", "bytes/byte")
  }
}

/// The run that is weighed: 50 MB as one paragraph; prints tenths of a byte for each byte.
func weighOnce(_ news: NewsText) throws {
  var text = ""
  text.reserveCapacity(50_000_000)
  while text.utf8.count < 49_900_000 {
    for paragraph in news.paragraphs where text.utf8.count < 49_900_000 { text += paragraph.text }
  }
  var preparer = TextPreparer(Typography(.simplifiedChinese))
  let prepared = preparer.prepare(text)
  let status = try TestSupport.run("/bin/cat", ["/proc/\(getpid())/status"]).text
  let row = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let kibibytes = row.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  print(kibibytes * 10_240 / prepared.byteCount)
}
