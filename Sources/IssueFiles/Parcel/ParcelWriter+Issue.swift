import NewsModel

extension ParcelWriter {
  /// Adds an issue.
  mutating func put(_ issue: Issue) {
    put(issue.language.description)
    put(issue.lineBreaking) { $0.put(choice: $1) }
    put(issue.nameplate)
    put(list: issue.pages) { $0.put($1) }
    put(list: issue.articles) { $0.put($1) }
  }

  private mutating func put(_ nameplate: Nameplate) {
    put(nameplate.name)
    put(nameplate.subtitle)
    put(nameplate.organ)
    put(nameplate.date)
    put(nameplate.number)
    put(nameplate.registration)
    put(nameplate.imprint)
    put(nameplate.picture) { $0.put(bytes: $1.pbm) }
  }

  private mutating func put(_ line: DateLine) {
    put(line.date) { writer, date in
      writer.put(date.year)
      writer.put(date.month)
      writer.put(date.day)
    }
    put(line.printed)
    put(line.weekday)
    put(line.lunar)
  }

  // MARK: Pages

  private mutating func put(_ page: Page) {
    put(page.label)
    put(page.name)
    put(page.section)
    put(page.ears)
    put(list: page.items) { $0.put($1) }
    put(list: page.zones.sorted { $0.key < $1.key }) { writer, entry in
      writer.put(entry.key)
      writer.put(list: entry.value) { $0.put($1) }
    }
    put(page.credits)
  }

  private mutating func put(_ zone: Zone) {
    put(zone.left)
    put(zone.top)
    put(zone.width)
    put(zone.height)
  }

  private mutating func put(_ item: PageItem) {
    switch item {
    case .story(let part):
      put(0)
      put(part.article)
      put(part.segment)
    case .briefs(let group): put(group)
    case .photo(let photo): put(photo)
    case .advert(let advert):
      put(3)
      put(advert.id)
      put(advert.lines)
    case .refers(let box): put(box)
    }
  }

  private mutating func put(_ group: BriefGroup) {
    put(1)
    put(group.id)
    put(group.label)
    put(list: group.briefs) { writer, brief in
      writer.put(brief.headline)
      writer.put(brief.text)
    }
  }

  private mutating func put(_ photo: Photo) {
    put(2)
    put(photo.id)
    put(photo.image)
    put(photo.caption)
    put(photo.credit)
    put(photo.story)
  }

  private mutating func put(_ box: ReferBox) {
    put(4)
    put(box.id)
    put(box.label)
    put(list: box.refers) { writer, refer in
      writer.put(refer.text)
      writer.put(refer.page)
      writer.put(refer.article)
    }
  }

  // MARK: Articles

  private mutating func put(_ article: Article) {
    put(article.id)
    put(choice: article.kind)
    put(article.language?.description)
    put(article.lineBreaking) { $0.put(choice: $1) }
    put(article.label)
    put(article.kicker)
    put(article.headline)
    put(article.deck)
    put(article.byline)
    put(article.dateline)
    put(article.tailLine)
    put(article.sidebarOf)
    put(article.boxed)
    put(list: article.segments) { $0.put($1) }
  }

  private mutating func put(_ segment: Segment) {
    put(segment.fromLine)
    put(list: segment.blocks) { writer, block in
      writer.put(choice: block.role)
      writer.put(block.text)
    }
    put(segment.jump) { writer, jump in
      writer.put(jump.page)
      writer.put(jump.toLine)
    }
    put(segment.breaksParagraph)
  }
}
