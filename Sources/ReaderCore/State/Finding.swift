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

  /// The items of the page screen by screen, each screen's in their order on the page.
  var readingOrder: [Int] {
    var seen: Set<Int> = []
    return folds.flatMap { $0.modules.compactMap { items[$0.item].place?.item }.sorted() }
      .filter { seen.insert($0).inserted }
  }

  /// The module of an item on a fold.
  func module(of item: Int?, on fold: Int) -> Module? {
    guard folds.indices.contains(fold) else { return nil }
    return folds[fold].modules.first { items[$0.item].place?.item == item && item != nil }
  }
}

extension Fold {
  /// The item that gets the focus first: the first of the fold that stands on the page by itself.
  func firstFocus(in layout: PageLayout?) -> Int? {
    guard let layout else { return nil }
    let places = modules.compactMap { layout.items[$0.item].place?.item }
    return places.min()
  }

  /// Where the text on the fold begins; nil where it shows no text.
  func anchor(in layout: PageLayout) -> Anchor? {
    for module in modules {
      guard let line = (module.legs + module.captions).lazy.flatMap(\.lines).first else { continue }
      let text = layout.items[module.item].paragraphs[line.paragraph].prepared
      return Anchor(
        paragraph: line.paragraph, offset: text.bytes(of: line.line.clusters).lowerBound)
    }
    return nil
  }
}
