import JSONText
import NewsModel

/// The report on a text that was read as newspaper pages, for people and for programs.
///
/// `text` is UTF-8 with line feeds, `file` the name by which the report calls it.
package func textReport(
  of text: [UInt8], named file: String, _ overrides: TextOverrides = TextOverrides()
) -> ImportReport {
  let made = reconstruct(text, named: file, overrides)
  let report = TextReport(text, made)
  return ImportReport(
    text: report.text, json: report.json(file, lineCount: text.count { $0 == 0x0A }),
    provenance: report.provenance(file))
}

extension TextReport {
  /// What the reader can say of each item: its lines, and the joins that are to be looked at.
  fileprivate func provenance(_ file: String) -> Provenance {
    var known = Provenance()
    for (id, own) in Dictionary(
      grouping: lines.filter { $0.place != nil }, by: { $0.place?.item ?? "" })
    {
      let numbers = own.map(\.number)
      known.origins[id] =
        "\(file): lines \(numbers.min() ?? 0) to \(numbers.max() ?? 0), \(numbers.count) of them"
      let joins = own.compactMap(\.join).filter { $0.decision != .auto }
      guard let first = joins.first else { continue }
      let more = joins.count > 1 ? " and \(joins.count - 1) more" : ""
      known.doubts[id] = "Line \(first.left) was joined to \(first.right)\(more): \(first.reason)."
    }
    return known
  }

  /// A line for each line of the source: its number, what it is, whose it is, its first words.
  var text: String {
    lines.map { line in
      let start = String(line.text.unicodeScalars.prefix(24))
      let what = line.place.map { "\($0.role) of \($0.item)" } ?? "unowned"
      let copy = line.duplicateOf.map { ", left out: repeats \($0)" } ?? ""
      let join =
        line.join.map { ", goes on in \($0.right) (\($0.decision.rawValue): \($0.reason))" } ?? ""
      return "\(line.number): \(start): \(what)\(copy)\(join)\n"
    }.joined()
  }

  /// `broadsheet-import-report/1`.
  func json(_ file: String, lineCount: Int) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("format", "broadsheet-import-report/1")
      writer.object("source") { writer in
        writer.field("file", file)
        writer.field("lines", lineCount)
        writer.field("nonblankLines", lines.count)
        writer.field("characters", lines.reduce(0) { $0 + $1.characters })
      }
      writer.array("lines", lines) { writer, line in line.write(into: &writer) }
      writer.array("items", items) { writer, item in
        writer.object { writer in
          writer.field("id", item.id)
          writer.field("type", item.type)
          writer.field("openEnd", item.openEnd)
          if let jump = item.jump {
            writer.object("jump") { writer in
              writer.field("line", jump.line)
              writer.field("page", jump.page)
            }
          } else {
            writer.null("jump")
          }
        }
      }
      writer.object("totals") { writer in
        total("owned", &writer) {
          $0.place != nil && $0.duplicateOf == nil && $0.place?.kind != "unowned"
        }
        total("duplicate", &writer) { $0.duplicateOf != nil }
        total("unowned", &writer) {
          $0.duplicateOf == nil && ($0.place == nil || $0.place?.kind == "unowned")
        }
      }
    }
    return writer.text
  }

  private func total(_ name: String, _ writer: inout JSONWriter, _ counts: (Line) -> Bool) {
    let own = lines.filter(counts)
    writer.object(name) { writer in
      writer.field("lines", own.count)
      writer.field("characters", own.reduce(0) { $0 + $1.characters })
    }
  }
}

extension TextReport.Line {
  /// Unicode scalars.
  fileprivate var characters: Int { text.unicodeScalars.count }

  fileprivate func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("number", number)
      writer.field("text", text)
      writer.field("class", place?.kind ?? "unowned")
      writer.field("item", orNull: place?.item)
      writer.field("role", place?.role ?? "unowned")
      writer.field("position", orNull: duplicateOf == nil ? place?.position : nil)
      writer.field("confidence", hundredths: confidence)
      writer.field("reason", reason)
      writer.field("joinedTo", orNull: join?.right)
      writer.field("joinDecision", orNull: join?.decision.rawValue)
      if let join {
        writer.field("joinConfidence", hundredths: join.confidence)
      } else {
        writer.null("joinConfidence")
      }
      writer.field("duplicateOf", orNull: duplicateOf)
    }
  }

  /// How sure the class is, 0 to 100.
  private var confidence: Int {
    switch place?.kind {
    case "masthead", "jump": 97
    case "byline": 93
    case "body": text.unicodeScalars.count > 70 ? 97 : 85
    case "caption", "advert": 88
    case "heading": 86
    case "label", "brief", "crosshead": 78
    default: 40
    }
  }

  private var reason: String {
    if duplicateOf != nil {
      return "the same long paragraph, or the jump line below it, stands elsewhere"
    }
    switch place?.kind {
    case "masthead": return "stands in the head of the page with name and date"
    case "jump": return "is worded as jump lines are"
    case "byline": return "names a reporter, or nothing but a person, below a headline"
    case "body": return join?.reason ?? "runs on as text does, under the head of its story"
    case "caption": return "ends with who took the picture"
    case "advert": return "short lines round a telephone number"
    case "heading": return "short, without a full stop, above running text"
    case "label": return "the name of a series or a kind of text, above a headline"
    case "brief": return "a headline below which no text stands"
    case "crosshead": return "short, between two paragraphs of one story"
    case "folio": return "names the page or who made it"
    default: return "belongs to no story that could be told"
    }
  }
}
