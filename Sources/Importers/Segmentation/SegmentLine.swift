/// A line of a page, or a piece of one, while items are looked for.
struct SegmentLine {
  /// Its words: those of the line, and of lines without a place that follow it in its block.
  var runs: [ScanRun]
  /// Where it stands, turned and straightened so that lines run level from left to right.
  var box: ScanBox
  var text: String
  /// The height of its letters: of most of its words, which stray marks do not change as they do a line.
  var letterHeight: Int
  /// What the file says that it belongs to.
  var group = SegmentGroup.none
  /// How many lines its block has.
  var blockLines = 1
  /// The left and the right edge of the column it stands in.
  var column = 0..<1
  /// Whether it stands over several columns.
  var spans = false
  /// The piece of the column it stands in.
  var piece = 0
  /// The white above and below it up to the next line; nil where there is none.
  var whiteAbove: Int?
  var whiteBelow: Int?

  var block: Int { runs[0].block }
  var left: Int { Int(box.left) }
  var right: Int { Int(box.right) }
  var top: Int { Int(box.top) }
  var bottom: Int { Int(box.bottom) }

  /// Where it stands in any order of the file: by place, then by text.
  static func isAbove(_ one: SegmentLine, _ other: SegmentLine) -> Bool {
    let (own, its) = (one.box.middle, other.box.middle)
    let places = (
      (own.y, one.left, one.right, one.top), (its.y, other.left, other.right, other.top)
    )
    return places.0 != places.1 ? places.0 < places.1 : one.text < other.text
  }
}

/// What the file says of a block: which thing it belongs to.
enum SegmentGroup: Hashable {
  case none
  /// An advert, of which nothing says where it ends.
  case advert
  /// Parts of one thing, by the number of its first block.
  case article(Int)
  case oneAdvert(Int)
  /// The head of the page.
  case nameplate

  var isAdvert: Bool {
    switch self {
    case .advert, .oneAdvert: true
    case .none, .article, .nameplate: false
    }
  }

  /// Whether the file tells where it begins and ends.
  var isWhole: Bool {
    switch self {
    case .article, .oneAdvert: true
    case .none, .advert, .nameplate: false
    }
  }
}

extension ScanPage {
  /// The lines of the page, in the order of the file; none where more than a fifth has no place, or where
  /// they are more than a page can have.
  ///
  /// Lines that run from top to bottom are turned; those that stand across to most others are left out.
  func segmentLines() -> [SegmentLine] {
    let all = blocks.flatMap(\.lines)
    guard !all.isEmpty, all.count <= SegmentLimits.lines else { return [] }
    let placed = all.count { $0.extent != nil }
    guard placed * 5 >= all.count * 4 else { return [] }
    let plane = segmentPlane
    let groups = segmentGroups
    return blocks.indices.flatMap { segmentLines(of: $0, plane, groups[$0]) }
  }

  /// How the page has to be turned and straightened.
  var segmentPlane: SegmentPlane {
    let all = blocks.flatMap(\.lines)
    return all.areVertical
      ? SegmentPlane(skew: 0, pageWidth: width) : SegmentPlane(skew: all.skew, pageWidth: nil)
  }

  private func segmentLines(
    of index: Int, _ plane: SegmentPlane, _ group: SegmentGroup
  ) -> [SegmentLine] {
    var (found, start, waiting) = ([SegmentLine](), 0, [ScanRun]())
    let block = blocks[index]
    guard !block.isAcross(isVertical: plane.isVertical) else { return [] }
    for line in block.lines {
      let run = ScanRun(page: 0, block: index, words: start..<(start + line.words.count))
      start += line.words.count
      guard let box = plane.box(of: line) else {
        if found.isEmpty { waiting.append(run) } else { found[found.count - 1].runs.append(run) }
        continue
      }
      found.append(
        SegmentLine(
          runs: waiting + [run], box: box, text: line.text,
          letterHeight: max(1, plane.letterHeight(of: line) ?? box.height),
          group: group, blockLines: block.lines.count))
      waiting = []
    }
    return found
  }

