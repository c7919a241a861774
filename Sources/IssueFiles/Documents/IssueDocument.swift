import JSONText
package import NewsModel

extension Issue {
  /// The issue as one JSON object, `broadsheet-issue/1`, and a line feed.
  ///
  /// It has every text once, and says whose it is, on which page, and where it goes on.
  ///
  /// - Complexity: O(*n*) in its text, O(*n*·*m*) in its items and pages.
  package var document: String {
    let content = DocumentContent(self)
    var json = JSONWriter()
    json.object { json in
      json.field("format", "broadsheet-issue/1")
      json.field("paper", orNull: nameplate.name == "—" ? nil : nameplate.name)
      json.field("date", orNull: nameplate.date.date?.description)
      json.array("pages", pages.indices) { json, page in
        json.object { $0.page(pages[page], number: page + 1, items: content.pages[page]) }
      }
      json.array("items", content.items) { json, item in json.object { $0.item(item) } }
    }
    return json.text + "\n"
  }
}

/// An item as the document tells it.
struct DocumentItem {
  /// What it is to whoever reads the document.
  enum Kind: String {
    case article, advert, notice, picture, furniture
  }

  /// An unbroken run on a page, the page from 1.
  typealias Part = (page: Int, paragraphs: [String])

  /// A step from page to page; what is not in the issue has no number but may have a label.
  struct Step {
    var from: Int?
    var fromLabel: String?
    var to: Int?
    var toLabel: String?
    var printed: String?
    var printedFrom: String?
  }

  var id: ItemID
  var kind: Kind
  var headline: String?
  var kicker: String?
  var deck: String?
  var byline: String?
  var parts: [Part] = []
  var jumps: [Step] = []
  var refers: [(step: Step, target: ItemID?)] = []
  /// The article that a picture belongs to.
  var owner: ItemID?
}

extension JSONWriter {
  fileprivate mutating func page(_ page: Page, number: Int, items: [ItemID]) {
    field("number", number)
    let label = "\(PageLabel(page.label))"
    field("label", orNull: label.isEmpty ? nil : label)
    let words = [page.label, page.name].compactMap(\.self).joined(separator: " ")
    field("displayLabel", words)
    array("items", items)
  }

  fileprivate mutating func item(_ item: DocumentItem) {
    field("id", item.id)
    field("kind", item.kind.rawValue)
    field("headline", orNull: item.headline)
    field("kicker", orNull: item.kicker)
    field("deck", orNull: item.deck)
    field("byline", orNull: item.byline)
    array("parts", item.parts) { json, part in
      json.object { json in
        json.field("page", part.page)
        json.array("paragraphs", part.paragraphs)
      }
    }
    array("jumps", item.jumps) { json, step in json.object { $0.step(step) } }
    if !item.refers.isEmpty {
      array("refers", item.refers) { json, refer in
        json.object { json in
          json.step(refer.step)
          json.field("target", orNull: refer.target)
        }
      }
    }
    if let owner = item.owner { field("of", owner) }
  }

  private mutating func step(_ step: DocumentItem.Step) {
    field("fromPage", orNull: step.from)
    if step.from == nil { field("fromLabel", orNull: step.fromLabel) }
    field("toPage", orNull: step.to)
    if step.to == nil { field("toLabel", orNull: step.toLabel) }
    field("printedText", orNull: step.printed)
    if let line = step.printedFrom { field("printedFrom", line) }
  }
}
