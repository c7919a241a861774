import TestSupport

extension JSONValue {
  /// Objects of a layout document whose keys are not those of the contract, in its order.
  var misshapenParts: [String] {
    var found = misshapen(
      "format issue page mode size ambiguousWidth ambiguousExceptions kinsoku writing grid order"
        + " items folds")
    found += self["size"].misshapen("columns rows")
    found += self["grid"].misshapen("count measure gutter margin")
    found += self["items"].elements.flatMap(\.misshapenItem)
    for fold in self["folds"].elements {
      found += fold.misshapen("modules rules furniture")
      found += fold["modules"].elements.flatMap(\.misshapenModule)
      found += fold["rules"].elements.flatMap { $0.misshapen("rect weight") + $0.misshapenRect }
      found += fold["furniture"].elements.flatMap {
        $0.misshapen("role rect text") + $0.misshapenRect
      }
    }
    return found
  }

  private var misshapenItem: [String] {
    var found = misshapen("id kind heads paragraphs jump hidden hiddenHeads")
    found += (self["heads"].elements + self["paragraphs"].elements).flatMap {
      $0.misshapen("role text")
    }
    if self["jump"] != .null { found += self["jump"].misshapen("text page") }
    if self["hidden"] != .null { found += self["hidden"].misshapen("paragraph offset scalars") }
    return found
  }

  private var misshapenModule: [String] {
    var found = misshapen("item rect column span boxed part heads legs pictures captions jumps")
    found += misshapenRect
    found += self["heads"].elements.flatMap {
      $0.misshapen("source style rect text form") + $0.misshapenRect
    }
    found += self["jumps"].elements.flatMap {
      $0.misshapen("kind rect text page remainingLines") + $0.misshapenRect
    }
    found += self["pictures"].elements.flatMap { $0.misshapen("rect image") + $0.misshapenRect }
    for leg in self["legs"].elements + self["captions"].elements {
      found += leg.misshapen("rect lines") + leg.misshapenRect
      for line in leg["lines"].elements {
        found += line.misshapen(
          "row column width text source paragraphStart paragraphEnd hang hyphen")
        found += line["source"].misshapen("paragraph start end")
      }
    }
    return found
  }

  private var misshapenRect: [String] { self["rect"].misshapen("column row width height") }

  private func misshapen(_ wanted: String) -> [String] {
    let found = keys.joined(separator: " ")
    return found == wanted ? [] : ["“\(found)” in place of “\(wanted)”"]
  }
}

extension JSONValue {
  /// Of a layout document: every line, with its item.
  var lines: [(item: JSONValue, line: JSONValue)] {
    modules.flatMap { module in
      let item = self["items"].elements.first { $0["id"] == module["item"] } ?? .null
      let legs = module["legs"].elements + module["captions"].elements
      return legs.flatMap { $0["lines"].elements.map { (item, $0) } }
    }
  }

  /// Of a layout document: how much of the body of an item stands before the end of its last line.
  func shownLength(of item: JSONValue) -> Int {
    let legs = modules.filter { $0["item"] == item["id"] }.flatMap { $0["legs"].elements }
    guard let last = legs.flatMap({ $0["lines"].elements }).last?["source"] else { return 0 }
    return item.bodyOffset(last["paragraph"].number ?? 0, last["end"].number ?? 0)
  }

  private var modules: [JSONValue] { self["folds"].elements.flatMap { $0["modules"].elements } }

  /// Of a source: its slice of the paragraph.
  var range: Range<Int> {
    let start = self["start"].number ?? 0
    return start..<max(start, self["end"].number ?? 0)
  }

  /// Of an item: the code points of a paragraph.
  func text(of paragraph: Int) -> [Unicode.Scalar] {
    Array((self["paragraphs"].elements[paragraph]["text"].string ?? "").unicodeScalars)
  }

  /// Of an item: the code points of the body before a place in it.
  func bodyOffset(_ paragraph: Int, _ offset: Int) -> Int {
    bodyParagraphs.filter { $0 < paragraph }.reduce(offset) { $0 + text(of: $1).count }
  }

  /// Of an item: the code points of the body.
  var bodyLength: Int { bodyParagraphs.reduce(0) { $0 + text(of: $1).count } }

  /// Of an item: whether the body is blank from that code point on, up to another.
  func isBlank(from start: Int, to end: Int = .max) -> Bool {
    let body = bodyParagraphs.flatMap(text)
    return body[start..<min(end, body.count)].allSatisfy(\.isWhite)
  }

  private var bodyParagraphs: [Int] {
    let roles = self["paragraphs"].elements.map { $0["role"].string }
    return roles.indices.filter { roles[$0] != "caption" && roles[$0] != "credit" }
  }
}
