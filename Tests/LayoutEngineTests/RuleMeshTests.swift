import ScreenModel
import Testing
import UnicodeTables

import LayoutEngine

@Suite struct RuleMeshTests {
  /// A rule across.
  private func across(
    _ row: Int, _ columns: Range<Int>, _ weight: Rule.Weight = .light
  ) -> Rule {
    Rule(
      rect: Rect(column: columns.lowerBound, row: row, width: columns.count, height: 1),
      weight: weight)
  }

  /// A rule downwards.
  private func down(_ column: Int, _ rows: Range<Int>) -> Rule {
    Rule(
      rect: Rect(column: column, row: rows.lowerBound, width: 1, height: rows.count), weight: .light
    )
  }

  private func drawn(_ rules: [Rule], ambiguous: Int = 1) -> [String] {
    var frame = Frame(size: Size(columns: 5, rows: 3))
    let mesh = RuleMesh(rules, widths: WidthPolicy(ambiguous: ambiguous))
    mesh.draw(on: &frame, style: Style())
    return frame.plainText
  }

  @Test func `a rule alone is whole to its ends`() {
    #expect(drawn([across(0, 0..<5), across(2, 1..<4, .heavy)]) == ["─────", "", " ━━━"])
    #expect(drawn([down(2, 0..<3)]) == ["  │", "  │", "  │"])
    #expect(drawn([down(2, 1..<2)]) == ["", "  │", ""])
  }

  @Test func `a rule that ends at another meets it`() {
    #expect(drawn([across(0, 0..<5), down(2, 1..<3)]) == ["──┬──", "  │", "  │"])
    #expect(drawn([down(2, 0..<2), across(2, 0..<5)]) == ["  │", "  │", "──┴──"])
    #expect(drawn([down(2, 0..<3), across(1, 3..<5)]) == ["  │", "  ├──", "  │"])
    #expect(drawn([down(2, 0..<3), across(1, 0..<2)]) == ["  │", "──┤", "  │"])
  }

  @Test func `rules that cross make a cross`() {
    #expect(drawn([down(2, 0..<3), across(1, 0..<5)]) == ["  │", "──┼──", "  │"])
    #expect(drawn([down(2, 0..<1), across(1, 0..<5), down(2, 2..<3)]) == ["  │", "──┼──", "  │"])
    #expect(
      drawn([across(1, 0..<2), down(2, 0..<3), across(1, 3..<5)]) == ["  │", "──┼──", "  │"])
  }

  @Test func `rules that reach into one cell meet there`() {
    #expect(drawn([down(2, 0..<3), across(1, 2..<5)]) == ["  │", "  ├──", "  │"])
    #expect(drawn([down(2, 0..<3), across(1, 0..<3)]) == ["  │", "──┤", "  │"])
    #expect(
      drawn([across(1, 0..<3), across(1, 2..<5), down(2, 0..<3)]) == ["  │", "──┼──", "  │"])
  }

  @Test func `a heavy rule keeps its weight where light ones meet it`() {
    #expect(drawn([across(0, 0..<5, .heavy), down(2, 1..<3)]) == ["━━┯━━", "  │", "  │"])
    #expect(drawn([down(2, 0..<2), across(2, 0..<5, .heavy)]) == ["  │", "  │", "━━┷━━"])
    #expect(drawn([down(2, 0..<3), across(1, 0..<5, .heavy)]) == ["  │", "━━┿━━", "  │"])
    #expect(drawn([down(2, 0..<3), across(1, 3..<5, .heavy)]) == ["  │", "  ┝━━", "  │"])
    #expect(drawn([down(2, 0..<3), across(1, 0..<2, .heavy)]) == ["  │", "━━┥", "  │"])
  }

  @Test func `the sides of a box meet its edges, whatever their weights`() {
    let sides = [down(1, 0..<3), down(3, 0..<3)]
    #expect(drawn(sides + [across(0, 1..<4), across(2, 1..<4)]) == [" ┌─┐", " │ │", " └─┘"])
    #expect(
      drawn(sides + [across(0, 1..<4, .heavy), across(2, 1..<4, .heavy)])
        == [" ┍━┑", " │ │", " ┕━┙"])
    let hung = [down(1, 1..<3), down(3, 1..<3)]
    #expect(drawn(hung + [across(0, 0..<5), across(2, 1..<4)]) == ["─┬─┬─", " │ │", " └─┘"])
    #expect(
      drawn(hung + [across(0, 0..<5), across(0, 1..<4, .heavy)]) == ["─┮━┭─", " │ │", " │ │"])
  }

  @Test func `a rule that grows heavier shows where`() {
    #expect(drawn([across(0, 0..<5), across(0, 2..<5, .heavy)]) == ["──╼━━", "", ""])
    #expect(drawn([across(0, 2..<5, .heavy), across(0, 0..<5)]) == ["──╼━━", "", ""])
  }

  @Test func `where box drawing takes two cells, rules are ASCII`() {
    let rules = [across(0, 0..<5, .heavy), down(2, 1..<3), across(1, 0..<2)]
    #expect(drawn(rules, ambiguous: 2) == ["==+==", "--|", "  |"])
    #expect(drawn([down(2, 0..<3), across(1, 0..<5)], ambiguous: 2) == ["  |", "--+--", "  |"])
  }
}
