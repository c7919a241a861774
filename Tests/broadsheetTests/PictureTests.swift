import IssueFiles
import LayoutEngine
import NewsModel
import PictureFiles
import ScreenModel
import TestSupport
import Testing
import broadsheet

/// Pictures decoded in a process of their own, and what becomes of hostile ones.
@Suite struct PictureTests {
  /// Sixteen by eight dots, white above and black below, in each format.
  private static let png =
    "89504e470d0a1a0a0000000d4948445200000010000000080800000000d51d204b000000194944415408d763fccf"
    + "800a586ea30bdca15c05a30a03010000faf605835d7c457d0000000049454e44ae426082"
  private static let jpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb0043000503040404030504040405050506070c0807070707"
    + "0f0b0b090c110f1212110f111113161c1713141a1511111821181a1d1d1f1f1f13172224221e241c1e1f1effc000"
    + "0b080008001001011100ffc4001500010100000000000000000000000000000001ffc40017100003010000000000"
    + "0000000000000000001865a2ffda0008010100003f008d3d1d869e8ecfffd9"
  private static let webp =
    "5249464648000000574542505650384c3c0000002f0fc001003f201020c4f01f69422090c2615a2090c2617afe09"
    + "2669aaed18aae8fd02a62159492185145248218514f2ff588788fee7732c43532401"

  private func bytes(_ digits: String) -> [UInt8] {
    let nibbles = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: nibbles.count, by: 2).map {
      UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
    }
  }

  private func decoder() throws -> PictureDecoder {
    PictureDecoder(program: try Broadsheet.path())
  }

  private func raster(_ bytes: [UInt8], dots: Int = 1_000_000) throws -> Raster {
    try decoder().raster(bytes, dots: dots)
  }

  @Test(arguments: [png, jpeg, webp])
  func `a picture becomes greys, whatever its format`(digits: String) throws {
    let bytes = bytes(digits)
    let shape = try PictureHeader(bytes).shape
    #expect(shape == PictureShape(width: 16, height: 8))
    let raster = try raster(bytes)
    #expect(raster.shape == shape)
    for row in 0..<8 {
      let wanted = 255 - row * 255 / 7
      for column in 0..<16 {
        #expect(abs(Int(raster[row, column]) - wanted) <= 4, "\(row), \(column)")
      }
    }
  }

  @Test func `a file that is cut off anywhere is no picture, and does no harm`() throws {
    for digits in [Self.png, Self.jpeg, Self.webp] {
      let whole = bytes(digits)
      for count in stride(from: 0, to: whole.count - 24, by: 17) {
        #expect(throws: DecodingFault.self, "\(count) bytes of \(whole.count)") {
          try raster(Array(whole.prefix(count)))
        }
      }
    }
  }

  @Test func `a file with wrong bytes ends as greys or as a fault`() throws {
    var random = SeededGenerator(seed: 7)
    for digits in [Self.png, Self.jpeg, Self.webp] {
      for _ in 0..<12 {
        var damaged = bytes(digits)
        for _ in 0..<3 {
          let place = Int.random(in: 0..<damaged.count, using: &random)
          damaged[place] = UInt8.random(in: 0...255, using: &random)
        }
        do {
          let greys = try raster(damaged)
          #expect(greys.values.count == greys.width * greys.height)
        } catch let fault as DecodingFault {
          #expect(fault != .notStarted && fault != .noLibrary)
        }
      }
    }
  }

  @Test func `a picture of more dots than it may have is refused by the decoder too`() throws {
    for digits in [Self.png, Self.jpeg, Self.webp] {
      #expect(throws: DecodingFault.tooLarge) { try raster(bytes(digits), dots: 127) }
    }
  }

  @Test func `the process that decodes has no room for a bomb, whatever it is allowed`() throws {
    // 30,000 by 30,000 dots, of which a thousand are there.
    let bomb =
      "89504e470d0a1a0a0000000d494844520000753000007530080000000043"
      + "4ca766000000114944415478da63601805a360140c77000003e80001ce494c58"
    #expect(throws: DecodingFault.tooLarge) { try raster(bytes(bomb), dots: .max) }
  }

  @Test func `a decoder that crashes, or answers nonsense, takes nobody along`() {
    let picture = bytes(Self.png)
    // One ends at once, one writes what is no picture, one is not there.
    for (program, fault) in [
      ("/bin/false", DecodingFault.crashed), ("/bin/echo", .crashed), ("/usr/bin/yes", .crashed),
      ("/nonexistent/program", .notStarted),
    ] {
      #expect(throws: fault, "\(program)") {
        try PictureDecoder(program: program).raster(picture, dots: 1_000)
      }
    }
  }

  // MARK: The program

  private func issue(_ picture: [UInt8]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.makeFolder("articles")
    folder.willHold("articles/a.md")
    _ = try folder.write("---\nheadline: Tides\n---\n\nThe sea.\n", to: "articles/a.md")
    _ = try folder.write(
      """
      format: 1
      language: en
      paper: {name: Gazette}
      pages:
        - label: "1"
          items:
            - story: a
            - photo: {id: p, image: a.png, caption: The mole.}
      """, to: "issue.yaml")
    _ = try folder.write(picture, to: "a.png")
    return folder
  }

  @Test func `a page is printed with its picture, or with its caption and a sentence`() throws {
    let whole = bytes(Self.png)
    let folder = try issue(whole)
    let drawn = try Broadsheet.run("render", folder.path, "--size", "60x30", "--format", "text")
    #expect(drawn.text.contains("█") && drawn.text.contains("The mole."))
    #expect(drawn.errors.isEmpty)
    let words = try Broadsheet.run(
      "render", folder.path, "--size", "60x30", "--format", "text", "--pictures", "captions")
    #expect(!words.text.contains("█") && words.text.contains("The mole."))

    let hostile: [([UInt8], String)] = [
      (Array(whole.prefix(60)), "a.png is damaged or cut off; copy or save it again"),
      (Array("GIF89a".utf8), "`a.png` is no PNG, JPEG or WebP picture; save it as one"),
    ]
    for (picture, sentence) in hostile {
      let folder = try issue(picture)
      let output = try Broadsheet.run("render", folder.path, "--size", "60x30", "--format", "text")
      #expect(output.status == .exited(0))
      #expect(output.text == words.text)
      #expect(output.errorText == "broadsheet: \(sentence)\n")
    }
  }

  @Test func `the reader shows a picture, and says in the status line what it cannot show`() throws
  {
    for (count, sign) in [(82, "█"), (60, "a.png is damaged or cut off")] {
      let folder = try issue(Array(bytes(Self.png).prefix(count)))
      let terminal = try PseudoTerminal(try Broadsheet.path(), ["read", folder.path])
      try terminal.wait(forText: sign)
      #expect(terminal.screen.shows("The mole."))
      terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test(arguments: ["harbour-gazette", "liancheng-daily"])
  func `the pictures of the samples are small and can be shown`(name: String) throws {
    let path = Broadsheet.sample(name)
    let folder = try #require(PictureFolder(ofIssueAt: path))
    let images = try decodeIssue(at: path).pages.flatMap(\.items).compactMap { item in
      if case .photo(let photo) = item { photo.image } else { nil }
    }
    #expect(!images.isEmpty)
    for image in images {
      let bytes = try folder.bytes(of: image)
      #expect(bytes.count <= 20_000)
      let shape = try folder.header(of: image).shape
      #expect(try raster(bytes).shape == shape)
    }
  }
}
