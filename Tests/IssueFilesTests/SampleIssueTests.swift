import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The folders of `SampleIssues`, beside `Tests`.
private let samples: [String] = {
  let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  return folders(in: root + "/SampleIssues")
}()

@Test func `every sample issue is without fault and comes back as it was written`() throws {
  for sample in samples {
    #expect(checkIssue(at: sample) == [], "\(sample)")
    let issue = try decodeIssue(at: sample)
    let copy = ScratchFolder()
    try writeIssue(issue, to: copy.path)
    #expect(try decodeIssue(at: copy.path) == issue, "\(sample)")
    #expect(encodeIssue(try decodeIssue(at: copy.path)) == encodeIssue(issue), "\(sample)")
  }
}
