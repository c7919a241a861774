/// Reads ALTO: the pages of a file, their blocks, lines and words.
///
/// Elements are known by their local names, since the format has four namespaces and some files have none.
/// - Complexity: O(*n*) in the length of the file; the file is streamed.
struct AltoReader {
  private var pages: [ScanPage] = []
  private let file: String
  private var block: ScanBlock?
  private var line: ScanLine?
  /// Blocks that hold other blocks and are still open: their ids, types and first block.
  private var open: [(id: String, type: String, first: Int)] = []
  /// What follows what, where blocks are chained by `IDNEXT`.
  private var chains: [String: String] = [:]
  /// `TAGREFS` and what the tags are called.
  private var tags: [String: String] = [:]
  private var isFirstHalf = false

  private init(file: String) { self.file = file }

  /// The pages of a file, and where it is damaged, if it is.
  static func pages(_ bytes: [UInt8], file: String) -> (pages: [ScanPage], fault: MarkupFault?) {
    var reader = MarkupReader(bytes)
    var alto = AltoReader(file: file)
    while let event = reader.next() {
      switch event {
      case .start(let name): alto.begin(name, reader)
      case .end(let name): alto.end(name)
      case .text: break
      }
    }
    alto.end("TextLine")
    alto.end("TextBlock")
    alto.end("Page")
    return (alto.pages, reader.fault)
  }

  // MARK: Elements

  private mutating func begin(_ name: String, _ reader: borrowing MarkupReader) {
    switch name {
    case "String": addWord(reader)
    case "SP": break
    case "HYP": addHyphen(reader)
    case "TextLine": line = ScanLine(box: Attributes(reader).box)
    case "TextBlock", "Illustration", "GraphicalElement", "ComposedBlock": beginBlock(name, reader)
    case "Page": beginPage(reader)
    case "StructureTag", "LayoutTag", "OtherTag", "RoleTag":
      let tag = Attributes(reader)
      if let id = tag["ID"] { tags[id] = tag["LABEL"] ?? "" }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "TextLine":
      guard let line else { return }
      if block == nil { block = ScanBlock(id: "") }
      if !line.words.isEmpty { block?.lines.append(line) }
      self.line = nil
    case "TextBlock", "Illustration":
      guard let block, !pages.isEmpty else { return }
      pages[pages.count - 1].blocks.append(block)
      self.block = nil
    case "ComposedBlock": endContainer()
    case "Page":
      while !open.isEmpty { endContainer() }
      if !pages.isEmpty { pages[pages.count - 1].follow(chains) }
      chains = [:]
    default: break
    }
  }

  private mutating func beginPage(_ reader: borrowing MarkupReader) {
    let attributes = Attributes(reader)
    var page = ScanPage(file: file)
    page.width = attributes.number("WIDTH") ?? 0
    page.height = attributes.number("HEIGHT") ?? 0
    page.label = attributes["PRINTED_IMG_NR"]
    pages.append(page)
    open.append((attributes["ID"] ?? "", "", 0))
  }

  private mutating func beginBlock(_ name: String, _ reader: borrowing MarkupReader) {
    if pages.isEmpty { pages.append(ScanPage(file: file)) }
    let attributes = Attributes(reader)
    let id = attributes["ID"] ?? ""
    let type = attributes["TYPE"] ?? attributes["TAGREFS"].flatMap { label(of: $0) } ?? ""
    if name == "ComposedBlock" {
      open.append((id, type, pages[pages.count - 1].blocks.count))
      return
    }
    guard name != "GraphicalElement" else { return }
    var made = ScanBlock(id: id)
    made.kind = name == "Illustration" ? .picture : .text
    made.box = attributes.box
    made.type = type.isEmpty ? open.last { !$0.type.isEmpty }?.type ?? "" : type
    if let next = attributes["IDNEXT"] { chains[id] = next }
    block = made
  }

  private func label(of references: String) -> String? {
    references.split(separator: " ").lazy.compactMap { tags[String($0)] }.first { !$0.isEmpty }
  }

  private mutating func endContainer() {
    guard let container = open.popLast(), !pages.isEmpty else { return }
    let page = pages.count - 1
    pages[page].containers[container.id] = container.first..<pages[page].blocks.count
  }

