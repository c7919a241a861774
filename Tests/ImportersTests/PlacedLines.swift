import TestSupport

/// A page of lines at places of their own, as ALTO, for tests of pages without articles.
struct PlacedLines {
  /// A line: where it begins, how wide and how high it is, and the block it is in.
  struct Line {
    var left: Int
    var top: Int
    var width: Int
    var height = 20
    var text: String
    var block: Int
    /// A second stretch of words on the line: where it begins, how wide it is, its text.
    var tail: (left: Int, width: Int, text: String)?
  }

  var width = 1_000
  var height = 1_500
  var lines: [Line] = []
  /// What the file calls blocks, and other blocks it has: their markup, by the number of the block they follow.
  var types: [Int: String] = [:]
  var extra = ""

  /// Adds text as a column: lines parted by `/`, each `step` below the one before; `>` at the head of a line
  /// begins a paragraph by an indent, `^` sets it in the middle, `<` lets it end short.
  ///
  /// Every line is stretched to the measure, so how many letters it has does not matter.
  mutating func add(
    _ text: String, left: Int, top: Int, measure: Int = 300, step: Int = 24, height: Int = 20,
    block: Int
  ) {
    for (index, line) in text.split(separator: "/").enumerated() {
      var (from, wide, words) = (left, measure, line)
      if let mark = line.first, "><^".contains(mark) {
        words = line.dropFirst()
        switch mark {
        case ">": (from, wide) = (left + 20, measure - 20)
        case "<": wide = measure / 2
        default: (from, wide) = (left + measure / 4, measure / 2)
        }
      }
      lines.append(
        Line(
          left: from, top: top + index * step, width: wide, height: height, text: String(words),
          block: block))
    }
  }

  /// The file, with the blocks in the order of their numbers, or in another.
  func document(_ order: [Int]? = nil) -> String {
    let blocks = order ?? Array(Set(lines.map(\.block))).sorted()
    return """
      <alto><Layout><Page ID="P" WIDTH="\(width)" HEIGHT="\(height)"><PrintSpace>
      \(extra)\(blocks.map(block).joined(separator: "\n"))
      </PrintSpace></Page></Layout></alto>
      """
  }

  private func block(_ number: Int) -> String {
    let type = types[number].map { " TYPE=\"\($0)\"" } ?? ""
    let lines = lines.filter { $0.block == number }.map(markup)
    return "<TextBlock ID=\"B\(number)\"\(type)>\(lines.joined())</TextBlock>"
  }

  private func markup(_ line: Line) -> String {
    let end = line.tail.map { $0.left + $0.width } ?? line.left + line.width
    var markup = "<TextLine \(place(line.left, line.top, end - line.left, line.height))>"
    markup += words(line.text, line.left, line.width, line)
    if let tail = line.tail { markup += "<SP/>" + words(tail.text, tail.left, tail.width, line) }
    return markup + "</TextLine>"
  }

  private func words(_ text: String, _ left: Int, _ width: Int, _ line: Line) -> String {
    let words = text.split(separator: " ")
    let share = width / max(1, words.count)
    let strings = words.enumerated().map { index, word in
      let box = place(left + index * share, line.top, max(1, share - 6), line.height)
      return "<String CONTENT=\"\(word)\" \(box)/>"
    }
    return strings.joined(separator: "<SP/>")
  }

  private func place(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> String {
    "HPOS=\"\(left)\" VPOS=\"\(top)\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\""
  }
}
