import Typesetter

/// A paragraph set in lines, as the laws see it.
struct Trial: CustomStringConvertible {
  let text: String
  let tradition: Typography.Tradition
  let room: Measure
  let isGreedy: Bool
  let prepared: PreparedText
  let lines: [SetLine]

  init(_ text: String, _ tradition: Typography.Tradition, _ room: Measure, isGreedy: Bool) {
    (self.text, self.tradition, self.room, self.isGreedy) = (text, tradition, room, isGreedy)
    prepared = PreparedText(text, Typography(tradition))
    lines = isGreedy ? prepared.fillGreedily(room) : prepared.fillTotally(room)
  }

  /// The lines of the paragraph in another room.
  func lines(in room: Measure) -> [SetLine] {
    isGreedy ? prepared.fillGreedily(room) : prepared.fillTotally(room)
  }

  /// The clusters that a line draws; empty for a line of blanks only.
  func clusters(of line: SetLine) -> [PreparedCluster] { prepared.clusters(in: line.bytes) }

  /// The cells of a line that are to be filled.
  func measure(of line: SetLine) -> Int { room.cells - line.indent }

  /// How to make it again.
  var description: String {
    let scalars = text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
    return "\(tradition), \(isGreedy ? "greedily" : "totally") at \(room.cells)+\(room.gutter): "
      + scalars.joined(separator: " ")
  }
}
