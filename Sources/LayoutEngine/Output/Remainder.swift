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
    guard let last else { return item.firstText(in: flow, from: 0, cluster: 0) }
    let place = flow.firstIndex(of: last.paragraph) ?? 0
    return item.firstText(in: flow, from: place, cluster: last.line.clusters.upperBound)
  }

  /// The heads of an item that no fold shows, as places among its heads.
  public func hiddenHeads(ofItem number: Int) -> [Int] {
    let drawn = Set(
      folds.flatMap(\.modules).filter { $0.item == number }.flatMap { $0.heads.map(\.head) })
    return items[number].heads.indices.filter { !drawn.contains($0) }
  }
}

extension ContentItem {
  /// The first place with text at or after `cluster` of paragraph `flow[place]`.
  fileprivate func firstText(in flow: [Int], from place: Int, cluster: Int) -> Remainder? {
    var first = cluster
    for paragraph in flow[min(place, flow.count)...] {
      let clusters = paragraphs[paragraph].prepared.clusters
      if let next = clusters[min(first, clusters.count)...].first(where: { !$0.isSpace }) {
        return Remainder(paragraph: paragraph, offset: next.offset)
      }
      first = 0
    }
    return nil
  }
}
