/// Why no screen could be opened.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard output is no terminal, or there is none to read keys from.
  case notATerminal
  /// `TERM` is unset (then the name is empty) or names nothing that terminfo knows.
  case unknownTerminal(name: String)
  /// The terminal is known and cannot do what a page needs.
  case unusable(name: String, why: String)
  /// Neither the user's locale nor `C.UTF-8` can encode the text.
  case localeNotUTF8(codeset: String)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong; what to do, without a full stop.
  public var description: String {
    switch self {
    case .notATerminal:
      "there is no terminal to draw on; run broadsheet in a terminal, or use render or text"
    case .unknownTerminal(""):
      "TERM is not set; set it to the name of your terminal, for example xterm-256color"
    case .unknownTerminal(let name):
      "terminfo does not know the terminal \(name); set TERM to one it knows, or install ncurses-term"
    case .unusable(let name, let why):
      "the terminal \(name) \(why); use render or text, or set TERM to what it really is"
    case .localeNotUTF8(let codeset):
      "the locale uses \(codeset) and there is no C.UTF-8; set LC_ALL to a UTF-8 locale"
    }
  }
}
