import Glibc
import IssueFiles

/// The files among which an import moves: all of them lie in one folder, and none is reached that does not.
///
/// Paths are told from the root of the folder. Symbolic links are followed where they stay inside; linked
/// folders are not searched, so that no loop is walked.
package struct ImportFolder: Sendable {
  /// The folder as the person named it, for messages.
  let shown: String
  /// The folder, without links and dots; of an archive nothing.
  private let root: String
  /// The archive that stands for a folder, where it is one.
  private let archive: ZipArchive?

  /// The most bytes of one file.
  static let fileLimit = 256 << 20
  /// The most entries that a search looks at, and how deep it goes.
  private static let mostEntries = 20_000
  private static let mostLevels = 12

  /// Takes a folder; nil where there is none.
  init?(_ path: String) {
    guard kind(ofPath: path) == .folder, let root = resolved(path) else { return nil }
    (shown, self.root, archive) = (path, root, nil)
  }

  /// Takes an archive for a folder.
  init(_ archive: ZipArchive, named path: String) {
    (shown, root, self.archive) = (path, "", archive)
  }

  /// A file of the folder as a person would name it.
  func name(of path: String) -> String { shown == "." ? path : joined(shown, path) }

  /// The bytes of a file, unfolded where they are compressed.
  ///
  /// A `.gz` or `.bz2` that the path leaves out is found all the same, as the Bibliothèque nationale has it.
  func bytes(of path: String) throws(ImportNote) -> [UInt8] {
    let found = archive == nil ? try locate(path) : path
    do throws(IssueFault) {
      if let archive {
        guard let bytes = try archive.file(path, limit: ImportFolder.fileLimit) else {
          throw .missingFile
        }
        return try unfolded(bytes)
      }
      return try unfolded(try readFile(found, limit: ImportFolder.fileLimit))
    } catch {
      throw ImportNote(file: name(of: path), sentence: error.description)
    }
  }

  /// The first bytes of a file, at most `count` of them; none where it cannot be read.
  func head(of path: String, count: Int = 1 << 12) -> [UInt8] {
    var raw: [UInt8] = []
    if let archive {
      raw = (try? archive.file(path, limit: count)) ?? []
    } else if let found = try? locate(path) {
      raw = firstBytes(of: found, count: count)
    }
    return isCompressed(raw) ? unfoldedHead(raw, count: count) : raw
  }

  /// Whether there is such a file inside the folder.
  func holds(_ path: String) -> Bool {
    archive.map { $0.paths.contains(path) } ?? ((try? locate(path)) != nil)
  }

  /// The real path of a file, which lies inside the folder.
  private func locate(_ path: String) throws(ImportNote) -> String {
    for ending in ["", ".gz", ".bz2"] {
      guard let real = resolved(joined(root, path) + ending) else { continue }
      guard root == "/" || real.utf8.starts(with: (root + "/").utf8) else {
        throw ImportNote(
          file: name(of: path), sentence: "leads out of the folder; copy the file into it")
      }
      return real
    }
    throw ImportNote(file: name(of: path), sentence: "there is no such file; its text is missing")
  }

  /// Every file, by its path, in the order in which people count: `page 2` before `page 10`.
  ///
  /// Also tells whether there were more than are looked at.
  func files() -> (paths: [String], isCut: Bool) {
    if let archive {
      return (archive.paths.filter { !$0.hasPrefix("__MACOSX/") }.inNaturalOrder, false)
    }
    var (paths, seen) = ([String](), 0)
    var folders = [(path: "", level: 0)]
    while let folder = folders.popLast() {
      for name in names(inFolder: folder.path.isEmpty ? root : joined(root, folder.path)) {
        seen += 1
        guard seen <= ImportFolder.mostEntries else { return (paths.inNaturalOrder, true) }
        guard !name.hasPrefix(".") else { continue }
        let path = folder.path.isEmpty ? name : folder.path + "/" + name
        switch entryKind(joined(root, path)) {
        case .folder where folder.level < ImportFolder.mostLevels:
          folders.append((path, folder.level + 1))
        case .file: paths.append(path)
        default: break
        }
      }
    }
    return (paths.inNaturalOrder, false)
  }

  /// What stands there; a link to a folder counts as nothing.
  private func entryKind(_ path: String) -> PathKind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .missing }
    let kind = kind(ofPath: path)
    return status.st_mode & S_IFMT == S_IFLNK && kind == .folder ? .missing : kind
  }
}

/// A path relative to the folder of `file`, without `.`, `..`, `file://` and what follows `?` or `#`;
/// nil where it leads out of the root.
package func path(_ reference: String, from file: String) -> String? {
  var reference = reference.replacing("\\", with: "/")
  for prefix in ["file:///", "file://", "file:"] where reference.hasPrefix(prefix) {
    reference = String(reference.dropFirst(prefix.count))
    break
  }
  if let end = reference.firstIndex(where: { $0 == "?" || $0 == "#" }) {
    reference = String(reference[..<end])
  }
  var steps = file.split(separator: "/").dropLast().map(String.init)
  let own = reference.withoutPercents.split(separator: "/").filter { $0 != "." }
  guard !own.isEmpty else { return nil }
  for step in own {
    if step == ".." {
      guard steps.popLast() != nil else { return nil }
    } else {
      steps.append(String(step))
    }
  }
  return steps.isEmpty ? nil : steps.joined(separator: "/")
}

extension String {
  /// `%20` as the character it stands for.
  var withoutPercents: String {
    guard utf8.contains(0x25) else { return self }
    var (bytes, rest) = ([UInt8](), Array(utf8)[...])
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0x20
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [String] {
  /// In the order in which people count.
  var inNaturalOrder: [String] {
    map { ($0.naturalKey, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}

extension String {
  /// Numbers as their length and digits, so that bytes compare as numbers do.
  fileprivate var naturalKey: [UInt8] {
    var (key, digits) = ([UInt8](), [UInt8]())
    func flush() {
      let number = digits.drop { $0 == 0x30 }
      if !digits.isEmpty { key += [0x30, UInt8(clamping: number.count)] + number }
      digits = []
    }
    for byte in utf8 {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else {
        flush()
        key.append(byte)
      }
    }
    flush()
    return key + [0] + utf8
  }
}

/// Two steps of a path.
private func joined(_ folder: String, _ path: String) -> String {
  folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

/// The first bytes of a regular file.
private func firstBytes(of path: String, count: Int) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    return []
  }
  var bytes = [UInt8](repeating: 0, count: count)
  let got = unsafe read(descriptor, &bytes, count)
  return got > 0 ? Array(bytes[..<got]) : []
}
