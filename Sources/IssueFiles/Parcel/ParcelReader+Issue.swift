import NewsModel

extension ParcelReader {
  /// Takes an issue that keeps every rule.
  mutating func issue() throws(ParcelFault) -> Issue {
    let issue = Issue(
      language: LanguageTag(try text()), lineBreaking: try lineBreaking(),
      nameplate: try nameplate(),
      pages: try list { reader throws(ParcelFault) in try reader.page() },
      articles: try list { reader throws(ParcelFault) in try reader.article() })
    if let rule = issue.brokenRule { throw .brokenRule(rule) }
    return issue
  }

  private mutating func lineBreaking() throws(ParcelFault) -> LineBreaking? {
    try flag() ? try choice(LineBreaking.self) : nil
  }

  private mutating func nameplate() throws(ParcelFault) -> Nameplate {
    Nameplate(
      name: try text(), subtitle: try optionalText(), organ: try optionalText(),
      date: try dateLine(), number: try optionalText(), registration: try optionalText(),
      imprint: try texts(), picture: try flag() ? try picture() : nil)
  }

  private mutating func picture() throws(ParcelFault) -> Bitmap {
    guard let picture = try? Bitmap(pbm: try countedBytes()) else { throw .malformed }
    return picture
  }

  private mutating func dateLine() throws(ParcelFault) -> DateLine {
    DateLine(
      date: try flag() ? try date() : nil, printed: try optionalText(),
      weekday: try optionalText(), lunar: try optionalText())
  }

  private mutating func date() throws(ParcelFault) -> CalendarDate {
    let date = CalendarDate(year: try number(), month: try number(), day: try number())
    guard let date else { throw .malformed }
    return date
  }

  // MARK: Pages

  private mutating func page() throws(ParcelFault) -> Page {
    Page(
      label: try text(), name: try optionalText(), section: try optionalText(), ears: try texts(),
      items: try list { reader throws(ParcelFault) in try reader.item() }, zones: try zones(),
      credits: try texts())
  }

  private mutating func zones() throws(ParcelFault) -> [ItemID: [Zone]] {
    let entries = try list { reader throws(ParcelFault) in
      (try reader.text(), try reader.list { part throws(ParcelFault) in try part.zone() })
    }
    return Dictionary(entries) { first, _ in first }
  }

  private mutating func zone() throws(ParcelFault) -> Zone {
    let zone = Zone(
      left: try number(), top: try number(), width: try number(), height: try number())
    guard let zone else { throw .malformed }
    return zone
  }

  private mutating func item() throws(ParcelFault) -> PageItem {
    switch try number() {
    case 0: return .story(StoryPart(article: try text(), segment: try number()))
    case 1: return .briefs(try briefs())
    case 2:
      return .photo(
        Photo(
          id: try text(), image: try optionalText(), caption: try text(),
          credit: try optionalText(), story: try optionalText()))
    case 3: return .advert(Advert(id: try text(), lines: try texts()))
    case 4: return .refers(try refers())
    default: throw .malformed
    }
  }

  private mutating func briefs() throws(ParcelFault) -> BriefGroup {
    BriefGroup(
      id: try text(), label: try optionalText(),
      briefs: try list { reader throws(ParcelFault) in
        Brief(headline: try reader.optionalText(), text: try reader.text())
      })
  }

  private mutating func refers() throws(ParcelFault) -> ReferBox {
    ReferBox(
      id: try text(), label: try optionalText(),
      refers: try list { reader throws(ParcelFault) in
        Refer(
          text: try reader.text(), page: try reader.text(), article: try reader.optionalText())
      })
  }

  // MARK: Articles

  private mutating func article() throws(ParcelFault) -> Article {
    Article(
      id: try text(), kind: try choice(Article.Kind.self),
      language: try optionalText().map(LanguageTag.init), lineBreaking: try lineBreaking(),
      label: try optionalText(), kicker: try optionalText(), headline: try texts(),
      deck: try texts(), byline: try optionalText(), dateline: try optionalText(),
      tailLine: try optionalText(), sidebarOf: try optionalText(), boxed: try flag(),
      segments: try list { reader throws(ParcelFault) in try reader.segment() })
  }

  private mutating func segment() throws(ParcelFault) -> Segment {
    Segment(
      fromLine: try optionalText(),
      blocks: try list { reader throws(ParcelFault) in
        Block(try reader.choice(Block.Role.self), try reader.text())
      }, jump: try flag() ? try jump() : nil, breaksParagraph: try flag())
  }

  private mutating func jump() throws(ParcelFault) -> Jump {
    Jump(page: try text(), toLine: try optionalText())
  }
}
