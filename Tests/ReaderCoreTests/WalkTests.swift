import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct WalkTests {
  @Test(arguments: SampleFolders.names)
  func `any keys and any sizes leave the screen whole`(name: String) throws {
    for seed in 0..<3 as Range<UInt64> {
      var (reader, walk) = (try Reader(name), Walk(seed: seed))
      for step in 0..<80 {
        let event = walk.next(reader.state.size)
        reader.take(event)
        let faults = reader.faults
        #expect(faults.isEmpty, "seed \(seed), step \(step), after \(event): \(faults)")
      }
    }
  }

  @Test func `an issue with an empty page can be read through`() throws {
    let issue = Issue(
      language: LanguageTag("zh-Hans"), nameplate: Nameplate(name: "天地报"),
      pages: [Page(label: "1"), Page(label: "2")])
    var (reader, walk) = (Reader(issue), Walk(seed: 9))
    for _ in 0..<100 {
      reader.take(walk.next(reader.state.size))
      #expect(reader.faults.isEmpty)
    }
  }

  @Test func `the smallest screens show something or ask for more room`() throws {
    let issue = try Reader("liancheng-daily").state.issue
    for rows in 0...7 {
      for columns in [0, 1, 2, 3, 19, 20, 21, 39, 40] {
        var reader = Reader(issue, Size(columns: columns, rows: rows))
        for key in [
          Key.enter, .escape, .character("o"), .down, .escape, .character("h"), .pageDown,
        ] {
          reader.press(key)
          #expect(reader.faults.isEmpty, "\(columns)x\(rows)")
        }
        #expect((reader.state.layout != nil) == (columns >= 20 && rows >= 6), "\(columns)x\(rows)")
      }
    }
  }
}

/// Events at random, the same for the same seed.
private struct Walk {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func next(_ size: Size) -> InputEvent {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: .resize(Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &random)])
    case 1, 2: .mouse(.left, at: point(size), clicks: Int.random(in: 1...2, using: &random))
    case 3: .key(.character(["8", "A", "x", "3"].randomElement(using: &random) ?? "8"))
    case 4: .key([.enter, .escape, .backspace].randomElement(using: &random) ?? .enter)
    default: .key(Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)])
    }
  }

  private mutating func point(_ size: Size) -> Point {
    Point(
      column: Int.random(in: -1...size.columns, using: &random),
      row: Int.random(in: -1...size.rows, using: &random))
  }

  private static let keys = actionCatalog.flatMap(\.keys)

  private static let sizes = [
    (0, 0), (3, 2), (10, 3), (20, 6), (33, 9), (40, 13), (60, 20), (80, 24), (80, 50), (120, 30),
    (160, 45),
  ].map { Size(columns: $0.0, rows: $0.1) }
}

extension Reader {
  /// What is not whole about the state or the screen.
  fileprivate var faults: [String] {
    var faults: [String] = []
    if !state.issue.pages.indices.contains(state.page) { faults.append("no page \(state.page)") }
    if !state.issue.pages.indices.contains(state.chosenPage) {
      faults.append("no such page chosen")
    }
    if let layout = state.layout, state.view == .page || state.view == .story,
      !layout.folds.indices.contains(state.fold)
    {
      faults.append("screen \(state.fold) of \(layout.folds.count)")
    }
    if state.view == .page, state.layout != nil, state.focus != nil, !isFocusShown {
      faults.append("the focus is on item \(state.focus ?? -1), not on screen \(state.fold)")
    }
    if state.view == .story, state.focusedItem == nil { faults.append("a story of nothing") }
    let frame = self.frame
    if frame.size != state.size { faults.append("a frame of \(frame.size)") }
    return faults
  }
}
