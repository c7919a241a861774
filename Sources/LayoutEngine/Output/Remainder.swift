import Typesetter

extension PageLayout {
  /// Where the text of an item that no fold shows begins, or nil when all is shown.
  public func remainder(ofItem number: Int) -> Remainder? {
    let item = items[number]
    let flow = item.paragraphs.indices.filter { !item.paragraphs[$0].isCaption }
    var last: PlacedLine?
    for fold in folds {
      for module in fold.modules where module.item == number {
        last = module.legs.last { !$0.lines.isEmpty }?.lines.last ?? last
      }
    }
    guard let last else { return item.nextText(in: flow[...], after: 0) }
    let place = flow.firstIndex(of: last.paragraph) ?? 0
    return item.nextText(in: flow[place...], after: last.line.bytes.upperBound)
  }

  /// The heads of an item that no fold shows, as places among its heads.
  public func hiddenHeads(ofItem number: Int) -> [Int] {
    let drawn = Set(
      folds.flatMap(\.modules).filter { $0.item == number }.flatMap { $0.heads.map(\.head) })
    return items[number].heads.indices.filter { !drawn.contains($0) }
  }
}

extension ContentItem {
  /// Where text goes on in the paragraphs `flow`, `offset` bytes into the first of them; blanks alone
  /// are no text.
  fileprivate func nextText(in flow: ArraySlice<Int>, after offset: Int) -> Remainder? {
    var start = offset
    for paragraph in flow {
      let text = paragraphs[paragraph].prepared
      let rest = min(start, text.byteCount)..<text.byteCount
      if !text.isBlank(rest) { return Remainder(paragraph: paragraph, offset: rest.lowerBound) }
      start = 0
    }
    return nil
  }
}
