public import NewsModel
import YAMLTree

/// The most bytes of `issue.yaml`.
let issueFileLimit = 4 << 20

/// The most bytes of the picture of a nameplate: its most dots, each a figure and a blank, and a line
/// of comment.
let nameplateImageLimit = 4 << 20

/// Reads the issue in the folder at `path`.
///
/// Fails with the first fault that keeps the issue from being read; warnings pass.
public func decodeIssue(at path: String) throws(IssueFileError) -> Issue {
  try decodeFolder(path, issueFile: "issue.yaml").issue
}

/// Every fault of the issue in a folder; `issueFile` is the name of its `issue.yaml`.
func faultsOfFolder(
  _ path: String, issueFile: String, _ misplaced: ([[Zone]]) -> [Int]
) -> [IssueFileError] {
  guard let folder = IssueFolder(path) else { return [folderFault(path)] }
  var decoder = IssueDecoder(folder, issueFile: issueFile)
  _ = decoder.decode()
  decoder.check(misplaced)
  decoder.checkPictureFiles()
  return decoder.allFaults
}

/// The issue and its warnings; `issueFile` is the name of its `issue.yaml`.
func decodeFolder(
  _ path: String, issueFile: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  guard let folder = IssueFolder(path) else { throw folderFault(path) }
  var decoder = IssueDecoder(folder, issueFile: issueFile)
  let issue = decoder.decode()
  let faults = decoder.allFaults
  if let error = faults.first(where: { $0.fault.severity == .error }) { throw error }
  guard let issue else { throw IssueFileError(file: path, fault: .missingIssueFile) }
  return (issue, faults)
}

private func folderFault(_ path: String) -> IssueFileError {
  let isThere = kind(ofPath: path) != .missing
  return IssueFileError(
    file: path, fault: isThere ? .notAFolder : .missingFile)
}

/// Reads an issue folder: `issue.yaml` first, then every article that a page lists.
struct IssueDecoder {
  let folder: IssueFolder
  private let issueFile: String
  var reader: FieldReader
  private var articleFaults: [IssueFileError] = []
  private(set) var header = DecodedHeader()
  private var stories: [ItemID: DecodedArticle] = [:]
  private var storyOrder: [ItemID] = []

  init(_ folder: IssueFolder, issueFile: String) {
    self.folder = folder
    self.issueFile = issueFile
    reader = FieldReader(file: folder.shownPath(issueFile))
  }

