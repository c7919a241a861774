import NewsModel

/// Finds pages by their labels, as `Issue.pageIndex(labelled:)` does, without a walk for each label.
package struct PageFinder {
  private var exact: [String: Int] = [:]
  private var canonical: [PageLabel: Int] = [:]
  private var numbered: [Int: Int] = [:]

  /// Takes the labels of an issue's pages, in order.
  package init(labels: [String]) {
    for (index, label) in labels.enumerated() {
      let read = PageLabel(label)
      exact[label] = exact[label] ?? index
      guard let number = read.number else { continue }
      canonical[read] = canonical[read] ?? index
      numbered[number] = numbered[number] ?? index
    }
  }

  /// The place of the page with that label, from 0.
  ///
  /// - Complexity: O(1).
  package func index(labelled label: String) -> Int? {
    if let index = exact[label] { return index }
    let wanted = PageLabel(label)
    guard let number = wanted.number else { return nil }
    return canonical[wanted] ?? (wanted.section.isEmpty ? numbered[number] : nil)
  }
}
