/// One place of a vertical line: a row of two cells.
public struct VerticalSlot: Hashable, Sendable {
  /// What is drawn, upright; empty for a blank.
  public let glyph: Glyph
  /// The cells of the glyph, 0 to 2; where they are fewer, blanks fill the slot.
  public let glyphCells: Int
  /// What it stands for, in UTF-8 bytes of the text.
  public internal(set) var bytes: Range<Int>
}

extension WidthPolicy {
  /// The slots of a text that is set in one vertical line, from the top.
  ///
  /// Every cluster that is seen fills a slot, in its vertical form; ASCII as full-width letters, one
  /// below the other. A number of exactly two ASCII digits that stands alone shares a slot, side by
  /// side; `2026`, `3.14` and `G20` do not. What is not seen belongs to the slot before it.
  ///
  /// The slots partition the bytes; a text of which nothing is seen has none.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  public func verticalSlots(
    of text: String, quotes: VerticalForm.Quotes = .doubleOuter
  ) -> [VerticalSlot] {
    var setting = VerticalSetting(drawnForms(of: text), self, quotes)
    return setting.set()
  }

  /// The cells of a text set in one vertical line: two a slot.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  public func verticalCells(of text: String) -> Int { 2 * verticalSlots(of: text).count }
}

/// Sets clusters in slots, one after the other.
private struct VerticalSetting {
  private let clusters: [DrawnCluster]
  private let widths: WidthPolicy
  private let quotes: VerticalForm.Quotes
  private var slots: [VerticalSlot] = []
  /// Bytes before the next cluster that are in no slot yet.
  private var start = 0
  private var offset = 0

  init(_ clusters: [DrawnCluster], _ widths: WidthPolicy, _ quotes: VerticalForm.Quotes) {
    (self.clusters, self.widths, self.quotes) = (clusters, widths, quotes)
  }

  mutating func set() -> [VerticalSlot] {
    var index = 0
    while index < clusters.count {
      let isPair = isPairOfDigits(at: index)
      append(index, isPair: isPair)
      index += isPair ? 2 : 1
    }
    return slots
  }

  private mutating func append(_ index: Int, isPair: Bool) {
    let cluster = clusters[index]
    offset += cluster.byteCount + (isPair ? clusters[index + 1].byteCount : 0)
    if cluster.cells == 0 {
      guard let last = slots.indices.last else { return }  // the first slot takes it
      slots[last].bytes = slots[last].bytes.lowerBound..<offset
      start = offset
      return
    }
    var glyph = cluster.glyph
    var cells = cluster.glyphCells
    if isPair {
      glyph.append(clusters[index + 1].first)
      cells = 2
    } else if let form = form(at: index) {
      glyph = form == "\u{3000}" ? .blank : Glyph(form)
      cells = widths.cells(ofScalar: form)
    }
    slots.append(VerticalSlot(glyph: glyph, glyphCells: cells, bytes: start..<offset))
    start = offset
  }

  private func form(at index: Int) -> Unicode.Scalar? {
    let scalars = clusters[index].glyph.scalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    if first == "’", isLetterOrDigit(index - 1), isLetterOrDigit(index + 1) { return "＇" }
    return VerticalForm.form(of: first, quotes: quotes)
  }

  /// Whether a number begins there that is two digits and nothing else.
  private func isPairOfDigits(at index: Int) -> Bool {
    isDigit(index) && isDigit(index + 1) && !isLetterOrDigit(index + 2)
      && !isLetterOrDigit(index - 1)
      && !(isPoint(index - 1) && isDigit(index - 2)) && !(isPoint(index + 2) && isDigit(index + 3))
  }

  /// The byte of ASCII that a cluster is, 0 for all others.
  private func ascii(_ index: Int) -> UInt8 {
    guard clusters.indices.contains(index), clusters[index].byteCount == 1 else { return 0 }
    return UInt8(truncatingIfNeeded: clusters[index].first.value)
  }

  private func isDigit(_ index: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ascii(index))
  }

  private func isLetterOrDigit(_ index: Int) -> Bool {
    isDigit(index) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(ascii(index) | 0x20)
  }

  private func isPoint(_ index: Int) -> Bool {
    ascii(index) == UInt8(ascii: ".") || ascii(index) == UInt8(ascii: ",")
  }
}
