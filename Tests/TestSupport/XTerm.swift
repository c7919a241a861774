import Glibc

/// xterm on a screen nobody sees, which tells of every cell what is in it.
public enum XTerm {
  /// Whether there is an xterm, and an X server without a screen to run it on.
  public static var isInstalled: Bool {
    unsafe access("/usr/bin/xterm", X_OK) == 0 && access("/usr/bin/Xvfb", X_OK) == 0
  }

  /// Runs a program in it to its end.
  public static func run(_ command: [String], options: [String] = []) throws {
    let script = UnicodeData.root + "/Scripts/in-xterm"
    let result = try TestSupport.run(script, options + ["-e"] + command)
    guard result.status == .exited(0) else {
      throw NeverSeen("xterm \(options.joined(separator: " "))", [result.errorText])
    }
  }

  /// What xterm says of a cell with that text: its first code point, modulo 65,536, in four digits.
  ///
  /// No text is the right half of a wide glyph.
  public static func code(of text: String) -> String {
    let code = text.unicodeScalars.first.map { $0.value & 0xFFFF } ?? 0xFFFF
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// A file that a program writes, which goes away with the test.
public final class ScratchFile {
  /// Its path.
  public let path = "/tmp/broadsheet-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"

  /// A file that is not there yet.
  public init() {}

  deinit { unsafe unlink(path) }

  /// Its lines.
  public func lines() throws -> [String] {
    try TestSupport.run("/bin/cat", [path]).text.split(separator: "\n").map(String.init)
  }
}
