import IssueFiles

/// What a file is, told by its first kilobytes and never by its name.
enum SourceKind: Hashable, Sendable {
  case mets, alto, didl, oliveContents, oliveEntity, olivePage, pageXML, ndl, hocr
  /// A page or an article of a Chinese e-paper site.
  case ePaper
  /// Another web page.
  case html
  case newsML, nitf, feed, jsonFeed, iiif
  /// The container or the package of a book.
  case epub
  case zip
  /// XML or JSON that nobody here reads, by its root element.
  case unknownMarkup(String)
  case json
  /// Text in whatever encoding.
  case text
  /// What is no text.
  case binary

  /// Looks at the first kilobytes of a file.
  ///
  /// - Complexity: O(*n*) in their number.
  init(recognising head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
      return
    }
    let bytes = decodedText(head).bytes
    let start = bytes.drop { $0 <= 0x20 }
    guard !bytes.contains(0) else {
      self = .binary
      return
    }
    switch start.first {
    case 0x3C: self = SourceKind(ofMarkup: String(decoding: start, as: UTF8.self))
    case 0x7B, 0x5B: self = SourceKind(ofJSON: String(decoding: start, as: UTF8.self))
    default: self = .text
    }
  }

  private init(ofJSON head: String) {
    if head.contains("iiif.io/api/presentation/3") {
      self = .iiif
    } else if head.contains("jsonfeed.org/version")
      || head.contains("\"version\"") && head.contains("\"items\"")
    {
      self = .jsonFeed
    } else {
      let next = head.dropFirst().first { !$0.isWhitespace }
      self = next == "\"" || next == "{" || next == "}" || next == "]" ? .json : .text
    }
  }

  private init(ofMarkup head: String) {
    guard let root = rootElement(of: head) else {
      self = .text
      return
    }
    let name = (root.split(separator: ":").last.map(String.init) ?? root).lowercased()
    self = SourceKind.roots[name] ?? .unknownMarkup(root)
    if self == .html { self = SourceKind.html(head) }
  }

  private static let roots: [String: SourceKind] = [
    "mets": .mets, "alto": .alto, "didl": .didl, "xmd_toc": .oliveContents,
    "xmd-entity": .oliveEntity, "xmd-page": .olivePage, "pcgts": .pageXML, "ocrdataset": .ndl,
    "newsitem": .newsML, "newsmessage": .newsML, "newsml": .newsML, "contentset": .newsML,
    "nitf": .nitf, "rss": .feed,
    "feed": .feed, "rdf": .feed, "html": .html, "container": .epub, "package": .epub,
  ]

  private static func html(_ head: String) -> SourceKind {
    if head.contains("ocr_page") || head.contains("ocr-system") { return .hocr }
    let marks = [
      "enpproperty", "founder-", "PagePicMap", "pagepicmap", "pageLink", "PaperIndex", "daoxiang",
      "paperindex", "listdaohang",
    ]
    return marks.contains { head.contains($0) } ? .ePaper : .html
  }
}

/// The name of the first element; nil where the text begins with something else.
private func rootElement(of head: String) -> String? {
  var rest = head.utf8[...]
  while let open = rest.firstIndex(of: 0x3C) {
    let after = rest[open...].dropFirst()
    guard let first = after.first else { return nil }
    guard first == 0x3F || first == 0x21 else {
      let name = after.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
      return (0x61...0x7A).contains(first | 0x20) ? String(Substring(name)) : nil
    }
    if isDoctypeOfHTML(after) { return "html" }
    guard let close = endOfDeclaration(after) else { return nil }
    rest = after[close...]
  }
  return nil
}

private func isDoctypeOfHTML(_ text: Substring.UTF8View) -> Bool {
  String(Substring(text.prefix(13))).lowercased() == "!doctype html"
}

/// The end of a comment, of a declaration with its subset, or of an instruction.
private func endOfDeclaration(_ text: Substring.UTF8View) -> String.Index? {
  if text.starts(with: "!--".utf8) {
    let string = Substring(text)
    return string.firstRange(of: "-->")?.lowerBound
  }
  let close = text.firstIndex(of: 0x3E)
  if let close, text[..<close].contains(0x5B) {
    return Substring(text).firstRange(of: "]>")?.upperBound
  }
  return close
}
