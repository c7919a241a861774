package import NewsModel

/// Writes an issue into a folder, as ``writeIssue(_:to:)`` does, with the pictures of the folder of its source.
///
/// Each is called after its item, which no document can make lead out of a folder. A photo whose picture
/// cannot be had keeps its words alone; what is given back says why, a sentence each.
package func writeIssue(
  _ issue: Issue, picturesFrom source: PictureFolder?, to folder: String
) throws(IssueFileError) -> [String] {
  var (issue, faults) = (issue, [String]())
  var path = folder
  do throws(IssueFault) {
    for page in issue.pages.indices {
      for (index, item) in issue.pages[page].items.enumerated() {
        guard case .photo(var photo) = item, let image = photo.image else { continue }
        photo.image = nil
        switch picture(image, of: source) {
        case .success(let picture):
          try makeFolder(folder)
          try makeFolder(folder + "/pictures")
          let name = "pictures/\(photo.id).\(picture.header.format.ending)"
          path = folder + "/" + name
          try writeFile(path, picture.bytes)
          photo.image = name
        case .failure(let fault): faults.append("\(fault)")
        }
        issue.pages[page].items[index] = .photo(photo)
      }
    }
  } catch {
    throw IssueFileError(file: path, fault: error)
  }
  try writeIssue(issue, to: folder)
  return faults
}

/// What a picture's file says of it and holds.
private func picture(
  _ image: String, of source: PictureFolder?
) -> Result<(header: PictureHeader, bytes: [UInt8]), IssueFault> {
  do throws(IssueFault) {
    guard let source else { throw .missingPicture(path: image) }
    return .success((try source.header(of: image), try source.bytes(of: image)))
  } catch {
    return .failure(error)
  }
}

extension PictureHeader.Format {
  /// How the names of such files end.
  fileprivate var ending: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .webp: "webp"
    }
  }
}

/// Whether an issue may be written there: nothing is there, or an empty folder, or an issue.
package func isFree(_ folder: String) -> Bool {
  switch kind(ofPath: folder) {
  case .missing: true
  case .folder: names(inFolder: folder).isEmpty || kind(ofPath: folder + "/issue.yaml") == .file
  case .file, .other: false
  }
}
