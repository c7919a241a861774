/// An article, an advert or a picture of Olive's, or a part of one, from its file.
struct OliveEntity {
  /// A paragraph or a head of it.
  struct Piece {
    var role: ScanPiece.Role
    var block: ScanBlock
  }

  /// Its id: `Ar00103`.
  let id: String
  /// `Article`, `Ad`, `Picture`.
  let type: String
  /// The page, from 0.
  let page: Int
  /// The headline by the metadata; nil where it stands for none.
  let name: String?
  /// The entities before and behind it in a chain.
  let continuesIn: String?
  let continuesFrom: String?
  /// What it holds, in reading order.
  private(set) var pieces: [Piece] = []
  /// The places of the pieces among the blocks of the page, once they have some.
  var blocks: [Int] = []
  /// The size of the page in the unit of the boxes.
  private(set) var pageSize: (width: Int, height: Int)?

  /// Reads the file of an entity; `listed` is its entry in the contents.
  init(_ root: MarkupElement, listed: MarkupElement?, page: Int) {
    self.page = page
    id = root["ID"] ?? listed?["ID"] ?? "entity"
    type = root["ENTITY_TYPE"] ?? listed?["ENTITY_TYPE"] ?? "Article"
    let meta = root.element("Meta")
    let title = (listed?["NAME"] ?? meta?["NAME"])?.onOneLine ?? ""
    name = title.isPlaceholderTitle ? nil : title
    let continuation = root.first("Continuation")
    continuesIn =
      root["CONTINUATION_TO"] ?? listed?["CONTINUATION_TO"]
      ?? continuation?["CONTINUATION_TO"]
    continuesFrom =
      root["CONTINUATION_FROM"] ?? listed?["CONTINUATION_FROM"]
      ?? continuation?["CONTINUATION_FROM"]
    takeSize(meta)
    for part in root.elements { take(part) }
  }

  var kind: DraftItem.Kind {
    switch type.lowercased() {
    case "ad", "advertisement": .advert
    case "picture", "image": .picture
    default: .article
    }
  }

  /// Pages are measured in the dots of a small picture, boxes in those of a large one.
  private mutating func takeSize(_ meta: MarkupElement?) {
    guard let meta, let width = meta["PAGE_WIDTH"]?.wholeNumber,
      let height = meta["PAGE_HEIGHT"]?.wholeNumber
    else { return }
    let large = meta["IMAGES_RESOLUTION"]?.wholeNumber ?? 144
    let small = max(1, meta["PAGE_THUMBNAIL_RESOLUTION"]?.wholeNumber ?? 57)
    pageSize = (width * large / small, height * large / small)
  }

  private mutating func take(_ part: MarkupElement) {
    let role = OliveEntity.role(part.name)
    for primitive in part.all("Primitive") {
      var reader = OliveWords(primitive)
      for block in reader.blocks() where block.wordCount > 0 {
        pieces.append(Piece(role: role, block: block))
      }
    }
  }

  private static func role(_ name: String) -> ScanPiece.Role {
    switch name.lowercased() {
    case "hedline_hl1": .headline
    case "hedline_hl2", "hedline_hl3": .deck
    case "byline": .byline
    case "kicker", "overline": .kicker
    case "caption", "cutline": .caption
    default: .body
    }
  }
}

/// Reads the words of a primitive: `L` begins a line, `P="S"` a paragraph; `W` and `QW` are words, `Q` and `q`
/// the halves of a broken one, which are skipped; `NS="y"` says that no blank follows.
private struct OliveWords {
  private let primitive: MarkupElement
  private var made: [ScanBlock] = []
  private var joinsNext = false

  init(_ primitive: MarkupElement) { self.primitive = primitive }

  mutating func blocks() -> [ScanBlock] {
    begin()
    primitive.visit { element in
      switch element.name {
      case "L": beginLine(element)
      case "W", "QW": add(element)
      default: break
      }
    }
    return made
  }

  private mutating func begin() {
    made.append(ScanBlock(id: primitive["ID"] ?? ""))
    made[made.count - 1].lines.append(ScanLine())
    joinsNext = false
  }

  private mutating func beginLine(_ element: MarkupElement) {
    if element["P"] == "S", made[made.count - 1].wordCount > 0 { begin() }
    let box = element["BOX"].flatMap { ScanBox(corners: $0) }
    made[made.count - 1].lines.append(ScanLine(box: box))
    joinsNext = false
  }

  private mutating func add(_ element: MarkupElement) {
    let block = made.count - 1
    let line = made[block].lines.count - 1
    let text = element.words
    guard !text.isEmpty else { return }
    if joinsNext, let last = made[block].lines[line].words.indices.last {
      made[block].lines[line].words[last].text += text
    } else {
      let box = element["BOX"].flatMap { ScanBox(corners: $0) }
      made[block].lines[line].words.append(ScanWord(text: text, box: box))
    }
    joinsNext = element["NS"] == "y"
  }
}

extension ScanBox {
  /// Reads `left top right bottom`.
  fileprivate init?(corners text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(
      left: numbers[0], top: numbers[1], width: numbers[2] - numbers[0],
      height: numbers[3] - numbers[1])
  }
}
