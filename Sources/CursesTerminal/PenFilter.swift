/// Leaves out colours that the terminal is told twice.
///
/// ncurses sends ink and paper together whenever either changes; on a themed page the paper never
/// does, and would be a quarter of all bytes. Only what `setaf` and `setab` send is ever left out:
/// `ESC [ parameters m` that names one colour and nothing else.
package struct PenFilter {
  private typealias Bytes = ArraySlice<UInt8>

  private static let escape: UInt8 = 0x1B
  /// The latest ink and paper; nil when they are not known.
  private var ink: Bytes?
  private var paper: Bytes?

  /// A filter that knows nothing of the terminal.
  package init() {}

  /// Forgets what the terminal was told.
  mutating func forget() { (ink, paper) = (nil, nil) }

  /// The same, said once.
  package mutating func filter(_ output: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(output.count)
    var rest = output[...]
    while let start = rest.firstIndex(of: Self.escape) {
      kept += rest[..<start]
      let sequence = Self.rendition(at: rest[start...])
      let length = max(1, sequence.count)
      if sequence.isEmpty || isNews(sequence.dropFirst(2).dropLast()) {
        kept += rest[start..<start + length]
      }
      rest = rest[(start + length)...]
    }
    return kept + rest
  }

  /// `ESC [ parameters m` at the start, whole; empty if that is something else.
  private static func rendition(at bytes: Bytes) -> Bytes {
    guard bytes.dropFirst().first == UInt8(ascii: "[") else { return [] }
    let parameters = bytes.dropFirst(2).prefix { (0x30...0x3B).contains($0) }
    guard bytes[parameters.endIndex...].first == UInt8(ascii: "m") else { return [] }
    return bytes[...parameters.endIndex]
  }

  /// Notes what the parameters say; false if they only repeat a colour.
  private mutating func isNews(_ parameters: Bytes) -> Bool {
    switch Self.subject(of: parameters) {
    case .ink:
      if ink == parameters { return false }
      ink = parameters
    case .paper:
      if paper == parameters { return false }
      paper = parameters
    case .attribute: break
    case .anything: forget()
    }
    return true
  }

  private enum Subject { case ink, paper, attribute, anything }

  /// What a rendition is about: `38` and `48` say a colour by the numbers after them.
  private static func subject(of parameters: Bytes) -> Subject {
    let first = parameters.prefix { (0x30...0x39).contains($0) }
    let isAlone = first.count == parameters.count
    let number = first.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    switch number {
    case 38 where isOneColor(parameters): return .ink
    case 48 where isOneColor(parameters): return .paper
    case 30...37 where isAlone, 90...97 where isAlone: return .ink
    case 40...47 where isAlone, 100...107 where isAlone: return .paper
    case 1...29 where isAlone: return .attribute
    default: return .anything
    }
  }

  /// Whether nothing follows the colour: `38;5;n`, `38;2;r;g;b`, or whatever is parted by colons.
  private static func isOneColor(_ parameters: Bytes) -> Bool {
    let parts = parameters.split(separator: UInt8(ascii: ";"))
    return parts.count == 1 || (parts.count == 3 && parts[1].elementsEqual("5".utf8))
      || (parts.count == 5 && parts[1].elementsEqual("2".utf8))
  }
}
