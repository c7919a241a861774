package import NewsModel

/// The issue of a text in UTF-8 that somebody else has decoded, and what became of its lines; nil for a text
/// without a letter.
package func importedText(_ text: [UInt8], named name: String) -> (
  issue: Issue, report: ImportReport
)? {
  guard let source = try? SourceText(text, keepingFormFeeds: true),
    source.bytes.contains(where: { $0 > 0x20 })
  else { return nil }
  return (
    readTextIssue(source.bytes, named: name.asOneLine),
    textReport(of: source.bytes, named: name.asOneLine)
  )
}
