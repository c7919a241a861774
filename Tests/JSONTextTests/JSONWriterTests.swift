import JSONText
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  @Test func `fields stand in the order they are given, parted by commas`() {
    var json = JSONWriter()
    json.object { json in
      json.field("a", "x")
      json.field("b", 12)
      json.field("c", true)
      json.null("d")
      json.object("e") { $0.field("f", orNull: nil as Int?) }
      json.array("g", [1, 2]) { $0.value($1) }
      json.array("h", ["i", "j"])
      json.array("k", [0, 1]) { json, number in json.object { $0.field("n", number) } }
      json.array("l", [])
    }
    #expect(
      json.text == #"{"a":"x","b":12,"c":true,"d":null,"e":{"f":null},"g":[1,2],"h":["i","j"],"#
        + #""k":[{"n":0},{"n":1}],"l":[]}"#)
  }

  @Test func `a share is written in hundredths`() {
    for (hundredths, text) in [(0, "0.00"), (7, "0.07"), (86, "0.86"), (100, "1.00")] {
      var json = JSONWriter()
      json.object { $0.field("c", hundredths: hundredths) }
      #expect(json.text == "{\"c\":\(text)}")
    }
  }

  @Test func `any text comes back, and none of its control characters is in the JSON`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        let most: UInt32 = Bool.random(using: &random) ? 0xA5 : 0x1F6FF
        guard let scalar = Unicode.Scalar(UInt32.random(in: 0...most, using: &random)) else {
          continue
        }
        text.append(scalar)
      }
      var json = JSONWriter()
      json.object { $0.field("t", String(text)) }
      #expect(!json.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      let read = try #require(JSONValue(json.text)?["t"].string)
      #expect(read.unicodeScalars.elementsEqual(text))
    }
  }
}
