import IssueFiles
import NewsModel

/// The draft of a IIIF manifest (Presentation 3): canvases are pages, ranges with rectangles are articles, the
/// text comes from annotations that supplement the canvases, or from ALTO files.
///
/// What a manifest names is looked for beside it by the last parts of its address; nothing is fetched. Pages
/// without ranges are cut into items by geometry.
func iiifDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var reader = IIIFReader(job)
  let (manifest, path) = try reader.findManifest(paths)
  reader.readTexts()
  let issue = reader.issue(manifest, path)
  return try issue.draft()
}

private struct IIIFReader {
  private let job: ImportJob
  /// Every JSON file beside the manifest.
  private let files: [String]
  /// The pieces of text, by the last part of their canvas's address.
  private var texts: [String: [IIIFTexts]] = [:]

  init(_ job: ImportJob) {
    self.job = job
    files = job.folder.files().paths.filter { $0.hasSuffix(".json") || $0.hasSuffix(".json.gz") }
  }

  // MARK: Files

  /// The first manifest among the files; one that a collection names, where only that is at hand.
  func findManifest(_ paths: [String]) throws(ImportNote) -> (JSONTree, String) {
    var manifests: [(JSONTree, String)] = []
    for path in (paths + files).unique.prefix(200) {
      guard let tree = try? tree(path), tree["type"]?.string == "Manifest" else { continue }
      manifests.append((tree, path))
      if paths.contains(path) { break }
    }
    guard let first = manifests.first else {
      throw ImportNote(
        file: job.folder.name(of: paths[0]),
        sentence: "names manifests that do not lie beside it; save one of them here and name it")
    }
    let others = files.count { path in
      path != first.1 && job.folder.head(of: path).holds("\"Manifest\"")
        && (try? tree(path))?["type"]?.string == "Manifest"
    }
    if others > 0 {
      job.note(first.1, "is read; the folder has \(others) more manifests, name one of them")
    }
    return first
  }

  private func tree(_ path: String) throws(ImportNote) -> JSONTree {
    guard let tree = JSONTree.read(try job.folder.bytes(of: path)) else {
      throw ImportNote(file: job.folder.name(of: path), sentence: "is no JSON; save it again")
    }
    return tree
  }

  /// Reads the pages of annotations that lie beside the manifest.
  mutating func readTexts() {
    for path in files where job.folder.head(of: path).holds("AnnotationPage") {
      guard let tree = try? tree(path), tree["type"]?.string == "AnnotationPage" else { continue }
      take(tree, path)
    }
  }

  private mutating func take(_ page: JSONTree, _ path: String) {
    let annotations = page.items("items").filter(\.supplements)
    let byCanvas = Dictionary(grouping: annotations) { $0.target?.canvas ?? "" }
    for (canvas, annotations) in byCanvas {
      texts[canvas, default: []].append(IIIFTexts(annotations, id: path))
    }
  }

  // MARK: Issue

  mutating func issue(_ manifest: JSONTree, _ path: String) -> ScanIssue {
    var issue = ScanIssue(format: "IIIF Presentation 3")
    let label = manifest["label"]?.words ?? job.titleFromPath(path)
    issue.paper = label.withoutDate.nonEmpty
    issue.date =
      manifest["navDate"]?.string.flatMap { CalendarDate(String($0.prefix(10))) }
      ?? CalendarDate(in: label)
    issue.language = manifest["label"]?.fields.keys.sorted().lazy.compactMap {
      LanguageTag(code: $0)
    }
    .first { $0.description != "none" }
    let canvases = manifest.items("items")
    for canvas in canvases { issue.pages.append(page(canvas, path)) }
    let names = canvases.map { ($0["id"]?.string ?? "").lastStep }
    let numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
    for range in manifest.items("structures") { issue.add(range, numbers) }
    if issue.items.isEmpty { issue.segment() }
    if issue.pages.allSatisfy(\.blocks.isEmpty) {
      job.note(path, "has no text beside it; save its annotations or ALTO files into this folder")
    }
    return issue
  }

  private mutating func page(_ canvas: JSONTree, _ path: String) -> ScanPage {
    for inner in canvas.items("annotations") where !inner.items("items").isEmpty {
      take(inner, path)
    }
    var page = altoPage(canvas) ?? ScanPage(file: path)
    if page.width == 0 {
      (page.width, page.height) = (canvas["width"]?.whole ?? 0, canvas["height"]?.whole ?? 0)
    }
    page.label = canvas["label"]?.words
    for text in texts[(canvas["id"]?.string ?? "").lastStep] ?? [] where page.containers.isEmpty {
      page.blocks += text.blocks(of: page)
    }
    return page
  }

  /// The page of an ALTO file that the canvas names and that lies beside the manifest.
  private func altoPage(_ canvas: JSONTree) -> ScanPage? {
    for link in canvas.items("seeAlso") + canvas.items("rendering") {
      guard let address = link["id"]?.string,
        address.hasSuffix(".xml") || address.hasSuffix(".alto"),
        let file = job.folder.files().paths.first(where: { $0.lastStep == address.lastStep })
      else { continue }
      if let page = altoPages(job, file).first { return page }
    }
    return nil
  }
}

