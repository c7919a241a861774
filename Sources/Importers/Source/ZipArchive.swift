import CCompression
import IssueFiles

/// A ZIP archive in memory: its files by their paths, each unfolded when it is asked for.
///
/// Paths that lead out of it, and entries that are neither stored nor deflated, are as good as absent. What an
/// entry says of its size is not believed: no more is unfolded than ``ImportFolder/fileLimit``.
package final class ZipArchive: Sendable {
  /// An entry of the table at the end of the archive.
  private struct Entry: Sendable {
    var method: Int
    var packed: Int
    var offset: Int
  }

  private let bytes: [UInt8]
  private let entries: [String: Entry]

  /// Reads the table of an archive; nil where there is none.
  init?(_ bytes: [UInt8]) {
    guard let end = ZipArchive.endOfTable(bytes) else { return nil }
    var (entries, place) = ([String: Entry](), bytes.number(at: end + 16, 4))
    let count = bytes.number(at: end + 10, 2)
    for _ in 0..<min(count, 20_000) {
      guard place >= 0, place + 46 <= bytes.count, bytes.number(at: place, 4) == 0x0201_4B50 else {
        break
      }
      let (name, extra, comment) = (
        bytes.number(at: place + 28, 2), bytes.number(at: place + 30, 2),
        bytes.number(at: place + 32, 2)
      )
      guard place + 46 + name <= bytes.count else { break }
      let path = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      let isPlain = bytes.number(at: place + 8, 2) & 1 == 0
      if isPlain, let inside = Importers.path(path, from: ""), !path.hasSuffix("/") {
        entries[inside] = Entry(
          method: bytes.number(at: place + 10, 2), packed: bytes.number(at: place + 20, 4),
          offset: bytes.number(at: place + 42, 4))
      }
      place += 46 + name + extra + comment
    }
    (self.bytes, self.entries) = (bytes, entries)
  }

  /// Where the record at the end begins: in the last 64 KiB.
  private static func endOfTable(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 65_535)
    return (first...(bytes.count - 22)).reversed().first { bytes.number(at: $0, 4) == 0x0605_4B50 }
  }

  /// The paths of the files.
  var paths: [String] { Array(entries.keys) }

  /// The first bytes of a file, `limit` at most; nil where there is none or it is damaged.
  func file(_ path: String, limit: Int) throws(IssueFault) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    let head = entry.offset
    guard head >= 0, head + 30 <= bytes.count, bytes.number(at: head, 4) == 0x0403_4B50 else {
      throw .unreadable(reason: "the archive is damaged")
    }
    let start = head + 30 + bytes.number(at: head + 26, 2) + bytes.number(at: head + 28, 2)
    guard start <= bytes.count, entry.packed <= bytes.count - start else {
      throw .unreadable(reason: "the archive is cut off")
    }
    let packed = bytes[start..<(start + entry.packed)]
    switch entry.method {
    case 0: return Array(packed.prefix(limit))
    case 8: return inflatedEntry(Array(packed), limit: limit)
    default: throw .unreadable(reason: "the archive packs it in a way that is not known here")
    }
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; 0 where they are not there.
  fileprivate func number(at place: Int, _ size: Int) -> Int {
    guard place >= 0, place + size <= count else { return 0 }
    return self[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Unfolds deflated bytes without a head, as far as `limit`.
private func inflatedEntry(_ bytes: [UInt8], limit: Int) -> [UInt8] {
  var (output, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  var input = bytes
  var stream = unsafe z_stream()
  guard unsafe broadsheet_inflate_raw(&stream) == Z_OK else { return [] }
  defer { unsafe inflateEnd(&stream) }
  unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe stream.next_in = source.baseAddress
    unsafe stream.avail_in = UInt32(source.count)
    while output.count < limit {
      let status = unsafe buffer.withUnsafeMutableBufferPointer { room in
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        return unsafe inflate(&stream, Z_NO_FLUSH)
      }
      output += buffer.prefix(buffer.count - Int(unsafe stream.avail_out))
      guard status == Z_OK, unsafe stream.avail_in > 0 || stream.avail_out == 0 else { return }
    }
  }
  return Array(output.prefix(limit))
}
