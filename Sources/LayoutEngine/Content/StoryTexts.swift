package import NewsModel
package import Typesetter

/// The texts of an article, with the roles they are set by.
package struct StoryTexts {
  let article: Article
  package let typography: Typography
  private let desk: CopyDesk

  /// The texts as `desk` prepares them.
  package init(
    _ article: Article, in issue: Issue, _ typesetting: Typesetting,
    _ desk: CopyDesk = CopyDesk()
  ) {
    self.article = article
    self.desk = desk
    typography = typesetting.typography(of: article, in: issue)
  }

  /// The heads over one segment: all of them over the first, over a later one the from-line and the
  /// headline by which the reader knows it again.
  func heads(segment: Int) -> [HeadText] {
    let headline: [(HeadText.Role, [String])] =
      article.title.isEmpty ? [] : [(.headline, article.headline)]
    var texts: [(HeadText.Role, [String])] = []
    if segment > 0 {
      let from = article.segments[segment].fromLine
      texts = (from.map { [(.from, [$0])] } ?? []) + headline
    } else {
      texts += article.label.map { [(.label, [$0])] } ?? []
      texts += article.kicker.map { [(.kicker, [$0])] } ?? []
      texts += headline
      texts += article.deck.map { (.deck, [$0]) }
      texts += article.byline.map { [(.byline, [$0])] } ?? []
    }
    return texts.map { HeadText($0.0, lines: $0.1, typography, desk) }
  }

  /// The text of one segment.
  ///
  /// The dateline runs into the first paragraph and the tail line follows the last.
  package func paragraphs(segment: Int) -> [ParagraphText] {
    let goesOn = segment > 0 && article.segments[segment - 1].breaksParagraph
    var found: [ParagraphText] = []
    for (number, block) in article.segments[segment].blocks.enumerated() {
      let opens = segment == 0 && number == 0
      let text = opens ? withDateline(block) : block.text
      let role = ParagraphText.Role(block.role)
      found.append(
        ParagraphText(role, text, typography, desk, isContinued: goesOn && number == 0))
    }
    if segment == article.segments.count - 1, let tail = article.tailLine {
      found.append(ParagraphText(.body, tail, typography, desk))
    }
    return found
  }

  /// The jump line under a segment: the printed one, or one in the paper's language.
  func printedJump(segment: Int, _ issue: Issue) -> PrintedJump? {
    guard let jump = article.segments[segment].jump else { return nil }
    let line = jump.toLine ?? Wording(typography.tradition).jumpLine(to: jump.page)
    let isPresent = issue.pageIndex(labelled: jump.page) != nil
    return PrintedJump(line, page: jump.page, isPresent: isPresent, typography, desk)
  }

  private func withDateline(_ block: Block) -> String {
    guard let dateline = article.dateline, block.role == .paragraph else { return block.text }
    return dateline + " " + block.text
  }
}

extension ParagraphText.Role {
  init(_ role: Block.Role) {
    switch role {
    case .paragraph: self = .body
    case .crosshead: self = .crosshead
    case .pullQuote: self = .pullQuote
    }
  }
}
