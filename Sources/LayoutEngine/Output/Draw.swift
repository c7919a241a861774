public import ScreenModel
public import Typesetter
import UnicodeTables

extension PageLayout {
  /// Draws one fold, its upper left corner at the upper left of `frame`; `style` dresses each role.
  ///
  /// Pictures are drawn for light paper, unless the paper is said to be dark.
  public func draw(
    fold index: Int, on frame: inout Frame, paperIsDark: Bool = false, style: (InkRole) -> Style
  ) {
    let fold = folds[index]
    for module in fold.modules {
      draw(module, on: &frame, style)
      for picture in module.pictures {
        let art = paperIsDark ? picture.art?.onDarkPaper : picture.art?.onLightPaper
        frame.fill(picture.rect, style: style(.picture))
        art?.draw(
          on: &frame, row: picture.rect.row, column: picture.rect.column, style: style(.picture))
      }
    }
    RuleMesh(fold.rules, widths: typography.widths).draw(on: &frame, style: style(.rule))
    for piece in fold.furniture {
      let role: InkRole =
        switch piece.role {
        case .folio: .folio
        case .mark: .mark
        case .fold: .foldNumber
        }
      let text = PreparedText(piece.text, typography)
      frame.draw(
        text, text.bytes, row: piece.rect.row, column: piece.rect.column,
        style: style(role))
    }
  }

  private func draw(_ module: Module, on frame: inout Frame, _ style: (InkRole) -> Style) {
    let item = items[module.item]
    for head in module.heads {
      let text = item.heads[head.head]
      let look = style(text.role.ink(style: head.style))
      if let art = head.art {
        art.draw(on: &frame, row: head.rect.row, column: head.rect.column, style: look)
        continue
      }
      if text.role == .label { frame.fill(head.rect, style: look) }
      frame.draw(
        text.prepared, head.line.bytes, row: head.rect.row, column: head.textColumn,
        spacing: head.spacing, style: look)
      if head.line.hyphen {
        frame.drawHyphen(row: head.rect.row, column: head.rect.right - 1, style: look)
      }
    }
    for line in (module.legs + module.captions).flatMap(\.lines) {
      draw(line, of: item, on: &frame, style)
    }
    for jump in module.jumps {
      let look = style(jump.kind == .cut ? .cut : jumpInk(item))
      for (row, line) in jump.lines.enumerated() {
        frame.draw(
          jump.prepared, line.bytes, row: jump.rect.row + row,
          column: jump.rect.right - line.width, style: look)
      }
    }
  }

  private func jumpInk(_ item: ContentItem) -> InkRole {
    item.jump?.isPresent == false ? .absentJump : .printedJump
  }

  private func draw(
    _ line: PlacedLine, of item: ContentItem, on frame: inout Frame, _ style: (InkRole) -> Style
  ) {
    let paragraph = item.paragraphs[line.paragraph]
    let look = style(item.isHeadOfBrief(line.paragraph) ? .crosshead : paragraph.role.ink)
    let end = frame.draw(
      paragraph.prepared, line.line.bytes, row: line.row, column: line.column,
      stretch: line.stretch, style: look)
    if line.line.hyphen { frame.drawHyphen(row: line.row, column: end, style: look) }
  }
}

extension Frame {
  /// Draws clusters of `text` from `column` on and gives the column after the last.
  ///
  /// `spacing` blanks follow every cluster, `stretch` more follow those it names. Blanks take the
  /// style too, so that underlines and reverse bars have no holes.
  @discardableResult
  public mutating func draw(
    _ text: PreparedText, _ bytes: Range<Int>, row: Int, column: Int, spacing: Int = 0,
    stretch: [Gap] = [], style: Style
  ) -> Int {
    var (column, next) = (column, 0)
    for cluster in text.clusters(in: bytes) {
      if cluster.glyphCells > 0 {
        put(
          cluster.glyph, cells: cluster.glyphCells, row: row, column: column + cluster.leadingBlank,
          style: style)
      }
      column += cluster.cells + (cluster.cells > 0 ? spacing : 0)
      if next < stretch.count, stretch[next].cluster == cluster.offset {
        column += stretch[next].blanks
        next += 1
      }
    }
    return column
  }

  mutating func drawHyphen(row: Int, column: Int, style: Style) {
    put(Glyph("-"), cells: 1, row: row, column: column, style: style)
  }
}

extension PreparedText {
  /// The clusters as drawn, without stretch.
  public func drawnText(_ bytes: Range<Int>) -> String {
    clusters(in: bytes).reduce(into: "") { text, cluster in
      if cluster.glyphCells > 0 { text += cluster.glyph.text }
    }
  }

  /// The whole text as drawn.
  public var plainText: String { drawnText(bytes) }

  /// The text in runs of at most `cells` cells, each measured by itself.
  func pieces(within cells: Int, _ typography: Typography) -> [PreparedText] {
    guard width(of: bytes) > cells else { return [self] }
    return fill(measure: max(2, cells)).map { PreparedText(drawnText($0.bytes), typography) }
  }
}
