import NewsModel
import YAMLTree

/// A page as `issue.yaml` lists it: its stories are still names.
struct DecodedPage {
  /// An item, and where the file lists it.
  struct Item {
    /// A story's segment is settled once its file is read.
    var item: PageItem
    let mark: YAMLMark
    /// Where print has it; empty where the file does not say.
    var zones: [Zone] = []
    var zoneMark: YAMLMark?
    /// Where the pointers of a refer box stand, and what else has to be checked later.
    var referMarks: [YAMLMark] = []
    /// Where a photo names its story.
    var storyMark: YAMLMark?
  }

  var page: Page
  let mark: YAMLMark
  var items: [Item]
  var earMarks: [YAMLMark]
}

extension FieldReader {
  private static let pageFields = ["label", "name", "section", "ears", "credits", "items"]
  private static let itemKinds = ["story", "briefs", "photo", "advert", "refers"]

  /// An entry of `pages`; nil, and noted, where it has no label.
  mutating func page(_ node: YAMLNode) -> DecodedPage? {
    let fields = fields(of: node, named: "a page", known: Self.pageFields)
    guard let label = text(fields["label"], "label") else {
      if node.entries != nil {
        missing("label", "the number as printed, `label: \"1\"`", node.mark)
      }
      return nil
    }
    let earNodes = list(fields["ears"], "ears")
    let ears = earNodes.compactMap { node in id(node, "ears").map { ($0, node.mark) } }
    let items = list(fields["items"], "items").compactMap { item($0) }
    if items.isEmpty { report(.emptyPage(label: label), at: node.mark) }
    let zones = items.filter { !$0.zones.isEmpty }.map { ($0.item.id, $0.zones) }
    let page = Page(
      label: label, name: text(fields["name"], "name"),
      section: text(fields["section"], "section"), ears: ears.map(\.0),
      zones: Dictionary(zones) { first, _ in first },
      credits: lines(fields["credits"], "credits"))
    return DecodedPage(page: page, mark: node.mark, items: items, earMarks: ears.map(\.1))
  }

  /// An entry of `items`; nil, and noted, where it is none.
  private mutating func item(_ node: YAMLNode) -> DecodedPage.Item? {
    guard let entries = node.entries, let entry = entries.first(where: { $0.key != "zone" }) else {
      report(.unknownItem(found: node.kindName), at: node.mark)
      return nil
    }
    for other in entries where other.key != entry.key && other.key != "zone" {
      report(.unknownField(other.key, nearest: nil), at: other.keyMark)
    }
    let zones = node["zone"].map { self.zones($0) } ?? []
    var item = item(entry)
    item?.zones = zones
    item?.zoneMark = node["zone"]?.mark
    return item
  }

  private mutating func item(_ entry: YAMLEntry) -> DecodedPage.Item? {
    switch entry.key {
    case "story":
      return storyID(entry.value).map {
        DecodedPage.Item(item: .story(StoryPart(article: $0)), mark: entry.value.mark)
      }
    case "briefs": return briefs(entry.value)
    case "photo": return photo(entry.value)
    case "advert": return advert(entry.value)
    case "refers": return refers(entry.value)
    default:
      report(.unknownItem(found: quoted(entry.key)), at: entry.keyMark)
      return nil
    }
  }

  private mutating func storyID(_ node: YAMLNode) -> ItemID? {
    if node.isEmpty { missing("story", "an id, `story: some-id`", node.mark) }
    return id(node, "story")
  }

  private mutating func briefs(_ node: YAMLNode) -> DecodedPage.Item? {
    let fields = fields(of: node, named: "briefs", known: ["id", "label", "items"])
    guard let id = requiredID(fields["id"], node) else { return nil }
    let briefs = list(fields["items"], "items").compactMap { brief($0) }
    if briefs.isEmpty { missing("items", "a list of briefs", node.mark) }
    let group = BriefGroup(id: id, label: text(fields["label"], "label"), briefs: briefs)
    return DecodedPage.Item(item: .briefs(group), mark: fields["id"]?.mark ?? node.mark)
  }

  private mutating func brief(_ node: YAMLNode) -> Brief? {
    if node.string != nil { return text(node, "a brief").map { Brief(headline: $0) } }
    let fields = fields(of: node, named: "a brief", known: ["headline", "text"])
    let headline = text(fields["headline"], "headline")
    let text = text(fields["text"], "text") ?? ""
    if headline == nil, text.isEmpty {
      missing("headline", "a headline, a text or both", node.mark)
      return nil
    }
    return Brief(headline: headline, text: text)
  }

  private mutating func photo(_ node: YAMLNode) -> DecodedPage.Item? {
    let fields = fields(
      of: node, named: "a photo", known: ["id", "image", "caption", "credit", "story"])
    guard let id = requiredID(fields["id"], node) else { return nil }
    let photo = Photo(
      id: id, image: text(fields["image"], "image"),
      caption: text(fields["caption"], "caption") ?? "",
      credit: text(fields["credit"], "credit"), story: self.id(fields["story"], "story"))
    if photo.image == nil, photo.caption.isEmpty {
      missing("caption", "a caption, an image or both", node.mark)
    }
    return DecodedPage.Item(
      item: .photo(photo), mark: (fields["image"] ?? node).mark, storyMark: fields["story"]?.mark)
  }

  private mutating func advert(_ node: YAMLNode) -> DecodedPage.Item? {
    let fields = fields(of: node, named: "an advert", known: ["id", "lines"])
    guard let id = requiredID(fields["id"], node) else { return nil }
    let lines = lines(fields["lines"], "lines")
    if lines.isEmpty { missing("lines", "the lines of the advert", node.mark) }
    return DecodedPage.Item(
      item: .advert(Advert(id: id, lines: lines)), mark: fields["id"]?.mark ?? node.mark)
  }

  private mutating func refers(_ node: YAMLNode) -> DecodedPage.Item? {
    let fields = fields(of: node, named: "refers", known: ["id", "label", "items"])
    guard let id = requiredID(fields["id"], node) else { return nil }
    let nodes = list(fields["items"], "items")
    let refers = nodes.compactMap { node in refer(node).map { ($0, node.mark) } }
    if nodes.isEmpty { missing("items", "a list of pointers", node.mark) }
    let box = ReferBox(
      id: id, label: text(fields["label"], "label"), refers: refers.map(\.0))
    return DecodedPage.Item(
      item: .refers(box), mark: fields["id"]?.mark ?? node.mark, referMarks: refers.map(\.1))
  }

  private mutating func refer(_ node: YAMLNode) -> Refer? {
    let fields = fields(of: node, named: "a pointer", known: ["text", "page", "story"])
    guard node.entries != nil else { return nil }
    guard let page = text(fields["page"], "page") else {
      missing("page", "the page pointed to, `page: \"3\"`", node.mark)
      return nil
    }
    return Refer(
      text: text(fields["text"], "text") ?? "", page: page, article: id(fields["story"], "story"))
  }

  private mutating func requiredID(_ node: YAMLNode?, _ parent: YAMLNode) -> ItemID? {
    if node == nil { missing("id", "an id of its own, `id: some-id`", parent.mark) }
    return id(node, "id")
  }

  /// Notes that a field is not there.
  mutating func missing(_ field: String, _ hint: String, _ mark: YAMLMark) {
    report(.missingField(field, hint: hint), at: mark)
  }
}
