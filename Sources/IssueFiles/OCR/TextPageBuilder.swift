import NewsModel

/// A story while its page is being read.
struct StoryDraft {
  var kind = Article.Kind.story
  var label: String?
  var kicker: String?
  var headline: [String] = []
  var deck: [String] = []
  var byline: String?
  var fromLine: String?
  var blocks: [Block] = []
  var jump: JumpLine?
}

/// What stands on a page of a text, in the order of the text.
enum DraftItem {
  case story(StoryDraft)
  case briefs([String])
  case photo(caption: String, credit: String?)
  case advert([String])
}

/// Sorts the paragraphs of a page into stories, briefs, pictures and adverts.
///
/// Nothing moves: stories stand in the order of the text, and a paragraph belongs to the story
/// under whose head it stands. Nothing is lost: each paragraph is in one place. Headings wait until
/// what follows them shows what they are.
struct TextPageBuilder {
  /// What was found so far.
  private(set) var items: [DraftItem] = []
  /// Lines about who made the page.
  private(set) var credits: [String] = []

  /// Headings whose use is not settled.
  private var heads: [TextParagraph] = []
  /// A from-line that waits for its story.
  private var fromLine: String?
  /// The story that takes the text that comes, and the place that is kept for it.
  private var open: StoryDraft?
  private var openIndex = 0
  /// Whether a jump line ended the last story, so that text without a head belongs to none.
  private var isAfterJump = false

  /// Sorts a page's paragraphs; below a masthead, `isBelowMasthead`, adverts are looked for.
  init(_ paragraphs: [TextParagraph], isBelowMasthead: Bool) {
    let adverts = isBelowMasthead ? advertCount(atTopOf: paragraphs) : 0
    if adverts > 0 { items.append(.advert(paragraphs[..<adverts].map(\.text))) }
    for paragraph in paragraphs[adverts...] { add(paragraph) }
    finish()
  }

  private mutating func add(_ paragraph: TextParagraph) {
    if paragraph.isStandingLabel || paragraph.kind == .label, heads.isEmpty,
      labelLatestStory(paragraph.text)
    {
      return
    }
    if paragraph.kind == .crosshead, heads.isEmpty, open != nil {
      return append(Block(.crosshead, paragraph.text))
    }
    switch paragraph.textClass {
    case .heading: heads.append(paragraph)
    case .prose: addProse(paragraph)
    case .byline: addByline(paragraph.text)
    case .jump(let line): addJump(line)
    case .caption:
      settleHeads()
      let (caption, credit) = paragraph.text.captionAndCredit
      items.append(.photo(caption: caption, credit: credit))
    case .credits:
      settleHeads()
      credits.append(paragraph.text)
    }
  }

  private mutating func finish() {
    settleHeads()
    if let line = fromLine {
      fromLine = nil
      append(Block(.paragraph, line))
    }
    close()
  }

  // MARK: Text

  private mutating func addProse(_ paragraph: TextParagraph) {
    if heads.isEmpty, fromLine == nil {
      appendProse(paragraph.text)
    } else if heads.count == 1, fromLine == nil, open != nil, isCrosshead(heads[0], paragraph) {
      append(Block(.crosshead, heads[0].text))
      heads = []
      appendProse(paragraph.text)
    } else {
      beginStory(byline: nil)
      appendProse(paragraph.text)
    }
  }

  /// Adds running text, and lifts out a jump line at its end and a from-line at its start.
  private mutating func appendProse(_ text: String) {
    var text = text
    if isAtStartOfText, open?.fromLine == nil, let found = JumpLine.atStart(of: text) {
      open?.fromLine = found.line.text
      text = String(found.text)
    }
    guard let found = JumpLine.atEnd(of: text) else { return append(Block(.paragraph, text)) }
    append(Block(.paragraph, String(found.text).trimmedOfBlanks))
    addJump(found.line)
  }

  private mutating func addByline(_ text: String) {
    if !heads.isEmpty {
      beginStory(byline: text)
    } else if isAtStartOfText, open?.byline == nil {
      open?.byline = text
    } else {
      append(Block(.paragraph, text))
    }
  }

  private mutating func addJump(_ line: JumpLine) {
    switch line.kind {
    case .to:
      if !heads.isEmpty { beginStory(byline: nil) }
      guard open != nil else { return append(Block(.paragraph, line.text)) }
      if !giveToParent(line) { open?.jump = line }
      close()
      isAfterJump = true
    case .from:
      settleHeads()
      if let earlier = fromLine { append(Block(.paragraph, earlier)) }
      fromLine = line.text
    case .refer:
      if !heads.isEmpty { beginStory(byline: nil) }
      append(Block(.paragraph, line.text))
    }
  }

