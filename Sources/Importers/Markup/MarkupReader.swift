import CXML2
import IssueFiles

/// What a markup reader meets next.
///
/// Names are local names: prefixes are the writer's choice.
enum MarkupEvent {
  /// An element begins; its attributes can be asked of the reader until the next event.
  case start(String)
  /// An element ends; comes for empty elements too.
  case end(String)
  /// Characters, also those of CDATA sections.
  case text(String)
}

/// Reads XML one event after another, in bounded memory however large it is.
///
/// Nothing is fetched from anywhere: neither document types nor entities from outside; what entities unfold
/// to is bounded by libxml2. A damaged document is read as far as it can be, and ``fault`` tells where the
/// damage is.
@safe struct MarkupReader: ~Copyable {
  private let reader: xmlTextReaderPtr
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let trouble: UnsafeMutablePointer<broadsheet_fault>
  /// An empty element whose end has not been told yet.
  private var pendingEnd: String?

  /// Begins at the start of a document, whose encoding is as it declares.
  init(_ bytes: [UInt8]) {
    broadsheet_tame_xml()
    let bytes = bytes.withKnownEntities
    unsafe text = .allocate(capacity: max(1, bytes.count))
    _ = unsafe text.initialize(from: bytes)
    unsafe trouble = .allocate(capacity: 1)
    unsafe trouble.initialize(to: broadsheet_fault())
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_RECOVER.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    let made = unsafe text.withMemoryRebound(to: CChar.self) {
      unsafe xmlReaderForMemory($0.baseAddress, Int32(bytes.count), nil, nil, Int32(options))
    }
    guard let made = unsafe made else { fatalError("libxml2 has no memory for a reader") }
    unsafe reader = made
    unsafe broadsheet_watch(reader, trouble)
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
    unsafe text.deallocate()
    unsafe trouble.deallocate()
  }

  /// The next event, or nil at the end of the document or of what can be read of it.
  mutating func next() -> MarkupEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while unsafe xmlTextReaderRead(reader) == 1 {
      switch unsafe xmlTextReaderNodeType(reader) {
      case 1:
        let name = unsafe string(xmlTextReaderConstLocalName(reader))
        if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
        return .start(name)
      case 15: return .end(unsafe string(xmlTextReaderConstLocalName(reader)))
      case 3, 4, 13, 14: return .text(unsafe string(xmlTextReaderConstValue(reader)))
      default: continue
      }
    }
    return nil
  }

  /// The namespace of the element that has just begun; empty where it has none.
  var namespace: String { unsafe string(xmlTextReaderConstNamespaceUri(reader)) }

  /// The line in which the latest event stands, from 1.
  var line: Int { Int(unsafe xmlTextReaderGetParserLineNumber(reader)) }

  /// Calls `body` with the local name and the value of every attribute of the element that has just begun.
  func forEachAttribute(_ body: (String, String) -> Void) {
    guard unsafe xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return }
    repeat {
      if unsafe xmlTextReaderIsNamespaceDecl(reader) != 1 {
        unsafe body(
          string(xmlTextReaderConstLocalName(reader)), string(xmlTextReaderConstValue(reader)))
      }
    } while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1
    unsafe xmlTextReaderMoveToElement(reader)
  }

  /// The first damage of the document so far, with its place; nil where it is sound.
  ///
  /// Undeclared prefixes and relative namespaces are no damage: nothing is lost by them.
  var fault: MarkupFault? {
    let found = unsafe trouble.pointee
    guard found.code != 0, found.is_fatal != 0 else { return nil }
    let message = unsafe withUnsafePointer(to: found.message) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 160) { unsafe String(cString: $0) }
    }
    return MarkupFault(line: Int(found.line), column: Int(found.column), problem: message)
  }

  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

/// Where a document is damaged.
struct MarkupFault: Error, Hashable {
  /// The line, from 1.
  var line: Int
  /// The column, from 1, in bytes.
  var column: Int
  /// What libxml2 says of it.
  var problem: String

  /// The fault as a sentence about a file.
  func note(_ file: String) -> ImportNote {
    ImportNote(
      file: file, line: max(1, line), column: max(1, column),
      sentence: "is damaged here (\(problem)); what stands before is read, the rest may be missing")
  }
}
