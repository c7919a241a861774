package import ScreenModel

/// How the items of a page are dealt out to its screens.
package struct FoldPlan {
  /// What stands on a screen.
  package enum Screen: Hashable {
    /// A run of items, in so many rows.
    case run(first: Int, last: Int, rows: Int)
    /// One item that no screen can hold; it is carried over as many as it needs.
    case carried(Int)
  }

  /// The screens, in order.
  package let screens: [Screen]
  /// What they cost.
  let cost: Int

  /// The cheapest way to deal out the items: `firstRows` rows on the first screen, `laterRows` on
  /// all others.
  ///
  /// Rows that a run leaves free below it cost what blank lines cost.
  ///
  /// - Complexity: O(`n` · ``Slicing/longestRun`` · `H`).
  package init(_ slicing: Slicing, firstRows: Int, laterRows: Int, size: Size) {
    let count = slicing.leaves.count
    var costs = [0] + Array(repeating: Int.max / 2, count: count)
    var choices = Array(repeating: Screen.carried(0), count: count + 1)
    for end in 1..<max(1, count + 1) {
      var fits = false
      for first in max(0, end - Slicing.longestRun)..<end {
        let room = first == 0 ? firstRows : laterRows
        let fold = first == 0 ? 0 : FoldPlan.cost(ofScreenWith: slicing.leaves[first].item)
        guard let (rows, cost) = FoldPlan.best(slicing, first, end - 1, room, size) else {
          continue
        }
        fits = fits || first == end - 1
        if costs[first] + fold + cost < costs[end] {
          costs[end] = costs[first] + fold + cost
          choices[end] = .run(first: first, last: end - 1, rows: rows)
        }
      }
      // However much of a large screen stays blank, an item that it can hold is carried over no others.
      if !fits, costs[end - 1] + Weight.carried < costs[end] {
        costs[end] = costs[end - 1] + Weight.carried
        choices[end] = .carried(end - 1)
      }
    }
    screens = FoldPlan.trace(choices)
    cost = costs[count]
  }

  /// What a further screen costs that begins with an item.
  static func cost(ofScreenWith first: ContentItem) -> Int {
    Weight.fold + (first.picture == nil ? 0 : Weight.partedPicture)
  }

  /// The height at which a run costs least on a screen of `room` rows.
  private static func best(
    _ slicing: Slicing, _ first: Int, _ last: Int, _ room: Int, _ size: Size
  ) -> (rows: Int, cost: Int)? {
    best(columns: slicing.columns, room: room, size) {
      slicing.cost(first, last, slicing.columns, $0)
    }
  }

  /// The height at which something costs least on a screen of `room` rows, by its cost at each; nil
  /// where it fits at none.
  static func best(
    columns: Int, room: Int, _ size: Size, _ cost: (_ height: Int) -> Int
  ) -> (rows: Int, cost: Int)? {
    var best: (rows: Int, cost: Int)?
    for rows in stride(from: room, to: 0, by: -1) {
      let cost = cost(rows)
      guard cost < Slicing.impossible else { continue }
      let free = room - rows
      let hole = Weight.hole(Weight.holeCells(size.columns, rows: free), of: size)
      let blank = free * columns * Weight.white + hole
      if best.map({ cost + blank < $0.cost }) ?? true { best = (rows, cost + blank) }
    }
    return best
  }

  private static func trace(_ choices: [Screen]) -> [Screen] {
    var (found, end) = ([Screen](), choices.count - 1)
    while end > 0 {
      found.append(choices[end])
      switch choices[end] {
      case .run(let first, _, _): end = first
      case .carried(let item): end = item
      }
    }
    return found.reversed()
  }
}