extension ScanIssue {
  /// Adds the article that a range is, or those inside it.
  fileprivate mutating func add(_ range: JSONTree, _ pages: [String: Int]) {
    let items = range.items("items")
    for inner in items where inner["type"]?.string == "Range" { add(inner, pages) }
    let places = items.compactMap(\.target).filter { pages[$0.canvas] != nil }
    guard places.contains(where: { $0.box != nil }) else { return }
    let id = (range["id"]?.string ?? "").lastStep
    var item = ScanItem(id: id, kind: .article, reason: "IIIF Range")
    item.title = range["label"]?.words
    for place in places {
      guard let page = pages[place.canvas], let box = place.rectangle(on: self.pages[page]) else {
        continue
      }
      for run in self.pages[page].runs(in: [box], page: page) {
        item.pieces.append(ScanPiece(role: .body, runs: [run]))
      }
    }
    self.items.append(item)
  }
}

/// The annotations of one canvas in one file.
private struct IIIFTexts {
  private let annotations: [JSONTree]
  private let id: String

  init(_ annotations: [JSONTree], id: String) { (self.annotations, self.id) = (annotations, id) }

  /// A block for each annotation of a block or a paragraph, and one for words and lines together.
  func blocks(of page: ScanPage) -> [ScanBlock] {
    var (blocks, isOpen) = ([ScanBlock](), false)
    for annotation in annotations {
      let granularity = annotation["textGranularity"]?.string ?? "word"
      let box = annotation.target?.rectangle(on: page)
      let words = annotation.annotationText.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        .map { ScanWord(text: String($0), box: box) }
      guard !words.isEmpty else { continue }
      if !isOpen || ["block", "paragraph", "page"].contains(granularity) {
        blocks.append(ScanBlock(id: id + "-\(blocks.count)"))
      }
      isOpen = ["word", "line", "glyph"].contains(granularity)
      blocks[blocks.count - 1].add(words, box, isWord: granularity == "word")
    }
    return blocks
  }
}

extension ScanBlock {
  /// Adds words: on the line before where they stand behind it at its height.
  fileprivate mutating func add(_ words: [ScanWord], _ box: ScanBox?, isWord: Bool) {
    if isWord, let box, let line = lines.last?.box, let before = lines.last?.words.last?.box,
      box.middle.y >= Int(line.top), box.middle.y < Int(line.bottom), box.left >= before.left
    {
      lines[lines.count - 1].words += words
      lines[lines.count - 1].box = line.union(box)
    } else {
      lines.append(ScanLine(words: words, box: box))
    }
  }
}

/// A canvas, and a part of it.
private struct IIIFPlace {
  /// The last part of the canvas's address.
  var canvas: String
  /// `x,y,w,h`, in the canvas's unit or in percent.
  var box: [Double]?
  var isPercent = false

  /// Reads an address, which may end in `#xywh=`.
  init(_ address: String) {
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    canvas = (parts.first ?? "").lastStep
    if parts.count == 2 { take(selector: parts[1]) }
  }

  mutating func take(selector: String) {
    guard let start = selector.firstRange(of: "xywh=") else { return }
    var value = selector[start.upperBound...]
    isPercent = value.hasPrefix("percent:")
    for unit in ["percent:", "pixel:"] where value.hasPrefix(unit) {
      value = value.dropFirst(unit.count)
    }
    let numbers = value.split(separator: ",").compactMap { Double($0) }.filter {
      $0.isFinite && abs($0) < 1e7
    }
    box = numbers.count == 4 ? numbers : nil
  }

  /// The rectangle in the page's unit; the whole page where there is none.
  func rectangle(on page: ScanPage) -> ScanBox? {
    guard let box else {
      return ScanBox(left: 0, top: 0, width: page.width, height: page.height)
    }
    let (x, y) = isPercent ? (Double(page.width) / 100, Double(page.height) / 100) : (1, 1)
    return ScanBox(
      left: Int(box[0] * x), top: Int(box[1] * y), width: Int(box[2] * x), height: Int(box[3] * y))
  }
}

extension JSONTree {
  /// Whether an annotation gives text of the canvas.
  fileprivate var supplements: Bool {
    items("motivation").contains { ["supplementing", "transcribing"].contains($0.string ?? "") }
  }

  /// What an annotation or an item of a range points to.
  fileprivate var target: IIIFPlace? {
    if let text = string { return IIIFPlace(text) }
    if let inner = self["target"] { return inner.target }
    if self["type"]?.string == "Canvas" { return self["id"]?.string.map { IIIFPlace($0) } }
    guard let source = self["source"], let address = source.string ?? source["id"]?.string else {
      return nil
    }
    var place = IIIFPlace(address)
    for selector in items("selector") {
      if let value = selector["value"]?.string { place.take(selector: value) }
    }
    return place
  }

  /// The text of an annotation's bodies, tags taken away.
  fileprivate var annotationText: String {
    items("body").compactMap { body in
      guard let text = body["value"]?.longText ?? body["chars"]?.longText else { return nil }
      guard body["format"]?.string == "text/html" else { return text }
      return htmlTree(Array(text.utf8))?.text ?? text
    }.joined(separator: " ")
  }

  /// The words of a map of languages, the first of them.
  fileprivate var words: String? {
    if let text = string { return text }
    let languages = fields.sorted { $0.key < $1.key }
    return languages.lazy.compactMap { $0.value.list.lazy.compactMap(\.string).first }.first
  }
}

extension String {
  /// The last step of an address or a path.
  var lastStep: String { split(separator: "/").last.map(String.init) ?? self }
}

extension [String] {
  /// The texts in the order in which they first come.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
