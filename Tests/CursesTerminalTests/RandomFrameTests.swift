import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

extension CursesTests {
  /// A law over many frames: what the terminal shows is what the frame says, from any frame to any.
  @Suite struct RandomFrameTests {
    /// Clusters that libvterm measures as Unicode does.
    private static let clusters = [
      " ", "a", "Z", "7", "·", "“", "—", "│", "━", "é", "e\u{301}", "ｱ", "ｶﾞ", "中", "文", "报", "，",
      "。",
      "漢\u{301}", "の", "ガ", "한", "𠮷", "𪚥", "（", "　",
    ]
    private static let styles = [
      Style(), Style(attributes: .bold), Style(attributes: [.reverse]),
      Style(attributes: .underline),
      Style(foreground: .indexed(1)), Style(foreground: .indexed(7), background: .indexed(3)),
      Style(foreground: .rgb(10, 200, 30), background: .rgb(250, 240, 230)),
      Style(background: .rgb(250, 240, 230), attributes: [.italic]),
    ]

    /// Changes a frame here and there, or everywhere.
    private func disturb(_ frame: inout Frame, _ generator: inout SeededGenerator) {
      let size = frame.size
      if Int.random(in: 0..<6, using: &generator) == 0 { frame = Frame(size: size) }
      let (changes, widths) = (
        [1, 5, 60, 400].randomElement(using: &generator) ?? 1, WidthPolicy()
      )
      for _ in 0..<changes {
        let cluster = Self.clusters.randomElement(using: &generator) ?? " "
        // libvterm loses a mark on the last column.
        let last = cluster.unicodeScalars.count > 1 ? size.columns - 2 : size.columns
        guard let form = widths.drawnForm(of: Character(cluster)) else { continue }
        frame.put(
          form.glyph, cells: form.cells, row: Int.random(in: 0..<size.rows, using: &generator),
          column: Int.random(in: -1..<max(0, last), using: &generator),
          style: Self.styles.randomElement(using: &generator) ?? Style())
      }
    }

    @Test(arguments: [
      "xterm-256color", "xterm", "xterm-direct2", "tmux-256color", "linux", "vt100",
    ])
    func `the terminal shows every frame as it is`(name: String) throws {
      var generator = SeededGenerator(seed: 1)
      for size in [
        Size(columns: 31, rows: 7), Size(columns: 80, rows: 12), Size(columns: 2, rows: 2),
      ] {
        var screen = try DrawnScreen(name, size: size)
        var frame = Frame(size: size)
        for round in 0..<40 {
          disturb(&frame, &generator)
          screen.show(frame)
          try #require(
            screen.terminal.rows == frame.plainText, "\(name) \(size), round \(round)")
        }
      }
    }

    @Test func `every cell has the style of the frame`() throws {
      let size = Size(columns: 40, rows: 8)
      var generator = SeededGenerator(seed: 2)
      var screen = try DrawnScreen("xterm-direct2", size: size)
      var frame = Frame(size: size)
      for round in 0..<100 {
        disturb(&frame, &generator)
        screen.show(frame)
        for row in 0..<size.rows {
          for column in 0..<size.columns {
            let cell = frame[row: row, column: column]
            let seen = screen.terminal.cell(row: row, column: column)
            if cell.content == .continuation { continue }
            try #require(
              seen.style.visible(on: cell) == cell.style.visible(on: cell),
              "round \(round), row \(row), column \(column)")
          }
        }
      }
    }
  }
}

extension Style {
  /// The style as far as it can be seen: of a blank only its paper and its line.
  fileprivate func visible(on cell: Cell) -> Style {
    guard case .glyph(let glyph) = cell.content, glyph.isBlank, !attributes.contains(.reverse),
      !attributes.contains(.underline)
    else { return self }
    return Style(background: background)
  }
}
