import LayoutEngine
import ScreenModel
import Typesetter
import UnicodeTables

/// A page that is laid out and drawn: what the laws of a page are checked on.
///
/// The layout says where to look, the cells what stands there.
struct DrawnPage {
  let layout: PageLayout
  let frames: [Frame]
  /// For each item the lines of its body, and those of its captions, in reading order.
  private(set) var body: [[ReadLine]] = []
  private(set) var captions: [[ReadLine]] = []

  init(_ layout: PageLayout) {
    self.layout = layout
    frames = layout.folds.indices.map { fold in
      var frame = Frame(size: layout.size)
      layout.draw(fold: fold, on: &frame) { _ in Style() }
      return frame
    }
    body = layout.items.indices.map { lines(ofItem: $0, captions: false) }
    captions = layout.items.indices.map { lines(ofItem: $0, captions: true) }
  }

  /// The rows of all folds, a form feed between two, as `render` prints them.
  var rows: [String] { Array(frames.map(\.plainText).joined(separator: ["\u{0C}"])) }

  /// What is wrong with the page, a sentence each; nothing with a good one.
  var faults: [String] {
    geometryFaults + readingFaults + breakFaults + presenceFaults + hidingFaults
  }

  private func lines(ofItem item: Int, captions: Bool) -> [ReadLine] {
    layout.folds.indices.flatMap { fold in
      layout.folds[fold].modules.filter { $0.item == item }.flatMap { module in
        (captions ? module.captions : module.legs).flatMap { leg in
          leg.lines.map { line in
            let cells = line.column..<line.column + line.width
            let drawn = read(fold: fold, row: line.row, cells)
            return ReadLine(fold: fold, leg: leg.rect, line: line, drawn: drawn)
          }
        }
      }
    }
  }

  /// The modules of an item, in reading order.
  func modules(ofItem item: Int) -> [Module] {
    layout.folds.flatMap { $0.modules.filter { $0.item == item } }
  }

  /// What the cells of a row show, blanks included.
  func read(fold: Int, row: Int, _ columns: Range<Int>) -> [Unicode.Scalar] {
    let frame = frames[fold]
    var found: [Unicode.Scalar] = []
    guard row >= 0, row < frame.size.rows else { return found }
    for column in columns.clamped(to: 0..<frame.size.columns) {
      guard case .glyph(let glyph) = frame[row: row, column: column].content else { continue }
      if glyph.isBlank { found.append(" ") } else { found += glyph.scalars }
    }
    return found
  }

  /// What the rows of a rectangle show, one after another.
  func read(fold: Int, _ rect: Rect) -> [Unicode.Scalar] {
    (rect.row..<rect.bottom).flatMap { read(fold: fold, row: $0, rect.column..<rect.right) }
  }
}

/// A line of text with its fold and its leg.
struct ReadLine {
  let fold: Int
  let leg: Rect
  let line: PlacedLine
  /// What its cells show, blanks included.
  let drawn: [Unicode.Scalar]

  /// Where it stands, for a person.
  func place(in layout: PageLayout, _ item: Int) -> String {
    "fold \(fold + 1) item \(layout.items[item].id) row \(line.row) column \(line.column)"
  }
}

extension [Unicode.Scalar] {
  /// The form in which drawn text and source text are compared.
  ///
  /// Blanks go, since justification adds them and line ends swallow them; full-width ASCII becomes
  /// ASCII, since Chinese text shows `,` as `，`; dashes and dots may be drawn as lines; a soft hyphen
  /// is no ink.
  var shared: [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for scalar in self where !scalar.isWhite && scalar != "\u{AD}" {
      switch scalar {
      case "\u{FF01}"..."\u{FF5E}": found.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "⋯": found.append("…")
      case "─": found.append("—")
      default: found.append(scalar)
      }
    }
    return found
  }

  /// How many visible code points stand before each blank inside the text.
  var blankPlaces: Set<Int> {
    var (found, seen) = (Set<Int>(), 0)
    for scalar in self {
      if scalar.isWhite { found.insert(seen) } else if scalar != "\u{AD}" { seen += 1 }
    }
    return found.subtracting([0, seen])
  }

  /// Without blanks at the end and the hyphen before them.
  var withoutHyphen: [Unicode.Scalar] {
    let end = lastIndex { $0 != " " } ?? startIndex
    return end < endIndex && self[end] == "-" ? Array(self[..<end]) : self
  }

  var text: String { String(String.UnicodeScalarView(self)) }
}

extension Unicode.Scalar {
  /// Whether it is white space; ideographs are told at once.
  var isWhite: Bool { value == 0x20 || value < 0x3001 && properties.isWhitespace }
}

extension String {
  /// The bytes `range` of the text, as code points.
  func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return Array(unicodeScalars[start..<utf8.index(start, offsetBy: range.count)])
  }
}
