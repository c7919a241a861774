extension ScanPage {
  /// The blocks whose middle lies in one of the rectangles, in the order of the rectangles and of the page.
  ///
  /// Of a block that reaches beyond, the lines are taken whose middles lie inside: a rectangle may cut a
  /// column that text recognition took for one block.
  func runs(in rectangles: [ScanBox], page: Int) -> [ScanRun] {
    rectangles.flatMap { rectangle in
      blocks.indices.flatMap { index -> [ScanRun] in
        guard let extent = blocks[index].extent else { return [] }
        if rectangle.covers(extent) { return [ScanRun(page: page, block: index)] }
        guard rectangle.meets(extent) else { return [] }
        let ranges = blocks[index].words(in: rectangle)
        guard ranges.isEmpty, blocks[index].lines.isEmpty || blocks[index].hasLinesWithoutBoxes,
          rectangle.holds(x: extent.middle.x, y: extent.middle.y)
        else { return ranges.map { ScanRun(page: page, block: index, words: $0) } }
        return [ScanRun(page: page, block: index)]
      }
    }
  }
}

extension ScanBox {
  /// Whether another lies inside, a hundredth of its sides aside.
  func covers(_ other: ScanBox) -> Bool {
    let (x, y) = (other.width / 100 + 2, other.height / 100 + 2)
    return Int(other.left) + x >= Int(left) && Int(other.right) - x <= Int(right)
      && Int(other.top) + y >= Int(top) && Int(other.bottom) - y <= Int(bottom)
  }

  /// Whether the two share any place.
  func meets(_ other: ScanBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

extension ScanBlock {
  fileprivate var hasLinesWithoutBoxes: Bool { lines.contains { $0.box == nil } }

  /// The words of the lines whose middle lies in a rectangle, as ranges.
  fileprivate func words(in rectangle: ScanBox) -> [Range<Int>] {
    var (ranges, start) = ([Range<Int>](), 0)
    for line in lines {
      let range = start..<(start + line.words.count)
      start = range.upperBound
      guard let box = line.box ?? line.words.compactMap(\.box).union,
        rectangle.holds(x: box.middle.x, y: box.middle.y)
      else { continue }
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
