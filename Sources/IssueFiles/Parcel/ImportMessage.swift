package import NewsModel

/// What the importing process tells the reader, one after another: any number of ``progress(_:)`` and
/// ``note(_:)``, then either ``issue(_:)`` with ``report(_:)``, or ``failure(_:)``.
package enum ImportMessage: Hashable, Sendable {
  /// How far it has come.
  case progress(ImportProgress)
  /// Something that a person should know of, which stops nothing: a missing file, a guessed encoding.
  case note(ImportNote)
  /// The issue that was made of the source.
  case issue(Issue)
  /// What every line or block of the source became.
  case report(ImportReport)
  /// Why there is no issue.
  case failure(ImportNote)
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// Files that are read.
  package var done: Int
  /// Files that are to be read, as far as is known.
  package var total: Int
  /// The file that is being read, as a person knows it.
  package var file: String

  package init(done: Int, total: Int, file: String) {
    (self.done, self.total, self.file) = (done, total, file)
  }
}

/// A sentence about a place of the source.
package struct ImportNote: Error, Hashable, Sendable {
  /// The file, as its path was given or found.
  package var file: String
  /// The line, from 1, where one is known.
  package var line: Int?
  /// The column, from 1, where one is known.
  package var column: Int?
  /// What is wrong; what to do: without a full stop.
  package var sentence: String

  package init(file: String, line: Int? = nil, column: Int? = nil, sentence: String) {
    (self.file, self.line, self.column, self.sentence) = (file, line, column, sentence)
  }
}

extension ImportNote: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: what is wrong; what to do`; the shell makes it harmless.
  package var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(sentence)"
  }
}

/// The report of an import, for people and for programs.
package struct ImportReport: Hashable, Sendable {
  /// For people: a line for each line or block of the source.
  package var text: String
  /// For programs: one JSON object.
  package var json: String
  /// For the reader: where each item came from, and what is uncertain.
  package var provenance: Provenance

  package init(text: String, json: String, provenance: Provenance = Provenance()) {
    (self.text, self.json, self.provenance) = (text, json, provenance)
  }
}
