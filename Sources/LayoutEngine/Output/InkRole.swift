/// What a piece of ink on a page is.
///
/// A theme gives each role its style; the layout knows no colours.
public enum InkRole: String, Hashable, Sendable, CaseIterable {
  case nameplate, field, folio, foldNumber = "fold-number"
  case label, kicker, leadHeadline = "lead-headline", headline
  case contrastHeadline = "contrast-headline"
  case deck, byline, from
  case body, crosshead, pullQuote = "pull-quote", pageMark = "page-mark"
  case brief, mark, picture, caption, credit, advert
  case printedJump = "printed-jump", absentJump = "absent-jump", cut, rule
}

extension HeadText.Role {
  /// The ink of a head; `style` is that of its line.
  func ink(style: String) -> InkRole {
    switch self {
    case .nameplate: .nameplate
    case .field: .field
    case .label: .label
    case .from: .from
    case .kicker: .kicker
    case .headline:
      switch style {
      case "A": .leadHeadline
      case "C": .contrastHeadline
      default: .headline
      }
    case .deck: .deck
    case .byline: .byline
    }
  }
}

extension ParagraphText.Role {
  /// The ink of a paragraph.
  var ink: InkRole {
    switch self {
    case .body: .body
    case .crosshead: .crosshead
    case .pullQuote: .pullQuote
    case .pageMark: .pageMark
    case .brief: .brief
    case .advert: .advert
    case .caption: .caption
    case .credit: .credit
    }
  }
}
