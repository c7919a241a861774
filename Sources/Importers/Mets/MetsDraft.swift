import IssueFiles
import NewsModel

/// The draft of a METS issue: of the first of the files that names articles, else of the first with pages.
func metsDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  let documents = paths.prefix(40).compactMap { path in
    job.xml(path).map { MetsDocument($0, path: path) }
  }
  guard let mets = documents.first(where: \.hasArticles) ?? documents.first(where: \.hasPages)
  else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]),
      sentence: documents.first?.whyUnreadable ?? "cannot be read")
  }
  noteOthers(job, documents, than: mets)
  return try metsIssue(mets, job, all: documents).draft()
}

/// Names the issues that are left out.
private func noteOthers(_ job: ImportJob, _ documents: [MetsDocument], than mets: MetsDocument) {
  let others = documents.filter {
    $0.path != mets.path && $0.hasPages && $0.hasArticles == mets.hasArticles
  }
  guard !others.isEmpty else { return }
  let names = others.prefix(5).map { job.folder.name(of: $0.path) }.joined(separator: ", ")
  job.note(
    mets.path, "is read; the folder has \(others.count) more issues, name one of them: \(names)")
}

/// The scanned issue of a METS file.
private func metsIssue(_ mets: MetsDocument, _ job: ImportJob, all: [MetsDocument]) -> ScanIssue {
  var issue = ScanIssue(format: "METS")
  let pages = MetsPages(mets, job)
  if BritishLibraryArticles.recognises(mets) {
    issue.items = BritishLibraryArticles(mets, pages).items
  } else {
    issue.items = MetsArticles(mets, pages).items
  }
  issue.pages = pages.pages
  if issue.items.isEmpty { issue.segment() }
  issue.setLabels(from: all)
  (issue.paper, issue.date) = (mets.paper, mets.date)
  issue.language = mets.descriptions.values.compactMap(\.language).mostFrequent
  return issue
}

extension ScanIssue {
  /// Page labels by the second METS of the Bibliothèque nationale, where the first has none.
  fileprivate mutating func setLabels(from documents: [MetsDocument]) {
    guard pages.allSatisfy({ $0.label == nil }) else { return }
    for document in documents {
      let labels = document.root.all("paginationA").map(\.words)
      guard labels.count == pages.count else { continue }
      for (index, label) in labels.enumerated() where !label.isEmpty { pages[index].label = label }
      return
    }
  }
}

extension MetsDocument {
  /// Whether it names articles.
  var hasArticles: Bool {
    guard !texts.isEmpty else { return false }
    return logical?.first {
      if case .item = MetsDivision($0.divisionType) { true } else { $0.divisionType == "section" }
    } != nil
  }

  /// Whether it names pages with text.
  var hasPages: Bool { !texts.isEmpty }

  /// Why a METS file is no issue that can be read.
  var whyUnreadable: String {
    root.first("mptr") != nil
      ? "only names the METS files of issues (a title, year or month of a library); name one of those issues"
      : "names no text files; the issue has pictures of pages alone, or its ALTO files are kept elsewhere"
  }

  /// The name of the paper: that of the issue's or the paper's description, the label of the file, or the
  /// folder's name.
  var paper: String? {
    if isNDNP, let paper = paperOfNDNP { return paper }
    let divisions = logical?.all("div").prefix(6) ?? []
    let containers = ["newspaper", "volume", "issue"]
    let described = divisions.filter { containers.contains($0.divisionType) }
      .flatMap { $0["DMDID"]?.split(separator: " ").map(String.init) ?? [] }
    let own = described.compactMap { descriptions[$0]?.title }.first { !$0.isPlaceholderTitle }
    let labels = [root["LABEL"], divisions.first?["LABEL"]].compactMap { $0?.withoutDate }
    return own ?? labels.first { !$0.isPlaceholderTitle } ?? nameOfFolder
  }

  /// The name of the folder above the one that has a date in its name: `EZR/18400221_01`.
  private var nameOfFolder: String? {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    guard let dated = folders.lastIndex(where: { CalendarDate(in: $0) != nil }) else {
      return folders.last
    }
    return dated > 0 ? folders[dated - 1] : folders[dated].withoutDate.nonEmpty
  }

  /// The day: by a description, by the label, by the path.
  var date: CalendarDate? {
    let order = root.elements("dmdSec").compactMap { $0["ID"] }
    return order.lazy.compactMap { descriptions[$0]?.date }.first
      ?? root["LABEL"].flatMap { CalendarDate(in: $0) } ?? CalendarDate(in: path)
  }
}

extension String {
  /// The text without a day behind the words: `Zeitung 1858-12-07_01`, `Zeitung - 1903-08-18`.
  var withoutDate: String {
    var words = split(separator: " ").map(String.init)
    while let last = words.last,
      CalendarDate(in: last) != nil || ["no.", "-", "–", ","].contains(last)
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}

extension [LanguageTag] {
  /// The one that occurs most often; of several the first in the alphabet.
  fileprivate var mostFrequent: LanguageTag? {
    let counts = reduce(into: [String: Int]()) { $0[$1.description, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { LanguageTag($0.key) }
  }
}