  /// What each block belongs to by what the file calls it and by the block that holds it.
  private var segmentGroups: [SegmentGroup] {
    let holders = containers.values.filter { $0.count < blocks.count || blocks.count == 1 }
      .sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    return blocks.indices.map { index in
      let type = blocks[index].type.lowercased()
      let holder = holders.first { $0.contains(index) }
      if ["advertisement", "advert", "ad"].contains(type) {
        return holder.map { .oneAdvert($0.lowerBound) } ?? .advert
      }
      if type == "article", let holder { return .article(holder.lowerBound) }
      if ["newspapertitle", "masthead", "masterhead", "nameplate"].contains(type) {
        return .nameplate
      }
      return .none
    }
  }
}

/// What a page may have before places tell nothing of it.
enum SegmentLimits {
  /// The largest newspapers have three thousand lines.
  static let lines = 20_000
  /// Pieces of columns that are put in order by where each stands to each other.
  static let pieces = 1_200
}

/// How a page is turned and straightened before its lines are compared.
struct SegmentPlane {
  /// How much lines fall, in ten-thousandths of their length.
  let skew: Int
  /// The width of a page whose lines run from top to bottom; nil for others.
  let pageWidth: Int?

  var isVertical: Bool { pageWidth != nil }

  /// The place of a line, by its words where these are known.
  func box(of line: ScanLine) -> ScanBox? {
    let words = skew == 0 ? [] : line.words.compactMap { $0.box.map(straight) }
    return words.union ?? line.extent.map(place)
  }

  /// The height of the letters of most words; of one or two, the higher.
  func letterHeight(of line: ScanLine) -> Int? {
    let sizes = line.words.compactMap { isVertical ? $0.box?.width : $0.box?.height }.sorted()
    return sizes.isEmpty ? nil : sizes[min(sizes.count - 1, sizes.count / 2)]
  }

  /// The place of a word or a line on the straightened page.
  func place(_ box: ScanBox) -> ScanBox {
    guard let pageWidth else { return skew == 0 ? box : straight(box) }
    // Turned to the left, the first line, at the right, is the uppermost.
    let width = Int(Int32(clamping: pageWidth))
    return ScanBox(
      left: Int(box.top), top: width - Int(box.right), width: box.height, height: box.width)
  }

  private func straight(_ box: ScanBox) -> ScanBox {
    let (x, y) = box.middle
    return ScanBox(
      left: Int(box.left) + y * skew / 10_000, top: Int(box.top) - x * skew / 10_000,
      width: box.width, height: box.height)
  }
}

extension [ScanLine] {
  /// How much most lines of four words and more fall, in ten-thousandths of their length; at most a tenth.
  fileprivate var skew: Int {
    let slopes = compactMap { line -> Int? in
      guard line.words.count >= 4, let first = line.words.first?.box,
        let last = line.words.last?.box
      else { return nil }
      let (from, to) = (first.middle, last.middle)
      guard to.x - from.x > 4 * Swift.max(first.height, last.height) else { return nil }
      return (to.y - from.y) * 10_000 / (to.x - from.x)
    }.sorted()
    guard slopes.count >= 10 else { return 0 }
    let slope = slopes[slopes.count / 2]
    return abs(slope) < 15 ? 0 : Swift.max(-1_000, Swift.min(1_000, slope))
  }
}

extension ScanLine {
  /// Where the line stands, by its words where it has no place of its own.
  var extent: ScanBox? { box ?? words.compactMap(\.box).union }

  /// Its words, parted by blanks.
  var text: String { words.lazy.map(\.text).joined(separator: " ") }
}

extension ScanBlock {
  /// Whether its lines stand across to those of the page.
  fileprivate func isAcross(isVertical: Bool) -> Bool {
    guard !isVertical, lines.contains(where: { $0.words.count > 1 }) else { return false }
    return lines.allSatisfy { line in
      line.extent.map { $0.height > 3 * $0.width && line.text.unicodeScalars.count >= 4 } ?? false
    }
  }
}
