public import ScreenModel

/// Which action a key asks for.
public struct Keymap: Sendable {
  private let actions: [Key: Action]
  /// Rows that a notch of the wheel scrolls, as in most programs.
  private let wheelRows = 3

  /// The keys of the catalog.
  public init() {
    var actions: [Key: Action] = [:]
    for entry in actionCatalog {
      for key in entry.keys { actions[key] = entry.action }
    }
    self.actions = actions
  }

  /// What `event` asks for in `state`, or nil where it asks for nothing.
  public func action(for event: InputEvent, in state: ReaderState) -> Action? {
    switch event {
    case .key(let key): state.typedLabel == nil ? actions[key] : typing(key)
    case .mouse(.wheelDown, _, _): state.scrolls ? .scroll(by: wheelRows) : .nextScreen
    case .mouse(.wheelUp, _, _): state.scrolls ? .scroll(by: -wheelRows) : .previousScreen
    case .mouse(.left, let point, let clicks): .click(point, count: clicks)
    case .mouse, .answered: nil
    case .resize(let size): .resize(size)
    case .resumed: .redraw
    case .endRequested, .hangUp: .quit
    }
  }

  private func typing(_ key: Key) -> Action? {
    switch key {
    case .character(let character): .type(character)
    case .backspace, .delete: .eraseTyped
    case .enter: .acceptTyped
    case .escape, .control("c"), .control("g"): .leave
    default: nil
    }
  }
}

extension Key {
  /// The key as the help writes it: `Space`, `^L`, `n`.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}
