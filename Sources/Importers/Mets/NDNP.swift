/// The METS of the National Digital Newspaper Program (Chronicling America): an issue, its pages, and no articles.
extension MetsDocument {
  /// Whether the divisions are those of the programme: `np:issue`, `np:page`.
  var isNDNP: Bool {
    root["PROFILE"]?.contains("ndnp") == true && logical == nil
      || root.elements("structMap").contains { map in
        map.first("div")?["TYPE"]?.hasPrefix("np:") == true
      }
  }

  /// The name of the paper: the label without place and day, else a title of the descriptions, else its number
  /// in the catalogue, since these files seldom name it.
  var paperOfNDNP: String? {
    let label = root["LABEL"]?.withoutDate.withoutPlace.nonEmpty
    let issue = root.elements("dmdSec").first.flatMap { $0["ID"] }.flatMap { descriptions[$0] }
    let catalogue = root.elements("dmdSec").lazy.flatMap { $0.all("identifier") }
      .first { $0["type"] == "lccn" }?.words.nonEmpty
    return label ?? issue?.title ?? catalogue.map { "LCCN \($0)" }
  }
}

extension MarkupElement {
  /// The page number that a description of the programme gives as printed: `[3]` is one that is not printed.
  var printedPageOfNDNP: String? {
    let details = all("detail").filter { $0["type"] == "page number" }
    return details.lazy.compactMap { detail in
      detail.first("number")?.words.filter { $0 != "[" && $0 != "]" }.nonEmpty
    }.first
  }
}

extension String {
  /// A name without the place in brackets behind it and the comma before the day: `The Star. (Albany, N.Y.),`.
  fileprivate var withoutPlace: String {
    var name = Substring(self)
    func trim() { while let last = name.last, ", .;:".contains(last) { name.removeLast() } }
    trim()
    if name.hasSuffix(")"), let start = name.lastIndex(of: "("), start > name.startIndex {
      name = name[..<start]
      trim()
    }
    return String(name)
  }
}
