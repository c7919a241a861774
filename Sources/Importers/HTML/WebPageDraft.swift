import IssueFiles
import NewsModel

/// The draft of saved web pages that are no e-paper: each is an article.
func webPageDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var draft = Draft(format: "Web page")
  var items: [DraftItem] = []
  job.total = paths.count
  for path in job.atMost(500, of: paths) {
    guard let root = job.html(path) else { continue }
    items += webPage(root, path, job)
    let published = root.all("meta").first { $0["property"] == "article:published_time" }?[
      "content"]
    draft.date = draft.date ?? published.flatMap { CalendarDate(ofFeed: $0) }
    draft.paper =
      draft.paper ?? root.all("meta").first { $0["property"] == "og:site_name" }?["content"]
  }
  draft.addPages(for: items, named: nil)
  guard !draft.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no text; save the page again")
  }
  draft.paper = draft.paper ?? job.titleFromPath(paths[0])
  return draft
}

/// The article of a page: the smallest `article` or `main`, else the whole body.
private func webPage(_ root: MarkupElement, _ path: String, _ job: ImportJob) -> [DraftItem] {
  var item = DraftItem(
    id: String(path.lastStep.prefix { $0 != "." }), kind: .article, reason: "web page")
  let body = root.first("article") ?? root.first("main") ?? root.first("body") ?? root
  let pictures = item.take(HTMLBody(body), from: path, job)
  item.takeHeadFromText()
  let title = root.first("title")?.words.nonEmpty
  if item.headline.isEmpty, let title { item.headline = [title] }
  return [item].filter { !$0.isEmpty } + pictures
}
