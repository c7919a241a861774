import LayoutEngine
import ScreenModel

/// The keys, printed from the action catalog.
struct HelpView {
  private let state: ReaderState
  private let dress: Dress

  init(_ state: ReaderState, _ dress: Dress) { (self.state, self.dress) = (state, dress) }

  func draw(on frame: inout Frame) {
    let width = state.size.columns
    let room = HelpView.room(state.size)
    frame.write(
      "Keys", row: 0, column: 1, before: width, state.widths, style: dress(.ink(.nameplate)))
    for (row, entry) in keyTable.dropFirst(state.fold * room).prefix(room).enumerated() {
      frame.write(
        entry.keys, row: row + 2, column: 1, before: 20, state.widths, style: dress(.key))
      frame.write(
        entry.help, row: row + 2, column: 21, before: width, state.widths, style: dress(.page))
    }
  }

  /// The number of screens that the keys take.
  static func screens(_ size: Size) -> Int { (keyTable.count + room(size) - 1) / room(size) }

  private static func room(_ size: Size) -> Int { max(1, size.rows - 4) }
}

/// The key table for people: a row for each action, the nine page keys in one.
public let keyTable: [(keys: String, help: String)] = {
  var rows: [(keys: String, help: String)] = []
  for entry in actionCatalog {
    if case .goToPage(let number) = entry.action {
      if number == 1 { rows.append(("1 … 9", "go to the page with that number")) }
    } else {
      rows.append((entry.keys.map(\.label).joined(separator: " "), entry.help))
    }
  }
  return rows
}()
