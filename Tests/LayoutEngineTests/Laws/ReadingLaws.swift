import LayoutEngine
import ScreenModel
import Typesetter

extension DrawnPage {
  /// The words on the page are the words of the source: lines follow one another from the start of the
  /// text, each shows its slice, and so do heads, jump lines and furniture.
  var readingFaults: [String] {
    layout.items.indices.flatMap { item in
      headFaults(item) + lineFaults(item, captions: false) + lineFaults(item, captions: true)
        + jumpFaults(item)
    } + furnitureFaults
  }

  private func headFaults(_ number: Int) -> [String] {
    let item = layout.items[number]
    var drawn: [Int: [Unicode.Scalar]] = [:]
    for (fold, sheet) in layout.folds.enumerated() {
      for module in sheet.modules where module.item == number {
        for head in module.heads {
          var shown = read(fold: fold, head.rect)
          if let art = head.art {
            // Large type is compared with its own blocks, and stands for the whole head.
            let blocks = Array(art.rows.joined())
            shown = shown == blocks ? Array(item.heads[head.head].text.unicodeScalars) : shown
          }
          drawn[head.head, default: []] += head.line.hyphen ? shown.withoutHyphen : shown
        }
      }
    }
    return drawn.keys.sorted().compactMap { head in
      let (shown, wanted) = (drawn[head] ?? [], Array(item.heads[head].text.unicodeScalars))
      return shown.shared == wanted.shared
        ? nil : "\(item.id) shows the head \(shown.text), the source has \(wanted.text)"
    }
  }

  private func lineFaults(_ number: Int, captions: Bool) -> [String] {
    let item = layout.items[number]
    var faults: [String] = []
    var next = item.firstText(captions: captions)
    for read in captions ? self.captions[number] : body[number] {
      let (line, place) = (read.line, read.place(in: layout, number))
      let paragraph = item.paragraphs[line.paragraph]
      if next.map({ $0.paragraph == line.paragraph && $0.offset == line.line.bytes.lowerBound })
        != true
      {
        faults.append("\(place) does not begin where the line before it ended")
      }
      next = item.text(after: line.line.bytes.upperBound, of: line.paragraph)
      let shown = line.line.hyphen ? read.drawn.withoutHyphen : read.drawn
      let wanted = paragraph.text.scalars(line.line.bytes)
      if shown.shared != wanted.shared || line.line.hyphen && shown == read.drawn {
        faults.append("\(place) shows “\(read.drawn.text)”, the source has “\(wanted.text)”")
      } else if wanted.contains(where: \.isWhite),
        !wanted.blankPlaces.isSubset(of: shown.blankPlaces)
      {
        faults.append("\(place) lost a blank of “\(wanted.text)”")
      }
    }
    return faults
  }

  private func jumpFaults(_ number: Int) -> [String] {
    layout.folds.enumerated().flatMap { fold, sheet in
      sheet.modules.filter { $0.item == number }.flatMap(\.jumps).compactMap { jump in
        let shown = read(fold: fold, jump.rect)
        return shown.shared == Array(jump.text.unicodeScalars).shared
          ? nil : "fold \(fold + 1) shows the jump line \(jump.text) as “\(shown.text)”"
      }
    }
  }

  private var furnitureFaults: [String] {
    layout.folds.enumerated().flatMap { fold, sheet in
      sheet.furniture.compactMap { piece in
        let shown = read(fold: fold, piece.rect)
        return shown.shared == Array(piece.text.unicodeScalars).shared
          ? nil : "fold \(fold + 1) shows \(piece.text) as “\(shown.text)”"
      }
    }
  }
}

/// A place in the text of an item: a paragraph, and a byte of it at which no blank begins.
struct TextPlace: Hashable {
  let paragraph: Int
  let offset: Int
}

extension ContentItem {
  /// Where the body or the captions begin; nil where there is no text.
  func firstText(captions: Bool) -> TextPlace? {
    paragraphs.firstIndex { $0.isCaption == captions }.flatMap { text(after: 0, of: $0) }
  }

  /// The first cluster that is no blank, from that byte on, over the paragraphs of the same flow.
  func text(after offset: Int, of paragraph: Int) -> TextPlace? {
    let (isCaption, prepared) = (paragraphs[paragraph].isCaption, paragraphs[paragraph].prepared)
    if let found = prepared.clusters(in: offset..<prepared.byteCount).first(where: { !$0.isSpace })
    {
      return TextPlace(paragraph: paragraph, offset: found.offset)
    }
    let later = paragraphs.indices.dropFirst(paragraph + 1).first {
      paragraphs[$0].isCaption == isCaption
    }
    return later.flatMap { text(after: 0, of: $0) }
  }
}
