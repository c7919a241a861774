public import NewsModel
import YAMLTree

/// The files of an issue folder, by their paths inside it: `issue.yaml`, `articles/ID.md` and the
/// picture of the nameplate.
///
/// Decoding them gives the issue again, as far as it is one that files can hold: texts are one line
/// each and have no control characters, ids are ids, and every segment but the last has a jump.
/// Other pictures are named, not copied.
public func encodeIssue(_ issue: Issue) -> [String: [UInt8]] {
  var files = ["issue.yaml": Array(issueTree(issue).write().utf8)]
  if let picture = issue.nameplate.picture { files[nameplateFile] = picture.pbm }
  for article in issue.articles {
    files["articles/\(article.id).md"] = Array(articleText(article, in: issue).utf8)
  }
  return files
}

/// The picture of a nameplate that is written, in PBM.
private let nameplateFile = "nameplate.pbm"

/// Writes the files of an issue into a folder, which is made where it is missing.
///
/// Files of the same names are replaced, others stay. Nothing is written for an issue in which an
/// article's id is none: an id such as `../x` would leave the folder.
public func writeIssue(_ issue: Issue, to folder: String) throws(IssueFileError) {
  if let article = issue.articles.first(where: { !$0.id.isItemID }) {
    throw IssueFileError(file: folder, fault: .badID(article.id))
  }
  var path = folder
  do throws(IssueFault) {
    try makeFolder(path)
    path = folder + "/articles"
    try makeFolder(path)
    for (name, bytes) in encodeIssue(issue).sorted(by: { $0.key < $1.key }) {
      path = folder + "/" + name
      try writeFile(path, bytes)
    }
  } catch {
    throw IssueFileError(file: path, fault: error)
  }
}

/// Gathers the fields of a mapping; what is missing is left out.
private struct FieldList {
  var entries: [YAMLEntry] = []

  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    entries.append(YAMLEntry(name, .text(text)))
  }

  mutating func add(_ name: String, plain text: String) {
    entries.append(YAMLEntry(name, .plain(text)))
  }

  mutating func add(_ name: String, _ node: YAMLNode) { entries.append(YAMLEntry(name, node)) }

  /// A list of lines, all of it or nothing.
  mutating func add(_ name: String, lines: [String]) {
    if !lines.isEmpty { add(name, .list(lines.map(YAMLNode.text))) }
  }

  /// One line by itself, several as a list.
  mutating func add(_ name: String, lineOrLines lines: [String]) {
    lines.count == 1 ? add(name, lines.first) : add(name, lines: lines)
  }
}

private func issueTree(_ issue: Issue) -> YAMLNode {
  var fields = FieldList()
  let nameplate = issue.nameplate
  fields.add("format", plain: "\(newestFormat)")
  fields.add("language", issue.language.description)
  fields.add("line-breaking", issue.lineBreaking?.rawValue)
  fields.add("paper", paperTree(nameplate))
  if let date = nameplate.date.date { fields.add("date", plain: date.description) }
  fields.add("printed-date", nameplate.date.printed)
  fields.add("weekday", nameplate.date.weekday)
  fields.add("lunar", nameplate.date.lunar)
  fields.add("number", nameplate.number)
  if nameplate.picture != nil {
    fields.add("nameplate", .map([YAMLEntry("image", .text(nameplateFile))]))
  }
  fields.add("pages", .list(issue.pages.map(pageTree)))
  return .map(fields.entries)
}

private func paperTree(_ nameplate: Nameplate) -> YAMLNode {
  var fields = FieldList()
  fields.add("name", nameplate.name)
  fields.add("subtitle", nameplate.subtitle)
  fields.add("organ", nameplate.organ)
  fields.add("registration", nameplate.registration)
  fields.add("imprint", lines: nameplate.imprint)
  return .map(fields.entries)
}

private func pageTree(_ page: Page) -> YAMLNode {
  var fields = FieldList()
  fields.add("label", page.label)
  fields.add("name", page.name)
  fields.add("section", page.section)
  fields.add("ears", lines: page.ears)
  fields.add("credits", lines: page.credits)
  if !page.items.isEmpty {
    fields.add("items", .list(page.items.map { itemTree($0, page.zones[$0.id] ?? []) }))
  }
  return .map(fields.entries)
}

private func itemTree(_ item: PageItem, _ zones: [Zone]) -> YAMLNode {
  let (kind, node): (String, YAMLNode) =
    switch item {
    case .story(let part): ("story", .text(part.article))
    case .briefs(let group): ("briefs", briefsTree(group))
    case .photo(let photo): ("photo", photoTree(photo))
    case .advert(let advert): ("advert", advertTree(advert))
    case .refers(let box): ("refers", refersTree(box))
    }
  let zone = zonesTree(zones).map { [YAMLEntry("zone", $0)] } ?? []
  return .map([YAMLEntry(kind, node)] + zone)
}

private func briefsTree(_ group: BriefGroup) -> YAMLNode {
  var fields = FieldList()
  fields.add("id", group.id)
  fields.add("label", group.label)
  let briefs = group.briefs.map { brief in
    if let headline = brief.headline, brief.text.isEmpty { return YAMLNode.text(headline) }
    var fields = FieldList()
    fields.add("headline", brief.headline)
    fields.add("text", brief.text)
    return .map(fields.entries)
  }
  fields.add("items", .list(briefs))
  return .map(fields.entries)
}

private func photoTree(_ photo: Photo) -> YAMLNode {
  var fields = FieldList()
  fields.add("id", photo.id)
  fields.add("image", photo.image)
  fields.add("caption", photo.caption)
  fields.add("credit", photo.credit)
  fields.add("story", photo.story)
  return .map(fields.entries)
}

private func advertTree(_ advert: Advert) -> YAMLNode {
  var fields = FieldList()
  fields.add("id", advert.id)
  fields.add("lines", lines: advert.lines)
  return .map(fields.entries)
}

private func refersTree(_ box: ReferBox) -> YAMLNode {
  var fields = FieldList()
  fields.add("id", box.id)
  fields.add("label", box.label)
  let refers = box.refers.map { refer in
    var fields = FieldList()
    fields.add("text", refer.text)
    fields.add("page", refer.page)
    fields.add("story", refer.article)
    return YAMLNode.map(fields.entries)
  }
  fields.add("items", .list(refers))
  return .map(fields.entries)
}

/// An article's file: its fields between two `---`, then its text.
private func articleText(_ article: Article, in issue: Issue) -> String {
  let fields = frontMatter(article)
  let head = fields.entries.isEmpty ? "" : YAMLNode.map(fields.entries).write()
  let text = markdown(article.segments) { index in
    issue.place(of: StoryPart(article: article.id, segment: index)).map {
      issue.pages[$0.page].label
    }
  }
  return "---\n" + head + "---\n" + text
}

private func frontMatter(_ article: Article) -> FieldList {
  var fields = FieldList()
  if article.kind != .story { fields.add("kind", article.kind.rawValue) }
  fields.add("language", article.language?.description)
  fields.add("line-breaking", article.lineBreaking?.rawValue)
  fields.add("label", article.label)
  fields.add("kicker", article.kicker)
  fields.add("headline", lineOrLines: article.headline)
  fields.add("deck", lineOrLines: article.deck)
  fields.add("byline", article.byline)
  fields.add("dateline", article.dateline)
  fields.add("tail", article.tailLine)
  fields.add("sidebar-of", article.sidebarOf)
  if article.boxed { fields.add("boxed", plain: "true") }
  fields.add("from", article.segments.first?.fromLine)
  return fields
}