  // MARK: Words

  private mutating func addWord(_ reader: borrowing MarkupReader) {
    if line == nil { line = ScanLine() }
    var word = ScanWord(text: "")
    var (left, top, width, height) = (0, 0, 0, 0)
    var (hasPlace, part, whole) = (false, "", "")
    reader.forEachAttribute { name, value in
      switch name {
      case "CONTENT": word.text = value
      case "ID": word.id = value
      case "HPOS":
        left = value.wholeNumber ?? 0
        hasPlace = true
      case "VPOS": top = value.wholeNumber ?? 0
      case "WIDTH": width = value.wholeNumber ?? 0
      case "HEIGHT": height = value.wholeNumber ?? 0
      case "SUBS_TYPE": part = value
      case "SUBS_CONTENT": whole = value
      default: break
      }
    }
    if hasPlace { word.box = ScanBox(left: left, top: top, width: width, height: height) }
    line?.words.append(word)
    if part == "HypPart1" {
      line?.isBroken = true
      line?.keepsHyphen = whole.keepsHyphen(behind: word.text)
    } else {
      line?.isBroken = false
    }
  }

  /// Takes a hyphen at a line end: it is not told twice where the word before has it already.
  private mutating func addHyphen(_ reader: borrowing MarkupReader) {
    guard let last = line?.words.indices.last else { return }
    let content = Attributes(reader)["CONTENT"] ?? "-"
    if line?.words[last].text.unicodeScalars.last?.isHyphen == false {
      line?.words[last].text += content
    }
    line?.isBroken = true
  }
}

extension String {
  /// Whether the whole word, as the file has it, has a hyphen where this half of it ends.
  fileprivate func keepsHyphen(behind half: String) -> Bool {
    let stem = half.unicodeScalars.last?.isHyphen == true ? String(half.dropLast()) : half
    guard !stem.isEmpty, hasPrefix(stem) else { return false }
    return unicodeScalars.dropFirst(stem.unicodeScalars.count).first?.isHyphen ?? false
  }

  /// The number as a whole one: `1.5E2`, `-12.0` and `90` are numbers, `proportional` is none.
  var wholeNumber: Int? {
    if let number = Int(self) { return number }
    guard let number = Double(self), number.isFinite, abs(number) < 1e9 else { return nil }
    return Int(number.rounded())
  }
}

/// The attributes of an element, by their local names.
struct Attributes {
  private var values: [String: String] = [:]

  init(_ reader: borrowing MarkupReader) {
    var found: [String: String] = [:]
    reader.forEachAttribute { found[$0] = $1 }
    values = found
  }

  /// The value; nil where there is none or it is empty.
  subscript(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  func number(_ name: String) -> Int? { self[name]?.wholeNumber }

  /// HPOS, VPOS, WIDTH and HEIGHT.
  var box: ScanBox? {
    guard let left = number("HPOS"), let top = number("VPOS") else { return nil }
    return ScanBox(
      left: left, top: top, width: number("WIDTH") ?? 0, height: number("HEIGHT") ?? 0)
  }
}

extension ScanPage {
  /// Puts blocks that are chained by `IDNEXT` one behind the other; containers are told anew by nothing, so
  /// pages with chains across containers keep their order.
  fileprivate mutating func follow(_ chains: [String: String]) {
    guard !chains.isEmpty, containers.count <= 1 else { return }
    let places = Dictionary(blocks.indices.map { (blocks[$0].id, $0) }) { first, _ in first }
    let followers = Set(chains.values)
    var (order, seen) = ([Int](), Set<Int>())
    for index in blocks.indices where !followers.contains(blocks[index].id) {
      var next = Optional(index)
      while let place = next, seen.insert(place).inserted {
        order.append(place)
        next = chains[blocks[place].id].flatMap { places[$0] }
      }
    }
    order += blocks.indices.filter { !seen.contains($0) }
    blocks = order.map { blocks[$0] }
  }
}

/// How many words the pages of an ALTO file have: reading it and nothing else, for the benchmarks.
package func countOfWords(inALTO bytes: [UInt8]) -> Int {
  AltoReader.pages(bytes, file: "").pages.reduce(0) {
    $0 + $1.blocks.reduce(0) { $0 + $1.wordCount }
  }
}
