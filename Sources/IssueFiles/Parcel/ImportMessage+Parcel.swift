import NewsModel

/// What begins everything that the importing process says: its language, and the version of that.
package let parcelHead = Array("BSP2".utf8)

/// The most bytes of a message, by its tag.
///
/// An issue may be larger than the largest text that is read, and so may be its report.
func parcelLimit(tag: UInt8) -> Int? {
  switch tag {
  case 1, 2, 5: 1 << 16
  case 3, 4: 128 << 20
  default: nil
  }
}

extension ImportMessage {
  /// The message as bytes: its tag, how many more there are, and they.
  package var parcel: [UInt8] {
    var (whole, writer) = (ParcelWriter(), ParcelWriter())
    let tag: UInt8
    switch self {
    case .progress(let progress):
      tag = 1
      writer.put(progress.done)
      writer.put(progress.total)
      writer.put(progress.file.shortened)
    case .note(let note):
      tag = 2
      writer.put(note)
    case .issue(let issue):
      tag = 3
      writer.put(issue)
    case .report(let report):
      tag = 4
      writer.put(report.text)
      writer.put(report.json)
      writer.put(report.provenance.origins)
      writer.put(report.provenance.doubts)
    case .failure(let note):
      tag = 5
      writer.put(note)
    }
    whole.append([tag])
    whole.put(bytes: writer.bytes)
    return whole.bytes
  }

  /// Takes a message apart.
  init(tag: UInt8, _ payload: ArraySlice<UInt8>) throws(ParcelFault) {
    var reader = ParcelReader(payload)
    switch tag {
    case 1:
      self = .progress(
        ImportProgress(
          done: try reader.number(), total: try reader.number(), file: try reader.text()))
    case 2: self = .note(try reader.note())
    case 3: self = .issue(try reader.issue())
    case 4:
      self = .report(
        ImportReport(
          text: try reader.rawText(), json: try reader.rawText(),
          provenance: Provenance(origins: try reader.sentences(), doubts: try reader.sentences())))
    case 5: self = .failure(try reader.note())
    default: throw .malformed
    }
    guard reader.isAtEnd else { throw .malformed }
  }
}

extension ParcelReader {
  /// Sentences by the ids of items.
  fileprivate mutating func sentences() throws(ParcelFault) -> [ItemID: String] {
    let pairs = try list { (reader) throws(ParcelFault) in (try reader.text(), try reader.text()) }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension ParcelWriter {
  /// Sentences by the ids of items, in the order of these.
  fileprivate mutating func put(_ sentences: [ItemID: String]) {
    put(list: sentences.sorted { $0.key < $1.key }) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value.shortened)
    }
  }

  fileprivate mutating func put(_ note: ImportNote) {
    put(note.file.shortened)
    put(note.line) { $0.put($1) }
    put(note.column) { $0.put($1) }
    put(note.sentence.shortened)
  }
}

extension ParcelReader {
  fileprivate mutating func note() throws(ParcelFault) -> ImportNote {
    ImportNote(
      file: try text(), line: try flag() ? try number() : nil,
      column: try flag() ? try number() : nil, sentence: try text())
  }
}

extension String {
  /// The text, cut where it is so long that two of its kind would not fit a message.
  fileprivate var shortened: String {
    utf8.count <= 16_384 ? self : String(unicodeScalars.prefix(4_096)) + "…"
  }
}
