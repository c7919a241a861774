import UnicodeTableGenerator

/// One model of BudouX as three tables of records, one record for each string of characters.
struct ModelTables {
  /// A kind of feature: how many characters it looks at, and in how many places.
  struct Kind {
    let letter: String
    let length: Int
    let places: Int

    /// One character of the three before and the three after a place.
    static let single = Kind(letter: "UW", length: 1, places: 6)
    /// Two neighbours.
    static let pair = Kind(letter: "BW", length: 2, places: 3)
    /// Three in a row.
    static let triple = Kind(letter: "TW", length: 3, places: 4)
  }

  enum Fault: Error {
    case unknownFeature(String)
    case longString(String)
  }

  private let features: [String: [String: Int]]

  init(_ features: [String: [String: Int]]) throws(Fault) {
    let known = [Kind.single, .pair, .triple].flatMap { kind in
      (1...kind.places).map { kind.letter + String($0) }
    }
    for name in features.keys where !known.contains(name) { throw .unknownFeature(name) }
    self.features = features
  }

  /// The sum of all weights.
  var total: Int { features.values.joined().reduce(0) { $0 + $1.value } }

  /// The records of one kind in order of their characters: the characters, then a weight for each
  /// place.
  func records(of kind: Kind) throws -> [UInt8] {
    var weights: [[Int]: [Int]] = [:]
    for place in 0..<kind.places {
      for (text, weight) in features[kind.letter + String(place + 1)] ?? [:] {
        let key = text.unicodeScalars.map { Int($0.value) }
        guard key.count == kind.length else { throw Fault.longString(text) }
        weights[key, default: Array(repeating: 0, count: kind.places)][place] = weight
      }
    }
    let ordered = weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return try ordered.flatMap { key, weights in
      try key.flatMap { try SourceFile.digits(of: $0, count: 3) }
        + weights.flatMap(SourceFile.weight)
    }
  }
}
