public import NewsModel

extension Issue {
  /// The whole issue in reading order, linear: for screen readers and pipes.
  ///
  /// A story stands where it begins, with all its parts joined; a mark tells where print turned the
  /// page. Every line is free of control characters and of bidi overrides.
  public var linearText: String {
    var writer = LinearWriter(issue: self)
    writer.write()
    return writer.text
  }
}

private struct LinearWriter {
  let issue: Issue
  var text = ""

  init(issue: Issue) { self.issue = issue }

  mutating func write() {
    let plate = issue.nameplate
    line(plate.name)
    let day = [
      plate.date.printed ?? plate.date.date?.description, plate.date.weekday, plate.date.lunar,
    ]
    for field in (day + [plate.number, plate.subtitle, plate.organ, plate.registration])
      .compactMap(\.self) + plate.imprint
    {
      line(field)
    }
    for page in issue.pages { write(page) }
  }

  private mutating func write(_ page: Page) {
    line("")
    line((["== \(page.label)"] + [page.name].compactMap(\.self)).joined(separator: " ") + " ==")
    page.credits.forEach { line($0) }
    for item in page.items {
      line("")
      write(item)
    }
  }

  private mutating func write(_ item: PageItem) {
    switch item {
    case .story(let part): write(part)
    case .briefs(let group):
      if let label = group.label { line("[\(label)]") }
      for brief in group.briefs {
        line(
          "- "
            + [brief.headline, brief.text].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " "))
      }
    case .photo(let photo):
      line([photo.caption, photo.credit].compactMap(\.self).joined(separator: " "))
    case .advert(let advert): advert.lines.forEach { line($0) }
    case .refers(let box):
      if let label = box.label { line("[\(label)]") }
      box.refers.forEach { line("- \($0.text) → \($0.page)") }
    }
  }

  private mutating func write(_ part: StoryPart) {
    guard let article = issue.article(part.article) else { return }
    guard part.segment == 0 else {
      line("→ \(article.title)")
      return
    }
    if let label = article.label { line("[\(label)]") }
    let heads = [article.kicker].compactMap(\.self) + article.headline + article.deck
    for head in heads + [article.byline, article.dateline].compactMap(\.self) { line(head) }
    for segment in article.segments {
      if let from = segment.fromLine { line("—— \(from) ——") }
      for block in segment.blocks {
        line("")
        line(block.text)
      }
      if let jump = segment.jump { line("—— \(jump.toLine ?? jump.page) ——") }
    }
    if let tail = article.tailLine { line(tail) }
  }

  /// Adds a line; control characters and bidi overrides become blanks.
  private mutating func line(_ words: String) {
    for scalar in words.unicodeScalars {
      text.unicodeScalars.append(scalar.isHarmless ? scalar : " ")
    }
    text += "\n"
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may be sent to a terminal: no control, no bidi override, no line separator.
  package var isHarmless: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C,
      0x2028, 0x2029:
      false
    default: true
    }
  }
}
