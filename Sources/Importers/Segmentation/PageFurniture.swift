/// Finds what no item of a page is made of: the nameplate, running heads, page numbers, stains.
struct PageFurniture {
  private let lines: [SegmentLine]
  private let metrics: SegmentMetrics
  private let extent: ScanBox
  /// How many lines each piece of a column has.
  private let pieces: [Int: Int]
  /// The blocks in which nearly nothing is a word: pictures that were read as text.
  private let garbled: Set<Int>

  init?(_ lines: [SegmentLine], _ metrics: SegmentMetrics) {
    guard let extent = lines.map(\.box).union else { return nil }
    (self.lines, self.metrics, self.extent) = (lines, metrics, extent)
    pieces = lines.reduce(into: [:]) { $0[$1.piece, default: 0] += 1 }
    garbled = PageFurniture.garbledBlocks(lines, metrics)
  }

  /// For each line whether it is furniture; `isFirst` tells the page that has the nameplate.
  func furniture(isFirst: Bool) -> [Bool] {
    let end = isFirst ? endOfNameplate : nil
    let found = lines.map { line in
      line.group == .nameplate || isMargin(line) || isStain(line) || garbled.contains(line.block)
        || (end.map { line.box.middle.y < $0 } ?? false)
    }
    // A page that were furniture alone has none.
    return found.contains(false) ? found : found.map { _ in false }
  }

  // MARK: Margins

  /// Whether a line stands at the head or foot of the page beside little else, and is not a headline.
  private func isMargin(_ line: SegmentLine) -> Bool {
    guard line.blockLines <= 2, line.text.unicodeScalars.count <= 80,
      line.letterHeight * 10 < metrics.letterHeight * 18
    else { return false }
    let edge = max(metrics.letterHeight * 2, extent.height / 40)
    let isHead = line.bottom <= Int(extent.top) + edge
    guard isHead || line.top >= Int(extent.bottom) - edge else { return false }
    guard let white = isHead ? line.whiteBelow : line.whiteAbove else { return true }
    let row = lines.filter { $0.sharesRow(with: line) }
    let width = row.reduce(0) { $0 + $1.box.width }
    let hasNumber = row.contains { SegmentText($0.text).digits > 0 }
    // Large letters inside a column are its headline.
    let isInColumn = line.column.count > line.box.width && !line.spans
    if isInColumn, !hasNumber, line.letterHeight * 100 >= metrics.letterHeight * 125 {
      return false
    }
    return row.count <= 4 && white * 5 > metrics.leading * 5 + metrics.letterHeight
      && (width * 10 < extent.width * 6 || hasNumber)
  }

  /// Blocks of three lines and more of which three quarters are no words; three fifths, where they are wider
  /// than a column.
  private static func garbledBlocks(
    _ lines: [SegmentLine], _ metrics: SegmentMetrics
  ) -> Set<Int> {
    var blocks: [Int: (all: Int, bad: Int, box: ScanBox)] = [:]
    for line in lines {
      let known = blocks[line.block] ?? (0, 0, line.box)
      let isBad = SegmentText(line.text).isNoise || SegmentText.isGarbled(line.text)
      blocks[line.block] = (known.all + 1, known.bad + (isBad ? 1 : 0), known.box.union(line.box))
    }
    let garbled = blocks.filter { _, block in
      let share = metrics.isWide(block.box) ? 60 : 75
      return block.bad >= 3 && block.bad * 100 >= block.all * share
    }
    return Set(garbled.keys)
  }

  /// Whether a line is a stain that stands by itself.
  private func isStain(_ line: SegmentLine) -> Bool {
    (pieces[line.piece] ?? 0) <= 2 && SegmentText(line.text).isNoise
  }

  // MARK: Nameplate

  /// Where the nameplate ends: below the row of the day of issue, or below what is printed largest.
  private var endOfNameplate: Int? {
    guard let end = endOfDayRow ?? endOfLargest else { return nil }
    // What is much of the page is none.
    let above = lines.filter { $0.box.middle.y < end }
    let letters = above.reduce(0) { $0 + $1.text.utf8.count }
    return letters * 4 <= lines.reduce(0) { $0 + $1.text.utf8.count } ? end : nil
  }

  /// The foot of the lowest row near the head of the page that names a year and spans more than half of it.
  private var endOfDayRow: Int? {
    let limit = Int(extent.top) + extent.height * 3 / 10
    let days = lines.filter { line in
      line.bottom <= limit && (pieces[line.piece] ?? 0) <= 3 && line.text.holdsYear
        && line.letterHeight * 10 < metrics.letterHeight * 30
    }
    return days.compactMap { day -> Int? in
      let row = lines.filter { $0.sharesRow(with: day) }
      guard let box = row.map(\.box).union, box.width * 2 > extent.width, row.count <= 5 else {
        return nil
      }
      return row.map(\.bottom).max().map { $0 + 1 }
    }.max()
  }

  /// The foot of the block that holds the largest letters, three times those of the text, at the head.
  private var endOfLargest: Int? {
    let limit = Int(extent.top) + extent.height / 6
    let large = lines.filter {
      $0.letterHeight >= 3 * metrics.letterHeight && $0.top < limit && metrics.isWide($0.box)
    }
    guard let first = large.first else { return nil }
    let block = lines.filter { $0.block == first.block }.map(\.bottom).max() ?? first.bottom
    guard block < Int(extent.top) + extent.height / 4 else { return first.bottom }
    // Boxes beside the name that end little lower belong to it.
    let ears = lines.filter { $0.top < block && $0.blockLines <= 12 }.map { line in
      lines.filter { $0.block == line.block }.map(\.bottom).max() ?? block
    }
    return ears.filter { $0 < block + 4 * metrics.letterHeight }.max().map { max($0, block) }
      ?? block
  }
}

extension SegmentLine {
  /// Whether two lines stand side by side: more than half of the lower one is level with the other.
  func sharesRow(with other: SegmentLine) -> Bool {
    let shared = min(bottom, other.bottom) - max(top, other.top)
    return shared * 2 > min(box.height, other.box.height)
  }
}

extension String {
  /// Whether a year from 1600 to 2099 stands in the text.
  fileprivate var holdsYear: Bool {
    split { !($0.isASCII && $0.isNumber) }.contains { group in
      group.utf8.count == 4 && Int(group).map { (1600..<2100).contains($0) } ?? false
    }
  }
}
