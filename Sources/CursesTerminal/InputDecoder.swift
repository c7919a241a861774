package import ScreenModel

/// Turns the bytes a terminal sends into keys and presses of the mouse.
///
/// Pure: time is the caller's. Bytes that begin a sequence wait for the rest; when none comes, the
/// caller says so with `giveUp`, and an Escape was a key after all. A sequence that means nothing is
/// swallowed whole, for its letters are not keys that somebody pressed. What the terminal answers is
/// put aside, and the keys come as if it had not been there.
package struct InputDecoder {
  /// Sequences that terminfo knows and the common forms do not cover; without the usual CSI ones.
  package var sequences: [[UInt8]: Key] = [:] {
    didSet { longest = sequences.keys.map(\.count).max() ?? 0 }
  }
  /// Whether the terminal was asked and has not answered: then the beginning of an answer is held
  /// until its rest comes, however late, instead of being taken for keys.
  package var expectsAnswers = false
  private var answers: [TerminalAnswer] = []
  private var longest = 0
  private var bytes: ArraySlice<UInt8> = []

  private static let escape: UInt8 = 0x1B
  /// No terminal has a longer string to say; what is longer was never one.
  private static let longestString = 512

  /// A decoder that has read nothing.
  package init() {}

  /// Whether bytes wait for the rest of their sequence, but not for ever.
  package var isWaiting: Bool { !bytes.isEmpty && !isHoldingAnswer }

  /// Whether the bytes begin an answer that is expected: `ESC [ digit`, `ESC [ ?` or `ESC P >`.
  private var isHoldingAnswer: Bool {
    guard expectsAnswers, bytes.count > 2, bytes.first == Self.escape else { return false }
    let (second, third) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
    return second == UInt8(ascii: "[") && (0x30...0x3F).contains(third)
      && third != UInt8(ascii: "<")
      || second == UInt8(ascii: "P") && third == UInt8(ascii: ">")
  }

  /// The answers among what was decoded, in order; they are given once.
  package mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  /// Takes bytes as they were read.
  package mutating func feed(_ more: [UInt8]) {
    bytes = ArraySlice(bytes + more)
  }

  /// The next event; nil when what is there is incomplete or nothing.
  package mutating func next() -> InputEvent? {
    while let first = bytes.first {
      let found = first == Self.escape ? sequence() : plain(first)
      switch found {
      case .event(let event, let count):
        bytes = bytes.dropFirst(count)
        return event
      case .answer(let answer, let count):
        bytes = bytes.dropFirst(count)
        answers.append(answer)
      case .nothing(let count): bytes = bytes.dropFirst(count)
      case .incomplete: return nil
      }
    }
    return nil
  }

  /// Nothing more comes for now: an unfinished Escape is the key, unfinished text is dropped.
  package mutating func giveUp() -> InputEvent? {
    guard isWaiting else { return nil }
    let first = bytes.popFirst()
    return first == Self.escape ? .key(.escape) : next()
  }

  /// What the bytes at the start mean, and how many of them.
  enum Found {
    case event(InputEvent, Int)
    case answer(TerminalAnswer, Int)
    case nothing(Int)
    case incomplete

    /// A key of so many bytes; no key, if there is none.
    init(_ key: Key?, _ count: Int) {
      self = if let key { .event(.key(key), count) } else { .nothing(count) }
    }
  }

  private func plain(_ first: UInt8) -> Found {
    switch first {
    case 0x09: Found(.tab, 1)
    case 0x0A, 0x0D: Found(.enter, 1)
    case 0x08, 0x7F: Found(.backspace, 1)
    case 0: Found(.control(" "), 1)
    case 0x01...0x1A: Found(.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case ..<0x20: Found(.control(Character(Unicode.Scalar(first + 0x40))), 1)
    default: text()
    }
  }

  private func sequence() -> Found {
    for count in stride(from: min(longest, bytes.count), to: 1, by: -1) {
      if let key = sequences[Array(bytes.prefix(count))] { return Found(key, count) }
    }
    guard let second = bytes.dropFirst().first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return ControlSequence.read(bytes)
    case UInt8(ascii: "O"): return singleShift()
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"): return string()
    default: return Found(.escape, 1)
    }
  }

  /// `ESC O x`: keys of the application mode.
  private func singleShift() -> Found {
    guard let last = bytes.dropFirst(2).first else { return .incomplete }
    return Found(ControlSequence.key(final: last), 3)
  }

  /// A string, which ends with BEL or ESC \: an answer, or nothing.
  private func string() -> Found {
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated().dropFirst(2) {
      let isEscaped = previous == Self.escape && byte == UInt8(ascii: "\\")
      if byte == 0x07 || isEscaped {
        return meaning(ofString: bytes.dropFirst(2).prefix(index - (isEscaped ? 3 : 2)), index + 1)
      }
      previous = byte
    }
    return bytes.count < Self.longestString ? .incomplete : .nothing(bytes.count)
  }

  private func meaning(ofString text: ArraySlice<UInt8>, _ count: Int) -> Found {
    guard bytes[bytes.startIndex + 1] == UInt8(ascii: "P"),
      let answer = TerminalAnswer(deviceControl: text)
    else { return .nothing(count) }
    return .answer(answer, count)
  }

  /// One cluster of UTF-8, or as much of it as has come; bytes that are no text are dropped.
  private func text() -> Found {
    switch Self.scalar(in: bytes) {
    case .incomplete: return .incomplete
    case .nothing(let count): return .nothing(count)
    case .scalar(let scalar, let count):
      var (cluster, length) = (String(scalar), count)
      while case .scalar(let more, let count) = Self.scalar(in: bytes.dropFirst(length)),
        (cluster + String(more)).count == 1
      {
        cluster.unicodeScalars.append(more)
        length += count
      }
      return Found(.character(Character(cluster)), length)
    }
  }

  private enum FoundScalar {
    case scalar(Unicode.Scalar, Int)
    case nothing(Int)
    case incomplete
  }

  private static func scalar(in bytes: ArraySlice<UInt8>) -> FoundScalar {
    guard let first = bytes.first else { return .incomplete }
    let length =
      switch first {
      case 0x20...0x7E: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .nothing(1) }
    let tail = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    if tail.count < length - 1 {
      return 1 + tail.count == bytes.count ? .incomplete : .nothing(1 + tail.count)
    }
    var decoder = UTF8()
    var source = bytes.prefix(length).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&source) else { return .nothing(length) }
    return .scalar(scalar, length)
  }
}
