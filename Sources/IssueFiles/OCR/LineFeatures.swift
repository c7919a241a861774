import NewsModel

/// What a paragraph looks like, taken by itself.
enum TextClass {
  /// Running text.
  case prose
  /// A line that may be a headline, a kicker, a deck, a crosshead or a brief.
  case heading
  /// Who wrote it.
  case byline
  /// What a picture shows, with who took it.
  case caption
  /// 责编, 校对: who made the page.
  case credits
  /// A line that leads to another page.
  case jump(JumpLine)
}

extension TextParagraph {
  /// What the paragraph is: what a person said of it, else what its words tell.
  var textClass: TextClass {
    switch kind {
    case .heading, .label: .heading
    case .body, .crosshead: .prose
    case .byline: .byline
    case .caption: .caption
    case .credits: .credits
    case nil: TextClass(of: text)
    }
  }
}

extension TextClass {
  /// Classes a paragraph by its words alone.
  init(of text: String) {
    if let line = JumpLine(paragraph: text) {
      self = .jump(line)
    } else if text.isPageCredits {
      self = .credits
    } else if text.isCaption {
      self = .caption
    } else if text.isByline {
      self = .byline
    } else {
      let hasJump = JumpLine.atEnd(of: text) != nil || JumpLine.atStart(of: text) != nil
      self = hasJump || text.isProse ? .prose : .heading
    }
  }
}

extension String {
  /// How many scalars the text has, counted only as far as matters here.
  private var length: Int { unicodeScalars.prefix(400).count }

  /// Whether the text is written in Chinese or Japanese.
  var hasCJK: Bool { unicodeScalars.prefix(200).contains(where: \.isCJK) }

  // Compared by bytes: canonical equivalence plays no part here, and costs twenty times as much.

  private func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

  private func begins(withOneOf words: [String]) -> Bool { words.contains { begins(with: $0) } }

