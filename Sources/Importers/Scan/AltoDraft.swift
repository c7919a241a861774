import IssueFiles
import NewsModel

/// The draft of loose ALTO files: pages in the order in which people count their names.
func altoDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var issue = ScanIssue(format: "ALTO")
  let paths = job.pagesOfOneIssue(paths)
  job.total = paths.count
  for path in paths { issue.pages += altoPages(job, path) }
  guard !issue.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no page; copy or save it again")
  }
  issue.date = paths.lazy.compactMap { CalendarDate(in: $0) }.first
  issue.segment()
  issue.paper = job.titleFromPath(paths[0])
  return try issue.draft()
}

/// The pages of an ALTO file, with a note where it is missing or damaged.
func altoPages(_ job: ImportJob, _ path: String) -> [ScanPage] {
  do throws(ImportNote) {
    let (pages, fault) = AltoReader.pages(try job.bytes(of: path), file: path)
    if let fault { job.note(fault.note(job.folder.name(of: path))) }
    return pages
  } catch {
    job.note(error)
    return []
  }
}
