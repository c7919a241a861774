import NewsModel
import Testing

@Test func `labels are equal whatever zeros, widths and scripts they are printed in`() {
  let groups = [
    ["8", "08", "008", "第八版", "第8版", "８", "〇八"], ["A8", "a08", "A-8", "Ａ８", "A 8", "第A8版"],
    ["12", "十二", "一二", "第十二版"], ["21", "二十一", "廿一"], ["103", "一百零三", "一〇三"], ["20", "二十", "廿"],
  ]
  for group in groups {
    #expect(Set(group.map { PageLabel($0) }).count == 1, "\(group)")
  }
  #expect(Set(groups.map { PageLabel($0[0]) }).count == groups.count)
  #expect(PageLabel("第A08版").description == "A8")
  #expect(PageLabel("封面").number == nil)
}

@Test func `only days that exist are dates`() {
  for text in ["2031-05-14", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
    #expect(CalendarDate(text)?.description == text)
  }
  let others = [
    "2031-02-29", "1900-02-29", "2031-13-01", "2031-00-01", "2031-04-31", "2031-5-14",
    "2031-05-14 ",
    "2031/05/14", "", "-031-05-14", "0000-01-01", "+031-05-14",
  ]
  for text in others { #expect(CalendarDate(text) == nil, "\(text)") }
}

@Test func `days have their weekdays`() throws {
  let days = [
    "2031-05-14": Weekday.wednesday, "2020-07-15": .wednesday, "1900-01-01": .monday,
    "2000-02-29": .tuesday, "2024-02-01": .thursday, "1868-10-01": .thursday, "2031-05-18": .sunday,
  ]
  for (text, weekday) in days {
    let date = try #require(CalendarDate(text))
    #expect(date.dayOfWeek == weekday, "\(text)")
  }
}

@Test func `weekdays are read in the words of many papers`() {
  let words: [Weekday: [String]] = [
    .sunday: ["星期日", "星期天", "周日", "日曜日", "일요일", "Sunday", "SUNDAY", "Sonntag", "dimanche"],
    .monday: ["星期一", "週一", "月曜", "월요일", "Mon.", "Montag", "lundi", "lunes"],
    .wednesday: ["星期三", "水曜日", "수요일", "Wednesday,", "Mittwoch", "mercredi", "woensdag"],
    .saturday: ["星期六", "土曜日", "토요일", "Saturday", "Sonnabend", "samedi", "sábado"],
  ]
  for (weekday, names) in words {
    for name in names { #expect(Weekday(named: name) == weekday, "\(name)") }
  }
  for name in ["", "星期八", "May", "日", "Someday"] { #expect(Weekday(named: name) == nil) }
  #expect(Weekday.allCases.map(\.englishName).first == "Sunday")
}

@Test func `a language is also each of its parts`() {
  let tag = LanguageTag("zh-Hant-TW")
  #expect(tag.matches("zh") && tag.matches("ZH-hant") && tag.matches("zh-Hant-TW"))
  #expect(!tag.matches("zh-Hans") && !tag.matches("z") && !tag.matches("zh-Hant-TW-x"))
}
