import Foundation
import NewsModel
import Testing

private func lunarDate(_ day: String) throws -> LunarDate {
  let date = try #require(CalendarDate(day))
  return try #require(LunarDate(date))
}

private func lunar(_ day: String) -> String? {
  CalendarDate(day).flatMap { LunarDate($0) }?.description
}

@Test func `days have their lunar dates`() {
  let days = [
    "2020-07-15": "庚子年五月廿五", "2020-01-24": "己亥年十二月三十", "2020-01-25": "庚子年正月初一",
    "2031-05-14": "辛亥年闰三月廿三", "2024-02-01": "癸卯年十二月廿二", "2024-01-31": "癸卯年十二月廿一",
    "1901-02-19": "辛丑年正月初一", "2033-12-22": "癸丑年闰十一月初一", "2057-09-28": "丁丑年八月三十",
    "2057-09-29": "丁丑年九月初一", "1916-02-03": "丙辰年正月初一", "2101-01-28": "庚申年十二月廿九",
  ]
  for (day, expected) in days { #expect(lunar(day) == expected, "\(day)") }
  for day in ["1901-02-18", "1900-01-01", "2101-01-29", "2150-01-01"] { #expect(lunar(day) == nil) }
}

@Test func `every day of the table follows the one before`() throws {
  var before = try lunarDate("1901-02-19")
  for year in 1901...2100 {
    for month in 1...12 {
      for day in 1...31 {
        guard let date = CalendarDate(year: year, month: month, day: day),
          (year, month, day) > (1901, 2, 19)
        else { continue }
        let next = try #require(LunarDate(date))
        let isNextDay = next.day == before.day + 1 && next.month == before.month
        let isNextMonth =
          next.day == 1 && before.day >= 29
          && (next.month == before.month % 12 + 1 || next.isLeapMonth && next.month == before.month)
        #expect(isNextDay || isNextMonth, "\(date): \(before), \(next)")
        before = next
      }
    }
  }
}

@Test func `printed lunar dates are compared, as far as they go`() throws {
  let date = try lunarDate("2031-05-14")
  for text in ["农历辛亥年闰三月廿三", "辛亥年闰三月廿三", "農曆辛亥年閏三月廿三", "农历 闰三月 廿三", "闰三月二十三"] {
    #expect(date.agrees(with: text) == true, "\(text)")
  }
  for text in ["农历辛亥年三月廿三", "农历庚戌年闰三月廿三", "闰三月廿四", "闰四月廿三"] {
    #expect(date.agrees(with: text) == false, "\(text)")
  }
  for text in ["", "农历", "星期三", "三月", "2031年5月14日"] { #expect(date.agrees(with: text) == nil) }
  let december = try lunarDate("2024-02-01")
  for text in ["癸卯年十二月廿二", "腊月廿二", "臘月廿二"] { #expect(december.agrees(with: text) == true) }
}

@Test func `the table is ICU's calendar but for the days on which that is known to be wrong`()
  throws
{
  var calendar = Calendar(identifier: .chinese)
  calendar.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
  let wrong = [
    "1914-11-17"..."1914-12-16", "1916-02-03"..."1916-03-03", "1920-11-10"..."1920-12-09",
    "2057-09-28"..."2057-09-28", "2097-08-07"..."2097-09-05",
  ]
  var gregorian = Calendar(identifier: .gregorian)
  gregorian.timeZone = calendar.timeZone
  for year in 1902...2100 {
    for day in stride(from: 1, through: 364, by: 3) {
      let noon = DateComponents(year: year, month: 1, day: day, hour: 12)
      let date = try #require(gregorian.date(from: noon))
      let parts = gregorian.dateComponents([.year, .month, .day], from: date)
      let civil = try #require(
        CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
      if wrong.contains(where: { $0.contains(civil.description) }) { continue }
      let own = try #require(LunarDate(civil))
      let icu = calendar.dateComponents([.month, .day, .isLeapMonth], from: date)
      #expect(
        own.month == icu.month && own.day == icu.day && own.isLeapMonth == icu.isLeapMonth,
        "\(civil): \(own)")
    }
  }
}
