package import IssueFiles
import NewsModel

/// A format that can be imported.
struct Importer: Sendable {
  /// What the format is called.
  let name: String
  /// The kinds of files that tell it; the first file of such a kind is where an import begins.
  let kinds: [SourceKind]
  /// Makes an issue, beginning with the files of ``kinds``.
  let read: @Sendable (ImportJob, [String]) throws(ImportNote) -> ImportOutcome

  /// A format whose files make a draft.
  init(
    _ name: String, _ kinds: SourceKind...,
    draft: @escaping @Sendable (ImportJob, [String]) throws(ImportNote) -> Draft
  ) {
    (self.name, self.kinds) = (name, kinds)
    read = { (job, paths) throws(ImportNote) in .draft(try draft(job, paths)) }
  }

  /// A format whose files make an issue at once.
  init(
    _ name: String, _ kinds: SourceKind...,
    issue: @escaping @Sendable (ImportJob, [String]) throws(ImportNote) -> ImportOutcome
  ) {
    (self.name, self.kinds, read) = (name, kinds, issue)
  }
}

/// What an importer gives.
enum ImportOutcome {
  case draft(Draft)
  case issue(Issue, ImportReport)
}

/// The formats, the most telling first: a folder with METS and ALTO is a METS issue.
let importers = [
  Importer("METS", .mets, draft: metsDraft),
  Importer("KB DIDL", .didl, draft: delpherDraft),
  Importer("Olive PRXML", .oliveContents, .oliveEntity, draft: oliveDraft),
  Importer("IIIF Presentation 3", .iiif, draft: iiifDraft),
  Importer("Chinese e-paper", .ePaper, draft: ePaperDraft),
  Importer("EPUB", .epub, draft: epubDraft),
  Importer("News agency", .newsML, .nitf, draft: wireDraft),
  Importer("Feed", .feed, .jsonFeed, draft: feedDraft),
  Importer("PAGE-XML", .pageXML, draft: pageXMLDraft),
  Importer("ALTO", .alto, draft: altoDraft),
  Importer("NDL OCR", .ndl, draft: ndlDraft),
  Importer("hOCR", .hocr, draft: hocrDraft),
  Importer("Web page", .html, draft: webPageDraft),
  Importer("Text", .text, issue: textIssue),
]

/// Reads whatever `path` leads to, says what it finds, and ends with an issue or with the reason why there
/// is none.
///
/// `say` is called with every message in the order in which it came about.
package func importSource(at path: String, _ say: (ImportMessage) -> Void) {
  withoutActuallyEscaping(say) { say in
    tell(say) { () throws(ImportNote) in try importJob(at: path, say) }
  }
}

/// Reads an archive in memory as ``importSource(at:_:)`` reads a file; `name` stands for its path.
package func importArchive(_ bytes: [UInt8], named name: String, _ say: (ImportMessage) -> Void) {
  withoutActuallyEscaping(say) { say in
    tell(say) { () throws(ImportNote) in
      guard let archive = ZipArchive(bytes) else { throw damagedArchive(name) }
      return ImportJob(allOf: ImportFolder(archive, named: name), say)
    }
  }
}

/// Runs a job and says how it ends.
private func tell(
  _ say: (ImportMessage) -> Void, _ job: () throws(ImportNote) -> ImportJob
) {
  do throws(ImportNote) {
    let (issue, report) = try read(try job())
    say(.issue(issue))
    say(.report(report))
  } catch {
    say(.failure(error))
  }
}

private func damagedArchive(_ path: String) -> ImportNote {
  ImportNote(file: path, sentence: "is a damaged archive; copy or save it again")
}

private func read(_ job: ImportJob) throws(ImportNote) -> (Issue, ImportReport) {
  guard let importer = importers.first(where: { !job.paths(of: $0).isEmpty }) else {
    throw ImportNote(file: job.shown, sentence: job.whyUnreadable)
  }
  switch try importer.read(job, job.paths(of: importer)) {
  case .issue(let issue, let report): return (issue, report)
  case .draft(var draft):
    guard !draft.pages.isEmpty else {
      throw ImportNote(file: job.shown, sentence: "names no page; copy or save it again")
    }
    let (issue, ids) = try IssueMaker.make(&draft)
    return (issue, report(of: draft, ids, job))
  }
}

/// The files that are at hand for an import of a folder, of an archive or of one file.
private func importJob(
  at path: String, _ say: @escaping (ImportMessage) -> Void
) throws(ImportNote) -> ImportJob {
  switch kind(ofPath: path) {
  case .missing:
    throw ImportNote(file: path, sentence: "there is no such file or folder; check the path")
  case .other(let what):
    throw ImportNote(file: path, sentence: "is \(what), not a file; name a regular file")
  case .folder:
    guard let folder = ImportFolder(path) else {
      throw ImportNote(file: path, sentence: "cannot be opened")
    }
    return ImportJob(allOf: folder, say)
  case .file:
    let (parent, name) = path.splitPath
    guard let folder = ImportFolder(parent) else {
      throw ImportNote(file: path, sentence: "cannot be opened")
    }
    let kind = SourceKind(recognising: folder.head(of: name))
    guard kind == .zip else { return ImportJob(folder, files: [(name, kind)], say: say) }
    guard let archive = ZipArchive(try folder.bytes(of: name)) else {
      throw damagedArchive(path)
    }
    return ImportJob(allOf: ImportFolder(archive, named: path), say)
  }
}

extension ImportJob {
  /// A job over every file of a folder.
  fileprivate convenience init(allOf folder: ImportFolder, _ say: @escaping (ImportMessage) -> Void)
  {
    let (paths, isCut) = folder.files()
    self.init(
      folder, files: paths.map { ($0, SourceKind(recognising: folder.head(of: $0))) }, say: say)
    if isCut {
      note(
        ImportNote(
          file: folder.shown,
          sentence: "has more files than are looked at; name a folder of one issue"))
    }
  }

  /// The files with which an import of that format begins.
  fileprivate func paths(of importer: Importer) -> [String] {
    files.filter { importer.kinds.contains($0.kind) }.map(\.path)
  }

  /// The source as the person named it.
  fileprivate var shown: String { files.count == 1 ? folder.name(of: files[0].path) : folder.shown }

  /// Why there is no format that fits.
  fileprivate var whyUnreadable: String {
    guard !files.isEmpty else { return "is an empty folder; name an issue's folder" }
    for file in files {
      if case .unknownMarkup(let root) = file.kind {
        let known =
          root.lowercased() == "document"
          ? "ABBYY's XML" : "XML that begins with <\(root.prefix(40))>"
        return
          "is \(known), which is no format that can be read; export it as ALTO, PAGE-XML or METS"
      }
    }
    return "has no newspaper in a format that can be read; name an issue's folder"
  }
}

extension String {
  /// The folder of a path and its last step.
  fileprivate var splitPath: (folder: String, name: String) {
    guard let slash = lastIndex(of: "/") else { return (".", self) }
    let folder = self[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(self[index(after: slash)...]))
  }
}
