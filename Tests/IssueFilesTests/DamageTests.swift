import IssueFiles
import NewsModel
import TestSupport
import Testing

private let issueText = """
  format: 1
  language: zh-Hans
  paper: {name: 试报, imprint: [一, 二]}
  date: 2031-05-14
  pages:
    - label: "1"
      ears: [ad]
      items:
        - story: a
        - advert: {id: ad, lines: [x]}
        - briefs: {id: b, items: [一, {headline: 二, text: 三}]}
    - label: "8"
      items:
        - story: a
        - photo: {id: p, caption: 图}
        - refers: {id: r, items: [{text: x, page: "1", story: a}]}

  """

private let articleText = """
  ---
  headline: [一, 二]
  boxed: true
  ---
  开头*强调*，[链接](x)。

  ## 小标题

  > 引语

  - 列表
  1. 列表

  断
  <!-- jump page="8" to="（下转第八版）" from="（上接第一版）" -->
  开。

  """

/// The text with a few bytes changed, dropped or doubled.
private func damaged(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
  var bytes = Array(text.utf8)
  let signs = Array("\n \"'-:[]{}#<>*&!|\\`=_0a\u{7}\u{FF}\u{85}".utf8) + [0x80, 0xE6]
  for _ in 0..<Int.random(in: 1...4, using: &random) {
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0...3, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes.insert(signs.randomElement(using: &random) ?? 0, at: index)
    case 2: bytes[index] = signs.randomElement(using: &random) ?? 0
    default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
    }
  }
  return bytes
}

@Test func `a damaged issue is read or refused, and what is read comes back`() throws {
  let folder = ScratchFolder()
  let copy = ScratchFolder()
  var random = SeededGenerator(seed: 7)
  var readable = 0
  for round in 0..<400 {
    let issueBytes = round.isMultiple(of: 2) ? damaged(issueText, &random) : Array(issueText.utf8)
    let articleBytes =
      round.isMultiple(of: 3) ? damaged(articleText, &random) : Array(articleText.utf8)
    folder.add("issue.yaml", issueBytes)
    folder.add("articles/a.md", articleBytes)
    let faults = checkIssue(at: folder.path)
    let controls = faults.flatMap { $0.description.unicodeScalars }.filter {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
    }
    #expect(controls.isEmpty)
    guard !faults.contains(where: { $0.fault.severity == .error }) else { continue }
    readable += 1
    let issue = try decodeIssue(at: folder.path)
    try writeIssue(issue, to: copy.path)
    #expect(try decodeIssue(at: copy.path) == issue, "round \(round)")
  }
  #expect(readable > 50)
}
