import CVTerm
public import ScreenModel

/// A cell as the terminal shows it.
public struct VirtualCell: Hashable, Sendable {
  /// The text in it; a blank is `" "`, the right half of a wide glyph is empty.
  public let text: String
  /// The cells the terminal gave it.
  public let cells: Int
  /// How it looks; the palette is not resolved.
  public let style: Style
}

/// A terminal without a window: libvterm, fed with the bytes a program wrote.
@safe public final class VirtualTerminal {
  /// The size.
  public private(set) var size: Size
  private let terminal: OpaquePointer
  private let noted: UnsafeMutablePointer<vterm_properties>
  private var screen: OpaquePointer? { unsafe vterm_obtain_screen(terminal) }

  /// A blank terminal.
  public init(size: Size) {
    self.size = size
    unsafe terminal = vterm_new(Int32(size.rows), Int32(size.columns))
    unsafe noted = vterm_watch(terminal)
  }

  deinit {
    unsafe vterm_free(terminal)
    unsafe free(noted)
  }

  /// Takes what a program wrote.
  public func feed(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      let text = unsafe buffer.assumingMemoryBound(to: CChar.self)
      _ = unsafe vterm_input_write(terminal, text.baseAddress, text.count)
    }
  }

  /// What the terminal answers, for the program to read.
  public func answers() -> [UInt8] {
    let bytes = unsafe [CChar](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = unsafe vterm_output_read(terminal, buffer.baseAddress, buffer.count)
    }
    return bytes.map { UInt8(bitPattern: $0) }
  }

  /// Takes another size, as a window that is dragged.
  public func resize(to size: Size) {
    self.size = size
    unsafe vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
  }

  /// The cell at that place.
  public func cell(row: Int, column: Int) -> VirtualCell {
    var cell = VTermScreenCell()
    let place = VTermPos(row: Int32(row), col: Int32(column))
    _ = unsafe vterm_screen_get_cell(screen, place, &cell)
    return VirtualCell(cell)
  }

  /// The rows as text, blanks at the ends of lines left out.
  public var rows: [String] {
    var code = [UInt32](repeating: 0, count: size.columns * Int(VTERM_MAX_CHARS_PER_CELL))
    return (0..<size.rows).map { row in
      let count = unsafe vterm_row(screen, Int32(row), Int32(size.columns), &code)
      let blanks = code[..<Int(count)].reversed().prefix { $0 == 0x20 }.count
      var line = String.UnicodeScalarView()
      line.append(contentsOf: code[..<(Int(count) - blanks)].compactMap(Unicode.Scalar.init))
      return String(line)
    }
  }

  /// Whether any row contains the text.
  public func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// Where the cursor is.
  public var cursor: Point {
    var place = VTermPos()
    unsafe vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return Point(column: Int(place.col), row: Int(place.row))
  }

  /// Whether the cursor can be seen.
  public var cursorIsVisible: Bool { unsafe noted.pointee.cursor_is_visible != 0 }
  /// Whether the program draws on the screen that leaves the shell's alone.
  public var isOnAlternateScreen: Bool { unsafe noted.pointee.alternate_screen != 0 }
  /// Whether presses of the mouse are reported.
  public var reportsMouse: Bool { unsafe noted.pointee.mouse != 0 }
  /// How often it rang.
  public var bells: Int { unsafe Int(noted.pointee.bells) }
  /// How often a program set the title.
  public var titles: Int { unsafe Int(noted.pointee.titles) }
}

extension VirtualCell {
  init(_ cell: VTermScreenCell) {
    let chars = cell.chars
    let code: [UInt32] = [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5].prefix { $0 != 0 }
    if code.first == UInt32.max {
      text = ""
    } else {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: code.compactMap(Unicode.Scalar.init))
      text = scalars.isEmpty ? " " : String(scalars)
    }
    cells = Int(cell.width)
    style = Style(
      foreground: Color(number: vterm_color_number(cell.fg)),
      background: Color(number: vterm_color_number(cell.bg)),
      attributes: Attributes(cell.attrs))
  }
}

extension Color {
  fileprivate init(number: Int32) {
    self =
      switch number {
      case ..<0: .standard
      case ..<256: .indexed(UInt8(number))
      default:
        .rgb(UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
      }
  }
}

extension Attributes {
  fileprivate init(_ attributes: VTermScreenCellAttrs) {
    self = []
    if attributes.bold != 0 { insert(.bold) }
    if attributes.italic != 0 { insert(.italic) }
    if attributes.underline != 0 { insert(.underline) }
    if attributes.reverse != 0 { insert(.reverse) }
  }
}
