/// A key as a person pressed it.
public enum Key: Hashable, Sendable {
  /// A key that types something.
  case character(Character)
  /// A key held with Control: `a` for ^A.
  case control(Character)
  /// F1 to F63.
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
}

/// A button of the mouse, or its wheel.
public enum MouseButton: Hashable, Sendable {
  case left, middle, right, wheelUp, wheelDown
}

/// Something that happened to the terminal.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// A button went down at a cell; `clicks` is 2 for a double click.
  case mouse(MouseButton, at: Point, clicks: Int)
  /// The terminal has a new size.
  case resize(Size)
  /// The terminal has answered what it was asked.
  case answered
  /// The program goes on after it was stopped.
  case resumed
  /// Somebody asked the program to end.
  case endRequested(Signal)
  /// The terminal is gone.
  case hangUp

  /// The signals that ask for an end.
  public enum Signal: Int32, Hashable, Sendable {
    case hangUp = 1
    case interrupt = 2
    case terminate = 15
  }
}
