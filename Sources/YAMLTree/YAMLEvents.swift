import CYAML

/// What the parser meets next.
enum YAMLEvent {
  case scalar(YAMLScalar, hasTag: Bool)
  case sequenceStart(hasTag: Bool)
  case mappingStart(hasTag: Bool)
  case collectionEnd
  case alias
  case documentStart
  case documentEnd
  case streamStart
  case streamEnd
}

/// libyaml's parser over a text in memory: one event after the other.
///
/// It holds the text and the parser, and gives both back when it goes out of scope.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    unsafe text = .allocate(capacity: bytes.count)
    _ = unsafe text.initialize(from: bytes)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe text.deallocate()
      throw YAMLError(.memory, at: .start)
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event and where it begins.
  mutating func next() throws(YAMLError) -> (YAMLEvent, YAMLMark) {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&raw) }
    return (unsafe event(of: raw), unsafe YAMLMark(raw.start_mark))
  }

  private func event(of raw: yaml_event_t) -> YAMLEvent {
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT: unsafe scalar(raw.data.scalar)
    case YAML_SEQUENCE_START_EVENT:
      unsafe .sequenceStart(hasTag: raw.data.sequence_start.tag != nil)
    case YAML_MAPPING_START_EVENT: unsafe .mappingStart(hasTag: raw.data.mapping_start.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_START_EVENT: .streamStart
    default: .streamEnd
    }
  }

  private func scalar(_ raw: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) -> YAMLEvent
  {
    let bytes = unsafe UnsafeBufferPointer(start: raw.value, count: raw.length)
    let style: YAMLScalar.Style =
      switch unsafe raw.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return unsafe .scalar(YAMLScalar(text, style: style), hasTag: raw.tag != nil)
  }

  /// libyaml's own account of what went wrong.
  private func failure() -> YAMLError {
    let raw = unsafe parser.pointee
    guard unsafe raw.error != YAML_MEMORY_ERROR else { return YAMLError(.memory, at: .start) }
    let problem = unsafe raw.problem.map { unsafe String(cString: $0) } ?? "not understood"
    let isReader = unsafe raw.error == YAML_READER_ERROR
    let mark =
      isReader ? unsafe mark(ofByte: raw.problem_offset) : unsafe YAMLMark(raw.problem_mark)
    return YAMLError(.syntax(problem), at: mark)
  }

  /// The place of a byte, which is all that libyaml's reader tells of its errors.
  private func mark(ofByte offset: Int) -> YAMLMark {
    var (line, column) = (1, 1)
    unsafe text.prefix(offset).forEach { byte in
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLMark(line: line, column: column)
  }
}

extension YAMLMark {
  fileprivate init(_ raw: yaml_mark_t) {
    self.init(line: raw.line + 1, column: raw.column + 1)
  }
}
