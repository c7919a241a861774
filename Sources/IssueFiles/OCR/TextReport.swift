import NewsModel

/// What became of every line of a text that was read as newspaper pages.
///
/// It is made from the issue and not from what was meant: each line is looked for in the texts of the issue,
/// in their reading order. A line that is found nowhere and that repeats none is unowned, which a test forbids.
struct TextReport {
  /// A line and its place.
  struct Line {
    var number: Int
    var text: String
    var place: Place?
    var join: TextJoin?
    var duplicateOf: Int?
  }

  /// Where a line stands.
  struct Place {
    var item: String
    /// `masthead`, `heading`, `body`, `caption` and so on.
    var kind: String
    /// `headline`, `kicker`, `deck` and so on; two are joined by `+`.
    var role: String
    /// Its rank in the reading order of its item, from 0.
    var position: Int
  }

  private(set) var lines: [Line]
  /// The items that own lines: id, type, whether the text breaks off, and the jump line.
  private(set) var items:
    [(id: String, type: String, openEnd: Bool, jump: (line: Int, page: String)?)] = []

  /// Finds the lines of a text in the issue that was made of it.
  ///
  /// - Complexity: O(*n* · *k*) for *n* texts of the issue and *k* lines that begin alike; nearly O(*n*).
  init(_ text: [UInt8], _ made: TextReconstruction) {
    lines = textPages(text).flatMap { $0 }.map { Line(number: $0.number, text: $0.text) }
    var finder = LineFinder(lines.map { ($0.number, $0.text) })
    let copies = Dictionary(made.duplicates.map { ($0.line, $0.of) }) { first, _ in first }
    finder.leaveOut(Set(copies.keys))
    var places: [Int: Place] = [:]
    for item in made.issue.textItems {
      var (position, latest, jump) = (0, 0, (line: Int, page: String)?.none)
      for piece in item.pieces {
        for number in finder.take(piece.text, behind: latest) {
          if let before = places[number], before.item == item.id {
            places[number]?.role = before.role + "+" + piece.role
          } else {
            places[number] = Place(
              item: item.id, kind: piece.kind, role: piece.role, position: position)
            position += 1
          }
          latest = number
          if piece.kind == "jump" { jump = (number, piece.page ?? "") }
        }
      }
      if position > 0 { items.append((item.id, item.type, item.openEnd, jump)) }
    }
    let joins = Dictionary(made.joins.map { ($0.left, $0) }) { first, _ in first }
    for index in lines.indices {
      let number = lines[index].number
      (lines[index].place, lines[index].join) = (places[number], joins[number])
      lines[index].duplicateOf = places[number] == nil ? copies[number] : nil
      if let original = lines[index].duplicateOf, var place = places[original] {
        place.position = -1
        lines[index].place = place
      }
    }
  }
}

/// A text of an item, with what it is.
struct TextPiece {
  var text: String
  var kind: String
  var role: String
  /// Of a jump line: the page that it names.
  var page: String?

  init(_ text: String, _ kind: String, _ role: String, page: String? = nil) {
    (self.text, self.kind, self.role, self.page) = (text, kind, role, page)
  }
}

/// An item with its texts in reading order.
struct TextItem {
  var id: String
  var type: String
  var pieces: [TextPiece]
  var openEnd = false
}

/// Finds lines of a text in texts that were made of them: whole lines one behind the other, or parts of one.
private struct LineFinder {
  private let lines: [(number: Int, letters: [Unicode.Scalar])]
  /// The lines that begin with a letter, by their places.
  private var byFirst: [Unicode.Scalar: [Int]] = [:]
  private var left: [Int]

  init(_ lines: [(number: Int, text: String)]) {
    self.lines = lines.map {
      ($0.number, Array($0.text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
    left = self.lines.map { _ in 0 }
    for (index, line) in self.lines.enumerated() {
      if let first = line.letters.first { byFirst[first, default: []].append(index) }
    }
  }

  /// Never finds these lines.
  mutating func leaveOut(_ numbers: Set<Int>) {
    for index in lines.indices where numbers.contains(lines[index].number) {
      left[index] = lines[index].letters.count
    }
  }

  /// The numbers of the lines that make up a text; those behind the line `latest` come first.
  mutating func take(_ text: String, behind latest: Int) -> [Int] {
    var rest = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })[...]
    var (found, latest) = ([Int](), latest)
    while !rest.isEmpty, let index = next(rest, behind: latest) {
      let line = lines[index].letters[left[index]...]
      let count = min(line.count, rest.count)
      left[index] += count
      rest = rest.dropFirst(count)
      latest = lines[index].number
      found.append(latest)
    }
    return found
  }

  /// The line whose unused end begins as the text goes on: a line that is begun first, then the nearest one.
  private func next(_ rest: ArraySlice<Unicode.Scalar>, behind latest: Int) -> Int? {
    let begun = left.indices.filter { left[$0] > 0 && left[$0] < lines[$0].letters.count }
    if let index = begun.first(where: { fits($0, rest) }) { return index }
    let candidates = (rest.first.flatMap { byFirst[$0] } ?? []).filter {
      left[$0] == 0 && fits($0, rest)
    }
    return candidates.first { lines[$0].number > latest } ?? candidates.first
  }

  private func fits(_ index: Int, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let line = lines[index].letters[left[index]...]
    let count = min(line.count, rest.count)
    return count > 0 && line.prefix(count).elementsEqual(rest.prefix(count))
  }
}
