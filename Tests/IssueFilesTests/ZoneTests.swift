import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The faults of a page with the story `a`, the story's entry ending in these fields.
private func faults(_ fields: String) -> [String] {
  IssueFilesTests.faults(of: [
    "issue.yaml": issueFile("- story: a\n" + fields), "articles/a.md": "Text.",
  ])
}

private func zones(_ fields: String) throws -> [ItemID: [Zone]] {
  let folder = ScratchFolder([
    "issue.yaml": issueFile("- story: a\n" + fields), "articles/a.md": "Text.",
  ])
  return try decodeIssue(at: folder.path).pages[0].zones
}

private func zone(_ left: Int, _ top: Int, _ width: Int, _ height: Int) throws -> Zone {
  try #require(Zone(left: left, top: top, width: width, height: height))
}

@Test func `a zone is percent of the page, and several are its parts`() throws {
  #expect(try zones("") == [:])
  #expect(try zones("  zone:") == [:])
  #expect(try zones("  zone: [0, 12.5, 33.33, 40]") == ["a": [zone(0, 1250, 3333, 4000)]])
  #expect(
    try zones("  zone: [[0, 0, 50, 7.05], [50.5, 0, 49.5, 100]]")
      == ["a": [zone(0, 0, 5000, 705), zone(5050, 0, 4950, 10_000)]])
}

@Test func `a zone may stand before its item`() throws {
  let folder = ScratchFolder([
    "issue.yaml": issueFile("- zone: [0, 0, 50, 50]\n  story: a"), "articles/a.md": "Text.",
  ])
  #expect(try decodeIssue(at: folder.path).pages[0].zones == ["a": [zone(0, 0, 5000, 5000)]])
}

@Test func `a zone that leaves the page or is empty is warned about and not used`() throws {
  let sentence =
    "the zone is empty or leaves the page, and is not used; "
    + "let left and width, and top and height, add up to 100 at most"
  for numbers in [
    "[60, 0, 40.01, 10]", "[0, 60, 10, 41]", "[0, 0, 0, 10]", "[0, 0, 10, 0]", "[0, 0, 999999, 1]",
    "[101, 0, 1, 1]",
  ] {
    #expect(faults("  zone: \(numbers)") == ["issue.yaml:9:15: " + sentence], "\(numbers)")
    #expect(try zones("  zone: \(numbers)") == [:], "\(numbers)")
  }
  #expect(
    try zones("  zone: [[0, 0, 10, 10], [60, 0, 50, 10]]") == ["a": [zone(0, 0, 1000, 1000)]])
}

@Test func `what is no number is named where it stands`() {
  let hint = " is no part of a page; write percent with up to two decimals, such as 33.33"
  for text in [
    "x", "-1", "1.", ".5", "1.234", "1e2", "1_0", "+3", "0x10", "1234567", "１２",
    "9999999999999999999",
  ] {
    #expect(
      faults("  zone: [0, \(text), 5, 5]") == ["issue.yaml:9:19: `\(text)`" + hint], "\(text)")
  }
}

@Test func `an item that cannot stand in its zone is warned about where the zone is`() {
  let folder = ScratchFolder([
    "issue.yaml": issueFile(
      """
      - story: a
        zone: [0, 0, 50, 50]
      - advert: {id: x, lines: [y]}
      - advert: {id: z, lines: [y]}
        zone: [10, 10, 20, 20]
      """), "articles/a.md": "Text.",
  ])
  let faults = checkIssue(at: folder.path) { zones in
    zones.map(\.count) == [1, 0, 1] ? [1, 2, 3] : []
  }
  #expect(
    faults.map { String($0.description.dropFirst(folder.path.count + 1)) }
      == ["x", "z"].enumerated().map { number, id in
        "issue.yaml:\(number == 0 ? "10:22" : "12:15"): `\(id)` cannot stand in its zone, since zones overlap "
          + "or no straight line parts them; it stands above or below its neighbour, "
          + "unless you draw them apart"
      })
  #expect(faults.allSatisfy { $0.fault.severity == .warning })
}

@Test func `what is no rectangle is an error`() {
  let wanted = "; write left, top, width and height in percent, `[0, 12.5, 33.33, 40]`"
  #expect(faults("  zone: top") == ["issue.yaml:9:15: `zone` is `top`" + wanted])
  #expect(faults("  zone: []") == ["issue.yaml:9:15: `zone` is a list" + wanted])
  #expect(faults("  zone: [1, 2, 3]") == ["issue.yaml:9:15: `zone` is a list" + wanted])
  #expect(
    faults("  zone: [1, 2, 3, [4]]") == ["issue.yaml:9:25: `zone` is a list" + wanted])
  #expect(
    faults("  zone: [[1, 2, 3, 4], 5]") == ["issue.yaml:9:30: `zone` is `5`" + wanted])
}
