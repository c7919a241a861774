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
        let feet = flow.feet(legs: legs, rows: rows, reserved: reserved, keeping: kept).ends
        #expect(feet.count == legs)
        for (leg, (start, end)) in zip([0] + feet, feet).enumerated() {
          let room = leg == legs - 1 ? rows - reserved : rows
          #expect((0...room).contains(end - start), "\(item.id): \(feet)")
        }
        #expect((feet.last ?? 0) <= max(0, flow.lines.count - kept), "\(item.id): \(feet)")
      }
    }
  }

  @Test func `no other feet of a whole item cost less`() throws {
    for (item, flow) in try flows() where (1...20).contains(flow.lines.count) {
      let bad = flow.badFeet(of: item)
      for (legs, reserved) in [(1, 0), (2, 0), (3, 1), (4, 0)] {
        let rows = flow.rowsNeeded(legs: legs, reserved: reserved)
        let feet = flow.feet(legs: legs, rows: rows, reserved: reserved)
        #expect(feet.ends.last == flow.lines.count, "\(item.id)")
        let search = FootSearch(flow: flow, bad: bad, legs: legs, rows: rows, reserved: reserved)
        #expect(search.cost(of: feet.ends) == feet.cost, "\(item.id): \(feet)")
        #expect(search.least(from: 0, leg: 0) ?? 0 == feet.cost, "\(item.id): \(feet)")
      }
    }
  }

  @Test func `the rows needed hold everything, at the least price of feet and blanks`() throws {
    for (item, flow) in try flows() where (1...12).contains(flow.lines.count) {
      let bad = flow.badFeet(of: item)
      for (legs, reserved) in [(1, 0), (2, 1), (3, 0)] {
        let needed = flow.rowsNeeded(legs: legs, reserved: reserved)
        let prices = (1...flow.lines.count + reserved).map { rows -> Int? in
          FootSearch(flow: flow, bad: bad, legs: legs, rows: rows, reserved: reserved)
            .least(from: 0, leg: 0).map { $0 + rows * legs * Weight.white }
        }
        let least = prices.compactMap(\.self).min()
        #expect(least == nil || prices[needed - 1] == least, "\(item.id): \(legs) legs")
      }
    }
  }
}

/// Every way to end the legs of an item that is shown whole, tried one by one.
private struct FootSearch {
  let flow: Flow
  /// What a leg costs that ends before a line, where it should not.
  let bad: [Int: Int]
  let legs: Int
  let rows: Int
  let reserved: Int

  /// The least cost of the legs from `leg` on, the first of which begins with line `start`.
  func least(from start: Int, leg: Int) -> Int? {
    if leg == legs - 1 { return cost(ofLast: start) }
    let reach = flow.lines.isEmpty ? 0 : min(rows, flow.reach)
    return (0...reach).compactMap { blank -> Int? in
      let end = start + rows - blank
      guard end <= flow.lines.count, let rest = least(from: end, leg: leg + 1) else { return nil }
      return rest + cost(ofFoot: end, blank: blank)
    }.min()
  }

  /// What legs with those ends cost.
  func cost(of ends: [Int]) -> Int? {
    var (sum, start) = (0, 0)
    for end in ends.dropLast() {
      sum += cost(ofFoot: end, blank: start + rows - end)
      start = end
    }
    return cost(ofLast: start).map { $0 + sum }
  }

  private func cost(ofFoot end: Int, blank: Int) -> Int {
    let price = end < flow.lines.count && rows > 2 ? bad[end] ?? 0 : 0
    return max(0, blank - 1) * Weight.unevenFoot + price
  }

  private func cost(ofLast start: Int) -> Int? {
    let blank = start + rows - reserved - flow.lines.count
    return blank >= 0 && rows - blank >= reserved ? max(0, blank - 1) * Weight.unevenFoot : nil
  }
}

extension Flow {
  /// The lines before which no leg should end, by the words of the craft: the last line of a paragraph
  /// (widow), the second one (orphan), the line after a crosshead and the one after that where it is
  /// the only line between, and every line inside a brief; with a pull quote neither first nor last in a
  /// leg, and torn at a higher price, as a pointer is.
  fileprivate func badFeet(of item: ContentItem) -> [Int: Int] {
    let prices = badPlaces(of: item).map { end -> (Int, Int) in
      let (next, last) = (lines[end].paragraph, lines[end - 1].paragraph)
      let paragraph = item.paragraphs[next]
      if paragraph.role == .pullQuote, next == last { return (end, Weight.tornQuote) }
      return (end, paragraph.mark == .refer ? Weight.tornPointer : Weight.badFoot)
    }
    return Dictionary(uniqueKeysWithValues: prices)
  }

  private func badPlaces(of item: ContentItem) -> Set<Int> {
    Set(
      lines.indices.dropFirst().filter { end in
        let (next, last) = (lines[end], lines[end - 1])
        let roles = [next, last].map { item.paragraphs[$0.paragraph].role }
        if roles[1].isHeading || roles.contains(.pullQuote) { return true }
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
