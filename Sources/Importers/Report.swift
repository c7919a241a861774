import IssueFiles
import JSONText
import NewsModel

/// The report of an import of a structured source: what every item became, why, and how sure that is.
///
/// `ids` are those that the items have in the issue, furniture aside.
func report(of draft: Draft, _ ids: [ItemID], _ job: ImportJob) -> ImportReport {
  ImportReport(
    text: draft.reportForPeople(job.notes), json: draft.reportForPrograms(job.notes),
    provenance: draft.provenance(ids))
}

extension Draft {
  /// What the reader can say of each item.
  fileprivate func provenance(_ ids: [ItemID]) -> Provenance {
    var known = Provenance()
    for (item, id) in zip(items.filter { $0.kind != .furniture }, ids) {
      known.origins[id] = item.origin
      if item.confidence < 70 {
        known.doubts[id] =
          "Found by \(item.reason), \(item.confidence) % sure: look at its beginning and its end."
      }
    }
    return known
  }
}

extension DraftItem {
  /// What the item was in its source, and where.
  fileprivate var origin: String {
    let places = parts.flatMap(\.sources).unique
    let more = places.count > 1 ? " and \(places.count - 1) more" : ""
    return reason + (places.first.map { ", from \($0)\(more)" } ?? "")
  }
}

extension Draft {
  /// A line an item: its pages, what it is, its headline, its letters, why.
  fileprivate func reportForPeople(_ notes: [ImportNote]) -> String {
    let lines = items.map { item in
      let pages = item.pageNumbers.map(String.init).joined(separator: ">")
      let title = item.headline.joined(separator: " ").prefix(40)
      return "p\(pages) \(item.kind.rawValue) \(item.id)\(title.isEmpty ? "" : " “\(title)”"): "
        + "\(item.letters) letters; \(item.reason), \(item.confidence) %\n"
    }
    let owned = letters(furniture: false), rest = letters(furniture: true)
    return lines.joined() + notes.map { "note: \($0)\n" }.joined()
      + "\(format): \(pages.count) pages, \(items.count) items; "
      + "\(owned + rest) letters, \(owned) of them in items, \(rest) in what no article claims\n"
  }

  fileprivate func reportForPrograms(_ notes: [ImportNote]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "broadsheet-import-report/1")
      json.object("source") { json in
        json.field("format", format)
        json.field("pages", pages.count)
        json.field("letters", letters(furniture: false) + letters(furniture: true))
      }
      json.array("items", items) { json, item in item.write(into: &json) }
      json.object("totals") { json in
        json.field("owned", letters(furniture: false))
        json.field("furniture", letters(furniture: true))
      }
      json.array("notes", notes.map(\.description))
    }
    return json.text
  }

  private func letters(furniture: Bool) -> Int {
    items.filter { ($0.kind == .furniture) == furniture }.reduce(0) { $0 + $1.letters }
  }
}

extension DraftItem {
  /// The pages on which it stands, from 1, in reading order.
  fileprivate var pageNumbers: [Int] {
    parts.map { $0.page + 1 }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("type", kind.rawValue)
      json.field("headline", orNull: headline.joined(separator: "\n").nonEmpty)
      json.array("pages", pageNumbers) { $0.value($1) }
      json.field("letters", letters)
      json.field("confidence", hundredths: confidence)
      json.field("reason", reason)
      json.array("sources", parts.flatMap(\.sources).unique)
    }
  }
}
