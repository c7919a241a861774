import IssueFiles
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing

/// What the reader can say of an imported issue: where an item came from, and what is uncertain.
@Suite struct ProvenanceTests {
  private static let doubt = "Line 73 was joined to 75."

  private static func issue() throws -> Issue {
    try decodeIssue(at: SampleFolders.path("harbour-gazette"))
  }

  private func state(_ known: Provenance) throws -> ReaderState {
    ReaderState(issue: try Self.issue(), size: Size(columns: 120, rows: 40), provenance: { known })
  }

  @Test func `the item in focus tells where it came from`() throws {
    let id = try Self.issue().pages[0].items[0].id
    var state = try self.state(Provenance(origins: [id: "page.txt: lines 1 to 9"]))
    #expect(update(&state, .tellOrigin) == [])
    #expect(state.notice == .origin("page.txt: lines 1 to 9"))
    var plain = try self.state(Provenance())
    #expect(update(&plain, .tellOrigin) == [.bell])
    #expect(plain.notice == .noOrigin)
  }

  @Test
  func
    `u goes from one uncertain item to the next over the pages, round to the first, and back leads back`()
    throws
  {
    let issue = try Self.issue()
    let all = issue.pages.flatMap(\.items).map(\.id)
    let last = issue.pages.count - 1
    let two = try #require(
      issue.pages[last].items.map(\.id).last { id in all.count { $0 == id } == 1 })
    let one = issue.pages[0].items[0].id
    var state = try self.state(Provenance(doubts: [one: Self.doubt, two: "Found by its size."]))
    _ = update(&state, .showNextDoubt)
    #expect(state.page == last && state.notice == .doubt("Found by its size."))
    _ = update(&state, .showNextDoubt)
    #expect(state.page == 0 && state.focus == 0 && state.notice == .doubt(Self.doubt))
    _ = update(&state, .back)
    #expect(state.page == last)
    var plain = try self.state(Provenance())
    #expect(update(&plain, .showNextDoubt) == [.bell])
    #expect(plain.notice == .noDoubt)
  }
}
