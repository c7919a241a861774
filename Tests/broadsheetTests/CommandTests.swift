import TestSupport
import Testing

/// The command line is a contract: what scripts rely on.
@Suite struct CommandTests {
  @Test func `render prints as many rows as the size has, on every fold`() throws {
    let output = try Broadsheet.run(
      "render", Broadsheet.sample("harbour-gazette"), "--size", "80x24", "--format", "text")
    let folds = output.text.split(separator: "\u{0C}\n", omittingEmptySubsequences: false)
    #expect(output.status == .exited(0))
    #expect(folds.count > 1)
    for fold in folds { #expect(fold.utf8.count { $0 == 0x0A } == 24) }
  }

  @Test
  func `render --whole prints each page in one piece, whatever the height, with no story cut`()
    throws
  {
    let request = ["render", Broadsheet.sample("liancheng-daily"), "--all", "--whole"]
    let path = try Broadsheet.path()
    for columns in [40, 100] {
      let low = try TestSupport.run(path, request + ["--size", "\(columns)x12"])
      let high = try TestSupport.run(path, request + ["--size", "\(columns)x90"])
      #expect(low.status == .exited(0) && low.output == high.output)
      #expect(low.text.split(separator: "\u{0C}\n").count == 8)
      #expect(!low.text.contains("▶续") && low.text.contains("（下转第八版）"))
    }
    let ansi = try TestSupport.run(path, request + ["--format", "ansi"])
    #expect(ansi.status == .exited(0) && ansi.text.contains("\u{1B}["))
    let json = try TestSupport.run(path, request + ["--format", "json"])
    let pages = json.text.split(separator: "\n").compactMap { JSONValue(String($0)) }
    #expect(pages.map { $0["folds"].elements.count } == Array(repeating: 1, count: 8))
    #expect(pages.allSatisfy { ($0["size"]["rows"].number ?? 0) > 40 })
  }

  @Test func `render --whole lists the headlines where there is no room for columns`() throws {
    let request = ["render", Broadsheet.sample("two-harbours"), "--size", "30x12"]
    let path = try Broadsheet.path()
    let whole = try TestSupport.run(path, request + ["--whole"])
    #expect(try whole.output == TestSupport.run(path, request).output)
  }

  @Test(arguments: ["text", "ansi", "json"])
  func `the same request gives the same bytes`(format: String) throws {
    let request = ["render", Broadsheet.sample("two-harbours"), "--all", "--format", format]
    let one = try TestSupport.run(try Broadsheet.path(), request)
    let two = try TestSupport.run(try Broadsheet.path(), request)
    #expect(one.status == .exited(0) && !one.output.isEmpty)
    #expect(one.output == two.output)
  }

  @Test func `a page is found by its label, an item by its id`() throws {
    let gazette = Broadsheet.sample("harbour-gazette")
    let page = try Broadsheet.run("render", gazette, "--page", "B1")
    #expect(page.text.contains("Page B1"))
    let story = try Broadsheet.run("render", gazette, "--article", "harbour", "--size", "80x60")
    #expect(story.text.contains("— Page A4 —"))
  }

  @Test func `a page is printed as its author arranged it, or automatically`() throws {
    let request = [
      "render", Broadsheet.sample("liancheng-daily"), "--page", "2", "--format", "json",
    ]
    let path = try Broadsheet.path()
    let asRule = try TestSupport.run(path, request)
    let automatic = try TestSupport.run(path, request + ["--automatic"])
    #expect(asRule.status == .exited(0) && asRule.text.contains("\"arrangement\":\"author\""))
    #expect(automatic.status == .exited(0) && !automatic.text.contains("\"arrangement\""))
  }

  @Test func `check names an item that cannot stand in its zone`() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      """
      format: 1
      language: en
      paper: {name: X}
      pages:
        - label: "1"
          items:
            - advert: {id: a, lines: [A]}
              zone: [0, 0, 80, 80]
            - advert: {id: b, lines: [B]}
              zone: [10, 10, 20.5, 20]
      """, to: "issue.yaml")
    let output = try Broadsheet.run("check", file)
    #expect(
      output.text.contains("issue.yaml:10:15: `b` cannot stand in its zone"), "\(output.text)")
    #expect(output.status == .exited(1))
  }

  @Test(arguments: [
    (["render", "SAMPLE", "--page", "99"], "there is no page 99"),
    (["render", "SAMPLE", "--article", "nobody"], "there is no item nobody"),
    (["render", "SAMPLE", "--size", "10x4"], "too small"),
    (["render", "SAMPLE", "--size", "wide"], "wide"),
    (["render", "SAMPLE", "--format", "pdf"], "pdf"),
    (["render", "SAMPLE", "--format", "ansi", "--theme", "none"], "there is no theme none"),
    (["read", "/nowhere/at/all"], "/nowhere/at/all"),
    (["frobnicate", "x", "y"], "y"),
  ])
  func `bad usage is one sentence and code 2`(request: [String], sentence: String) throws {
    let words = request.map { $0 == "SAMPLE" ? Broadsheet.sample("liancheng-daily") : $0 }
    let output = try TestSupport.run(try Broadsheet.path(), words)
    #expect(output.status == .exited(2))
    #expect(output.output.isEmpty)
    #expect(output.errorText.hasPrefix("broadsheet: "))
    #expect(output.errorText.contains(sentence), "\(output.errorText)")
  }

  @Test(arguments: ["liancheng-daily", "harbour-gazette", "minato-shimbun", "two-harbours"])
  func `the samples have no fault`(name: String) throws {
    let output = try Broadsheet.run("check", Broadsheet.sample(name))
    #expect(output.text == "")
    #expect(output.status == .exited(0))
  }

  @Test func `check names a fault with its place and ends with code 1`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("format: 1\nlanguage: en\npaper: {name: X}\npages: 3\n", to: "issue.yaml")
    let output = try Broadsheet.run("check", folder.path)
    #expect(output.status == .exited(1))
    #expect(output.text.contains("/issue.yaml:4:8: "), "\(output.text)")
  }

  @Test func `read without a terminal prints the issue as linear text`() throws {
    let sample = Broadsheet.sample("liancheng-daily")
    let (read, text) = (try Broadsheet.run("read", sample), try Broadsheet.run("text", sample))
    #expect(read.status == .exited(0) && !read.output.isEmpty)
    #expect(read.output == text.output)
    #expect(try Broadsheet.run(sample).output == text.output)
  }

  @Test func `keys and themes are listed`() throws {
    #expect(try Broadsheet.run("keys").text.contains(">"))
    let themes = try Broadsheet.run("themes").text
    for name in ["newsprint-light", "newsprint-dark", "high-contrast", "mono"] {
      #expect(themes.contains(name))
    }
  }

  @Test func `standard input is read like a file`() throws {
    let output = try Broadsheet.run("text", "-", input: "A headline\n\nA paragraph of text.\n")
    #expect(output.status == .exited(0))
    #expect(output.text.contains("A paragraph of text."))
  }
}
