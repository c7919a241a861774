import Glibc

/// Which terminfo entries to try, from what the environment says.
package struct TerminalName: Hashable, Sendable {
  /// `TERM`.
  package let name: String
  /// Entries to try, best first, ending with `name`.
  package let candidates: [String]

  /// Reads `TERM` and `COLORTERM` as they are now.
  package init(wanting colors: ColorDepth) {
    self.init(
      Self.environment("TERM") ?? "", colorTerm: Self.environment("COLORTERM"), wanting: colors)
  }

  /// `COLORTERM=truecolor` promises 24-bit colour, which only the entries called `-direct` can say.
  ///
  /// Those with a palette beside it come first: they leave the user's own sixteen colours alone.
  package init(_ name: String, colorTerm: String?, wanting colors: ColorDepth) {
    self.name = name
    let family = name.prefix { $0 != "-" }
    let promised = colorTerm == "truecolor" || colorTerm == "24bit"
    guard promised, colors == .direct, !family.isEmpty, !name.contains("-direct") else {
      candidates = [name]
      return
    }
    candidates = ["-direct256", "-direct16", "-direct"].map { family + $0 } + [name]
  }

  /// Entries of the palette that a terminfo entry takes beside 24-bit colour.
  static func paletteSize(ofEntry name: String) -> Int {
    guard let direct = name.firstRange(of: "-direct") else { return 256 }
    return Int(name[direct.upperBound...]).map { max(8, $0) } ?? 8
  }

  private static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
