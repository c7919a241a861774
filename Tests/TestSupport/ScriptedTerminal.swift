/// A terminal's answers when a program asks how wide it draws, as a test wants them.
///
/// Finds the questions among what the program writes: a cluster printed at the start of a row, then a
/// request for the cursor; mode 2027; the name; and what the terminal can do, the last of all.
public struct ScriptedTerminal {
  /// The cells of clusters; one that is not listed has one.
  public var cells: [String: Int]
  /// How mode 2027 stands, if it says.
  public var clusterMode: Int?
  /// Its name, if it says.
  public var name: String?
  /// What was asked so far, in order: the clusters.
  public private(set) var asked: [String] = []
  private var unread: [UInt8] = []

  /// A terminal that gives clusters these cells.
  public init(_ cells: [String: Int], clusterMode: Int? = nil, name: String? = nil) {
    (self.cells, self.clusterMode, self.name) = (cells, clusterMode, name)
  }

  /// The answers to what a program wrote.
  public mutating func answers(to written: [UInt8]) -> [UInt8] {
    unread += written
    var answers = ""
    while let (parameters, final, text, end) = nextSequence() {
      answers += answer(parameters, final, text)
      unread.removeFirst(end)
    }
    return Array(answers.utf8)
  }

  private var row = "1"

  private mutating func answer(_ parameters: String, _ final: Character, _ text: String) -> String {
    switch (parameters, final) {
    case (_, "H"):
      row = parameters.split(separator: ";").first.map(String.init) ?? "1"
      return ""
    case ("6", "n"):
      asked.append(text)
      return "\u{1B}[\(row);\(1 + (cells[text] ?? 1))R"
    case ("?2027$", "p"): return clusterMode.map { "\u{1B}[?2027;\($0)$y" } ?? ""
    case (">0", "q"): return name.map { "\u{1B}P>|\($0)\u{1B}\\" } ?? ""
    case ("", "c"): return "\u{1B}[?62;22c"
    default: return ""
    }
  }

  /// The next `CSI parameters final`, whole, with the text that precedes it, and where it ends.
  private func nextSequence() -> (String, Character, text: String, end: Int)? {
    guard let start = unread.firstIndex(of: 0x1B) else { return nil }
    let text = String(decoding: unread[..<start], as: UTF8.self)
    guard unread.count > start + 1 else { return nil }
    guard unread[start + 1] == UInt8(ascii: "[") else { return ("", " ", text, start + 2) }
    let body = unread[(start + 2)...]
    guard let final = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    let parameters = String(decoding: body[..<final], as: UTF8.self)
    return (parameters, Character(Unicode.Scalar(unread[final])), text, final + 1)
  }
}
