import Glibc
import IssueFiles
import NewsModel
import TestSupport
import Testing

/// A script that stands for the importing process, and a source for it.
private struct Impostor {
  private let folder = ScratchFolder(["source.xml": "<mets/>"])

  /// Makes one of a shell script; `$parcel` is a file of these messages.
  init(_ script: String, _ messages: [ImportMessage] = [], head: [UInt8] = parcelHead) {
    folder.add("parcel", head + messages.flatMap(\.parcel))
    folder.add("import", Array("#!/bin/sh\nparcel='\(folder.path)/parcel'\n\(script)\n".utf8))
    unsafe chmod(folder.path + "/import", 0o700)
  }

  /// What comes of an import by it.
  func run(patience: Int = 30_000) throws(ImportFault) -> ImportResult {
    var process = try ImportingProcess(folder.path + "/import", reading: source)
    while process.waits(patience) {
      if try process.take() { return process.result }
    }
    throw process.fault(.slow)
  }

  /// The cause of its failure.
  func cause(patience: Int = 30_000) -> ImportFault.Cause? {
    do throws(ImportFault) {
      _ = try run(patience: patience)
      return nil
    } catch {
      return error.cause
    }
  }

  private var source: ForeignSource {
    guard case .foreign(let source)? = try? IssueSource(folder.path + "/source.xml") else {
      fatalError("an XML file is foreign")
    }
    return source
  }
}

private let issue = Issue(
  language: LanguageTag("en"), nameplate: Nameplate(name: "Gazette"), pages: [Page(label: "1")])

@Suite struct ImportingProcessTests {
  @Test func `what the process says becomes a result`() throws {
    let note = ImportNote(file: "a.xml", sentence: "is missing")
    let messages: [ImportMessage] = [
      .progress(ImportProgress(done: 1, total: 2, file: "a.xml")), .note(note), .issue(issue),
      .report(ImportReport(text: "t", json: "{}")),
    ]
    let result = try Impostor("cat $parcel", messages).run()
    #expect(result.issue == issue && result.notes == [note])
    #expect(result.report == ImportReport(text: "t", json: "{}"))
    #expect(result.failure == nil)
    let failed = try Impostor("cat $parcel", [.failure(note)]).run()
    #expect(failed.failure == note && failed.issue == nil)
  }

  @Test func `the process is given the path, and what only we could read`() throws {
    let folder = ScratchFolder(["source.xml": "<mets/>", "echo": "#!/bin/sh\ncat \"$1\"\n"])
    unsafe chmod(folder.path + "/echo", 0o700)
    guard case .foreign(var source) = try IssueSource(folder.path + "/source.xml") else {
      isOfAnotherKind()
    }
    #expect(source.bytes == nil)
    // `cat PATH` and `cat -` both say `<mets/>`, which is no message.
    source.bytes = parcelHead
    var process = try ImportingProcess(folder.path + "/echo", reading: source)
    #expect(throws: ImportFault(source.path, .crashed(signal: nil))) {
      while process.waits(30_000) { if try process.take() { break } }
    }
  }

  @Test func `a process that crashes, ends or lies is a cause`() {
    #expect(Impostor("kill -SEGV $$").cause() == .crashed(signal: SIGSEGV))
    #expect(Impostor("cat $parcel; kill -ABRT $$").cause() == .crashed(signal: SIGABRT))
    #expect(Impostor("kill -XCPU $$").cause() == .slow)
    #expect(Impostor("exit 3").cause() == .crashed(signal: nil))
    #expect(Impostor("echo usage: import").cause() == .nonsense(.otherLanguage))
    #expect(Impostor("cat $parcel; exec yes").cause() == .nonsense(.malformed))
    let flood: [UInt8] = parcelHead + [2, 0xFF, 0xFF, 0xFF, 0x7F]
    #expect(Impostor("cat $parcel; exec yes", head: flood).cause() == .nonsense(.tooLarge))
  }

  @Test func `a process that says nothing is slow, and is ended`() throws {
    #expect(Impostor("exec sleep 1000").cause(patience: 30) == .slow)
  }

  @Test func `a program that is not there does not start`() throws {
    let folder = ScratchFolder(["source.xml": "<mets/>"])
    guard case .foreign(let source) = try IssueSource(folder.path + "/source.xml") else {
      isOfAnotherKind()
    }
    #expect(throws: ImportFault(source.path, .notStarted(ENOENT))) {
      _ = try ImportingProcess("/nonexistent/import", reading: source)
    }
  }

  @Test func `a thousand notes are kept of any number`() throws {
    let notes = (0..<3_000).map { ImportMessage.note(ImportNote(file: "f", sentence: "\($0)")) }
    let result = try Impostor("cat $parcel", notes + [.issue(issue)]).run()
    #expect(result.notes.count == 1_000 && result.issue == issue)
  }

  @Test func `every cause is a sentence that names the source`() {
    let causes: [ImportFault.Cause] = [
      .noProgram, .notStarted(ENOENT), .crashed(signal: 11), .crashed(signal: nil), .slow,
      .nonsense(.malformed), .nonsense(.brokenRule(.hasPages)),
    ]
    let sentences = causes.map { "\(ImportFault("a.xml", $0))" }
    #expect(Set(sentences).count == causes.count)
    for sentence in sentences { #expect(sentence.hasPrefix("a.xml: ") && !sentence.hasSuffix(".")) }
    let note = ImportNote(file: "b.xml", line: 3, sentence: "is empty")
    #expect("\(ImportFault("a.xml", .refused(note)))" == "b.xml:3: is empty")
  }
}

