import ScreenModel

/// `ESC [ … final`: what nearly every terminal sends for keys and for the mouse.
enum ControlSequence {
  /// No sequence that means something is longer; what is longer was never one.
  private static let limit = 64

  /// Reads the sequence at the start of the bytes, which begin with `ESC [`.
  static func read(_ bytes: ArraySlice<UInt8>) -> InputDecoder.Found {
    let body = bytes.dropFirst(2)
    switch body.first {
    case nil: return .incomplete
    case UInt8(ascii: "M"): return oldMouse(body.dropFirst())
    case UInt8(ascii: "["): return linuxFunctionKey(body.dropFirst())
    default: break
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return body.count < limit ? .incomplete : .nothing(bytes.count)
    }
    let count = end + 1 - bytes.startIndex
    guard (0x40...0x7E).contains(body[end]) else { return .nothing(count - 1) }
    return meaning(of: body[..<end], final: body[end], count: count)
  }

  private static func meaning(
    of parameters: ArraySlice<UInt8>, final: UInt8, count: Int
  ) -> InputDecoder.Found {
    if parameters.first == UInt8(ascii: "<") {
      return mouse(numbers(in: parameters.dropFirst()), pressed: final == UInt8(ascii: "M"), count)
    }
    if let answer = TerminalAnswer(parameters: parameters, final: final) {
      return .answer(answer, count)
    }
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .nothing(count) }
    guard final == UInt8(ascii: "~") else { return InputDecoder.Found(key(final: final), count) }
    return InputDecoder.Found(key(number: numbers(in: parameters).first ?? 0), count)
  }

  /// The key of a final letter, with or without modifiers before it.
  static func key(final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// The key of `ESC [ number ~`.
  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// `ESC [ [ A` to `E`: F1 to F5 of the Linux console.
  private static func linuxFunctionKey(_ body: ArraySlice<UInt8>) -> InputDecoder.Found {
    guard let letter = body.first else { return .incomplete }
    let key: Key? =
      (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      ? .function(Int(letter - UInt8(ascii: "A")) + 1) : nil
    return InputDecoder.Found(key, 4)
  }

  /// `ESC [ M button column row`, each plus 32, which ends at column 223.
  private static func oldMouse(_ body: ArraySlice<UInt8>) -> InputDecoder.Found {
    guard body.count >= 3 else { return .incomplete }
    let numbers = body.prefix(3).map { Int($0) - 32 }
    return mouse(numbers, pressed: numbers[0] & 3 != 3, 6)
  }

  /// A press; releases and movements say nothing to a reader.
  private static func mouse(
    _ numbers: [Int], pressed: Bool, _ count: Int
  ) -> InputDecoder.Found {
    guard pressed, numbers.count == 3, numbers[0] & 32 == 0,
      let button = button(numbers[0] & ~0b11100)
    else { return .nothing(count) }
    let point = Point(column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1))
    return .event(.mouse(button, at: point, clicks: 1), count)
  }

  private static func button(_ code: Int) -> MouseButton? {
    switch code {
    case 0: .left
    case 1: .middle
    case 2: .right
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }

  /// The numbers of parameters, at most 99,999 each.
  static func numbers(in parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { sum, byte in
        (0x30...0x39).contains(byte) ? min(99_999, sum * 10 + Int(byte - 0x30)) : sum
      }
    }
  }
}
