import FoundationEssentials
import TestSupport
import Testing
import UnicodeTables

/// Our widths beside those of another library, recorded by `Scripts/compare-widths`.
@Suite struct PeerWidthTests {
  private func entries(
    _ name: String
  ) throws -> [(codePoints: ClosedRange<Int>, fields: [String])] {
    let path = "\(UnicodeData.root)/Tests/UnicodeTablesTests/Peer/\(name)"
    return UnicodeData.entries(in: try String(contentsOfFile: path, encoding: .utf8))
  }

  /// The cells that the peer gives to each code point.
  private func peerWidths() throws -> [Int] {
    var widths = Array(repeating: 1, count: 0x11_0000)
    for entry in try entries("wcwidth.txt") {
      for codePoint in entry.codePoints { widths[codePoint] = try #require(Int(entry.fields[0])) }
    }
    return widths
  }

  @Test func `our widths differ from the peer's as the reviewed list says and nowhere else`() throws
  {
    let peer = try peerWidths()
    var expected = peer
    var listed = 0
    for entry in try entries("width-differences.txt") {
      for codePoint in entry.codePoints {
        #expect(peer[codePoint] == Int(entry.fields[0]))
        expected[codePoint] = try #require(Int(entry.fields[1]))
        #expect(expected[codePoint] != peer[codePoint])
        listed += 1
      }
    }
    let wrong = everyScalar.filter {
      WidthPolicy().cells(ofScalar: $0) != expected[Int($0.value)]
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    #expect(listed == 1589)
  }

  @Test func `every difference has a reason`() throws {
    let path = "\(UnicodeData.root)/Tests/UnicodeTablesTests/Peer/width-differences.txt"
    let groups = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n\n")
    #expect(groups.count == 8)
    for group in groups.dropFirst() {
      #expect(group.hasPrefix("# ") && !group.contains("No reason is known"))
    }
  }
}