@Suite struct IssueSourceTests {
  private func kind(_ name: String, _ bytes: [UInt8]) throws -> String {
    let folder = ScratchFolder()
    folder.add(name, bytes)
    switch try IssueSource(folder.path + "/" + name) {
    case .folder: return "folder"
    case .text: return "text"
    case .foreign(let source): return source.isText ? "foreign text" : "foreign"
    }
  }

  @Test func `what the program reads itself is told from what is imported`() throws {
    #expect(try kind("a", Array("Some prose.".utf8)) == "text")
    let long = String(repeating: "Some prose. ", count: 20_000)
    #expect(try kind("a", Array(long.utf8)) == "text")
    #expect(try kind("a", Array("<mets:mets>".utf8)) == "foreign")
    #expect(try kind("a", Array(("<html>" + long).utf8)) == "foreign")
    #expect(try kind("a", Array("{\"a\": 1}".utf8)) == "foreign")
    #expect(try kind("a", Array("[ {\"a\": 1}]".utf8)) == "foreign")
    #expect(try kind("a", [0x50, 0x4B, 0x03, 0x04, 0]) == "foreign")
    #expect(try kind("a", [0x1F, 0x8B, 0x08, 0]) == "foreign")
    #expect(try kind("a", Array("BZh9".utf8)) == "foreign")
    #expect(try kind("a", [0xFF, 0xFE, 0x41, 0]) == "foreign text")
    #expect(try kind("a", [0xCE, 0xD2, 0xC3, 0xC7, 0xB5, 0xC4, 0xB1, 0xA8]) == "foreign text")
  }

  @Test func `a folder without an issue is imported, with one it is read`() throws {
    let folder = ScratchFolder(["page.xml": "<alto/>"])
    guard case .foreign = try IssueSource(folder.path) else { isOfAnotherKind() }
    folder.add("issue.yaml", [])
    guard case .folder = try IssueSource(folder.path) else { isOfAnotherKind() }
  }

  @Test func `pictures and programs are refused as before`() {
    for bytes in [[0x89, 0x50, 0x4E, 0x47], Array("%PDF-1".utf8), [0x7F, 0x45, 0x4C, 0x46]] {
      #expect(throws: IssueFileError.self) { try kind("a", bytes) }
    }
  }
}

/// Ends a test that has come where it never should.
private func isOfAnotherKind() -> Never { fatalError("the source is of another kind") }
