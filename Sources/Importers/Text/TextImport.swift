import IssueFiles

/// The issue of texts in whatever encoding, with what became of every line: a text may have several pages, parted
/// by form feeds; several files are pages one behind the other.
func textIssue(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> ImportOutcome {
  let paths = job.atMost(500, of: job.pagesOfOneIssue(paths))
  job.total = paths.count
  var text: [UInt8] = []
  for path in paths {
    let decoded = decodedText(try job.bytes(of: path))
    if let guessed = decoded.guessed { job.note(path, "is taken for \(guessed)") }
    if !text.isEmpty { text.append(0x0C) }
    text += decoded.bytes
  }
  let name = paths.count == 1 ? paths[0].lastStep : job.titleFromPath(paths[0])
  guard let read = importedText(text, named: name) else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no text; name a file with text in it")
  }
  return .issue(read.issue, read.report)
}
