/// What a terminal says when it is asked; never a key somebody pressed.
package enum TerminalAnswer: Hashable, Sendable {
  /// Where the cursor is, both from 1 (CPR).
  case cursor(row: Int, column: Int)
  /// How a private mode stands: 0 where the terminal does not know it, 1 set, 2 reset, 3 set for
  /// ever, 4 reset for ever (DECRPM).
  case mode(Int, setting: Int)
  /// Its name and version, printable ASCII of at most 80 bytes (XTVERSION).
  case version(String)
  /// What it can do (DA1). Every terminal answers that, and in its turn: so ends a question.
  case attributes
}

extension TerminalAnswer {
  /// Reads `CSI parameters final`; nil if that answers nothing that is ever asked.
  ///
  /// A cursor in the first row is no answer: F3 held with Shift sends the same bytes, and nothing is
  /// asked from that row.
  init?(parameters: ArraySlice<UInt8>, final: UInt8) {
    let isPrivate = parameters.first == UInt8(ascii: "?")
    let numbers = ControlSequence.numbers(in: isPrivate ? parameters.dropFirst() : parameters)
    switch (isPrivate, final) {
    case (false, UInt8(ascii: "R")) where numbers.count == 2 && numbers[0] > 1:
      self = .cursor(row: numbers[0], column: numbers[1])
    case (true, UInt8(ascii: "y")) where numbers.count == 2 && parameters.last == UInt8(ascii: "$"):
      self = .mode(numbers[0], setting: numbers[1])
    case (true, UInt8(ascii: "c")): self = .attributes
    default: return nil
    }
  }

  /// Reads the text of a device control string, without what begins and ends it.
  init?(deviceControl text: ArraySlice<UInt8>) {
    guard text.starts(with: ">|".utf8) else { return nil }
    let printable = text.dropFirst(2).filter { (0x20...0x7E).contains($0) }
    self = .version(String(decoding: printable.prefix(80), as: UTF8.self))
  }
}
