/// Puts messages together from the pieces in which a pipe gives them.
///
/// Keeps no more than one message that is not yet whole.
package struct ParcelStream {
  private var buffer: [UInt8] = []
  private var hasHead = false
  private var isOver = false
  private var hasIssue = false
  private var hasReport = false

  /// A stream of which nothing has come yet.
  package init() {}

  /// Takes some bytes, and gives the messages that are whole with them.
  ///
  /// - Complexity: O(*n*) in their number, but for the messages that they end.
  package mutating func feed(_ bytes: some Collection<UInt8>) throws(ParcelFault) -> [ImportMessage]
  {
    buffer += bytes
    guard try takeHead() else { return [] }
    var (messages, offset): ([ImportMessage], Int) = ([], 0)
    while let frame = try frame(at: offset) {
      let message = try ImportMessage(tag: frame.tag, buffer[frame.payload])
      try count(message)
      messages.append(message)
      offset = frame.payload.upperBound
    }
    buffer.removeFirst(offset)
    return messages
  }

  /// Says that no more bytes will come.
  package func finish() throws(ParcelFault) {
    guard hasHead, buffer.isEmpty, isOver || hasIssue else { throw .unfinished }
  }

  private mutating func takeHead() throws(ParcelFault) -> Bool {
    if hasHead { return true }
    guard buffer.prefix(parcelHead.count).elementsEqual(parcelHead.prefix(buffer.count)) else {
      throw .otherLanguage
    }
    guard buffer.count >= parcelHead.count else { return false }
    buffer.removeFirst(parcelHead.count)
    hasHead = true
    return true
  }

  /// The message that begins at a place; nil where it is not whole yet.
  private func frame(at start: Int) throws(ParcelFault) -> (tag: UInt8, payload: Range<Int>)? {
    guard start < buffer.count else { return nil }
    guard let limit = parcelLimit(tag: buffer[start]) else { throw .malformed }
    var (count, shift, offset) = (0, 0, start + 1)
    while offset < buffer.count {
      let byte = buffer[offset]
      count |= Int(byte & 0x7F) << shift
      (offset, shift) = (offset + 1, shift + 7)
      guard count <= limit, shift <= 28 else { throw .tooLarge }
      guard byte < 0x80 else { continue }
      return offset + count <= buffer.count ? (buffer[start], offset..<offset + count) : nil
    }
    return nil
  }

  /// Sees that nothing comes after the end, and one issue and one report at most.
  private mutating func count(_ message: ImportMessage) throws(ParcelFault) {
    guard !isOver else { throw .malformed }
    switch message {
    case .progress, .note: if hasIssue { throw .malformed }
    case .issue:
      guard !hasIssue else { throw .malformed }
      hasIssue = true
    case .report:
      guard hasIssue, !hasReport else { throw .malformed }
      hasReport = true
    case .failure:
      guard !hasIssue else { throw .malformed }
      isOver = true
    }
  }
}
