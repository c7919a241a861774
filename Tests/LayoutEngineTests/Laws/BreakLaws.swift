import LayoutEngine
import ScreenModel
import Typesetter

extension DrawnPage {
  /// No line starts or ends with a mark that may not stand there; no dash, number or word is torn,
  /// unless it is longer than a line.
  var breakFaults: [String] {
    layout.items.indices.flatMap { item in
      breakFaults(item, body[item]) + breakFaults(item, captions[item])
    }
  }

  private func breakFaults(_ number: Int, _ lines: [ReadLine]) -> [String] {
    var faults: [String] = []
    var (before, end) = ([Unicode.Scalar](), 0)
    for read in lines {
      let line = read.line
      let place = read.place(in: layout, number)
      let drawn = read.drawn.filter { !$0.isWhite }
      guard let first = drawn.first, let last = drawn.last else { continue }
      let item = layout.items[number]
      if !item.opens(line) {
        if Forbidden.atStart.contains(first), !before.endsWithTwoMarks {
          faults.append("\(place) starts with \(first)")
        }
        let isBlankBetween = line.line.bytes.lowerBound != end
        if !isBlankBetween, let torn = tornPair(before, drawn, measure: read.leg.width) {
          faults.append("\(place) tears \(torn) apart")
        }
      }
      if Forbidden.atEnd.contains(last), !item.closes(line) {
        faults.append("\(place) ends with \(last)")
      }
      (before, end) = (line.line.hyphen ? [] : drawn, line.line.bytes.upperBound)
    }
    return faults
  }

  /// The pair that a line end parts and may not, or nil.
  ///
  /// A run may be torn that is longer than a line with the closing marks it carries.
  private func tornPair(
    _ before: [Unicode.Scalar], _ after: [Unicode.Scalar], measure: Int
  ) -> String? {
    guard let left = before.last, let right = after.first else { return nil }
    if left == right, left == "—" || left == "…" { return "\(left)\(right)" }
    let isNumber = left.isDigit && (right.isDigit || "%％‰℃".unicodeScalars.contains(right))
    guard isNumber || left.isLetter && right.isLetter else { return nil }
    let run = before.reversed().prefix(while: \.isNarrowInk).count
    let rest = after.prefix(while: \.isNarrowInk).count
    let marks = after.dropFirst(rest).prefix(while: Forbidden.atStart.contains).count
    return run + rest + 2 * marks > measure ? nil : "\(left)\(right)"
  }
}

/// The marks of CLREQ 3.1 that may not stand at the ends of a line, full-width and ASCII.
private enum Forbidden {
  static let atStart = Set("、，。：；！？”’）》〉」』】〕〗～–·・‧/％‰℃,.:;!?)]}%".unicodeScalars)
  static let atEnd = Set("“‘（《〈「『【〔〖([{￥".unicodeScalars)
}

extension [Unicode.Scalar] {
  /// Of three closing marks in a row the third may start a line.
  fileprivate var endsWithTwoMarks: Bool {
    count > 1 && suffix(2).allSatisfy(Forbidden.atStart.contains)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  fileprivate var isNarrowInk: Bool { ("!"..."~").contains(self) }
}

extension ContentItem {
  /// Whether nothing but blanks stands before the line in its paragraph.
  func opens(_ line: PlacedLine) -> Bool {
    paragraphs[line.paragraph].prepared.isBlank(0..<line.line.bytes.lowerBound)
  }

  /// Whether nothing but blanks stands after the line in its paragraph.
  func closes(_ line: PlacedLine) -> Bool {
    let prepared = paragraphs[line.paragraph].prepared
    return prepared.isBlank(line.line.bytes.upperBound..<prepared.byteCount)
  }
}
