import CNcurses
import ScreenModel

/// The colour pairs of the screen: ncurses shows ink and paper by the number of a pair.
///
/// Pairs are never given back one by one, for cells on the screen may still show them; when the
/// terminal has no more, `isExhausted` asks for `reset` and a repaint of everything. They are numbered
/// here: `alloc_pair` of ncurses 6.4 hands out the same few again and again after a reset.
struct ColorPairs {
  /// What the numbers of colours may be.
  let depth: ColorDepth
  /// Entries of the palette that the terminal takes as they are; above begins 24-bit colour.
  let paletteSize: Int
  /// Whether a pair was asked for and refused since the last reset.
  private(set) var isExhausted = false

  private struct Inks: Hashable {
    var foreground: Int32
    var background: Int32
  }
  private let limit: Int
  private var known: [Inks: Int32] = [:]

  /// Starts the colours of the terminal, as far as `wanted` allows.
  init(wanted: ColorDepth, paletteSize: Int) {
    let capable = wanted != .none && has_colors() && start_color() == OK
    let hasStandard = capable && use_default_colors() == OK
    depth = hasStandard ? min(wanted, ColorDepth(colors: Int(curses_colors()))) : .none
    self.paletteSize = paletteSize
    limit = Int(curses_color_pairs()) - 1
  }

  /// The pair for a style; 0, the terminal's own colours, where it has none.
  mutating func pair(for style: Style) -> Int32 {
    guard depth != .none else { return 0 }
    let inks = Inks(
      foreground: number(of: style.foreground), background: number(of: style.background))
    guard inks != Inks(foreground: -1, background: -1) else { return 0 }
    if let pair = known[inks] { return pair }
    guard known.count < limit else {
      isExhausted = true
      return 0
    }
    let pair = Int32(known.count + 1)
    init_extended_pair(pair, inks.foreground, inks.background)
    known[inks] = pair
    return pair
  }

  /// Forgets every pair, to number them anew; every cell has to be painted again.
  mutating func reset() {
    known = [:]
    isExhausted = false
  }

  /// The number ncurses knows a colour by; -1 is the terminal's own.
  func number(of color: Color) -> Int32 {
    switch color {
    case .standard: -1
    case .indexed(let index): number(ofEntry: index)
    case .rgb(let red, let green, let blue): number(of: (Int(red), Int(green), Int(blue)))
    }
  }

  private func number(ofEntry index: UInt8) -> Int32 {
    Int(index) < min(paletteSize, depth.rawValue)
      ? Int32(index) : number(of: Palette.rgb(of: index))
  }

  private func number(of color: Palette.RGB) -> Int32 {
    switch depth {
    case .none: -1
    case .ansi8, .ansi16: Int32(Palette.nearestNamed(to: color, of: depth.rawValue))
    case .indexed256: Int32(Palette.nearestFixed(to: color))
    case .direct: direct(color)
    }
  }

  /// 24-bit colours below the size of the palette would be taken for entries of it: such a colour, a
  /// blue near black, gets one step of green.
  private func direct(_ color: Palette.RGB) -> Int32 {
    let value = color.red << 16 | color.green << 8 | color.blue
    return Int32(value < paletteSize ? value | 0x100 : value)
  }
}
