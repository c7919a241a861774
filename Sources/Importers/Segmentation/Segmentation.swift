import NewsModel

extension ScanIssue {
  /// Finds items on pages of which nothing but lines is known: columns by what stands below what, headlines by
  /// their size, place and capitals, and the text below a headline up to the next one.
  ///
  /// What stands at the head or foot of a page by itself is furniture, as is the nameplate. A page without a
  /// headline is one item; one whose lines have no places is read in the order of its file. Blocks that the
  /// file calls adverts are adverts. The order of the blocks in the file tells nothing where their places are
  /// known. Deterministic; nothing is lost, for every line is in one item or in none, which is furniture.
  mutating func segment() {
    for page in pages.indices {
      var segmenter = PageSegmenter(pages[page], page)
      segmenter.run()
      items += segmenter.items
    }
  }
}

/// Finds the items of one page.
private struct PageSegmenter {
  private let page: ScanPage
  private let number: Int
  private(set) var items: [ScanItem] = []

  init(_ page: ScanPage, _ number: Int) { (self.page, self.number) = (page, number) }

  mutating func run() {
    var lines = page.segmentLines()
    guard !lines.isEmpty else {
      addWhole()
      return
    }
    let metrics = SegmentMetrics(lines)
    let splitting = LineSplitting(page, page.segmentPlane, lines, metrics)
    lines = lines.flatMap { splitting.pieces(of: $0) }
    lines = LineJoining(metrics: metrics).joined(lines)
    let order = PageOrder(lines, metrics)
    let furniture = PageFurniture(order.ordered, order.metrics)?.furniture(isFirst: number == 0)
    let kept = order.ordered.indices.filter { furniture?[$0] != true }.map { order.ordered[$0] }
    var making = ItemMaking(page: page, number: number, metrics: order.metrics)
    making.add(kept)
    items = making.items
  }

  /// A page whose lines have no places: one item, in the order of the file.
  private mutating func addWhole() {
    let blocks = page.blocks.indices.filter { page.blocks[$0].wordCount > 0 }
    guard !blocks.isEmpty else { return }
    var item = ScanItem(id: "p\(number + 1)-1", kind: .article, reason: "no places known")
    item.confidence = 20
    item.pieces = blocks.map { ScanPiece(role: .body, runs: [ScanRun(page: number, block: $0)]) }
    items.append(item)
  }
}
