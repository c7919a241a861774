import CXML2

extension [UInt8] {
  /// The document with the named entities of HTML, such as `&nbsp;`, as numbers, unless it declares entities
  /// of its own: XML knows five names, and a reader of it would drop the character.
  ///
  /// - Complexity: O(*n*); a document without such names is only looked through.
  var withKnownEntities: [UInt8] {
    guard let first = firstNamedEntity(from: 0), !declaresEntities else { return self }
    var output = [UInt8]()
    output.reserveCapacity(count + 64)
    var (copied, next) = (0, Optional(first))
    while let place = next {
      output += self[copied..<place.lowerBound]
      output += number(ofEntity: self[place]) ?? Array(self[place])
      copied = place.upperBound
      next = firstNamedEntity(from: copied)
    }
    return output + self[copied...]
  }

  private var declaresEntities: Bool { prefix(1 << 14).holds(Array("<!ENTITY".utf8)) }

  /// The next `&name;` that XML does not know.
  private func firstNamedEntity(from start: Int) -> Range<Int>? {
    var index = start
    while index < count {
      guard let ampersand = self[index...].firstIndex(of: 0x26) else { return nil }
      let name = self[(ampersand + 1)...].prefix(10).prefix {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
      }
      let end = ampersand + 1 + name.count
      if end < count, self[end] == 0x3B, !name.isEmpty, !isKnownToXML(name) {
        return ampersand..<(end + 1)
      }
      index = ampersand + 1
    }
    return nil
  }

  private func isKnownToXML(_ name: ArraySlice<UInt8>) -> Bool {
    ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self))
  }

  /// `&#160;` for `&nbsp;`.
  private func number(ofEntity entity: ArraySlice<UInt8>) -> [UInt8]? {
    let name = String(decoding: entity.dropFirst().dropLast(), as: UTF8.self)
    guard let found = unsafe htmlEntityLookup(name) else { return nil }
    return Array("&#\(unsafe found.pointee.value);".utf8)
  }
}

extension Collection<UInt8> {
  /// Whether `word` occurs.
  func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: word) { return true }
      rest = rest[place...].dropFirst()
    }
    return false
  }

  /// Whether `word` occurs.
  func holds(_ word: String) -> Bool { holds(Array(word.utf8)) }
}
