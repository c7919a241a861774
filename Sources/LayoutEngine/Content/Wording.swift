package import Typesetter

/// The few words the layout adds to a page, in the language of the paper.
package struct Wording {
  let tradition: Typography.Tradition

  package init(_ tradition: Typography.Tradition) { self.tradition = tradition }

  /// The jump line of a paper that printed none.
  package func jumpLine(to page: String) -> String {
    switch tradition {
    case .simplifiedChinese: "（下转\(pageInWords(page))）"
    case .traditionalChinese: "（下轉\(pageInWords(page))）"
    case .japanese: "（\(pageName(page))に続く）"
    case .korean: "〈\(pageName(page))에 계속〉"
    case .latin: "Continued on \(pageName(page))"
    }
  }

  /// A page by its label: 第8版, 8面, Page A8.
  package func pageName(_ label: String) -> String {
    switch tradition {
    case .simplifiedChinese, .traditionalChinese: "第\(label)版"
    case .japanese: "\(label)面"
    case .korean: "\(label)면"
    case .latin: "Page \(label)"
    }
  }

  /// The mark in a joined story where print went on on another page: ——第八版——.
  package func pageMark(_ page: String) -> String {
    tradition == .latin ? "— \(pageName(page)) —" : "——\(pageInWords(page))——"
  }

  /// A page as running text names it: Chinese papers write 第八版, with a section letter 第A8版.
  private func pageInWords(_ label: String) -> String {
    let isChinese = tradition == .simplifiedChinese || tradition == .traditionalChinese
    guard isChinese, let number = Int(label), (1...99).contains(number) else {
      return pageName(label)
    }
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number < 10 ? "" : (number < 20 ? "" : digits[number / 10]) + "十"
    return "第" + tens + digits[number % 10] + "版"
  }

  /// The page at the end of a pointer in a list of contents; in Latin script its label alone.
  package func referPage(_ label: String) -> String {
    tradition == .latin ? label : pageName(label)
  }

  /// The line at the foot of a story that the layout cut, with the lines still to come.
  package func cutLine(remaining lines: Int) -> String {
    switch tradition {
    case .simplifiedChinese: "▶续 余\(lines)行"
    case .traditionalChinese: "▶續 餘\(lines)行"
    case .japanese: "▶続き 残り\(lines)行"
    case .korean: "▶계속 \(lines)행"
    case .latin: "▶ more: \(lines) lines"
    }
  }
}
