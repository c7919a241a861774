/// A day of the Chinese calendar, 1901 to 2100.
///
/// Newspapers print it in the masthead: 农历辛亥年闰三月廿三. What is printed is never corrected;
/// ``agrees(with:)`` lets a checker compare.
public struct LunarDate: Hashable, Sendable, CustomStringConvertible {
  /// The Gregorian year in which the lunar year begins.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// Whether it is a leap month (闰), which follows the month of the same number.
  public let isLeapMonth: Bool
  /// The day of the month, 1 to 30.
  public let day: Int

  /// The lunar date of a day, or nil before 1901-02-19 and after the lunar year 2100.
  public init?(_ date: CalendarDate) {
    var year = date.year
    guard LunarYear(year) != nil || LunarYear(year - 1) != nil else { return nil }
    if let own = LunarYear(year), date.dayNumber < own.firstDay { year -= 1 }
    if LunarYear(year) == nil { year -= 1 }
    guard let table = LunarYear(year) else { return nil }
    var rest = date.dayNumber - table.firstDay
    for (index, length) in table.monthLengths.enumerated() {
      if rest < length {
        (month, isLeapMonth) = table.month(at: index)
        (self.year, day) = (year, rest + 1)
        return
      }
      rest -= length
    }
    return nil
  }

  /// 辛亥年闰三月廿三.
  public var description: String {
    let leap = isLeapMonth ? "闰" : ""
    return yearName + "年" + leap + Self.monthNames[month - 1] + "月" + Self.dayNames[day - 1]
  }

  /// The year in the cycle of sixty (干支): 辛亥.
  public var yearName: String {
    let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    let branches = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]
    return stems[(year - 4) % 10] + branches[(year - 4) % 12]
  }

  static let monthNames = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  static let dayNames: [String] = {
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return digits.map { "初" + $0 } + digits.dropLast().map { "十" + $0 } + ["二十"]
      + digits.dropLast().map { "廿" + $0 } + ["三十"]
  }()
}

extension CalendarDate {
  /// Days since 1 March of the year 0, for differences.
  var dayNumber: Int {
    let (y, m) = month < 3 ? (year - 1, month + 9) : (year, month - 3)
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
  }
}

/// A lunar year by the table.
private struct LunarYear {
  let year: Int
  private let word: UInt32

  /// The year that begins in the Gregorian year `year`, or nil outside the table.
  init?(_ year: Int) {
    guard (1901...2100).contains(year) else { return nil }
    self.year = year
    word = lunarYears[year - 1901]
  }

  /// The day number of 正月初一.
  var firstDay: Int {
    (CalendarDate(year: year, month: 1, day: 21)?.dayNumber ?? 0) + Int(word >> 17)
  }

  /// The number of the month that a leap month repeats; 0 for none.
  private var leapMonth: Int { Int(word >> 13 & 0xF) }

  /// The lengths of the twelve or thirteen months.
  var monthLengths: [Int] {
    (0..<(leapMonth > 0 ? 13 : 12)).map { 29 + Int(word >> $0 & 1) }
  }

  /// The month at a place in the year, from 0.
  func month(at index: Int) -> (number: Int, isLeap: Bool) {
    leapMonth == 0 || index < leapMonth
      ? (index + 1, false) : (index, index == leapMonth)
  }
}

