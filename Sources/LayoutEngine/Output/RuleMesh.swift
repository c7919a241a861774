package import ScreenModel
package import UnicodeTables

/// The ruled lines of a fold as cells that know their neighbours, so that rules meet in junctions.
package struct RuleMesh {
  /// The weights of the four arms of a cell; 0 is none, 1 light, 2 heavy.
  private struct Arms: Hashable {
    var up = 0
    var down = 0
    var left = 0
    var right = 0
  }

  private var across: [Point: Int] = [:]
  private var downwards: [Point: Int] = [:]
  private let order: [Point]
  private let isNarrow: Bool

  package init(_ rules: [Rule], widths: WidthPolicy) {
    isNarrow = widths.cells(ofScalar: "│") == 1
    var order: [Point] = []
    for rule in rules {
      let weight = rule.weight == .heavy ? 2 : 1
      let isAcross = rule.rect.height == 1 && rule.rect.width > 1
      for row in rule.rect.row..<rule.rect.bottom {
        for column in rule.rect.column..<rule.rect.right {
          let point = Point(column: column, row: row)
          if isAcross {
            across[point] = max(weight, across[point] ?? 0)
          } else {
            downwards[point] = weight
          }
          order.append(point)
        }
      }
    }
    self.order = order
  }

  /// Draws every cell: box-drawing characters, or ASCII where those would take two cells.
  package func draw(on frame: inout Frame, style: Style) {
    for point in order {
      let scalar = isNarrow ? RuleMesh.boxes[arms(of: point)] ?? "─" : ascii(point)
      frame.put(Glyph(scalar), cells: 1, row: point.row, column: point.column, style: style)
    }
  }

  private func arms(of point: Point) -> Arms {
    func neighbour(_ dx: Int, _ dy: Int) -> Point {
      Point(column: point.column + dx, row: point.row + dy)
    }
    var arms = Arms()
    if let weight = across[point] {
      arms.left = min(weight, across[neighbour(-1, 0)] ?? 0)
      arms.right = min(weight, across[neighbour(1, 0)] ?? 0)
      if arms.left == 0, arms.right == 0 { (arms.left, arms.right) = (weight, weight) }
    }
    let own = downwards[point]
    arms.up = downwards[neighbour(0, -1)] ?? (own != nil && across[neighbour(0, -1)] != nil ? 1 : 0)
    arms.down = downwards[neighbour(0, 1)] ?? (own != nil && across[neighbour(0, 1)] != nil ? 1 : 0)
    if own != nil {
      if arms.up == 0, arms.down == 0 { (arms.up, arms.down) = (1, 1) }
      if across[point] == nil {
        arms.left = across[neighbour(-1, 0)] ?? 0
        arms.right = across[neighbour(1, 0)] ?? 0
      }
    }
    return arms
  }

  private func ascii(_ point: Point) -> Unicode.Scalar {
    guard let weight = across[point] else { return "|" }
    let arms = arms(of: point)
    if arms.up > 0 || arms.down > 0 { return "+" }
    return weight == 2 ? "=" : "-"
  }

  private static let boxes: [Arms: Unicode.Scalar] = {
    var boxes: [Arms: Unicode.Scalar] = [:]
    // Up, down, left, right of each character, as in the code chart of U+2500.
    let chart = """
      0011─ 0022━ 1100│ 0101┌ 0102┍ 0110┐ 0120┑ 1001└ 1002┕ 1010┘ 1020┙ 1101├ 1102┝ 1110┤ 1120┥
      0111┬ 0122┯ 0121┭ 0112┮ 1011┴ 1022┷ 1021┵ 1012┶ 1111┼ 1122┿ 1121┽ 1112┾
      0001╶ 0010╴ 0100╷ 1000╵ 0002╺ 0020╸ 0012╼ 0021╾
      """
    for entry in chart.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(entry.unicodeScalars)
      let arm = scalars[..<4].map { Int($0.value) - 48 }
      boxes[Arms(up: arm[0], down: arm[1], left: arm[2], right: arm[3])] = scalars[4]
    }
    // A rule's end is drawn whole: a half line would leave a gap in ink.
    for (half, whole) in [("╶", "─"), ("╴", "─"), ("╷", "│"), ("╵", "│"), ("╺", "━"), ("╸", "━")] {
      for (arms, scalar) in boxes where String(Character(scalar)) == half {
        boxes[arms] = whole.unicodeScalars.first
      }
    }
    return boxes
  }()
}
