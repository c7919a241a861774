import FoundationEssentials
import TestSupport
import Testing
import UnicodeTableGenerator
import UnicodeTables

@Suite struct TableTests {
  @Test func `the generated tables are what the generator writes`() throws {
    for file in try TableGenerator.files(read: UnicodeData.text) {
      let stored = try String(contentsOfFile: "\(UnicodeData.root)/\(file.path)", encoding: .utf8)
      #expect(file.text.utf8.elementsEqual(stored.utf8), "run `make tables`")
    }
  }

  @Test func `the data files are of the version we name`() throws {
    for name in ["DerivedGeneralCategory", "DerivedEastAsianWidth", "GraphemeBreakProperty"] {
      let heading = "# \(name)-\(UnicodeVersion.current).0.txt"
      #expect(try UnicodeData.text(name + ".txt").hasPrefix(heading))
    }
  }

  @Test func `every code point has the line break class of the data file`() throws {
    var expected = Array(repeating: "XX", count: 0x11_0000)
    for entry in try UnicodeData.entries("LineBreak.txt") {
      for codePoint in entry.codePoints { expected[codePoint] = entry.fields[0] }
    }
    let marks = try codePoints(of: ["Mn", "Mc"])
    let wrong = everyScalar.filter { scalar in
      let name = "\(ScalarProperties(of: scalar).lineBreak)".uppercased()
      return switch expected[Int(scalar.value)] {
      case "AI", "SG", "XX": name != "AL"
      case "SA": name != (marks[Int(scalar.value)] ? "CM" : "AL")
      case let other: name != other
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `every quotation mark of the data files has its side`() throws {
    let (initial, final) = (try codePoints(of: ["Pi"]), try codePoints(of: ["Pf"]))
    let wrong = everyScalar.filter { scalar in
      let properties = ScalarProperties(of: scalar)
      guard properties.lineBreak == .qu else { return properties.quoteSide != .neither }
      return (properties.quoteSide == .initial) != initial[Int(scalar.value)]
        || (properties.quoteSide == .final) != final[Int(scalar.value)]
    }
    #expect(wrong.isEmpty)
  }

  @Test func `text cut off in a code point or never UTF-8 is read to its end`() {
    let all: [[UInt8]] = [
      [0xE4, 0xB8], [0x80, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xFF, 0x61, 0xFE],
    ]
    for bytes in all {
      var scanner = ClusterScanner(WidthPolicy())
      var read = 0
      while let cluster = scanner.next(in: bytes.span) { read += cluster.byteCount }
      #expect(read == bytes.count)
    }
  }
}

/// All code points that a string can hold.
let everyScalar: [Unicode.Scalar] = (0..<0x11_0000).compactMap { Unicode.Scalar(UInt32($0)) }

/// Which code points have one of these values of General_Category.
func codePoints(of categories: Set<String>) throws -> [Bool] {
  var found = Array(repeating: false, count: 0x11_0000)
  for entry in try UnicodeData.entries("DerivedGeneralCategory.txt")
  where categories.contains(entry.fields[0]) {
    for codePoint in entry.codePoints { found[codePoint] = true }
  }
  return found
}
