import IssueFiles
import NewsModel
import TestSupport
import Testing

@Test func `any issue comes back as it was written`() throws {
  for seed in 0..<80 as Range<UInt64> {
    var random = RandomIssue(random: SeededGenerator(seed: seed))
    let issue = random.issue()
    let folder = ScratchFolder()
    try writeIssue(issue, to: folder.path)
    let read = try decodeIssue(at: folder.path)
    #expect(encodeIssue(read) == encodeIssue(issue), "seed \(seed)")
    #expect(read == issue, "seed \(seed)")
  }
}

@Test func `an id that is none is not written`() {
  let folder = ScratchFolder()
  let issue = Issue(
    language: LanguageTag("en"), nameplate: Nameplate(name: "P"),
    articles: [Article(id: "../escape")])
  #expect(throws: IssueFileError(file: folder.path, fault: .badID("../escape"))) {
    try writeIssue(issue, to: folder.path)
  }
  #expect(names(in: folder.path) == [])
}
