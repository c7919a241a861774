import Testing
import Typesetter

/// Where lines end in each tradition: bars stand where a line should end.
@Suite struct TraditionTests {
  @Test(arguments: [
    ("老桥通车当|日人流如织", 10), ("桥头的老|店，开门了", 10), ("工程已经完|工。人们", 10), ("（见第三|版面）", 10),
    ("今天登上了|《晚报》", 12), ("他只说：|“来了。”", 10), ("队员们喊|“加油”，|他笑了", 10), ("大家都说|‘好’字", 10),
    ("在Xi’an住|过三年", 9), ("坐G1024次|列车去", 9), ("改用|MacBook|写稿子", 8), ("约有|2,345.6|公里长", 8),
    ("上涨|4.75%吧", 8), ("票价|￥120吧", 7), ("水温|18℃吧", 6), ("走过长街|——尽头", 9), ("走过长街|……尽头", 9),
    ("三～|五天", 5), ("玛丽·|居里的", 6), ("上海／|南京线", 6), ("2019—|2020学年", 8), ("第三季|度A/B组", 7),
    ("去\u{A0}看\u{A0}海|吧朋友", 8), ("乙\u{2060}丙丁|戊己", 6), ("人民 |城市", 6), ("用Wi-|Fi上网", 6),
    ("前一段\n|后一段", 20), ("有👩‍🚀|们来", 4), ("他说……|是的吗", 7),
  ])
  func `simplified Chinese`(expected: String, measure: Int) {
    #expect(wrongLines(expected, .simplifiedChinese, measure) == nil)
  }

  @Test(arguments: [
    ("她說話：|「走吧！」", 10), ("今年的天|氣，很好", 10), ("《臺北》|『晚報』", 8), ("瑪麗·|居禮的", 6), ("他想了想|……走了", 9),
    ("約有|1,234.5|公里遠", 8),
  ])
  func `traditional Chinese`(expected: String, measure: Int) {
    #expect(wrongLines(expected, .traditionalChinese, measure) == nil)
  }

  @Test(arguments: [
    ("京都でシ|ャワーを", 8), ("村の|人々の|歌声", 6), ("雨が、|風だ", 7), ("彼らは|「ええ」", 8),
    ("はいね。|「いいえ」", 10), ("コーヒ|ーを飲|んだ", 6), ("一月|〜三|月に", 4), ("ジャン・|ポールは", 8), ("駅で|iPhoneを", 8),
    ("金は|百％だ", 6),
  ])
  func japanese(expected: String, measure: Int) {
    #expect(wrongLines(expected, .japanese, measure) == nil)
  }

  @Test(arguments: [
    ("오늘의 |날씨는 |맑음", 8), ("우리는 |대한민국 |사람", 10), ("모두 |7월 9일", 7), ("그는 |“한국”을 |사랑", 10),
    ("전체의 |50%가 |찬성", 8), ("대한민|국임시|정부", 7), ("韓國의 |首都", 7),
  ])
  func korean(expected: String, measure: Int) {
    #expect(wrongLines(expected, .korean, measure) == nil)
  }

  @Test(arguments: [
    ("the old |bridge", 9), ("a well-|kept |secret", 7), ("now—|never—|ever", 6),
    ("“Halt,” |she said", 8),
    ("don’t |wait", 6), ("read/|write it", 8), ("see |(page 3) |now", 8), ("mile\u{A0}9 |on", 7),
    ("it costs |$1,250.00", 10), ("1914–|1918 war", 8), ("wait ... |what", 8),
    ("news\u{AD}|paper", 5), ("news\u{AD}paper", 9), ("daily |news\u{AD}|paper", 6),
    ("incomp|letely", 6),
    ("http\u{200B}|server", 6), ("e\u{301}te\u{301}|e\u{301}", 3),
    ("a bit |up – or |so", 7), ("far |off ’twas", 9),
  ])
  func latin(expected: String, measure: Int) {
    #expect(wrongLines(expected, .latin, measure) == nil)
  }
}
