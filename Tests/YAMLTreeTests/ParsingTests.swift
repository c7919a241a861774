import Testing
import YAMLTree

/// The error of a text, as `LINE:COLUMN: sentence`; nil where there is none.
private func error(_ text: String, limits: YAMLLimits = YAMLLimits()) -> String? {
  do throws(YAMLError) {
    _ = try parseYAML(Array(text.utf8), limits: limits)
    return nil
  } catch {
    return error.description
  }
}

@Test func `every node knows its line and column`() throws {
  let text = """
    名称: 报纸
    pages:
      - one
      - {a: b, c: [d]}
    """
  let root = try parseYAML(Array(text.utf8))
  #expect(root.mark == YAMLMark(line: 1, column: 1))
  #expect(root["名称"]?.mark == YAMLMark(line: 1, column: 5))
  let pages = try #require(root["pages"]?.items)
  #expect(pages.map(\.mark) == [YAMLMark(line: 3, column: 5), YAMLMark(line: 4, column: 5)])
  let entries = try #require(pages[1].entries)
  #expect(entries.map(\.keyMark) == [YAMLMark(line: 4, column: 6), YAMLMark(line: 4, column: 12)])
  #expect(entries[1].value.items?.first?.mark == YAMLMark(line: 4, column: 16))
}

@Test func `a part of a file counts lines from where it begins`() throws {
  let root = try parseYAML(Array("a: 1\nb: 2\n".utf8), firstLine: 10)
  #expect(root["b"]?.mark == YAMLMark(line: 11, column: 4))
  #expect(throws: YAMLError(.duplicateKey("a", firstLine: 10), at: YAMLMark(line: 12, column: 1))) {
    try parseYAML(Array("a: 1\nb: 2\na: 3\n".utf8), firstLine: 10)
  }
  #expect(throws: YAMLError(.alias, at: YAMLMark(line: 10, column: 4))) {
    try parseYAML(Array("a: *b\n".utf8), firstLine: 10)
  }
}

@Test func `nothing is guessed`() throws {
  let root = try parseYAML(Array("[yes, 012, 12, true, \"true\", ~, 2031-05-14]".utf8))
  let items = try #require(root.items)
  #expect(
    items.map(\.string)
      == ["yes", "012", "12", "true", "true", "~", "2031-05-14"].map(Optional.some)
  )
  #expect(items.map(\.bool) == [nil, nil, nil, true, nil, nil, nil])
  #expect(items.map(\.integer) == [nil, 12, 12, nil, nil, nil, nil])
}

@Test func `an empty text is an empty scalar`() throws {
  for text in ["", "\n", "# only words\n", "---\n"] {
    #expect(try parseYAML(Array(text.utf8)).isEmpty)
  }
  #expect(try parseYAML(Array("a:\n".utf8))["a"]?.isEmpty == true)
  #expect(try parseYAML(Array("a: \"\"\n".utf8))["a"]?.isEmpty == false)
}

@Test func `what is refused says why and where`() {
  let cases = [
    "a: &x b\nc: *x\n":
      "2:4: an alias (*name) is not allowed; write the value out, or put the text in quotes",
    "a: !!int 3\n": "1:4: a tag (!name) is not allowed; put the text in quotes",
    "a: 1\n报: 2\n报: 3\n":
      "3:1: `报` stands here a second time, first in line 2; keep one of the two",
    "? [a]\n: b\n": "1:3: a list or a mapping cannot be a key; write `name: value`",
    "a: 1\n---\nb: 2\n": "2:1: a second document begins; keep one",
    "a: b: c\n":
      "1:5: mapping values are not allowed in this context; "
      + "check the indentation, the colons and the quotes",
    "a: [b\n":
      "2:1: did not find expected ',' or ']'; check the indentation, the colons and the quotes",
    "a: \u{7}\n":
      "1:4: control characters are not allowed; check the indentation, the colons and the quotes",
  ]
  for (text, sentence) in cases { #expect(error(text) == sentence) }
}

@Test func `bytes that are not UTF-8 are placed`() {
  let bytes: [UInt8] = Array("a: b\n报: ".utf8) + [0xFF, 0x0A]
  let error = #expect(throws: YAMLError.self) { try parseYAML(bytes) }
  #expect(error?.mark == YAMLMark(line: 2, column: 4))
}

@Test func `depth and size are bounded`() {
  #expect(error(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
  #expect(
    error(String(repeating: "[", count: 100_000)) == "1:65: nested more than 64 deep; flatten it")
  #expect(
    error(String(repeating: "- ", count: 100)) == "1:129: nested more than 64 deep; flatten it")
  #expect(
    error("a: bcd", limits: YAMLLimits(bytes: 5))
      == "1:1: larger than 5 bytes, the most that is read; split it")
}

@Test func `a key cannot disturb the terminal through a message`() {
  #expect(
    error("\"\\e[2J\": 1\n\"\\e[2J\": 2\n")
      == "2:1: `\u{FFFD}[2J` stands here a second time, first in line 1; keep one of the two")
}

@Test func `scalars keep how they were written`() throws {
  let root = try parseYAML(Array("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n".utf8))
  let scalars = root.items?.map { node -> YAMLScalar? in
    if case .scalar(let scalar) = node.content { scalar } else { nil }
  }
  #expect(
    scalars == [
      YAMLScalar("a", style: .plain), YAMLScalar("b", style: .quoted),
      YAMLScalar("c", style: .quoted), YAMLScalar("d\n", style: .block),
      YAMLScalar("e\n", style: .block),
    ])
}
