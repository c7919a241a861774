package import NewsModel

/// What a person has decided about a recognised text, in a file beside it: `NAME.overrides`.
///
/// A line each: `join 123 33` (the paragraph that ends in line 123 goes on in line 33), `part 43 45` (it does
/// not), `owner 165 a5` (line 165 belongs to that item, by the ids of the report), `type 111 label` (what a
/// line is). Blank lines and what follows `#` say nothing. The file is read whenever the text is, so that it
/// outlives every import.
package struct TextOverrides: Hashable, Sendable {
  /// What a line can be said to be.
  package enum Kind: String, CaseIterable, Sendable {
    case heading, label, byline, body, crosshead, caption, credits
  }

  /// For the last line of a paragraph, the line in which it goes on.
  package var joins: [Int: Int] = [:]
  /// Pairs of lines that are not joined.
  package var parted: Set<[Int]> = []
  /// The items to which lines belong.
  package var owners: [Int: ItemID] = [:]
  /// What lines are.
  package var kinds: [Int: Kind] = [:]

  /// Nothing is decided.
  package init() {}

  /// Whether nothing is decided.
  package var isEmpty: Bool { self == TextOverrides() }
}

/// What is wrong with a line of an overrides file.
struct TextOverrideFault: Error, Hashable {
  var line: Int
  var column: Int
  var fault: IssueFault
}

extension TextOverrides {
  /// Reads a file; lines that say nothing it knows are named, and the others hold.
  init(_ text: String, faults: inout [TextOverrideFault]) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let said = line.prefix { $0 != "#" }
      let words = said.split { $0 == " " || $0 == "\t" }
      guard !words.isEmpty else { continue }
      if let wrong = take(words.map(String.init)) {
        let word = words[min(wrong.word, words.count - 1)]
        let place = line.unicodeScalars.distance(from: line.startIndex, to: word.startIndex)
        faults.append(TextOverrideFault(line: index + 1, column: place + 1, fault: wrong.fault))
      }
    }
  }

  /// Takes the words of a line; gives what is wrong, and with which word.
  private mutating func take(_ words: [String]) -> (word: Int, fault: IssueFault)? {
    let verbs = ["join", "part", "owner", "type"]
    guard verbs.contains(words[0]) else {
      return (
        0,
        .badOverride(
          words[0], wanted: "`join 12 30`, `part 12 14`, `owner 40 a2` or `type 9 label`")
      )
    }
    guard words.count == 3, let line = Int(words[1]), line > 0 else {
      return (
        min(1, words.count - 1),
        .badOverride(words.joined(separator: " "), wanted: "a line number, then one thing more")
      )
    }
    switch words[0] {
    case "join", "part":
      guard let other = Int(words[2]), other > 0, other != line else {
        return (2, .badOverride(words[2], wanted: "the number of another line"))
      }
      if words[0] == "join" { joins[line] = other } else { parted.insert([line, other]) }
    case "owner":
      guard words[2].isItemID else { return (2, .badID(words[2])) }
      owners[line] = words[2]
    default:
      guard let kind = Kind(rawValue: words[2]) else {
        return (
          2, .badChoice(field: "type", value: words[2], choices: Kind.allCases.map(\.rawValue))
        )
      }
      kinds[line] = kind
    }
    return nil
  }
}

// MARK: Paragraphs

extension TextOverrides {
  /// The paragraphs with what a person has said that they are.
  func applied(to paragraphs: [TextParagraph]) -> [TextParagraph] {
    paragraphs.map { paragraph in
      var paragraph = paragraph
      paragraph.kind = paragraph.lines.lazy.compactMap { kinds[$0] }.first
      return paragraph
    }
  }
}

// MARK: Items

extension TextOverrides {
  /// Gives lines to the items that a person has named, in the issue that was made without that.
  func applied(to made: TextReconstruction, _ text: [UInt8]) -> Issue {
    var issue = made.issue
    guard !owners.isEmpty else { return issue }
    let report = TextReport(text, made)
    for (line, owner) in owners.sorted(by: { $0.key < $1.key }) {
      guard let found = report.lines.first(where: { $0.number == line }), let place = found.place,
        place.item != owner, let from = issue.articles.firstIndex(where: { $0.id == place.item }),
        let to = issue.articles.firstIndex(where: { $0.id == owner })
      else { continue }
      issue.move(found.text, place.kind, from: from, to: to)
    }
    return issue
  }
}

extension Issue {
  /// Moves a line from one article to another: a jump line, a label, or a paragraph, which goes to the end.
  fileprivate mutating func move(_ text: String, _ kind: String, from: Int, to: Int) {
    let last = articles[to].segments.count - 1
    switch kind {
    case "jump":
      guard let segment = articles[from].segments.firstIndex(where: { $0.jump?.toLine == text }),
        articles[to].segments[last].jump == nil
      else { return }
      articles[to].segments[last].jump = articles[from].segments[segment].jump
      articles[from].segments[segment].jump = nil
    case "label":
      guard articles[to].label == nil else { return }
      (articles[to].label, articles[from].label) = (articles[from].label, nil)
    default:
      for segment in articles[from].segments.indices {
        guard
          let block = articles[from].segments[segment].blocks.firstIndex(where: { $0.text == text })
        else { continue }
        articles[to].segments[last].blocks.append(
          articles[from].segments[segment].blocks.remove(at: block))
        return
      }
    }
  }
}
