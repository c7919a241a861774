import CCompression
import IssueFiles

/// The most bytes that a compressed file may unfold to.
private let unfoldedLimit = 256 << 20

/// Whether bytes begin like a gzip or a bzip2 file.
func isCompressed(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: Array("BZh".utf8))
}

/// What a file holds: unfolded where it is gzip or bzip2, as it is where it is neither.
///
/// A file inside a file is unfolded once; what goes on behind the end of a stream is a further stream, as
/// `cat a.gz b.gz` makes it.
func unfolded(_ bytes: [UInt8]) throws(IssueFault) -> [UInt8] {
  guard isCompressed(bytes) else { return bytes }
  let (output, end) = unfold(bytes, limit: unfoldedLimit)
  switch end {
  case .whole: return output
  case .tooLarge: throw .tooLarge(limit: unfoldedLimit)
  case .damaged:
    throw .unreadable(reason: "the compressed file is damaged or cut off")
  }
}

/// The beginning of what compressed bytes unfold to, however much of them is there.
func unfoldedHead(_ bytes: [UInt8], count: Int) -> [UInt8] {
  unfold(bytes, limit: count).output
}

/// How unfolding came to its end.
private enum UnfoldingEnd {
  case whole, tooLarge, damaged
}

private func unfold(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], end: UnfoldingEnd) {
  bytes.first == 0x1F ? inflated(bytes, limit: limit) : decoded(bytes, limit: limit)
}

/// Unfolds gzip.
private func inflated(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], end: UnfoldingEnd) {
  var (output, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  var input = bytes
  var stream = unsafe z_stream()
  guard unsafe broadsheet_inflate_start(&stream) == Z_OK else { return ([], .damaged) }
  defer { unsafe inflateEnd(&stream) }
  let end: UnfoldingEnd = unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe stream.next_in = source.baseAddress
    unsafe stream.avail_in = UInt32(source.count)
    while true {
      let status = unsafe buffer.withUnsafeMutableBufferPointer { room in
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        return unsafe inflate(&stream, Z_NO_FLUSH)
      }
      output += buffer.prefix(buffer.count - Int(unsafe stream.avail_out))
      guard output.count <= limit else { return .tooLarge }
      guard status == Z_STREAM_END else {
        if status == Z_OK, unsafe stream.avail_in > 0 || stream.avail_out == 0 { continue }
        return .damaged
      }
      guard unsafe stream.avail_in > 2, unsafe stream.next_in.pointee == 0x1F else { return .whole }
      guard unsafe inflateReset(&stream) == Z_OK else { return .damaged }
    }
  }
  return (end == .tooLarge ? Array(output.prefix(limit)) : output, end)
}

/// Unfolds bzip2.
private func decoded(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], end: UnfoldingEnd) {
  var (output, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  var input = bytes
  var stream = unsafe bz_stream()
  guard unsafe BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return ([], .damaged) }
  defer { unsafe BZ2_bzDecompressEnd(&stream) }
  let end: UnfoldingEnd = unsafe input.withUnsafeMutableBytes { source in
    unsafe stream.next_in = source.bindMemory(to: CChar.self).baseAddress
    unsafe stream.avail_in = UInt32(source.count)
    while true {
      let status = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe stream.next_out = room.bindMemory(to: CChar.self).baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        return unsafe BZ2_bzDecompress(&stream)
      }
      output += buffer.prefix(buffer.count - Int(unsafe stream.avail_out))
      guard output.count <= limit else { return .tooLarge }
      if status == BZ_STREAM_END {
        guard unsafe stream.avail_in > 3 else { return .whole }
        let (rest, left) = unsafe (stream.next_in, stream.avail_in)
        unsafe BZ2_bzDecompressEnd(&stream)
        unsafe stream = bz_stream()
        guard unsafe BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return .damaged }
        unsafe (stream.next_in, stream.avail_in) = (rest, left)
        continue
      }
      guard status == BZ_OK, unsafe stream.avail_in > 0 || stream.avail_out == 0 else {
        return .damaged
      }
    }
  }
  return (end == .tooLarge ? Array(output.prefix(limit)) : output, end)
}