/// The lunar years from 1901: bit 0 to 12 are set for the months of 30 days, bits 13 to 16 are the
/// number of the month that is repeated, the bits above how many days after 21 January the year begins.
///
/// Computed from the new moons and solar terms, in the local time of Beijing before 1929 and in
/// that of 120° E since, as the almanac does. Three times, when one falls within minutes of midnight,
/// the printed almanac decides: the new moons of 24 April 1906 and 29 September 2057, and the solar
/// term of 24 July 1922, which makes the month before it the leap month.
private let lunarYears: [UInt32] = [
  0x3A0752, 0x240EA5, 0x10B64A, 0x34064B, 0x1C0A9B, 0x089556, 0x2E056A, 0x180B59,
  0x025752, 0x280752, 0x12DB25, 0x380B25, 0x200A4B, 0x0AB4AB, 0x3002AD, 0x1A056B,
  0x044B69, 0x2A0DA9, 0x16FD92, 0x3C0E92, 0x240D25, 0x0EBA4D, 0x340A56, 0x1E02B6,
  0x0695B5, 0x2E06D4, 0x180EA9, 0x045E92, 0x280E92, 0x12CD26, 0x36052B, 0x200A57,
  0x0AB2B6, 0x300B5A, 0x1C06D4, 0x066EC9, 0x2A0749, 0x14F693, 0x3A0A93, 0x24052B,
  0x0CCA5B, 0x320AAD, 0x1E056A, 0x089B55, 0x2E0BA4, 0x180B49, 0x025A93, 0x280A95,
  0x10F52D, 0x360536, 0x200AAD, 0x0CB5AA, 0x3005B2, 0x1A0DA5, 0x067D4A, 0x2C0D4A,
  0x150A95, 0x380A97, 0x240556, 0x0ECAB5, 0x320AD5, 0x1E06D2, 0x088EA5, 0x2E0EA5,
  0x18064A, 0x006C97, 0x260A9B, 0x12F55A, 0x36056A, 0x200B69, 0x0CB752, 0x320B52,
  0x1A0B25, 0x04964B, 0x2A0A4B, 0x1514AB, 0x3802AD, 0x22056D, 0x0ECB69, 0x340DA9,
  0x1E0D92, 0x089D25, 0x2E0D25, 0x195A4D, 0x3C0A56, 0x2602B6, 0x10C5B5, 0x3606D5,
  0x200EA9, 0x0CBE92, 0x320E92, 0x1C0D26, 0x046A56, 0x280A57, 0x1514D6, 0x3A035A,
  0x2206D5, 0x0EB6C9, 0x340749, 0x1E0693, 0x06952B, 0x2C052B, 0x160A5B, 0x02555A,
  0x26056A, 0x10FB55, 0x380BA4, 0x220B49, 0x0ABA93, 0x300A95, 0x1A052D, 0x048AAD,
  0x280AB5, 0x1535AA, 0x3A05D2, 0x240DA5, 0x0EDD4A, 0x340D4A, 0x1E0C95, 0x08952E,
  0x2C0556, 0x160AB5, 0x0255B2, 0x2806D2, 0x10CEA5, 0x360725, 0x20064B, 0x0AAC97,
  0x2E0CAB, 0x1A055A, 0x046AD6, 0x2A0B69, 0x157752, 0x3A0B52, 0x240B25, 0x0EDA4B,
  0x320A4B, 0x1C04AB, 0x06A55B, 0x2C05AD, 0x160B6A, 0x025B52, 0x280D92, 0x12FD25,
  0x360D25, 0x200A55, 0x0AB4AD, 0x3004B6, 0x1805B5, 0x046DAA, 0x2A0EC9, 0x171E92,
  0x3A0E92, 0x240D26, 0x0ECA56, 0x320A57, 0x1C04D6, 0x0686D5, 0x2C0755, 0x180749,
  0x006E93, 0x260693, 0x10F52B, 0x36052B, 0x1E0A5B, 0x0AB55A, 0x30056A, 0x1A0B65,
  0x04974A, 0x2A0B4A, 0x151A95, 0x3A0A95, 0x22052D, 0x0CCAAD, 0x320AB5, 0x1E05AA,
  0x068BA5, 0x2C0DA5, 0x180D4A, 0x027C95, 0x260C96, 0x10F94E, 0x360556, 0x200AB5,
  0x0AB5B2, 0x3006D2, 0x1A0EA5, 0x068E4A, 0x28068B, 0x130C97, 0x3804AB, 0x22055B,
  0x0CCAD6, 0x320B6A, 0x1E0752, 0x089725, 0x2C0B45, 0x160A8B, 0x00549B, 0x2604AB,
]
