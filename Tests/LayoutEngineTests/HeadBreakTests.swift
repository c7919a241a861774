import FoundationEssentials
import LayoutEngine
import NewsModel
import TestSupport
import Testing
import Typesetter
import UnicodeTables

/// Heads broken at sense: written headlines, and the laws of breaking them.
@Suite struct HeadBreakTests {
  @Test func `written headlines break at sense wherever they can`() throws {
    let cases = try WrittenHead.all()
    #expect(cases.count > 60)
    var (breaks, bad) = (0, [String]())
    for head in cases {
      for measure in stride(from: 14, to: head.width, by: 2) {
        let lines = head.lines(measure: measure, limit: 3)
        let ends = head.ends(of: lines)
        breaks += ends.count
        if head.couldBreakWell(measure: measure, lines: lines.count), !ends.isSubset(of: head.good)
        {
          bad.append("\(measure): " + lines.joined(separator: " / "))
        }
      }
    }
    // The models err now and then; each of these would be a line that a subeditor changes.
    #expect(bad.count * 50 <= breaks, "of \(breaks) breaks:\n\(bad.joined(separator: "\n"))")
  }

  @Test func `lines keep all that is drawn, in order, within the measure`() throws {
    for head in try WrittenHead.all() {
      for measure in 8...head.width {
        let lines = head.lines(measure: measure, limit: 3)
        guard !lines.isEmpty else { continue }
        #expect(lines.joined().filter { $0 != " " } == head.text.filter { $0 != " " })
        for line in lines {
          let text = PreparedText(line, head.typography)
          #expect(text.width(of: text.bytes) <= measure, "\(measure): \(line)")
          #expect(!line.hasPrefix(" ") && !line.hasSuffix(" "))
        }
        #expect(lines == head.lines(measure: measure, limit: 3))
      }
    }
  }

  @Test func `no way to break costs less`() throws {
    for head in try WrittenHead.all() where head.breaks.places.count <= 12 {
      for measure in stride(from: 12, to: head.width, by: 3) {
        guard let best = head.breaks.lines(measure: measure, limit: 4) else { continue }
        let tried = head.cheapestByTrying(measure: measure, limit: 4)
        #expect(best == tried, "\(measure): \(head.text)")
      }
    }
  }

  @Test func `a head that fits takes one line, and one with a piece too wide takes none`() {
    let head = WrittenHead("zh-Hans", marked: "新港 今日开港")
    #expect(head.lines(measure: 13, limit: 3) == ["新港 今日开港"])
    #expect(head.lines(measure: 12, limit: 3) == ["新港", "今日开港"])
    #expect(head.lines(measure: 1, limit: 3).isEmpty)
    #expect(WrittenHead("zh-Hans", marked: "").lines(measure: 9, limit: 3).isEmpty)
    #expect(WrittenHead("zh-Hans", marked: "新\u{2028}港").lines(measure: 2, limit: 3).isEmpty)
  }

  @Test func `a row more is taken to keep a word whole, but not beyond the limit`() {
    let head = WrittenHead("zh-Hans", marked: "图书馆|敬老院|游泳池")
    #expect(head.lines(measure: 10, limit: 3) == ["图书馆", "敬老院", "游泳池"])
    #expect(head.lines(measure: 10, limit: 2).count == 2)
  }

  @Test func `what recurs on the page is a word`() throws {
    let text = "莲漪渡很老。人们爱莲漪渡。莲漪渡在城东。"
    let issue = Issue(stories: [.story("a", "莲漪渡开通新航线", [text])])
    let words = WordEvidence(issue, page: 0, .simplifiedChinese)
    let joined = zip("莲漪渡开通新航线".unicodeScalars, "漪渡开通新航线".unicodeScalars).map {
      words.joins($0.value, $1.value)
    }
    #expect(joined == [true, true, false, false, false, false, false])
    #expect(!WordEvidence().joins(0x83B2, 0x6F2A))
    #expect(!WordEvidence(issue, page: 0, .latin).joins(0x83B2, 0x6F2A))
  }
}

