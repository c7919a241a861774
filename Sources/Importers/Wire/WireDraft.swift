import IssueFiles
import NewsModel

/// The draft of the stories of news agencies: NewsML and NITF files, one or more stories each.
///
/// Stories that tell the page on which they were printed stand on it; the others are put on pages in their order.
func wireDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var draft = Draft(format: "News agency")
  var stories: [(page: String?, items: [DraftItem])] = []
  job.total = paths.count
  for path in paths {
    guard let root = job.xml(path) else { continue }
    stories += draft.stories(root, path, job)
  }
  draft.place(stories)
  draft.paper = draft.paper ?? job.titleFromPath(paths[0])
  if draft.items.isEmpty { job.note(paths[0], "has neither a headline nor a text") }
  return draft
}

extension Draft {
  /// The stories of a file; what the file tells of the paper is kept.
  fileprivate mutating func stories(
    _ root: MarkupElement, _ path: String, _ job: ImportJob
  ) -> [(page: String?, items: [DraftItem])] {
    let items = root.all { $0.name == "newsItem" || $0.name == "NewsItem" }.map { NewsMLItem($0) }
    for item in items {
      paper = paper ?? item.story?.paper ?? item.provider
      date = date ?? item.story?.date ?? item.date
      language = language ?? item.language
    }
    if !items.isEmpty {
      return items.enumerated().map { ($1.story?.page, $1.items($0 + 1, from: path, job)) }
    }
    return root.all("nitf").enumerated().map { number, element in
      let story = NITFStory(element)
      paper = paper ?? story.paper
      date = date ?? story.date
      return (story.page, story.items(path.lastStep + "-\(number + 1)", from: path, job))
    }
  }

  /// Puts the stories on the pages that they tell, or on pages of their own.
  fileprivate mutating func place(_ stories: [(page: String?, items: [DraftItem])]) {
    let labels = Set(stories.compactMap(\.page)).sorted {
      let (left, right) = (PageLabel($0), PageLabel($1))
      return (left.section, left.number ?? 0) < (right.section, right.number ?? 0)
    }
    for label in labels {
      pages.append(DraftPage(label: label))
      for var item in stories.filter({ $0.page == label }).flatMap(\.items) {
        for index in item.parts.indices { item.parts[index].page = pages.count - 1 }
        items.append(item)
      }
    }
    addPages(for: stories.filter { $0.page == nil }.flatMap(\.items), named: nil)
    if pages.isEmpty { pages = [DraftPage()] }
  }
}
