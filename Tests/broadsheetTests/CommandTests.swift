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
