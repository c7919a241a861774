import Glibc
import IssueFiles
import NewsModel
import TestSupport
import Testing

typealias Issue = NewsModel.Issue

/// Invented sources, and programs that stand for the importing process.
enum Imported {
  /// A page in ALTO with two blocks.
  static let alto = """
    <?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page ID="P1" WIDTH="1000" HEIGHT="1400">
    <PrintSpace><TextBlock ID="B1" HPOS="100" VPOS="100" WIDTH="800" HEIGHT="100">
    <TextLine HPOS="100" VPOS="100" WIDTH="800" HEIGHT="40"><String CONTENT="Lanterns"/><SP/>
    <String CONTENT="return"/></TextLine></TextBlock>
    <TextBlock ID="B2" HPOS="100" VPOS="300" WIDTH="800" HEIGHT="100">
    <TextLine HPOS="100" VPOS="300" WIDTH="800" HEIGHT="40"><String CONTENT="Across"/><SP/>
    <String CONTENT="the"/><SP/><String CONTENT="harbour."/></TextLine></TextBlock>
    </PrintSpace></Page></Layout></alto>

    """

  /// Messages of an import that has come to an issue.
  static let issue: [ImportMessage] = [
    .issue(
      Issue(
        language: LanguageTag("en"), nameplate: Nameplate(name: "Harbour Gazette"),
        pages: [Page(label: "1", items: [.story(StoryPart(article: "a"))])],
        articles: [
          Article(
            id: "a", headline: ["Lanterns"],
            segments: [Segment(blocks: [Block(.paragraph, "Light.")])])
        ])), .report(ImportReport(text: "all is well\n", json: "{\"lines\":[]}")),
  ]

  /// Messages of one that is under way.
  static let progress: [ImportMessage] = [
    .progress(ImportProgress(done: 3, total: 12, file: "page-0003.xml"))
  ]

  /// Messages of one that has failed.
  static let failure: [ImportMessage] = [
    .failure(ImportNote(file: "source.xml", sentence: "has no page; copy it again"))
  ]

  /// The environment with a shell script in place of the importing process; `$first` and `$second` are files
  /// of messages.
  static func environment(
    _ script: String, in folder: ScratchFolder, _ first: [ImportMessage] = progress,
    _ second: [ImportMessage] = issue
  ) throws -> [String: String] {
    _ = try folder.write(parcelHead + first.flatMap(\.parcel), to: "first")
    _ = try folder.write(second.flatMap(\.parcel), to: "second")
    let program = try folder.write(
      "#!/bin/sh\nfirst='\(folder.path)/first' second='\(folder.path)/second'\n\(script)\n",
      to: "import")
    unsafe chmod(program, 0o700)
    var environment = TestEnvironment.plain
    environment["BROADSHEET_IMPORT"] = program
    return environment
  }
}
