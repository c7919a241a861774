public import LayoutEngine
public import ScreenModel

/// What a theme gives a look to: every ink of a page, and the parts of the program around it.
public enum ThemeRole: Hashable, Sendable, CaseIterable {
  case ink(InkRole)
  /// Blank paper and all that says nothing else.
  case page
  /// The heads of the item in focus.
  case focus
  /// The status line, and a notice in it.
  case status, notice
  /// The page chosen in the overview.
  case chosen
  /// A key in the help.
  case key

  /// Every role, the inks first.
  public static var allCases: [ThemeRole] {
    InkRole.allCases.map(ThemeRole.ink) + [.page, .focus, .status, .notice, .chosen, .key]
  }

  /// The name in a theme file: `lead-headline`, `focus`.
  public var name: String {
    switch self {
    case .ink(let role): role.rawValue
    case .page: "page"
    case .focus: "focus"
    case .status: "status"
    case .notice: "notice"
    case .chosen: "chosen"
    case .key: "key"
    }
  }
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Ink and paper, told apart by attributes alone.
  case mono = 2
  case ansi = 16
  case indexed = 256
  case direct = 16_777_216

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A colour of a theme, as each kind of terminal shows it.
public struct ThemeColor: Hashable, Sendable {
  /// In 24 bits.
  public var direct: Color
  /// In the palette of 256.
  public var indexed: Color
  /// In the palette of 16.
  public var ansi: Color

  /// Makes a colour.
  public init(direct: Color = .standard, indexed: Color = .standard, ansi: Color = .standard) {
    (self.direct, self.indexed, self.ansi) = (direct, indexed, ansi)
  }

  /// The colour at that depth.
  public func color(_ depth: ColorDepth) -> Color {
    switch depth {
    case .mono: .standard
    case .ansi: ansi
    case .indexed: indexed
    case .direct: direct
    }
  }
}

/// The look of one role.
public struct ThemeStyle: Hashable, Sendable {
  /// The colour of the ink; nil for that of the page.
  public var ink: ThemeColor?
  /// The colour of the paper; nil for that of the page.
  public var paper: ThemeColor?
  /// Bold, dim, ….
  public var attributes: Attributes

  /// Makes a look.
  public init(ink: ThemeColor? = nil, paper: ThemeColor? = nil, attributes: Attributes = []) {
    (self.ink, self.paper, self.attributes) = (ink, paper, attributes)
  }
}

/// A named set of looks.
public struct Theme: Hashable, Sendable {
  /// The name by which it is chosen.
  public var name: String
  /// One line about it.
  public var summary: String
  /// The looks; a role that is missing looks like the page.
  public var styles: [ThemeRole: ThemeStyle]

  /// Makes a theme.
  public init(name: String, summary: String = "", styles: [ThemeRole: ThemeStyle]) {
    (self.name, self.summary, self.styles) = (name, summary, styles)
  }

  /// The style of a role on a terminal of that depth.
  public func style(for role: ThemeRole, _ depth: ColorDepth) -> Style {
    let (own, page) = (styles[role] ?? ThemeStyle(), styles[.page] ?? ThemeStyle())
    let (ink, paper) = (own.ink ?? page.ink, own.paper ?? page.paper)
    return Style(
      foreground: ink?.color(depth) ?? .standard, background: paper?.color(depth) ?? .standard,
      attributes: own.attributes)
  }

  /// The look without any colour: what is left when no theme file can be found.
  public static let plain = Theme(
    name: "plain", summary: "the terminal's own colours, attributes alone",
    styles: [
      .ink(.nameplate): ThemeStyle(attributes: .bold),
      .ink(.leadHeadline): ThemeStyle(attributes: .bold),
      .ink(.headline): ThemeStyle(attributes: .bold),
      .ink(.crosshead): ThemeStyle(attributes: .bold),
      .ink(.label): ThemeStyle(attributes: .reverse),
      .ink(.pageMark): ThemeStyle(attributes: .bold),
      .ink(.printedJump): ThemeStyle(attributes: .underline),
      .ink(.cut): ThemeStyle(attributes: .underline),
      .focus: ThemeStyle(attributes: [.bold, .reverse]),
      .status: ThemeStyle(attributes: .reverse),
      .notice: ThemeStyle(attributes: [.reverse, .bold]),
      .chosen: ThemeStyle(attributes: .reverse),
      .key: ThemeStyle(attributes: .bold),
    ])
}
