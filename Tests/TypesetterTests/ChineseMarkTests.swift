import FoundationEssentials
import TestSupport
import Testing
import Typesetter
import UnicodeTables

/// The punctuation tables of CLREQ: which mark may begin or end a line, level by level.
@Suite struct ChineseMarkTests {
  @Test(arguments: [Typography.Prohibition.none, .basic, .gb, .strict])
  func `a mark begins and ends lines as the table says`(level: Typography.Prohibition) throws {
    let marks = try ChineseMark.all()
    #expect(marks.count == 51)
    for mark in marks {
      for tradition in [Typography.Tradition.simplifiedChinese, .traditionalChinese] {
        var typography = Typography(tradition)
        typography.prohibition = level
        let prepared = PreparedText("汉\(mark.text)字", typography)
        let (start, end) = (3, 3 + mark.text.utf8.count)
        let isAllowed = { (offset: Int) in
          prepared.clusters(in: offset..<prepared.byteCount)[0].breakBefore == .allowed
        }
        let allowed = mark.allowed[level.rawValue]
        #expect(isAllowed(start) == allowed?.start, "\(tradition): \(mark.text) at a line start")
        #expect(isAllowed(end) == allowed?.end, "\(tradition): \(mark.text) at a line end")
      }
    }
  }

  @Test func `a mark hangs by as many cells as the table says`() throws {
    for mark in try ChineseMark.all() {
      for tradition in [Typography.Tradition.simplifiedChinese, .traditionalChinese] {
        var typography = Typography(tradition)
        typography.widensQuotes = false
        let room = Measure(5, gutter: 1)
        let lines = Setting("汉字\(mark.text)汉字汉字", typography, room, .greedy).lines
        let script = tradition == .simplifiedChinese ? "zh-Hans" : "zh-Hant"
        #expect(lines[0].hang == mark.hang[script], "\(script): \(mark.text)")
      }
    }
  }
}

/// A row of the table.
private struct ChineseMark {
  let text: String
  /// For each level whether it may begin a line, and end one.
  let allowed: [String: (start: Bool, end: Bool)]
  /// For each script the cells by which it may hang.
  let hang: [String: Int]

  static func all() throws -> [ChineseMark] {
    let path = "\(UnicodeData.root)/Tests/TypesetterTests/Cases/chinese-marks.json"
    let document = JSONValue(try String(contentsOfFile: path, encoding: .utf8))
    return (document?["marks"].elements ?? []).map(ChineseMark.init)
  }

  private init(_ value: JSONValue) {
    text = value["mark"].string ?? ""
    allowed = Dictionary(
      uniqueKeysWithValues: ["none", "basic", "gb", "strict"].map { level in
        let row = value[level]
        return (level, (row["start"] == .bool(true), row["end"] == .bool(true)))
      })
    let cells = value["hang_cells"]
    hang = Dictionary(uniqueKeysWithValues: cells.keys.map { ($0, cells[$0].number ?? 0) })
  }
}