  private func ends(withOneOf words: [String]) -> Bool {
    words.contains { utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  // MARK: Prose

  /// Whether the text runs on like an article, rather than standing like a heading.
  var isProse: Bool {
    guard unicodeScalars.contains(where: \.isLetter) else { return true }
    return hasCJK ? isCJKProse : isLatinProse
  }

  /// A full stop or semicolon, an end in a comma, or more than 70 characters: no headline has these.
  private var isCJKProse: Bool {
    if length > 70 { return true }
    let scalars = unicodeScalars
    if scalars.contains(where: { "。;；".unicodeScalars.contains($0) }) { return true }
    if ends(withOneOf: [",", "，", "、", ":", "：", "…"]) { return true }
    let commas = scalars.count { $0 == "," || $0 == "，" }
    return commas >= 2 && length > 30 || begins(with: "……")
  }

  /// More than 100 characters or 14 words, an end in a stop or comma, or a small letter first.
  private var isLatinProse: Bool {
    if length > 100 || ends(withOneOf: [".", ",", ";", ":", "-"]) { return true }
    guard let first = unicodeScalars.first(where: \.isLetter) else { return true }
    if first.properties.isLowercase { return true }
    if unicodeScalars.first.map({ "-*+•|".unicodeScalars.contains($0) }) == true { return true }
    return split(separator: " ").count > 14
  }

  /// Whether the text ends as a sentence does.
  var endsSentence: Bool {
    guard let last = unicodeScalars.last else { return true }
    return "。！？!?.…”」』》）)】\"'’;；".unicodeScalars.contains(last)
  }

  // MARK: Starts

  /// Whether the text begins as news do: 本报讯, 新华社北京电, （记者 …, LONDON, May 5 —.
  var beginsWithDateline: Bool {
    let words = [
      "本报讯", "本报综合", "本报特约", "新华社", "据新华社", "中新社", "本报记者", "（记者", "(记者", "【", "讯",
    ]
    if begins(withOneOf: words) { return true }
    if begins(with: "本报"), unicodeScalars.prefix(14).contains(where: { $0 == "讯" || $0 == "电" }) {
      return true
    }
    let capitals = unicodeScalars.prefix { ("A"..."Z").contains($0) || $0 == " " }
    guard capitals.count >= 4 else { return false }
    return unicodeScalars.prefix(60).contains { $0 == "—" || $0 == "–" }
  }

  /// 第三章, Chapter 3: a heading that begins something of its own.
  var beginsChapter: Bool {
    if begins(withOneOf: ["Chapter ", "CHAPTER ", "# ", "## "]) { return true }
    guard begins(with: "第") else { return false }
    return unicodeScalars.prefix(8).contains { "章回节卷".unicodeScalars.contains($0) }
  }

  /// Whether every letter is a capital, as in old headlines.
  var isInCapitals: Bool {
    unicodeScalars.contains(where: \.properties.isUppercase)
      && !unicodeScalars.contains(where: \.properties.isLowercase)
  }

  // MARK: Heads

  /// ——副题: the line below a headline.
  var isDeck: Bool { begins(withOneOf: ["——", "—", "--", "──"]) }

  /// 记者手记: the name of a series or a kind of text, over its headline.
  var isLabel: Bool {
    let labels = [
      "记者手记", "记者观察", "短评", "社评", "评论", "时评", "编者按", "编后", "开栏的话", "相关链接", "新闻链接", "链接",
      "背景链接", "延伸阅读", "简讯", "简明新闻", "要闻简报", "标题新闻", "一句话新闻", "导读", "今日导读", "图片新闻",
      "图文", "人物", "专访", "特写", "侧记", "综述", "快讯", "公告", "启事", "言论", "读者来信", "副刊", "記者手記", "社説",
      "社說", "사설",
    ]
    return utf8.count <= 18 && labels.contains { utf8.elementsEqual($0.utf8) }
  }

  /// Whether a text under this label stands beside the story before it.
  var isSidebarLabel: Bool {
    ["记者手记", "记者观察", "相关链接", "新闻链接", "链接", "背景链接", "延伸阅读", "記者手記"].contains(self)
  }

  /// Whether the line leads up to a headline: …强调, 禹州市.
  var isKicker: Bool {
    let verbs = ["强调", "指出", "要求", "表示", "提出", "部署", "强調", "時", "时", "会上", "指示", "批示", "發言"]
    if ends(withOneOf: verbs) { return true }
    return length <= 6 && ends(withOneOf: ["市", "县", "區", "区", "省", "镇", "乡", "局", "村"])
  }

  // MARK: Names

  /// 本报记者 某某, By Some Body.
  fileprivate var isByline: Bool {
    if begins(with: "By "), length <= 80 {
      return unicodeScalars.dropFirst(3).first?.properties.isUppercase == true
        && !ends(withOneOf: ["."])
    }
    guard length <= 40, !contains(oneOf: "。，,；;：:") else { return false }
    return begins(withOneOf: [
      "本报记者", "本报见习记者", "本报通讯员", "本报评论员", "本报特约", "记者 ", "见习记者", "通讯员", "新华社记者", "特约记者",
      "作者", "□", "■", "◎", "●", "文/", "文／", "本報記者",
    ])
  }

  /// Whether the line is one to three Chinese names and nothing else.
  var isBareName: Bool {
    let names = split { $0 == " " || $0 == "\u{3000}" || $0 == "、" }
    return (1...3).contains(names.count)
      && names.allSatisfy { name in
        (2...4).contains(name.unicodeScalars.count)
          && name.unicodeScalars.first.map(surnames.contains) == true
          && name.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      }
  }

  /// 责编 某某 校对 某某.
  fileprivate var isPageCredits: Bool {
    let words = ["责编", "责任编辑", "值班编委", "值班主任", "本版编辑", "编辑:", "编辑：", "美编", "校对", "版式", "组版", "責編"]
    return length <= 80 && begins(withOneOf: words) && !unicodeScalars.contains("。")
  }

  // MARK: Pictures

  /// Whether the text ends with who took a picture.
  fileprivate var isCaption: Bool {
    guard length < 400 else { return false }
    return ends(withOneOf: [
      " 摄", "　摄", "摄)", "摄）", "摄影", "摄影报道", "供图", "资料图", "文/图", "图/文", "攝", "撮影",
    ]) || begins(withOneOf: ["Photo: ", "Photo by ", "Photograph: ", "Photograph by "])
  }

  /// The caption and the credit, parted before 本报记者 or the last blank but two.
  var captionAndCredit: (caption: String, credit: String?) {
    let scalars = unicodeScalars
    for mark in ["本报记者", "新华社", "通讯员", "记者", "（"] {
      guard let start = lastStart(of: mark), scalars[start...].count <= 25 else { continue }
      let caption = String(scalars[..<start]).trimmedOfBlanks
      if !caption.isEmpty { return (caption, String(scalars[start...])) }
    }
    return (self, nil)
  }

  /// Where `word` begins for the last time.
  private func lastStart(of word: String) -> String.Index? {
    let (scalars, word) = (unicodeScalars, word.unicodeScalars)
    return scalars.indices.last { scalars[$0] == word.first && scalars[$0...].starts(with: word) }
  }

  // MARK: Adverts

  /// Whether the line gives a telephone number: seven digits or more beside a word or a stroke.
  var hasTelephone: Bool {
    guard length <= 120 else { return false }
    let digits = unicodeScalars.count { ("0"..."9").contains($0) }
    guard digits >= 7 else { return false }
    let words = ["电话", "热线", "電話", "专线", "Tel", "TEL", "☎", "咨询", "手机"]
    return words.contains { holds($0) } || hasLongNumber
  }

  /// Whether a number such as 0374-2651546 stands in the line.
  private var hasLongNumber: Bool {
    var run = 0
    var dashed = false
    for scalar in unicodeScalars {
      if ("0"..."9").contains(scalar) {
        run += 1
        if dashed, run >= 7 { return true }
      } else if scalar == "-", run == 3 || run == 4 {
        (dashed, run) = (true, 0)
      } else {
        (dashed, run) = (false, 0)
      }
    }
    return false
  }

  /// Whether `word` occurs.
  func holds(_ word: String) -> Bool { lastStart(of: word) != nil }

  private func contains(oneOf marks: String) -> Bool {
    unicodeScalars.contains { marks.unicodeScalars.contains($0) }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter, told quickly for ASCII and CJK.
  fileprivate var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return properties.isAlphabetic
  }
}

/// The first characters of most Chinese names.
private let surnames = Set(
  """
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭\
  陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐\
  易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳\
  管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵\
  荀丛隋
  """.unicodeScalars)