/// A headline of the written cases.
struct WrittenHead {
  let text: String
  let typography: Typography
  let prepared: PreparedText
  let breaks: HeadBreaks
  /// Where a line may end, in characters that are no blanks.
  let good: Set<Int>

  static func all() throws -> [WrittenHead] {
    let path = "\(UnicodeData.root)/Tests/LayoutEngineTests/Cases/head-breaks.txt"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
      let fields = $0.split(separator: "\t")
      return fields.count == 2 ? WrittenHead(String(fields[0]), marked: String(fields[1])) : nil
    }
  }

  init(_ language: String, marked: String) {
    var (text, good, seen) = ("", Set<Int>(), 0)
    let isSpaced = language.hasPrefix("zh") || language.hasPrefix("ja")
    for character in marked {
      if character == "|" || character == " " && isSpaced { good.insert(seen) }
      if character == "|" && !isSpaced && !text.hasSuffix(" ") { text.append(" ") }
      if character != "|" { text.append(character) }
      if character != "|" && character != " " { seen += 1 }
    }
    self.init(text, Typography(Typography.Tradition(LanguageTag(language)), widths: .init()), good)
  }

  init(_ text: String, _ typography: Typography, _ good: Set<Int>) {
    (self.text, self.typography, self.good) = (text, typography, good)
    prepared = PreparedText(text, typography)
    breaks = HeadBreaks(prepared, WordEvidence())
  }

  var width: Int { prepared.width(of: prepared.bytes) }

  func lines(measure: Int, limit: Int) -> [String] {
    let bytes = Array(text.utf8)
    return (breaks.lines(measure: measure, limit: limit) ?? []).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  func ends(of lines: [String]) -> Set<Int> {
    var seen = 0
    return Set(
      lines.dropLast().map { line in
        seen += line.count { $0 != " " }
        return seen
      })
  }

  /// The cheapest of all ways to break, every one tried; of ties as `HeadBreaks` says.
  func cheapestByTrying(measure: Int, limit: Int) -> [Range<Int>]? {
    let last = breaks.places.count - 1
    var ways: [[Int]: Int] = [:]
    for chosen in 0..<1 << (last - 1) {
      let cuts = [0] + (1..<last).filter { chosen >> ($0 - 1) & 1 == 1 } + [last]
      ways[cuts] = breaks.cost(of: cuts, measure: measure)
    }
    guard let fewest = ways.keys.map(\.count).min() else { return nil }
    // A row more costs 300, and of equals the fewer rows and then the longer lines first are taken.
    let rated = ways.filter { $0.key.count <= max(fewest, min(fewest + 1, limit + 1)) }
      .map { cuts, cost in
        [cost + 300 * (cuts.count - fewest), cuts.count] + cuts.reversed().map { -$0 }
      }
    guard let best = rated.min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
    let cuts = best.dropFirst(2).reversed().map { -$0 }
    return zip(cuts, cuts.dropFirst()).map { breaks.places[$0].start..<breaks.places[$1].end }
  }

  /// Whether that many lines could end at good places alone.
  func couldBreakWell(measure: Int, lines: Int) -> Bool {
    var (needed, seen, start, last) = (1, 0, 0, 0)
    let bytes = Array(text.utf8)
    for (index, place) in breaks.places.enumerated() where index > 0 {
      let line = String(decoding: bytes[breaks.places[index - 1].start..<place.end], as: UTF8.self)
      seen += line.count { $0 != " " }
      guard good.contains(seen) || index == breaks.places.count - 1 else { continue }
      if place.cellsToEnd - breaks.places[start].cellsToStart > measure {
        guard last > start else { return false }
        (start, needed) = (last, needed + 1)
        if place.cellsToEnd - breaks.places[start].cellsToStart > measure { return false }
      }
      last = index
    }
    return needed <= lines
  }
}
