import ScreenModel

/// The keys of the terminal in use, by terminfo.
enum TerminalKeys {
  private static let names: [(name: String, key: Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
    ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
    ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
  ]

  /// What terminfo says the keys send; single bytes are left out, they are keys of their own.
  static func sequences() -> [[UInt8]: Key] {
    let functions = (1...48).map { (name: "kf\($0)", key: Key.function($0)) }
    let pairs = (functions + names).map { (TerminalStrings.capability($0.name), $0.key) }
    return Dictionary(pairs.filter { $0.0.count > 1 }) { _, later in later }
  }
}
