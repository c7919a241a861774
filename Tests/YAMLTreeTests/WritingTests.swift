import TestSupport
import Testing
import YAMLTree

/// The node without marks and styles, as something that can be compared.
private func shape(_ node: YAMLNode) -> YAMLNode {
  switch node.content {
  case .scalar(let scalar): YAMLNode(.scalar(YAMLScalar(scalar.text)))
  case .sequence(let items): YAMLNode(.sequence(items.map(shape)))
  case .mapping(let entries):
    YAMLNode(.mapping(entries.map { YAMLEntry($0.key, shape($0.value)) }))
  }
}

@Test func `a tree is written as a person would write it`() {
  let tree = YAMLNode.map([
    YAMLEntry("format", .plain("1")), YAMLEntry("name", .text("报纸 daily")),
    YAMLEntry("label", .text("1")), YAMLEntry("none", .list([])),
    YAMLEntry(
      "pages",
      .list([
        .map([YAMLEntry("label", .text("A: b")), YAMLEntry("items", .list([.text("x")]))]),
        .list([.text("true"), .text("- y")]), .map([]),
      ])),
  ])
  #expect(
    tree.write() == """
      format: 1
      name: 报纸 daily
      label: "1"
      none: []
      pages:
        - label: "A: b"
          items:
            - x
        - - "true"
          - "- y"
        - {}

      """)
}

@Test func `texts that mean something to YAML come back as texts`() throws {
  let texts = [
    "", " ", "a ", " a", "- a", "-", "?", "a:", "a: b", "a #b", "#", "&a", "*a", "!a", "|", ">",
    "'",
    "\"", "%", "@", "`", "[a]", "{a}", "a, b", "---", "...", "... a", "--- a", "\n", "a\nb\n", "\t",
    "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "😀", "\u{10FFFF}",
    "null", "~", "yes", "NO", "1", "1.5", "0x1F", "2031-05-14", "12:30", "<<", "=", "\\", "\r\n",
  ]
  for text in texts {
    for node in [YAMLNode.text(text), .plain(text)] {
      for tree in [node, .list([node]), .map([YAMLEntry(text, node)])] {
        let read = try parseYAML(Array(tree.write().utf8))
        #expect(shape(read) == shape(tree), "\(tree.write())")
      }
    }
  }
}

private let alphabet = Array("ab 1-:#'\"\\,[]{}&*!|>%@`?~.=\n\t报。\u{2028}\u{7}é😀".unicodeScalars)

private func randomText(_ random: inout SeededGenerator) -> String {
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...12, using: &random) {
    alphabet.randomElement(using: &random).map { text.append($0) }
  }
  return String(text)
}

private func randomTree(_ random: inout SeededGenerator, depth: Int) -> YAMLNode {
  let kind = depth == 0 ? 0 : Int.random(in: 0...2, using: &random)
  let count = Int.random(in: 0...4, using: &random)
  switch kind {
  case 0: return .text(randomText(&random))
  case 1: return .list((0..<count).map { _ in randomTree(&random, depth: depth - 1) })
  default:
    let keys = Set((0..<count).map { _ in randomText(&random) }).sorted()
    return .map(keys.map { YAMLEntry($0, randomTree(&random, depth: depth - 1)) })
  }
}

@Test func `any tree that is written is read again`() throws {
  var random = SeededGenerator(seed: 1)
  for _ in 0..<3_000 {
    let tree = randomTree(&random, depth: 4)
    let read = try parseYAML(Array(tree.write().utf8))
    #expect(shape(read) == shape(tree), "\(tree.write())")
  }
}

@Test func `any bytes are read or refused`() {
  var random = SeededGenerator(seed: 2)
  for _ in 0..<3_000 {
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : UInt8(ascii: alphabet[Int.random(in: 0...20, using: &random)])
    }
    _ = try? parseYAML(bytes)
  }
}
