import IssueFiles
import NewsModel
import TestSupport
import Testing

/// What is known of a picture before anything decodes it.
@Suite struct PictureHeaderTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
  private static let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 2, 0xFF, 0xC2, 0, 11, 8,
  ]

  private func webp(_ kind: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(kind.utf8) + [0, 0, 0, 0] + bytes
  }

  private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    Self.png
      + [width, height].flatMap { side in (0..<4).map { UInt8(side >> (24 - 8 * $0) & 0xFF) } }
  }

  @Test func `the sides stand in the first bytes, whatever the format`() throws {
    let cases: [([UInt8], PictureHeader.Format, Int, Int)] = [
      (png(420, 280), .png, 420, 280),
      (Self.jpeg + [1, 24, 1, 164, 1], .jpeg, 420, 280),
      (webp("VP8X", [0, 0, 0, 0, 163, 1, 0, 23, 1, 0]), .webp, 420, 280),
      (webp("VP8L", [0x2F, 0x0F, 0xC0, 0x01, 0]), .webp, 16, 8),
      (webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 164, 1, 24, 0x41]), .webp, 420, 280),
    ]
    for (bytes, format, width, height) in cases {
      let header = try PictureHeader(bytes)
      #expect(header.format == format)
      #expect(header.shape == PictureShape(width: width, height: height))
    }
  }

  @Test func `a header that is cut off anywhere has no sides, and never more than it says`() {
    let whole = [png(420, 280), Self.jpeg + [1, 24, 1, 164]]
    for bytes in whole {
      for count in 0..<bytes.count {
        #expect(throws: PictureFault.self) { try PictureHeader(Array(bytes.prefix(count))) }
      }
    }
  }

  @Test func `a bomb is told by its sides, and nothing is decoded`() {
    for (width, height) in [(60_000, 60_000), (0, 5), (5, 0), (48_000_001, 1), (0x7FFF_FFFF, 2)] {
      #expect(throws: PictureFault.badSize(width: width, height: height)) {
        try PictureHeader(png(UInt32(width), UInt32(height)))
      }
    }
    #expect(throws: PictureFault.noSize) { try PictureHeader(png(0xFFFF_FFFF, 1)) }
    #expect(throws: PictureFault.otherFormat) { try PictureHeader(Array("GIF89a".utf8)) }
    #expect(throws: PictureFault.otherFormat) { try PictureHeader([]) }
  }

  private func files(_ picture: [UInt8]?) -> ScratchFolder {
    let photo = "- photo:\n    id: a\n    image: pictures/a.png\n    caption: 图。"
    let folder = ScratchFolder(["issue.yaml": issueFile(photo)])
    if let picture { folder.add("pictures/a.png", picture) }
    return folder
  }

  @Test func `a check names a picture that cannot be shown at its path, and the issue is read`()
    throws
  {
    let cases: [([UInt8]?, String)] = [
      (nil, "there is no picture `pictures/a.png`; add it, or leave `image` out"),
      ([], "`pictures/a.png` is no PNG, JPEG or WebP picture; save it as one"),
      (Self.png, "`pictures/a.png` does not say its width and height; copy or save it again"),
      (
        png(60_000, 60_000),
        "`pictures/a.png` has 60000 by 60000 dots; give it between 1 and 48000000 of them"
      ),
    ]
    for (picture, sentence) in cases {
      let folder = files(picture)
      let found = checkIssue(at: folder.path).map(\.description)
      #expect(found == ["\(folder.path)/issue.yaml:10:18: \(sentence)"])
      #expect(try decodeIssue(at: folder.path).pages.count == 1)
    }
    let folder = files(png(3, 2))
    withExtendedLifetime(folder) { #expect(checkIssue(at: folder.path).isEmpty) }
  }

  @Test func `a photo names the story it belongs to, and one that no page has is warned about`()
    throws
  {
    let items = "- story: a\n- photo:\n    id: p\n    caption: 图。\n    story: "
    for (story, found) in [
      ("a", []), ("b", ["issue.yaml:12:18: no page has a story `b`; check the id"]),
    ] {
      let files = ["issue.yaml": issueFile(items + story), "articles/a.md": "文。"]
      #expect(faults(of: files) == found)
      let folder = ScratchFolder(files)
      let issue = try decodeIssue(at: folder.path)
      #expect(
        issue.pages[0].items.last == .photo(Photo(id: "p", caption: "图。", story: story)))
    }
  }

  @Test func `pictures are found by the folder or its issue file, and never outside it`() throws {
    let folder = files(png(3, 2))
    for path in [folder.path, folder.path + "/issue.yaml"] {
      let pictures = try #require(PictureFolder(ofIssueAt: path))
      #expect(
        try pictures.header(of: "pictures/a.png").shape == PictureShape(width: 3, height: 2))
      #expect(try pictures.bytes(of: "pictures/a.png") == png(3, 2))
      for image in ["../a.png", "/etc/passwd", "pictures", "pictures/b.png", "", "a\u{0}b"] {
        #expect(throws: IssueFault.self) { try pictures.header(of: image) }
        #expect(throws: IssueFault.self) { try pictures.bytes(of: image) }
      }
    }
    for path in ["-", folder.path + "/pictures", folder.path + "/nothing"] {
      #expect(PictureFolder(ofIssueAt: path) == nil, "\(path)")
    }
  }
}
