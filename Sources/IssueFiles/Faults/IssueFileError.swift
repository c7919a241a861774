/// A fault, and where it was found.
public struct IssueFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder, as its path was given.
  public var file: String
  /// The line, from 1; nil where the fault is the file's as a whole.
  public var line: Int?
  /// The column, from 1, in Unicode scalars.
  public var column: Int?
  /// What is wrong.
  public var fault: IssueFault

  /// Places a fault.
  public init(file: String, line: Int? = nil, column: Int? = nil, fault: IssueFault) {
    self.file = file
    self.line = line
    self.column = column
    self.fault = fault
  }

  /// `FILE:LINE:COLUMN: what is wrong; what to do`; fit for a terminal.
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(shown(path: file))\(place): \(fault)"
  }

  /// The path without control characters, whole: it has to be found again.
  private func shown(path: String) -> String {
    var shown = ""
    for scalar in path.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
