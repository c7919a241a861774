import UnicodeTables

/// The three stages of the table, as they grow.
struct Stages {
  /// Code points of a block.
  static let blockSize = 128
  /// Bytes of a record.
  private static let recordSize = 3

  private(set) var blockNumbers: [UInt8] = []
  private(set) var recordNumbers: [UInt8] = []
  private var found: [ScalarProperties] = []
  private var numberOfRecord: [ScalarProperties: UInt8] = [:]
  private var numberOfBlock: [[UInt8]: Int] = [:]

  /// Adds the next block; an equal one that is there already is used again.
  mutating func append(_ block: [ScalarProperties]) throws(GeneratorError) {
    var numbers: [UInt8] = []
    for properties in block { numbers.append(try recordNumber(of: properties)) }
    let number = numberOfBlock[numbers] ?? numberOfBlock.count
    if numberOfBlock.updateValue(number, forKey: numbers) == nil { recordNumbers += numbers }
    blockNumbers += [UInt8(0x20 + number / 64), UInt8(0x20 + number % 64)]
  }

  /// The records by their numbers, each as its bytes.
  func records() throws(GeneratorError) -> [UInt8] {
    var bytes = Array(repeating: UInt8(0), count: 128 * Self.recordSize)
    for (index, properties) in found.enumerated() {
      let start = Int(Self.number(ofIndex: index)) * Self.recordSize
      bytes.replaceSubrange(start..<start + Self.recordSize, with: properties.tableBytes)
    }
    return bytes
  }

  private mutating func recordNumber(
    of properties: ScalarProperties
  ) throws(GeneratorError) -> UInt8 {
    if let number = numberOfRecord[properties] { return number }
    guard found.count < 128 else { throw .tooManyRecords(count: found.count + 1) }
    let number = Self.number(ofIndex: found.count)
    found.append(properties)
    numberOfRecord[properties] = number
    return number
  }

  /// Numbers begin with those that print, so that the literal is short; the controls come last.
  private static func number(ofIndex index: Int) -> UInt8 { UInt8((index + 0x20) % 128) }
}
