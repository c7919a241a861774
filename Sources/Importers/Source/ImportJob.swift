import IssueFiles

/// One import: where its files lie, and what it has to say meanwhile.
final class ImportJob {
  /// The folder that no file leaves.
  let folder: ImportFolder
  /// The files that come into question, with what they are, in the order in which people count.
  let files: [(path: String, kind: SourceKind)]
  private let say: (ImportMessage) -> Void
  private var done = 0
  /// How many files are to be read, as far as is known.
  var total = 0
  /// What a person should know of, for the report.
  private(set) var notes: [ImportNote] = []

  init(
    _ folder: ImportFolder, files: [(path: String, kind: SourceKind)],
    say: @escaping (ImportMessage) -> Void
  ) {
    (self.folder, self.files, self.say) = (folder, files, say)
  }

  /// The paths of the files of a kind.
  func paths(_ kinds: SourceKind...) -> [String] {
    files.filter { kinds.contains($0.kind) }.map(\.path)
  }

  /// The bytes of a file, and word of it to whoever waits.
  func bytes(of path: String) throws(ImportNote) -> [UInt8] {
    say(
      .progress(
        ImportProgress(done: done, total: max(total, done + 1), file: folder.name(of: path))))
    done += 1
    return try folder.bytes(of: path)
  }

  /// Says what a person should know of; nothing stops.
  func note(_ note: ImportNote) {
    notes.append(note)
    say(.note(note))
  }

  /// Says what a person should know of a file.
  func note(_ path: String, line: Int? = nil, column: Int? = nil, _ sentence: String) {
    note(ImportNote(file: folder.name(of: path), line: line, column: column, sentence: sentence))
  }

  /// The root of an XML file, with a note where it is damaged; nil, with a note, where there is none.
  func xml(_ path: String) -> MarkupElement? {
    do throws(ImportNote) {
      guard let (root, fault) = xmlTree(try bytes(of: path)) else {
        note(path, "has no element; copy or save it again")
        return nil
      }
      if let fault { note(fault.note(folder.name(of: path))) }
      return root
    } catch {
      note(error)
      return nil
    }
  }

  /// The tree of an HTML file in whatever encoding; nil, with a note, where it cannot be read.
  func html(_ path: String) -> MarkupElement? {
    do throws(ImportNote) {
      let bytes = try bytes(of: path)
      let text = decodedText(bytes, declared: declaredCharset(bytes))
      if let guessed = text.guessed { note(path, "is taken for \(guessed)") }
      return htmlTree(text.bytes)
    } catch {
      note(error)
      return nil
    }
  }
}

/// What an HTML file says of its encoding in its first kilobytes.
private func declaredCharset(_ bytes: [UInt8]) -> String? {
  let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
  guard let place = head.firstRange(of: "charset=") else { return nil }
  let value = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
  return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }).nonEmpty
}
