/// A day of the week, as newspapers name it.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case sunday
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday

  /// Reads the name in Chinese, Japanese, Korean, English, German, French, Spanish, Italian or
  /// Dutch: 星期四, 周四, 木曜日, 목요일, Thursday, Thu, Donnerstag, jeudi.
  ///
  /// Nil where `name` is no weekday, or one of a language not known here.
  public init?(named name: String) {
    let word = String(name.lowercased().filter { !$0.isWhitespace && $0 != "." && $0 != "," })
    for day in Weekday.allCases where Weekday.names[day.rawValue].contains(word) {
      self = day
      return
    }
    return nil
  }

  /// Sunday, Monday, ….
  public var englishName: String {
    let name = Weekday.names[rawValue][0]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The names of each day, Sunday first, without blanks and in small letters; English leads.
  private static let names = [
    [
      "sunday", "sun", "星期日", "星期天", "周日", "周天", "週日", "礼拜日", "禮拜日", "日曜日", "日曜", "일요일", "sonntag",
      "dimanche", "domingo", "domenica", "zondag",
    ],
    [
      "monday", "mon", "星期一", "周一", "週一", "礼拜一", "禮拜一", "月曜日", "月曜", "월요일", "montag", "lundi",
      "lunes", "lunedì", "maandag",
    ],
    [
      "tuesday", "tue", "tues", "星期二", "周二", "週二", "礼拜二", "禮拜二", "火曜日", "火曜", "화요일", "dienstag",
      "mardi", "martes", "martedì", "dinsdag",
    ],
    [
      "wednesday", "wed", "星期三", "周三", "週三", "礼拜三", "禮拜三", "水曜日", "水曜", "수요일", "mittwoch",
      "mercredi", "miércoles", "mercoledì", "woensdag",
    ],
    [
      "thursday", "thu", "thurs", "星期四", "周四", "週四", "礼拜四", "禮拜四", "木曜日", "木曜", "목요일",
      "donnerstag", "jeudi", "jueves", "giovedì", "donderdag",
    ],
    [
      "friday", "fri", "星期五", "周五", "週五", "礼拜五", "禮拜五", "金曜日", "金曜", "금요일", "freitag", "vendredi",
      "viernes", "venerdì", "vrijdag",
    ],
    [
      "saturday", "sat", "星期六", "周六", "週六", "礼拜六", "禮拜六", "土曜日", "土曜", "토요일", "samstag",
      "sonnabend",
      "samedi", "sábado", "sabato", "zaterdag",
    ],
  ]
}

extension CalendarDate {
  /// The day of the week.
  public var dayOfWeek: Weekday { Weekday.allCases[weekday] }
}
