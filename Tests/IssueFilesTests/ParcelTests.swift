import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The bytes of messages, one after another, as the importing process writes them.
private func parcel(_ messages: [ImportMessage]) -> [UInt8] {
  parcelHead + messages.flatMap(\.parcel)
}

/// The messages of bytes that come in pieces of a size.
private func unpack(_ bytes: [UInt8], piece: Int = .max) throws(ParcelFault) -> [ImportMessage] {
  var (stream, messages, rest) = (ParcelStream(), [ImportMessage](), bytes[...])
  while !rest.isEmpty {
    messages += try stream.feed(rest.prefix(piece))
    rest = rest.dropFirst(piece)
  }
  try stream.finish()
  return messages
}

private func randomIssue(_ seed: UInt64) -> Issue {
  var random = RandomIssue(random: SeededGenerator(seed: seed))
  return random.issue()
}

private let report = ImportReport(text: "1  body  一\n2  body  二\n", json: "{\"lines\": []}\n")

private func messages(_ issue: Issue) -> [ImportMessage] {
  [
    .progress(ImportProgress(done: 0, total: 3, file: "0001.xml")),
    .progress(ImportProgress(done: 300, total: 70_000, file: "报纸.xml")),
    .note(ImportNote(file: "a.xml", line: 3, column: 70_000, sentence: "is missing; add it")),
    .note(ImportNote(file: "a", sentence: "")), .issue(issue), .report(report),
  ]
}

@Test func `messages come back as they were said, in pieces of any size`() throws {
  for name in SampleFolders.names {
    let all = messages(try decodeIssue(at: SampleFolders.path(name)))
    let bytes = parcel(all)
    for piece in [1, 2, 3, 7, 4096, Int.max] {
      #expect(try unpack(bytes, piece: piece) == all, "\(name) in pieces of \(piece)")
    }
  }
  let failure = [ImportMessage.failure(ImportNote(file: "x", sentence: "is empty"))]
  #expect(try unpack(parcel(failure)) == failure)
}

@Test func `any issue comes back as it was said`() throws {
  for seed in 0..<200 as Range<UInt64> {
    let all = messages(randomIssue(seed))
    #expect(try unpack(parcel(all)) == all, "seed \(seed)")
  }
}

@Test func `a stream that is cut off anywhere is a fault`() {
  let all = messages(randomIssue(1))
  let bytes = parcel(all)
  let whole = parcel(all.dropLast()).count
  for count in 0..<bytes.count where count != whole {
    #expect(throws: ParcelFault.unfinished, "\(count) of \(bytes.count) bytes") {
      try unpack(Array(bytes[..<count]))
    }
  }
  #expect(throws: Never.self) { try unpack(Array(bytes[..<whole])) }
}

@Test func `changed bytes are a fault, or give an issue that keeps every rule`() {
  var random = SeededGenerator(seed: 11)
  var (faults, issues) = (Set<ParcelFault>(), 0)
  for round in 0..<10_000 {
    var bytes = parcel(messages(randomIssue(UInt64(round % 40))))
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...9, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
    }
    do throws(ParcelFault) {
      for case .issue(let issue) in try unpack(bytes, piece: 1_000) {
        issues += 1
        #expect(issue.brokenRule == nil)
      }
    } catch {
      faults.insert(error)
    }
  }
  #expect(issues > 1_000)
  for fault in [ParcelFault.malformed, .unfinished, .otherLanguage] {
    #expect(faults.contains(fault), "\(fault)")
  }
}

