import LayoutEngine
public import ScreenModel
import Typesetter
import UnicodeTables

/// A theme made ready for one terminal: the style of every role, looked up once.
public struct Dress: Sendable {
  private let styles: [ThemeRole: Style]
  /// Whether the paper of the page is darker than its ink, so that pictures are drawn in light.
  public let paperIsDark: Bool

  /// Dresses every role of `theme` at `depth`.
  ///
  /// Where the theme leaves the colours to the terminal, it has to be said whether that is dark.
  public init(_ theme: Theme, _ depth: ColorDepth, terminalIsDark: Bool = false) {
    var styles: [ThemeRole: Style] = [:]
    for role in ThemeRole.allCases { styles[role] = theme.style(for: role, depth) }
    self.styles = styles
    paperIsDark = styles[.ink(.picture)]?.paperIsDark ?? terminalIsDark
  }

  /// The style of a role.
  public func callAsFunction(_ role: ThemeRole) -> Style { styles[role] ?? Style() }
}

/// Draws what the reader sees: values in, a frame out, no terminal in sight.
public func render(_ state: ReaderState, _ dress: Dress) -> Frame {
  var frame = Frame(size: state.size, style: dress(.page))
  switch state.view {
  case .page, .story: drawLayout(state, dress, on: &frame)
  case .overview: OverviewView(state, dress).draw(on: &frame)
  case .help: HelpView(state, dress).draw(on: &frame)
  }
  StatusLine(state, dress).draw(on: &frame)
  return frame
}

private func drawLayout(_ state: ReaderState, _ dress: Dress, on frame: inout Frame) {
  guard let layout = state.shownLayout, layout.folds.indices.contains(state.fold) else {
    let words = PreparedText("20x6 or more, please", Typography(.latin, widths: state.widths))
    frame.draw(words, words.bytes, row: 0, column: 0, style: dress(.page))
    return
  }
  layout.draw(fold: state.fold, on: &frame, paperIsDark: dress.paperIsDark) { dress(.ink($0)) }
  guard state.view == .page, let module = layout.module(of: state.focus, on: state.fold) else {
    return
  }
  for rect in module.focusRects {
    frame.restyle(rect) { $0 = dress(.focus) }
  }
}

extension Module {
  /// The cells that show the focus: the headline, else the other heads, else the first line of text.
  var focusRects: [Rect] {
    let headlines = heads.filter { ["A", "B", "C"].contains($0.style) }
    if !headlines.isEmpty { return headlines.map(\.rect) }
    if !heads.isEmpty { return heads.map(\.rect) }
    guard let line = (legs + captions).lazy.flatMap(\.lines).first else { return [rect] }
    return [Rect(column: line.column, row: line.row, width: max(1, line.width), height: 1)]
  }
}

extension Frame {
  /// Writes `text` from `column` on, as much as fits before `end`; gives the column after it.
  @discardableResult
  mutating func write(
    _ text: String, row: Int, column: Int, before end: Int, _ widths: WidthPolicy, style: Style
  ) -> Int {
    let prepared = PreparedText(text, Typography(.latin, widths: widths))
    let last = prepared.prefix(cells: max(0, end - column))
    return draw(prepared, 0..<last, row: row, column: column, style: style)
  }
}
