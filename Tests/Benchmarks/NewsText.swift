import IssueFiles
import NewsModel
import TestSupport
import Typesetter

/// The paragraphs of two sample issues in turn, one Chinese, one English, as often as asked for.
struct NewsText {
  /// A paragraph and the tradition that it is set by.
  typealias Paragraph = (text: String, tradition: Typography.Tradition)

  let paragraphs: [Paragraph]

  /// Every paragraph of both issues once: the shorter one begins again until the longer one ends.
  init() throws {
    let chinese = try Self.paragraphs(of: "liancheng-daily")
    let english = try Self.paragraphs(of: "harbour-gazette")
    paragraphs = (0..<max(chinese.count, english.count)).flatMap { place -> [Paragraph] in
      [
        (chinese[place % chinese.count], .simplifiedChinese),
        (english[place % english.count], .latin),
      ]
    }
  }

  /// The first paragraphs of the endless repetition of `text` that make `bytes` bytes or more.
  init(repeating text: NewsText, bytes: Int) {
    var (paragraphs, size) = ([Paragraph](), 0)
    while size < bytes {
      let next = text.paragraphs[paragraphs.count % text.paragraphs.count]
      paragraphs.append(next)
      size += next.text.utf8.count + 1
    }
    self.paragraphs = paragraphs
  }

  /// One paragraph a line, in UTF-8.
  var bytes: [UInt8] { paragraphs.flatMap { Array($0.text.utf8) + [0x0A] } }

  /// The length of the paragraphs, in bytes.
  var byteCount: Int { paragraphs.reduce(0) { $0 + $1.text.utf8.count } }

  private static func paragraphs(of issue: String) throws -> [String] {
    try decodeIssue(at: SampleFolders.path(issue)).articles.flatMap(\.segments).flatMap(\.blocks)
      .map { $0.text.replacing("\n", with: " ") }.filter { !$0.isEmpty }
  }
}
