import NewsModel

/// A METS file: the files it names, its descriptions and its structures.
struct MetsDocument {
  /// The path of the file in the folder of the import.
  let path: String
  let root: MarkupElement
  /// The paths of the text files it names, by their ids, as far as they stay in the folder.
  private(set) var texts: [String: String] = [:]
  /// The ids of the text files in the order of the file.
  private(set) var textOrder: [String] = []
  /// The descriptions, by their ids.
  private(set) var descriptions: [String: MetsDescription] = [:]
  /// The structure of pages, where there is one.
  let physical: MarkupElement?
  /// The structure of articles, where there is one.
  let logical: MarkupElement?

  init(_ root: MarkupElement, path: String) {
    (self.root, self.path) = (root, path)
    let maps = root.elements("structMap")
    logical = maps.first { $0["TYPE"]?.lowercased() == "logical" }
    physical =
      maps.first { $0["TYPE"]?.lowercased() == "physical" } ?? maps.first { $0["TYPE"] == nil }
    for section in root.elements("dmdSec") {
      if let id = section["ID"] { descriptions[id] = MetsDescription(section) }
    }
    root.element("fileSec")?.all("file").forEach { take($0) }
  }

  /// Notes a file of text; pictures and prints are left out, also where only their names tell.
  private mutating func take(_ file: MarkupElement) {
    guard let id = file["ID"], let reference = file.element("FLocat")?["href"] else { return }
    let name = reference.lowercased()
    let isMarkup = [".xml", ".xml.gz", ".xml.bz2", ".alto"].contains { name.hasSuffix($0) }
    guard isMarkup || file["MIMETYPE"]?.contains("xml") == true else { return }
    guard let path = Importers.path(reference, from: path) else { return }
    texts[id] = path
    textOrder.append(id)
  }

  /// The description of a division; several may be named.
  func description(of division: MarkupElement) -> MetsDescription? {
    division["DMDID"]?.split(separator: " ").lazy.compactMap { descriptions[String($0)] }.first
  }

  /// The pages in their order: their divisions.
  var pageDivisions: [MarkupElement] {
    let divisions = physical?.all { $0.name == "div" && $0.divisionType.hasSuffix("page") } ?? []
    let orders = divisions.map { $0["ORDER"].flatMap { Int($0) } }
    guard !orders.contains(nil), Set(orders).count == orders.count else { return divisions }
    return divisions.indices.sorted { orders[$0] ?? 0 < orders[$1] ?? 0 }.map { divisions[$0] }
  }

  /// The text file of a page, and the page of that file where it names one.
  func text(ofPage division: MarkupElement) -> (id: String, page: String?)? {
    for pointer in division.elements("fptr") {
      if let id = pointer["FILEID"], texts[id] != nil { return (id, nil) }
      for area in pointer.all("area") {
        if let id = area["FILEID"], texts[id] != nil { return (id, area["BEGIN"]) }
      }
    }
    return nil
  }
}

extension MarkupElement {
  /// The type of a division in small letters, without namespaces and `_`.
  var divisionType: String {
    let type = self["TYPE"].map { $0.split(separator: ":").last.map(String.init) ?? $0 } ?? ""
    return type.lowercased().filter { $0 != "_" && $0 != " " }
  }

  /// The areas that a division names itself, not through those inside it.
  var ownAreas: [MarkupElement] { elements("fptr").flatMap { $0.all("area") } }
}

/// What METS says of an issue, an article or a page: MODS, or Dublin Core.
struct MetsDescription {
  /// The title with the article before it and the subtitle behind it.
  var title: String?
  /// Who wrote it.
  var author: String?
  /// The day of issue.
  var date: CalendarDate?
  /// The language.
  var language: LanguageTag?
  /// The page number as printed.
  var page: String?
  /// Whether it is classified as an advert.
  var isAdvert = false

  init(_ section: MarkupElement) {
    let titles = section.all("titleInfo").filter { $0["type"] == nil }
    title = titles.map(\.title).filter { !$0.isEmpty }.joined(separator: " ").nonEmpty
    title = title ?? section.first("title")?.words.nonEmpty
    author =
      section.all("name").map(\.author).filter { !$0.isEmpty }.joined(separator: ", ").nonEmpty
    let dates = ["dateIssued", "dateCreated", "date"].flatMap { section.all($0) }
    date = dates.lazy.compactMap { CalendarDate(written: $0.words) }.first
    language = section.first("languageTerm").flatMap { LanguageTag(code: $0.words) }
    page = section.printedPageOfNDNP ?? section.first("extent")?.first("start")?.words.nonEmpty
    isAdvert = section.all("classification").contains {
      ["advertisement", "freead"].contains($0.words.lowercased())
    }
  }
}

extension MarkupElement {
  /// The words of a `titleInfo`: `nonSort`, `title`, `subTitle`.
  fileprivate var title: String {
    ["nonSort", "title", "subTitle"].compactMap { element($0)?.words.nonEmpty }
      .joined(separator: " ")
  }

  /// The words of a `name`, unless it is somebody else than the author.
  fileprivate var author: String {
    let role = first("roleTerm")?.words.lowercased() ?? "author"
    guard ["author", "aut", "creator", "auteur"].contains(role) else { return "" }
    return elements("namePart").map(\.words).joined(separator: " ")
  }
}

extension LanguageTag {
  /// A language by its code of two or three letters or its English name; nil for what is none.
  init?(code: String) {
    let names = [
      "fre": "fr", "fra": "fr", "french": "fr", "ger": "de", "deu": "de", "german": "de",
      "eng": "en", "english": "en", "dut": "nl", "nld": "nl", "ita": "it", "spa": "es",
      "fin": "fi", "swe": "sv", "ltz": "lb", "jpn": "ja", "chi": "zh", "zho": "zh", "kor": "ko",
      "por": "pt", "pol": "pl", "est": "et", "dan": "da", "nor": "no", "lat": "la", "cze": "cs",
    ]
    let code = code.lowercased().replacing("_", with: "-")
    if let short = names[code] {
      self.init(short)
    } else if (2...3).contains(code.prefix { $0 != "-" }.count),
      code.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
    {
      self.init(code)
    } else {
      return nil
    }
  }
}

extension CalendarDate {
  /// A day as sources write it: `1858-12-07`, `18581207`, `07.12.1858`, `7/12/1858`, also with more behind it.
  ///
  /// Day and month are told apart by their order alone: the day stands first where the year is last.
  init?(written text: String) {
    let groups = text.split { !$0.isASCIIDigit }.prefix(3).map(String.init)
    let numbers = groups.compactMap { Int($0) }
    if let first = groups.first, first.count == 8, let whole = numbers.first {
      self.init(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    } else if numbers.count == 3, groups[0].count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if numbers.count == 3, groups[2].count == 4 {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    } else {
      return nil
    }
  }

  /// The first day that is written somewhere in a text: in the name of a folder or a file.
  init?(in text: String) {
    let groups = text.split { !$0.isASCIIDigit }.map(String.init)
    for (index, group) in groups.enumerated() {
      let rest = groups[index...].prefix(3)
      if group.count == 6, rest.dropFirst().first?.count == 2,
        let date = CalendarDate(written: rest.prefix(2).joined()), date.year >= 1600
      {
        self = date
        return
      }
      let written = group.count == 8 ? group : rest.joined(separator: "-")
      guard group.count == 8 || rest.map(\.count) == [4, 2, 2] || rest.map(\.count) == [2, 2, 4],
        let date = CalendarDate(written: written), date.year >= 1600
      else { continue }
      self = date
      return
    }
    return nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
