import ScreenModel
import TestSupport
import Testing

/// What the house promises of itself: who may import what, and that nothing is typed twice.
@Suite struct HouseTests {
  /// The pure rooms, and all that each may import.
  private static let pureRooms = [
    "UnicodeTables": [],
    "ScreenModel": ["UnicodeTables"],
    "NewsModel": [],
    "JSONText": [],
    "Typesetter": ["UnicodeTables", "CByteVectors"],
    "LayoutEngine": [
      "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel", "JSONText", "CByteVectors",
    ],
    "ReaderCore": ["LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel"],
  ]

  @Test(arguments: pureRooms.keys.sorted())
  func `a pure room imports nothing impure and counts in whole cells`(room: String) throws {
    let allowed = Set(try #require(Self.pureRooms[room]))
    let files = try files(under: Broadsheet.root + "/Sources/" + room, ending: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      for line in try lines(of: file) {
        let words = line.split(separator: " ")
        if let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 {
          #expect(allowed.contains(String(words[place + 1])), "\(file): \(line)")
        }
        for word in ["Double", "Float", "print(", " Date(", "random("] where !line.contains("//") {
          #expect(!line.contains(word), "\(file): \(line)")
        }
      }
    }
  }

  @Test func `the README shows what the program prints`() throws {
    let readme = try lines(of: Broadsheet.root + "/README.md").joined(separator: "\n")
    let page = try Broadsheet.firstFold(
      "liancheng-daily", page: "1", size: .init(columns: 100, rows: 40))
    let trimmed = page.joined(separator: "\n")
    #expect(readme.contains(trimmed), "run make readme")
    #expect(readme.contains(try Broadsheet.run("keys").text), "run make readme")
  }

  @Test func `no file names a machine or a workplace`() throws {
    for folder in ["/Sources", "/Tests", "/Scripts", "/Documentation", "/Themes"] {
      for file in try files(under: Broadsheet.root + folder, ending: "") {
        guard !file.hasSuffix(".txt"), !file.hasSuffix("HouseTests.swift") else { continue }
        for line in try lines(of: file) {
          #expect(!line.contains("/home/") && !line.contains("/root/"), "\(file): \(line)")
        }
      }
    }
  }

  private func files(under folder: String, ending: String) throws -> [String] {
    let output = try TestSupport.run(
      "/usr/bin/find", [folder, "-type", "f", "-name", "*" + ending])
    return output.text.split(separator: "\n").map(String.init).sorted()
  }

  private func lines(of file: String) throws -> [Substring] {
    try TestSupport.run("/bin/cat", [file]).text
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
