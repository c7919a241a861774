/// The head of page 1: the name of the paper and the lines around it (报头, flag, 題字).
public struct Nameplate: Hashable, Sendable {
  /// The name, as set in the largest type: 连城日报.
  public var name: String
  /// The name in Latin letters or a motto under it, if printed.
  public var subtitle: String?
  /// Whose paper it is: 中共连城市委机关报.
  public var organ: String?
  /// The day of issue.
  public var date: DateLine
  /// The running number, as printed: 第9226期.
  public var number: String?
  /// The registration, as printed: 国内统一刊号 CN 00-0000.
  public var registration: String?
  /// Publisher, address, price, telephone, web site: one printed line each.
  public var imprint: [String]
  /// The name as the paper draws it, often in somebody's handwriting; shown in place of type.
  public var picture: Bitmap?

  /// Makes a nameplate; only the name is required.
  public init(
    name: String, subtitle: String? = nil, organ: String? = nil, date: DateLine = DateLine(),
    number: String? = nil, registration: String? = nil, imprint: [String] = [],
    picture: Bitmap? = nil
  ) {
    self.name = name
    self.subtitle = subtitle
    self.organ = organ
    self.date = date
    self.number = number
    self.registration = registration
    self.imprint = imprint
    self.picture = picture
  }
}

/// The day of issue, with the weekday and the lunar date as the paper prints them.
///
/// What is printed is never corrected; ``CalendarDate/weekday`` lets a checker compare.
public struct DateLine: Hashable, Sendable {
  /// The day, when it could be read.
  public var date: CalendarDate?
  /// The day in the paper's own words, when they differ from the usual form.
  public var printed: String?
  /// 星期四, Thursday.
  public var weekday: String?
  /// 农历甲辰年二月初一.
  public var lunar: String?

  /// Makes a date line; all parts may be missing.
  public init(
    date: CalendarDate? = nil, printed: String? = nil, weekday: String? = nil, lunar: String? = nil
  ) {
    self.date = date
    self.printed = printed
    self.weekday = weekday
    self.lunar = lunar
  }
}
