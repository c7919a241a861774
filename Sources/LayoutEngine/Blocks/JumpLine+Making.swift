import ScreenModel
import Typesetter

extension JumpLine {
  /// The jump line at the foot of the last of `legs`, right-aligned; nil where none is due.
  ///
  /// It follows the text at once, in the row under the last line.
  init?(_ foot: Setting.Foot, _ item: ContentItem, _ legs: [Leg]) {
    guard let last = legs.last else { return nil }
    let row = last.rect.row + last.usedRows
    switch foot {
    case .plain: return nil
    case .printedJump:
      guard let jump = item.jump else { return nil }
      self.init(.printed, jump.text, jump.prepared, last, row: row, page: jump.page)
    case .cut(let remaining):
      self.init(cut: remaining, item.typography, last, row: row)
    }
  }

  /// The line that a cut leaves, in row `row` of `leg`.
  init(cut remaining: Int, _ typography: Typography, _ leg: Leg, row: Int) {
    let text = Wording(typography.tradition).cutLine(remaining: remaining)
    self.init(
      .cut, text, PreparedText(text, typography), leg, row: row, page: nil, remaining: remaining)
  }

  private init(
    _ kind: Kind, _ text: String, _ prepared: PreparedText, _ leg: Leg, row: Int, page: String?,
    remaining: Int = 0
  ) {
    let lines = prepared.balancedLines(measure: leg.rect.width)
    let width = lines.reduce(1) { max($0, $1.width) }
    self.init(
      kind: kind,
      rect: Rect(
        column: leg.rect.right - width, row: row, width: width, height: max(1, lines.count)),
      text: text, prepared: prepared, lines: lines, page: page, remainingLines: remaining)
  }
}
