/// Prepares many paragraphs by the same rules, finding out once what follows from them and keeping the
/// room it works in.
public struct TextPreparer {
  private let rules: SettingRules
  private var coder: TextCoder
  /// The text between two margins.
  private var room = Array(repeating: Galley.edge, count: 2 * Galley.margin)

  /// What paragraphs are set by.
  public var typography: Typography { rules.typography }

  /// A preparer for paragraphs set by `typography`.
  public init(_ typography: Typography) {
    rules = SettingRules(typography)
    coder = TextCoder(rules)
  }

  /// Measures `text`, of less than 4 GiB, and finds where it may be broken.
  ///
  /// - Complexity: O(*n*) in the length of the text; allocates the result alone, once the room is
  ///   large enough.
  public mutating func prepare(_ text: String) -> PreparedText {
    prepare(text, inRuns: true)
  }

  /// The same; unless `inRuns`, the rules are asked at every character, however plain.
  mutating func prepare(_ text: String, inRuns: Bool) -> PreparedText {
    let bytes = text.utf8.span
    lay(bytes)
    var traits: TextTraits = []
    var codes: [ClusterCode] = []
    codes.reserveCapacity(bytes.count + Galley.margin)
    codes.append(contentsOf: repeatElement(.rest, count: bytes.count + Galley.margin))
    unsafe codes.withUnsafeMutableBufferPointer { codes in
      unsafe room.withUnsafeBufferPointer { room in
        let galley = unsafe Galley(room, codes, count: bytes.count)
        traits = inRuns ? coder.setCodes(of: galley) : coder.setCodesByRules(of: galley)
      }
    }
    codes.removeLast(Galley.margin)
    if let hyphenator = rules.typography.hyphenator {
      var span = codes.mutableSpan
      WordParting.mark(bytes, by: hyphenator, on: &span)
    }
    return PreparedText(text, codes, traits, rules)
  }

  /// Lays a text between the margins.
  private mutating func lay(_ bytes: Span<UInt8>) {
    let missing = bytes.count + 2 * Galley.margin - room.count
    if missing > 0 { room.append(contentsOf: repeatElement(Galley.edge, count: missing)) }
    unsafe room.withUnsafeMutableBytes { room in
      unsafe bytes.withUnsafeBytes { bytes in
        let text = unsafe UnsafeMutableRawBufferPointer(rebasing: room[Galley.margin...])
        unsafe text.copyMemory(from: bytes)
        let margin = unsafe UnsafeMutableRawBufferPointer(
          rebasing: text[bytes.count..<bytes.count + Galley.margin])
        unsafe margin.initializeMemory(as: UInt8.self, repeating: Galley.edge)
      }
    }
  }
}
