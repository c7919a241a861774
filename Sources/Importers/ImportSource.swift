package import IssueFiles

/// Reads whatever `path` leads to, says what it finds, and ends with an issue or with the reason why there
/// is none.
///
/// `say` is called with every message in the order in which it came about.
package func importSource(at path: String, _ say: (ImportMessage) -> Void) {
  say(.failure(ImportNote(file: path, sentence: "is in no format that can be read; name a newspaper")))
}
