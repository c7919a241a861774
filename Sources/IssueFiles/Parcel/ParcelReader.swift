/// The bytes of a message that is taken apart; whoever wrote it is not trusted.
///
/// Nothing is believed that the bytes at hand do not bear out: a list of a million elements has to have a
/// million bytes at least, and all lists of a message together may have so many elements only.
struct ParcelReader {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  private var elements = ParcelReader.mostElements

  /// The most elements of all lists of a message: each is some hundred bytes in memory, and a year of a
  /// daily paper has fewer.
  private static let mostElements = 2_000_000

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, offset) = (bytes, bytes.startIndex) }

  /// Whether everything was taken.
  var isAtEnd: Bool { offset == bytes.endIndex }

  private var rest: Int { bytes.endIndex - offset }

  /// Takes a number.
  mutating func number() throws(ParcelFault) -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while offset < bytes.endIndex, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard let number = Int(exactly: value) else { break }
        return number
      }
      shift += 7
    }
    throw .malformed
  }

  /// Takes so many bytes.
  private mutating func take(_ count: Int) throws(ParcelFault) -> ArraySlice<UInt8> {
    guard count <= rest else { throw .malformed }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  /// Takes bytes that tell how many they are.
  mutating func countedBytes() throws(ParcelFault) -> [UInt8] {
    let count = try number()
    return Array(try take(count))
  }

  /// Takes a text as it is.
  mutating func rawText() throws(ParcelFault) -> String {
    let count = try number()
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .malformed }
    return text
  }

  /// Takes a text as the model keeps it: one line without control characters.
  mutating func text() throws(ParcelFault) -> String { try rawText().asOneLine }

  /// Takes yes or no.
  mutating func flag() throws(ParcelFault) -> Bool {
    switch try number() {
    case 0: return false
    case 1: return true
    default: throw .malformed
    }
  }

  /// Takes one of few things.
  mutating func choice<Choice: CaseIterable>(_: Choice.Type) throws(ParcelFault) -> Choice {
    let (index, choices) = (try number(), Array(Choice.allCases))
    guard choices.indices.contains(index) else { throw .malformed }
    return choices[index]
  }

  /// Takes something that may be missing.
  mutating func optional<Value>(
    _ read: (inout ParcelReader) throws(ParcelFault) -> Value
  ) throws(ParcelFault) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Takes a text that may be missing.
  mutating func optionalText() throws(ParcelFault) -> String? {
    try flag() ? try text() : nil
  }

  /// Takes a list.
  mutating func list<Value>(
    _ read: (inout ParcelReader) throws(ParcelFault) -> Value
  ) throws(ParcelFault) -> [Value] {
    let count = try number()
    guard count <= rest else { throw .malformed }
    guard count <= elements else { throw .tooLarge }
    elements -= count
    var values: [Value] = []
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// Takes a list of texts.
  mutating func texts() throws(ParcelFault) -> [String] {
    try list { reader throws(ParcelFault) in try reader.text() }
  }
}