  /// Everything found wrong, `issue.yaml` first, each file from top to bottom.
  var allFaults: [IssueFileError] {
    var files: [String] = []
    var byFile: [String: [IssueFileError]] = [:]
    for fault in reader.faults + articleFaults {
      if byFile[fault.file] == nil { files.append(fault.file) }
      byFile[fault.file, default: []].append(fault)
    }
    return files.flatMap { file in
      (byFile[file] ?? []).enumerated().sorted {
        ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset)
          < ($1.element.line ?? 0, $1.element.column ?? 0, $1.offset)
      }.map(\.element)
    }
  }

  /// The issue, as far as it can be understood; nil without `issue.yaml`.
  mutating func decode() -> Issue? {
    guard let root = readIssueFile() else { return nil }
    header = reader.header(root)
    checkIDs()
    readStories()
    placeParts()
    checkReferences()
    checkPictures()
    readNameplateImage()
    noteUnlistedArticles()
    return issue
  }

  private var issue: Issue {
    let pages = header.pages.map { decoded in
      var page = decoded.page
      page.items = decoded.items.map(\.item)
      return page
    }
    return Issue(
      language: header.language, lineBreaking: header.lineBreaking, nameplate: header.nameplate,
      pages: pages,
      articles: storyOrder.compactMap { stories[$0]?.article })
  }

  // MARK: Files

  private mutating func readIssueFile() -> YAMLNode? {
    do throws(IssueFault) {
      let bytes = try folder.read(issueFile, limit: issueFileLimit)
      return reader.source(bytes).flatMap { reader.yaml($0.bytes) }
    } catch .missingFile {
      articleFaults.append(IssueFileError(file: folder.path, fault: .missingIssueFile))
    } catch {
      articleFaults.append(IssueFileError(file: folder.shownPath(issueFile), fault: error))
    }
    return nil
  }

  /// Reads each story's file once, in the order in which the pages first show the stories.
  private mutating func readStories() {
    var seen: Set<ItemID> = []
    for item in header.pages.flatMap(\.items) {
      guard case .story(let part) = item.item, seen.insert(part.article).inserted else { continue }
      storyOrder.append(part.article)
      readStory(part.article, listedAt: item.mark)
    }
  }

  private mutating func readStory(_ id: ItemID, listedAt mark: YAMLMark) {
    let path = "articles/\(id).md"
    let shownPath = folder.shownPath(path)
    do throws(IssueFault) {
      var decoder = ArticleDecoder(id: id, file: shownPath)
      stories[id] = decoder.decode(try folder.read(path, limit: articleLimit))
      articleFaults += decoder.faults
    } catch .missingFile {
      reader.report(.missingArticle(id: id, path: path), at: mark)
    } catch .leavesFolder {
      reader.report(.leavesFolder(path: path), at: mark)
    } catch {
      articleFaults.append(IssueFileError(file: shownPath, fault: error))
    }
  }

  /// Reads the picture of the nameplate; without it the name is set in type.
  private mutating func readNameplateImage() {
    guard let (path, mark) = header.nameplateImage else { return }
    do throws(IssueFault) {
      let bytes = try folder.read(path, limit: nameplateImageLimit)
      header.nameplate.picture = try nameplatePicture(bytes, path: path)
    } catch .missingFile {
      reader.report(.missingPicture(path: path), at: mark)
    } catch {
      reader.report(error, at: mark)
    }
  }

  private mutating func noteUnlistedArticles() {
    // Where there is no such folder, none of its files is unlisted.
    guard let articles = try? folder.inside("articles") else { return }
    let listed = Set(storyOrder)
    for name in names(inFolder: articles) where name.hasSuffix(".md") {
      let id = String(name.dropLast(3))
      if listed.contains(id) { continue }
      articleFaults.append(
        IssueFileError(
          file: folder.shownPath("articles/" + name), fault: .unlistedArticle(id: id)))
    }
  }

  // MARK: Parts

  /// Settles which part of each story stands on which page.
  private mutating func placeParts() {
    let finder = PageFinder(labels: header.pages.map(\.page.label))
    var listings: [ItemID: [StoryParts.Listing]] = [:]
    for (index, page) in header.pages.enumerated() {
      for (place, item) in page.items.enumerated() {
        guard case .story(let part) = item.item else { continue }
        listings[part.article, default: []].append(
          StoryParts.Listing(
            page: index, item: place, label: page.page.label, mark: item.mark))
      }
    }
    for id in storyOrder {
      guard let story = stories[id] else { continue }
      let targets = story.article.segments.compactMap(\.jump).map {
        finder.index(labelled: $0.page)
      }
      place(StoryParts(story, listings: listings[id] ?? [], targets: targets))
    }
  }

  private mutating func place(_ parts: StoryParts) {
    for (fault, mark) in parts.listingFaults { reader.report(fault, at: mark) }
    for (fault, mark) in parts.markFaults {
      articleFaults.append(
        IssueFileError(
          file: parts.story.file, line: mark.line, column: mark.column, fault: fault))
    }
    for listing in parts.listings {
      guard let segment = parts.segments[listing.page] else { continue }
      header.pages[listing.page].items[listing.item].item = .story(
        StoryPart(article: parts.story.article.id, segment: segment))
    }
  }

  // MARK: Checks

  /// Notes labels and ids that are used twice.
  private mutating func checkIDs() {
    var labels: [String: Int] = [:]
    var ids: [ItemID: (line: Int, isStory: Bool)] = [:]
    for page in header.pages {
      if let line = labels.updateValue(page.mark.line, forKey: page.page.label) {
        reader.report(.duplicatePage(label: page.page.label, firstLine: line), at: page.mark)
      }
      for item in page.items {
        let isStory = if case .story = item.item { true } else { false }
        let known = ids[item.item.id]
        if let known, !(known.isStory && isStory) {
          reader.report(.duplicateID(item.item.id, firstLine: known.line), at: item.mark)
        }
        if known == nil { ids[item.item.id] = (item.mark.line, isStory) }
      }
    }
  }

  /// Notes ears, pointers and sidebars that lead to nothing.
  private mutating func checkReferences() {
    let finder = PageFinder(labels: header.pages.map(\.page.label))
    let listed = Set(storyOrder)
    for page in header.pages {
      let ids = Set(page.items.map(\.item.id))
      for (ear, mark) in zip(page.page.ears, page.earMarks) where !ids.contains(ear) {
        reader.report(.earNotOnPage(id: ear, label: page.page.label), at: mark)
      }
      for item in page.items {
        if case .refers(let box) = item.item { check(box, item.referMarks, finder, listed) }
        checkStory(ofPhoto: item, listed)
      }
    }
    for story in storyOrder.compactMap({ stories[$0] }) {
      guard let owner = story.article.sidebarOf, !listed.contains(owner) else { continue }
      articleFaults.append(
        IssueFileError(
          file: story.file, line: story.sidebarMark.line, column: story.sidebarMark.column,
          fault: .unknownStory(id: owner)))
    }
  }

  private mutating func check(
    _ box: ReferBox, _ marks: [YAMLMark], _ finder: PageFinder, _ listed: Set<ItemID>
  ) {
    for (refer, mark) in zip(box.refers, marks) {
      if finder.index(labelled: refer.page) == nil {
        reader.report(.referToAbsentPage(label: refer.page), at: mark)
      }
      if let story = refer.article, !listed.contains(story) {
        reader.report(.unknownStory(id: story), at: mark)
      }
    }
  }

  /// Notes items that cannot stand where their zones are; those in the ears stand by themselves.
  mutating func check(_ misplaced: ([[Zone]]) -> [Int]) {
    for page in header.pages {
      let items = page.items.filter { !page.page.ears.contains($0.item.id) }
      for place in misplaced(items.map(\.zones)) where items.indices.contains(place) {
        let item = items[place]
        reader.report(.zoneNotFollowed(id: item.item.id), at: item.zoneMark ?? item.mark)
      }
    }
  }
}

/// The picture that the bytes of a file are.
private func nameplatePicture(_ bytes: [UInt8], path: String) throws(IssueFault) -> Bitmap {
  do throws(BitmapFault) {
    return try Bitmap(pbm: bytes)
  } catch {
    throw .badNameplate(path: path, fault: error)
  }
}
