/// Bytes of a message that is being made.
///
/// Numbers are whole and not negative, seven bits a byte, the lowest first; a text is the number of its bytes
/// and then UTF-8; a list is the number of its elements and then they.
struct ParcelWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number of at least 0.
  mutating func put(_ number: Int) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds bytes, and how many they are.
  mutating func put(bytes more: [UInt8]) {
    put(more.count)
    bytes += more
  }

  /// Adds bytes as they are.
  mutating func append(_ more: [UInt8]) { bytes += more }

  /// Adds a text.
  mutating func put(_ text: String) {
    var text = text
    put(text.utf8.count)
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds yes or no.
  mutating func put(_ flag: Bool) { put(flag ? 1 : 0) }

  /// Adds one of few things, by its place among them.
  mutating func put<Choice: CaseIterable & Equatable>(choice: Choice) {
    put(Array(Choice.allCases).firstIndex(of: choice) ?? 0)
  }

  /// Adds something that may be missing.
  mutating func put<Value>(_ value: Value?, _ write: (inout ParcelWriter, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  /// Adds a text that may be missing.
  mutating func put(_ text: String?) { put(text) { $0.put($1) } }

  /// Adds a list.
  mutating func put<Value>(list: [Value], _ write: (inout ParcelWriter, Value) -> Void) {
    put(list.count)
    for value in list { write(&self, value) }
  }

  /// Adds a list of texts.
  mutating func put(_ texts: [String]) { put(list: texts) { $0.put($1) } }
}
