import Testing
import Typesetter

import LayoutEngine

@Suite struct FlowTests {
  private static let measures = [20, 24, 26, 40]

  /// The flows of two samples, one Chinese, one Latin, at several measures.
  private func flows() throws -> [(ContentItem, Flow)] {
    let items = try ["liancheng-daily", "harbour-gazette"].flatMap { name in
      try Sample(name).pages.flatMap(\.items)
    }
    return items.flatMap { item in
      Self.measures.map { (item, Flow(item, captions: item.kind == .photo, measure: $0)) }
    }
  }

  @Test func `legs take the lines in order, no more than they have rows for`() throws {
    for (item, flow) in try flows() {
      for (legs, rows, reserved, kept) in [(1, 3, 1, 4), (2, 5, 0, 0), (3, 9, 1, 4), (7, 9, 2, 0)] {
        let feet = flow.feet(legs: legs, rows: rows, reserved: reserved, keeping: kept)
        #expect(feet.count == legs)
        for (leg, (start, end)) in zip([0] + feet, feet).enumerated() {
          let room = leg == legs - 1 ? rows - reserved : rows
          #expect((0...room).contains(end - start), "\(item.id): \(feet)")
        }
        #expect((feet.last ?? 0) <= max(0, flow.lines.count - kept), "\(item.id): \(feet)")
      }
    }
  }

  @Test func `no leg ends in a widow, orphan or crosshead without need`() throws {
    for (item, flow) in try flows() {
      let bad = flow.badFeet(of: item)
      for legs in [1, 2, 4, 7] {
        for rows in [3, 4, 5, 8, 13, 21] {
          let feet = flow.feet(legs: legs, rows: rows)
          for (start, end) in zip([0] + feet, feet) where end > start && bad.contains(end) {
            let last = min(start + rows, flow.lines.count - 1)
            let choices = (end - 3...end + 3).clamped(to: start + 1...max(start + 1, last))
            #expect(bad.isSuperset(of: choices), "\(item.id): \(legs) legs of \(rows)")
          }
        }
      }
    }
  }

  @Test func `the rows needed hold everything, and one row fewer does not`() throws {
    for (item, flow) in try flows() where !flow.lines.isEmpty {
      for (legs, reserved) in [(1, 0), (2, 1), (3, 0), (6, 1)] {
        let rows = flow.rowsNeeded(legs: legs, reserved: reserved)
        #expect(
          flow.feet(legs: legs, rows: rows, reserved: reserved).last == flow.lines.count,
          "\(item.id)")
        let fewer = flow.feet(legs: legs, rows: rows - 1, reserved: reserved)
        #expect(fewer.last != flow.lines.count || rows == 1, "\(item.id)")
      }
    }
  }
}

extension Flow {
  /// The lines before which no leg should end, by the words of the craft: the last line of a paragraph
  /// (widow), the second one (orphan), the line after a crosshead and the one after that where it is
  /// the only line between, and every line inside a brief.
  fileprivate func badFeet(of item: ContentItem) -> Set<Int> {
    Set(
      lines.indices.dropFirst().filter { end in
        let (next, last) = (lines[end], lines[end - 1])
        let roles = [next, last].map { item.paragraphs[$0.paragraph].role }
        if roles[1].isHeading { return true }
        let isInside = next.paragraph == last.paragraph
        if roles[0] == .brief, isInside || item.paragraphs[next.paragraph].mark == nil {
          return true
        }
        let isFirst = end < 2 || lines[end - 2].paragraph != last.paragraph
        if isInside {
          let isLast = end + 1 == lines.count || lines[end + 1].paragraph != next.paragraph
          return isFirst || isLast
        }
        return isFirst && end > 1 && item.paragraphs[lines[end - 2].paragraph].role == .crosshead
      })
  }
}

extension ParagraphText.Role {
  fileprivate var isHeading: Bool { self == .crosshead || self == .pageMark }
}
