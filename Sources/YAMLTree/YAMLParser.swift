/// How much a text may ask for before it is refused.
public struct YAMLLimits: Hashable, Sendable {
  /// The most bytes that are read.
  public var bytes: Int
  /// How deep sequences and mappings may be nested.
  public var depth: Int

  /// Sets limits; what is given by default suits files that people write by hand.
  public init(bytes: Int = 4 << 20, depth: Int = 64) {
    self.bytes = bytes
    self.depth = depth
  }
}

/// Parses a text that holds one YAML document, without guessing at types.
///
/// An empty text gives an empty plain scalar. Aliases and tags are refused, and so are two equal
/// keys in one mapping. `firstLine` is the number of the text's first line, where the text is a
/// part of a file.
///
/// - Complexity: O(*n*) in the length of `text`.
public func parseYAML(
  _ text: [UInt8], limits: YAMLLimits = YAMLLimits(), firstLine: Int = 1
) throws(YAMLError) -> YAMLNode {
  guard text.count <= limits.bytes else {
    throw YAMLError(.tooLarge(limit: limits.bytes), at: YAMLMark(line: firstLine, column: 1))
  }
  do throws(YAMLError) {
    var builder = YAMLTreeBuilder(
      events: try YAMLEventReader(text), depthLimit: limits.depth, linesAbove: firstLine - 1)
    return try builder.document()
  } catch {
    throw YAMLError(error.reason, at: error.mark.moved(down: firstLine - 1))
  }
}

extension YAMLMark {
  fileprivate func moved(down lines: Int) -> YAMLMark {
    YAMLMark(line: line + lines, column: column)
  }
}

/// Makes a tree of libyaml's events.
private struct YAMLTreeBuilder: ~Copyable {
  var events: YAMLEventReader
  let depthLimit: Int
  let linesAbove: Int

  /// The one document of the stream.
  mutating func document() throws(YAMLError) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let (event, mark) = try events.next()
      switch event {
      case .streamStart, .documentEnd: continue
      case .streamEnd:
        return root ?? YAMLNode(.scalar(YAMLScalar("", style: .plain)), mark: place(mark))
      case .documentStart:
        guard root == nil else { throw YAMLError(.severalDocuments, at: mark) }
        let (first, mark) = try events.next()
        root = try node(first, mark, depth: 0)
      case .scalar, .sequenceStart, .mappingStart, .collectionEnd, .alias: continue
      }
    }
  }

  private mutating func node(
    _ event: YAMLEvent, _ mark: YAMLMark, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    guard depth < depthLimit else { throw YAMLError(.tooDeep(limit: depthLimit), at: mark) }
    switch event {
    case .scalar(let scalar, false): return YAMLNode(.scalar(scalar), mark: place(mark))
    case .sequenceStart(false):
      return YAMLNode(.sequence(try sequence(depth: depth + 1)), mark: place(mark))
    case .mappingStart(false):
      return YAMLNode(.mapping(try mapping(depth: depth + 1)), mark: place(mark))
    case .alias: throw YAMLError(.alias, at: mark)
    default: throw YAMLError(.tag, at: mark)
    }
  }

  private mutating func sequence(depth: Int) throws(YAMLError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let (event, mark) = try events.next()
      if case .collectionEnd = event { return items }
      items.append(try node(event, mark, depth: depth))
    }
  }

  private mutating func mapping(depth: Int) throws(YAMLError) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      let (event, keyMark) = try events.next()
      if case .collectionEnd = event { return entries }
      let keyNode = try node(event, keyMark, depth: depth)
      guard let key = keyNode.string else { throw YAMLError(.keyIsNotText, at: keyMark) }
      let line = lines.updateValue(place(keyMark).line, forKey: key)
      if let line { throw YAMLError(.duplicateKey(key, firstLine: line), at: keyMark) }
      let (value, mark) = try events.next()
      entries.append(
        YAMLEntry(key, keyMark: place(keyMark), try node(value, mark, depth: depth)))
    }
  }

  private func place(_ mark: YAMLMark) -> YAMLMark { mark.moved(down: linesAbove) }
}
