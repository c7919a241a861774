import Glibc
import IssueFiles
package import NameplateType

/// The folder in which the letters of nameplates are kept, a file a name and size.
///
/// A file that is missing, damaged or out of date is as good as none, and one that cannot be written is
/// let be.
package struct NameplateMemory: Sendable {
  /// The folder; nil where there is no place for one.
  package let folder: String?
  /// When fonts were last installed or removed, in seconds.
  package let fontsChanged: Int

  /// A hundred times what a name takes.
  private static let mostBytes = 1 << 18

  /// A memory in a folder.
  package init(folder: String?, fontsChanged: Int) {
    (self.folder, self.fontsChanged) = (folder, fontsChanged)
  }

  /// The person's folder, and the fonts of the machine.
  static var standard: NameplateMemory {
    let home = Environment["HOME"] ?? ""
    let data = Environment["XDG_DATA_HOME"] ?? home + "/.local/share"
    // Where fonts lie, and where every installation of one leaves its trace.
    let folders = [
      "/usr/share/fonts", "/usr/local/share/fonts", "/var/cache/fontconfig", data + "/fonts",
      home + "/.fonts",
    ]
    return NameplateMemory(
      folder: Environment.cacheFolder.map { $0 + "/nameplates" },
      fontsChanged: folders.compactMap { FileTrace($0)?.changed }.max() ?? 0)
  }

  /// What is known under a key and still holds.
  package func recall(_ key: String) -> NameplateRecord? {
    guard let path = path(of: key), let bytes = try? readFile(path, limit: Self.mostBytes),
      let record = NameplateRecord(String(decoding: bytes, as: UTF8.self), key: key),
      record.source == source(record.source.face)
    else { return nil }
    return record
  }

  /// Keeps a record.
  package func keep(_ record: NameplateRecord) {
    guard let path = path(of: record.key) else { return }
    KeptFile(path: path).replace(with: Array(record.text.utf8))
  }

  /// What letters from a face depend on as it is now.
  package func source(_ face: FontFile?) -> NameplateRecord.Source {
    let trace = face.flatMap { FileTrace($0.path) }
    return NameplateRecord.Source(
      fontsChanged: fontsChanged, face: face, fileSize: trace?.size ?? 0,
      fileChanged: trace?.changed ?? 0)
  }

  /// The file of a key: its name is a number made of it (FNV-1a), and the key stands in the file.
  private func path(of key: String) -> String? {
    let number = key.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return folder.map { $0 + "/" + String(number, radix: 16) }
  }
}

/// By what a file or folder is seen to have changed.
private struct FileTrace {
  let size: Int
  let changed: Int

  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    (size, changed) = (Int(status.st_size), Int(status.st_mtim.tv_sec))
  }
}
