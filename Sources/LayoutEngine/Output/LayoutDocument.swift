import JSONText
import ScreenModel
import Typesetter
import UnicodeTables

extension PageLayout {
  /// The layout document `broadsheet-layout/1`: where everything on the page stands, as JSON.
  ///
  /// Offsets count Unicode scalars. The same layout gives the same bytes.
  public var document: String {
    var json = JSONWriter()
    json.object {
      $0.field("format", "broadsheet-layout/1")
      $0.field("issue", paper)
      $0.field("page", label)
      $0.field("mode", mode.rawValue)
      if arrangement == .author {
        $0.field("arrangement", arrangement.rawValue)
        $0.array("loosened", loosened) { json, item in json.value(items[item].id) }
      }
      $0.object("size") {
        $0.field("columns", size.columns)
        $0.field("rows", size.rows)
      }
      $0.field("ambiguousWidth", typography.widths.ambiguous)
      $0.object("ambiguousExceptions") { json in
        for entry in typography.widths.exceptions.entries {
          json.field(String(Character(entry.scalar)), entry.cells)
        }
      }
      $0.field("kinsoku", typography.prohibition.documentName)
      $0.field("writing", "horizontal")
      $0.object("grid") {
        $0.field("count", grid.count)
        $0.field("measure", grid.measure)
        $0.field("gutter", grid.gutter)
        $0.field("margin", grid.margin)
      }
      $0.array("order", items) { $0.value($1.id) }
      $0.array("items", items.indices) { write(item: $1, to: &$0) }
      $0.array("folds", folds) { write($1, to: &$0) }
    }
    return json.text + "\n"
  }

  private func write(item number: Int, to json: inout JSONWriter) {
    let item = items[number]
    json.object {
      $0.field("id", item.id)
      $0.field("kind", item.kind.rawValue)
      $0.array("heads", item.heads) { json, head in
        json.object {
          $0.field("role", head.role.rawValue)
          $0.field("text", head.text.withoutSoftHyphens)
        }
      }
      $0.array("paragraphs", item.paragraphs) { json, paragraph in
        json.object {
          $0.field("role", paragraph.role.documentName)
          $0.field("text", paragraph.text.withoutSoftHyphens)
        }
      }
      if let jump = item.jump {
        $0.object("jump") {
          $0.field("text", jump.text)
          $0.field("page", jump.page)
        }
      } else {
        $0.null("jump")
      }
      write(remainder(ofItem: number), of: item, to: &$0)
      $0.array("hiddenHeads", hiddenHeads(ofItem: number)) { $0.value($1) }
    }
  }

  private func write(_ hidden: Remainder?, of item: ContentItem, to json: inout JSONWriter) {
    guard let hidden else { return json.null("hidden") }
    let text = item.paragraphs[hidden.paragraph].text
    let offset = text.scalarCount(to: hidden.offset)
    let rest = item.paragraphs[hidden.paragraph...].filter { !$0.isCaption }
    json.object("hidden") {
      $0.field("paragraph", hidden.paragraph)
      $0.field("offset", offset)
      $0.field("scalars", rest.reduce(-offset) { $0 + $1.text.scalarCount(to: .max) })
    }
  }

  private func write(_ fold: Fold, to json: inout JSONWriter) {
    json.object {
      $0.array("modules", fold.modules) { write($1, to: &$0) }
      $0.array("rules", fold.rules) { json, rule in
        json.object {
          $0.rect(rule.rect)
          $0.field("weight", rule.weight.rawValue)
        }
      }
      $0.array("furniture", fold.furniture) { json, piece in
        json.object {
          $0.field("role", piece.role.rawValue)
          $0.rect(piece.rect)
          $0.field("text", piece.text)
        }
      }
    }
  }

  private func write(_ module: Module, to json: inout JSONWriter) {
    let item = items[module.item]
    json.object {
      $0.field("item", item.id)
      $0.rect(module.rect)
      $0.field("column", module.columns.lowerBound)
      $0.field("span", module.columns.count)
      $0.field("boxed", module.isBoxed)
      $0.field("part", module.part)
      $0.array("heads", module.heads) { json, head in
        json.object {
          $0.field("source", head.head)
          $0.field("style", head.style)
          $0.rect(head.rect)
          let text = item.heads[head.head].prepared.drawnText(head.line.bytes)
          $0.field("text", head.line.hyphen ? text + "-" : text)
          $0.field("form", head.art == nil ? "text" : "bitmap")
        }
      }
      $0.array("legs", module.legs) { write($1, of: item, to: &$0) }
      $0.array("pictures", module.pictures) { json, picture in
        json.object {
          $0.rect(picture.rect)
          $0.field("image", picture.image)
        }
      }
      $0.array("captions", module.captions) { write($1, of: item, to: &$0) }
      $0.array("jumps", module.jumps) { json, jump in
        json.object {
          $0.field("kind", jump.kind.rawValue)
          $0.rect(jump.rect)
          $0.field("text", jump.text)
          if let page = jump.page { $0.field("page", page) } else { $0.null("page") }
          $0.field("remainingLines", jump.remainingLines)
        }
      }
    }
  }

  private func write(_ leg: Leg, of item: ContentItem, to json: inout JSONWriter) {
    json.object {
      $0.rect(leg.rect)
      $0.array("lines", leg.lines) { json, line in
        json.object { write(line, of: item, to: &$0) }
      }
    }
  }

  private func write(_ line: PlacedLine, of item: ContentItem, to json: inout JSONWriter) {
    let paragraph = item.paragraphs[line.paragraph]
    let (prepared, bytes) = (paragraph.prepared, line.line.bytes)
    json.field("row", line.row)
    json.field("column", line.column)
    json.field("width", line.width)
    json.field("text", prepared.drawnText(bytes))
    json.object("source") {
      $0.field("paragraph", line.paragraph)
      $0.field("start", paragraph.text.scalarCount(to: bytes.lowerBound))
      $0.field("end", paragraph.text.scalarCount(to: bytes.upperBound))
    }
    json.field("paragraphStart", bytes.lowerBound == 0)
    json.field(
      "paragraphEnd", prepared.isBlank(bytes.upperBound..<prepared.byteCount))
    json.field("hang", line.line.hang)
    json.field("hyphen", line.line.hyphen)
  }
}

extension Typography.Prohibition {
  /// The name of the level in the layout document, which has fewer.
  fileprivate var documentName: String { self == .loose ? "none" : rawValue }
}

extension ParagraphText.Role {
  /// The name of the role in the layout document, which has fewer.
  fileprivate var documentName: String {
    switch self {
    case .pullQuote, .pageMark: "crosshead"
    default: rawValue
    }
  }
}

extension String {
  /// The number of Unicode scalars before the byte at `offset`, soft hyphens not counted.
  fileprivate func scalarCount(to offset: Int) -> Int {
    var (count, end) = (0, 0)
    for scalar in unicodeScalars {
      end += UTF8.width(scalar)
      guard end <= offset else { break }
      if scalar != "\u{AD}" { count += 1 }
    }
    return count
  }

  /// The text without soft hyphens, which the document never mentions: they are no ink.
  fileprivate var withoutSoftHyphens: String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.lazy.filter { $0 != "\u{AD}" })
    return String(kept)
  }
}

extension JSONWriter {
  fileprivate mutating func rect(_ rect: Rect) {
    object("rect") {
      $0.field("column", rect.column)
      $0.field("row", rect.row)
      $0.field("width", rect.width)
      $0.field("height", rect.height)
    }
  }
}