  /// Gives a to-line below a finished sidebar to the story beside which the sidebar stands, where that breaks
  /// off and has no line of its own; tells whether it did.
  private mutating func giveToParent(_ line: JumpLine) -> Bool {
    guard let sidebar = open, sidebar.label?.isSidebarLabel ?? false,
      !(sidebar.blocks.last?.text.mayBreakOff ?? true), openIndex > 0,
      case .story(var parent) = items[openIndex - 1], parent.jump == nil, !parent.headline.isEmpty,
      parent.blocks.last?.text.mayBreakOff ?? false
    else { return false }
    parent.jump = line
    items[openIndex - 1] = .story(parent)
    return true
  }

  /// Sets a label over the story that has just ended; tells whether there was one without a label.
  private mutating func labelLatestStory(_ text: String) -> Bool {
    guard open == nil, let last = items.indices.last, case .story(var story) = items[last],
      story.label == nil, !story.headline.isEmpty
    else { return false }
    story.label = text
    items[last] = .story(story)
    return true
  }

  /// Adds a block to the open story, or to a new one without a head.
  private mutating func append(_ block: Block) {
    if open == nil { begin(StoryDraft(kind: isAfterJump ? .unowned : .story)) }
    open?.blocks.append(block)
  }

  // MARK: Stories

  /// Begins a story; the one before takes no more text.
  private mutating func begin(_ draft: StoryDraft) {
    close()
    openIndex = items.count
    items.append(.story(StoryDraft()))
    open = draft
    isAfterJump = false
  }

  /// Ends the open story, if there is one.
  private mutating func close() {
    if let draft = open { items[openIndex] = .story(draft) }
    open = nil
  }

  /// Whether the open story has heads, and no text yet.
  private var isAtStartOfText: Bool { open?.blocks.isEmpty ?? false }

  /// Begins a story with the waiting heads; those that cannot be its own are set apart before it.
  private mutating func beginStory(byline: String?) {
    var own = StoryHeads(heads, byline: byline)
    heads = []
    place(own.others)
    own.draft.fromLine = fromLine
    fromLine = nil
    begin(own.draft)
  }

  /// Whether a heading between two paragraphs parts the story, rather than beginning another.
  private func isCrosshead(_ head: TextParagraph, _ next: TextParagraph) -> Bool {
    let text = head.text
    if text.isDeck || text.isLabel || text.beginsChapter || next.text.beginsWithDateline {
      return false
    }
    if isAtStartOfText || head.blanksBefore > 2 { return false }
    if text.hasCJK { return text.unicodeScalars.count <= 24 }
    return text.unicodeScalars.count <= 60 && !text.isInCapitals
  }

  // MARK: Headings without a story

  /// Finds a place for headings after which no text comes.
  private mutating func settleHeads() {
    let waiting = heads
    heads = []
    place(waiting)
  }

  /// Sets headings apart: with a telephone number among them they are an advert, two or more of
  /// Chinese or Japanese are briefs; all else is text of the open story.
  private mutating func place(_ paragraphs: [TextParagraph]) {
    guard !paragraphs.isEmpty else { return }
    let texts = paragraphs.map(\.text)
    if texts.contains(where: \.hasTelephone) {
      close()
      items.append(.advert(texts))
    } else if texts.allSatisfy(\.hasCJK), texts.count > 1 || open == nil {
      close()
      items.append(.briefs(texts))
    } else if open != nil {
      for text in texts { append(Block(.paragraph, text)) }
    } else {
      begin(StoryDraft(headline: [texts[0]]))
      for text in texts.dropFirst() { append(Block(.paragraph, text)) }
    }
  }
}

/// How many paragraphs below a masthead are an advert: short lines with a telephone number among
/// them, up to the heads of the first story.
private func advertCount(atTopOf paragraphs: [TextParagraph]) -> Int {
  let window = paragraphs.prefix(16)
  let story = window.firstIndex { paragraph in
    switch TextClass(of: paragraph.text) {
    case .byline, .caption, .jump: true
    case .prose: paragraph.text.beginsWithDateline || paragraph.text.unicodeScalars.count >= 60
    case .heading, .credits: false
    }
  }
  guard let story, let phone = window[..<story].lastIndex(where: { $0.text.hasTelephone })
  else { return 0 }
  let between = Array(window[(phone + 1)..<story])
  let firstHead = between.lastIndex { $0.text.isProse }.map { $0 + 1 } ?? 0
  let others = StoryHeads(Array(between[firstHead...]), byline: nil, isStrict: true).others
  return phone + 1 + firstHead + others.count
}
