import LayoutEngine
import NewsModel
import ScreenModel
import Typesetter

extension PageLayout {
  /// The first fold on which the item at that place of the page stands.
  func fold(showing item: Int?) -> Int? {
    guard let item else { return nil }
    return folds.firstIndex { fold in fold.modules.contains { items[$0.item].place?.item == item } }
  }

  /// The fold that holds a place of the first item's text: the last one that begins at or before it.
  func fold(holding anchor: Anchor) -> Int? {
    folds.lastIndex { fold in
      guard let start = fold.anchor(in: self) else { return false }
      return (start.paragraph, start.offset) <= (anchor.paragraph, anchor.offset)
    }
  }

  /// The items of the page screen by screen, in the order of ``Fold/readingOrder(in:)``.
  var readingOrder: [Int] {
    var seen: Set<Int> = []
    return folds.flatMap { $0.readingOrder(in: self) }.filter { seen.insert($0).inserted }
  }

  /// The module of an item on a fold.
  func module(of item: Int?, on fold: Int) -> Module? {
    guard folds.indices.contains(fold) else { return nil }
    return folds[fold].modules.first { items[$0.item].place?.item == item && item != nil }
  }
}

extension Fold {
  /// The items of the fold as they stand, adverts last: an ear stands above the lead and is no news.
  func readingOrder(in layout: PageLayout) -> [Int] {
    let items = modules.map { layout.items[$0.item] }
    let sorted = items.filter { $0.kind != .advert } + items.filter { $0.kind == .advert }
    return sorted.compactMap(\.place?.item)
  }

  /// The item that gets the focus first.
  func firstFocus(in layout: PageLayout?) -> Int? {
    layout.flatMap { readingOrder(in: $0).first }
  }

  /// Where the text on the fold begins; nil where it shows no text.
  func anchor(in layout: PageLayout) -> Anchor? {
    for module in modules {
      guard let line = (module.legs + module.captions).lazy.flatMap(\.lines).first else { continue }
      return Anchor(paragraph: line.paragraph, offset: line.line.bytes.lowerBound)
    }
    return nil
  }
}
