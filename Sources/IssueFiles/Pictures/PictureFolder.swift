import Glibc

/// The pictures of an issue, as files that stand in its folder.
public struct PictureFolder: Sendable {
  private let folder: IssueFolder

  /// The folder of the issue that `path` leads to: the folder itself, or its `issue.yaml`; nil for an
  /// issue that has none.
  public init?(ofIssueAt path: String) {
    let isFile = kind(ofPath: path) == .file
    guard path != "-", let folder = IssueFolder(isFile ? folderPath(of: path) : path),
      (try? folder.inside(isFile ? fileName(of: path) : "issue.yaml")) != nil
    else { return nil }
    self.folder = folder
  }

  /// The folder of a source that was imported: the folder itself, or that of the file; nil for standard input.
  public init?(ofSourceAt path: String) {
    let isFile = kind(ofPath: path) == .file
    guard path != "-", let folder = IssueFolder(isFile ? folderPath(of: path) : path) else {
      return nil
    }
    self.folder = folder
  }

  init(_ folder: IssueFolder) { self.folder = folder }

  /// What the first bytes of a picture say of it.
  public func header(of image: String) throws(IssueFault) -> PictureHeader {
    let path = try folder.inside(image)
    let start = try named(image) { () throws(IssueFault) in
      try readStart(of: path, limit: PictureHeader.bytesLookedAt)
    }
    guard start.size <= PictureHeader.mostBytes else {
      throw .badPicture(path: image, fault: .tooLarge)
    }
    do throws(PictureFault) {
      return try PictureHeader(start.bytes)
    } catch {
      throw .badPicture(path: image, fault: error)
    }
  }

  /// The bytes of a picture's file.
  public func bytes(of image: String) throws(IssueFault) -> [UInt8] {
    let path = try folder.inside(image)
    return try named(image) { () throws(IssueFault) in
      try readFile(path, limit: PictureHeader.mostBytes)
    }
  }

  /// Runs a reader of a file, and names the picture in its fault.
  private func named<Value>(
    _ image: String, _ read: () throws(IssueFault) -> Value
  ) throws(IssueFault) -> Value {
    do throws(IssueFault) {
      return try read()
    } catch {
      throw .badPicture(path: image, fault: .file(error))
    }
  }
}