@Test func `an issue that breaks a rule is none`() {
  func rule(_ change: (inout Issue) -> Void) -> IssueRule? {
    var issue = randomIssue(3)
    change(&issue)
    do throws(ParcelFault) {
      _ = try unpack(parcel([.issue(issue)]))
      return nil
    } catch {
      guard case .brokenRule(let rule) = error else { return nil }
      return rule
    }
  }
  let part = StoryPart(article: "a", segment: 9)
  let first = StoryPart(article: "a", segment: 0)
  #expect(rule { _ in } == nil)
  #expect(rule { $0.pages = [] } == .hasPages)
  #expect(rule { $0.pages[0].label = "" } == .pagesHaveLabels)
  #expect(rule { $0.articles[0].id = "../a" } == .idsAreIDs("../a"))
  #expect(rule { $0.articles[0].sidebarOf = "a b" } == .idsAreIDs("a b"))
  #expect(rule { $0.articles[1].id = "a" } == .idsAreUnique("a"))
  #expect(rule { $0.pages[1].items.append(.advert(Advert(id: "a"))) } == .idsAreUnique("a"))
  #expect(rule { $0.pages[0].items.append(.story(part)) } == .partsExist(part))
  #expect(rule { $0.pages[1].items.append(.story(first)) } == .partsStandOnce(first))
  #expect(rule { $0.articles.removeFirst() } == .partsExist(first))
  #expect(rule { $0.pages[0].ears = ["b.1"] } == .itemsStandOnPage("b.1"))
  #expect(rule { $0.pages[0].zones["b.1"] = [] } == .itemsStandOnPage("b.1"))
}

@Test func `control characters of the importing process do not reach the reader`() throws {
  let note = ImportNote(file: "a\u{1B}b", sentence: "one\ntwo\u{7}")
  let issue = Issue(
    language: LanguageTag("en"), nameplate: Nameplate(name: "N\u{1B}]0;x\u{9C}"),
    pages: [Page(label: "1\t")])
  let read = try unpack(parcel([.note(note), .issue(issue)]))
  #expect(read[0] == .note(ImportNote(file: "a\u{FFFD}b", sentence: "one two\u{FFFD}")))
  guard case .issue(let clean) = read[1] else { return #expect(Bool(false)) }
  #expect(clean.nameplate.name == "N\u{FFFD}]0;x\u{FFFD}" && clean.pages[0].label == "1 ")
}

@Test func `what comes in the wrong order is a fault`() {
  let issue = ImportMessage.issue(randomIssue(2))
  let failure = ImportMessage.failure(ImportNote(file: "x", sentence: "y"))
  let progress = ImportMessage.progress(ImportProgress(done: 1, total: 1, file: "f"))
  for wrong in [
    [issue, issue], [failure, issue], [issue, failure], [issue, progress], [failure, failure],
    [.report(report), issue], [issue, .report(report), .report(report)],
  ] {
    #expect(throws: ParcelFault.malformed) { try unpack(parcel(wrong)) }
  }
  #expect(throws: ParcelFault.unfinished) { try unpack(parcel([progress])) }
  #expect(throws: ParcelFault.unfinished) { try unpack([]) }
  #expect(throws: ParcelFault.otherLanguage) { try unpack(Array("usage: import".utf8)) }
}

@Test func `a message that claims to be huge is refused before it comes`() {
  var stream = ParcelStream()
  // A note of two megabytes; an issue of a gigabyte; a list of more elements than there are bytes.
  for claim in [[2, 0x80, 0x80, 0x80, 0x01], [3, 0x80, 0x80, 0x80, 0x80, 0x04]] as [[UInt8]] {
    #expect(throws: ParcelFault.tooLarge) {
      var stream = ParcelStream()
      _ = try stream.feed(parcelHead + claim)
    }
  }
  let list: [UInt8] = [3, 8, 0, 0, 0, 0, 0, 0, 0, 0]
  #expect(throws: ParcelFault.self) { _ = try stream.feed(parcelHead + list) }
}

@Test func `sentences longer than any person would read are cut`() throws {
  let note = ImportNote(file: "f", sentence: String(repeating: "长", count: 100_000))
  let read = try unpack(parcel([.failure(note)]))
  guard case .failure(let cut) = read[0] else { return #expect(Bool(false)) }
  #expect(cut.sentence.hasSuffix("长…") && cut.sentence.utf8.count < 16_384)
}
