import NewsModel
import YAMLTree

extension FieldReader {
  private static let wanted = "left, top, width and height in percent, `[0, 12.5, 33.33, 40]`"

  /// The field `zone`: one rectangle as four numbers, or a list of such; empty, and noted, where it is
  /// none.
  mutating func zones(_ node: YAMLNode) -> [Zone] {
    guard let items = node.items, let first = items.first else {
      if !node.isEmpty { wrongType(node, "zone", Self.wanted) }
      return []
    }
    guard first.items != nil else { return zone(node, items).map { [$0] } ?? [] }
    return items.compactMap { item in
      if let numbers = item.items { return zone(item, numbers) }
      wrongType(item, "zone", Self.wanted)
      return nil
    }
  }

  private mutating func zone(_ node: YAMLNode, _ items: [YAMLNode]) -> Zone? {
    guard items.count == 4 else {
      wrongType(node, "zone", Self.wanted)
      return nil
    }
    let numbers = items.compactMap { tenThousandths($0) }
    guard numbers.count == 4 else { return nil }
    let zone = Zone(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
    if zone == nil { report(.zoneOutsidePage, at: node.mark) }
    return zone
  }

  /// Percent with up to two decimals, as ten-thousandths; nil, and noted, where it is no such number.
  private mutating func tenThousandths(_ node: YAMLNode) -> Int? {
    guard let text = node.string else {
      wrongType(node, "zone", Self.wanted)
      return nil
    }
    if let number = text.tenThousandths { return number }
    report(.badPercentage(text), at: node.mark)
    return nil
  }
}

extension String {
  /// `33.33` as 3333; nil for what is no such number.
  fileprivate var tenThousandths: Int? {
    let parts = split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1] : "0"
    guard let whole = parts.first, (1...6).contains(whole.utf8.count),
      (1...2).contains(decimals.utf8.count), whole.isDigits, decimals.isDigits,
      let percent = Int(whole), let hundredths = Int(decimals)
    else { return nil }
    return percent * 100 + hundredths * (decimals.utf8.count == 1 ? 10 : 1)
  }
}

extension Substring {
  fileprivate var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

/// The field `zone`: one rectangle by itself, several as a list, none not at all.
func zonesTree(_ zones: [Zone]) -> YAMLNode? {
  let trees = zones.map { zone in
    YAMLNode.list(
      [zone.left, zone.top, zone.width, zone.height].map { .plain(percent($0)) })
  }
  return trees.count > 1 ? .list(trees) : trees.first
}

/// Ten-thousandths as percent: 3333 as `33.33`, 1250 as `12.5`, 4000 as `40`.
private func percent(_ number: Int) -> String {
  let (whole, hundredths) = (number / 100, number % 100)
  if hundredths == 0 { return "\(whole)" }
  if hundredths % 10 == 0 { return "\(whole).\(hundredths / 10)" }
  return "\(whole)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
}
