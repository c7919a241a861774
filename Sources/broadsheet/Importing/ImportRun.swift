package import IssueFiles

/// How long the importing process may be silent, in milliseconds: the most it may work, and half as long again
/// for a machine that is busy.
private let patience = 90_000

/// Starts the importing process on a source.
func startImport(_ source: ForeignSource) throws(ImportFault) -> ImportingProcess {
  guard let program = ImportProgram.path else { throw ImportFault(source.path, .noProgram) }
  return try ImportingProcess(program, reading: source)
}

extension ImportingProcess {
  /// Hears the process to its end, unless it is silent for `patience` milliseconds.
  package mutating func finish(patience: Int) throws(ImportFault) -> ImportResult {
    while waits(patience) {
      if try take() { return try outcome() }
    }
    throw fault(.slow)
  }

  /// Hears the process for so many milliseconds at most; nil where that was not to its end.
  package mutating func finish(within milliseconds: Int) throws(ImportFault) -> ImportResult? {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while case let rest = end - ContinuousClock.now, rest > .zero {
      guard waits(max(1, Int(rest / .milliseconds(1)))) else { return nil }
      if try take() { return try outcome() }
    }
    return nil
  }

  /// What came of it; fails with the reason where that is no issue.
  package func outcome() throws(ImportFault) -> ImportResult {
    if let note = result.failure { throw fault(.refused(note)) }
    return result
  }
}

/// Imports a source, without a word before the end.
func importPlainly(_ source: ForeignSource) throws(ImportFault) -> ImportResult {
  var process = try startImport(source)
  return try process.finish(patience: patience)
}
