import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The picture of the nameplate: `nameplate: image:` in `issue.yaml`.
@Suite struct NameplateImageTests {
  private static let name = "P1\n# 山\n5 3\n0 0 1 0 0\n1 0 1 0 1\n1 1 1 1 1\n"

  private func files(_ nameplate: String, _ picture: String? = name) -> [String: String] {
    var files = [
      "issue.yaml": issueFile("- story: a", header: "nameplate: " + nameplate + "\n"),
      "articles/a.md": "文。",
    ]
    files["pictures/name.pbm"] = picture
    return files
  }

  @Test func `the picture is read with the issue, and written with it again`() throws {
    let folder = ScratchFolder(files("{image: pictures/name.pbm}"))
    let issue = try decodeIssue(at: folder.path)
    #expect(issue.nameplate.picture?.drawing == ["..#..", "#.#.#", "#####"])
    let copy = ScratchFolder()
    try writeIssue(issue, to: copy.path)
    #expect(try decodeIssue(at: copy.path) == issue)
    #expect(checkIssue(at: copy.path).isEmpty)
  }

  @Test func `without a picture, or without its path, the name is set in type`() throws {
    for nameplate in ["", "{}", "{image: }"] {
      let folder = ScratchFolder(files(nameplate))
      #expect(try decodeIssue(at: folder.path).nameplate.picture == nil)
      #expect(checkIssue(at: folder.path).isEmpty, "\(nameplate)")
    }
  }

  @Test func `a picture that cannot be read is warned about at its path, and the issue is read`()
    throws
  {
    let cases: [(String?, String)] = [
      (nil, "there is no picture `pictures/name.pbm`; add it, or leave `image` out"),
      ("GIF89a", "`pictures/name.pbm` is no Portable Bitmap; save it as PBM, P1 or P4"),
      (
        "P1", "`pictures/name.pbm` does not say its width and height; save it as PBM, P1 or P4"
      ),
      (
        "P1 9999 9999 1",
        "`pictures/name.pbm` has 9999 by 9999 dots; give it between 1 and 1048576 of them"
      ),
      ("P1 3 1 1", "`pictures/name.pbm` ends before its last dot; copy or save it again"),
      (
        "P1 2 1 1 x",
        "`pictures/name.pbm` has something else than 0 and 1 among its dots; save it again"
      ),
    ]
    for (picture, sentence) in cases {
      let files = files("{image: pictures/name.pbm}", picture)
      #expect(faults(of: files) == ["issue.yaml:5:20: " + sentence])
      let folder = ScratchFolder(files)
      let issue = try decodeIssue(at: folder.path)
      withExtendedLifetime(folder) { #expect(issue.nameplate.picture == nil) }
    }
  }

  @Test func `a path that leads out of the folder is an error`() {
    for path in ["/etc/name.pbm", "../name.pbm"] {
      #expect(
        faults(of: files("{image: \(path)}")) == [
          "issue.yaml:5:20: `\(path)` leads out of the issue's folder; use a path inside it"
        ])
      let folder = ScratchFolder(files("{image: \(path)}"))
      withExtendedLifetime(folder) {
        let error = #expect(throws: IssueFileError.self) { try decodeIssue(at: folder.path) }
        #expect(error?.line == 5)
      }
    }
  }

  @Test func `other fields and other kinds of value are named`() {
    #expect(
      faults(of: files("{imgae: pictures/name.pbm}")) == [
        "issue.yaml:5:13: unknown field `imgae`; did you mean `image`?"
      ])
    #expect(
      faults(of: files("pictures/name.pbm")) == [
        "issue.yaml:5:12: `nameplate` is `pictures/name.pbm`; write fields, one `name: value` a line"
      ])
  }
}
