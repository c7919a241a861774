import ScreenModel
import UnicodeTables

extension Frame {
  /// Draws text as the layout does: cluster by cluster, in the cells Unicode gives it.
  mutating func draw(
    _ text: String, row: Int, column: Int = 0, style: Style = Style(),
    widths: WidthPolicy = WidthPolicy()
  ) {
    var column = column
    for cluster in widths.drawnForms(of: text) where cluster.cells > 0 {
      put(cluster.glyph, cells: cluster.cells, row: row, column: column, style: style)
      column += cluster.cells
    }
  }
}
