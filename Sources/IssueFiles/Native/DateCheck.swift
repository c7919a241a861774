import NewsModel

extension DateLine {
  /// What is wrong with the printed weekday: it is not that of the day.
  var weekdayFault: IssueFault? {
    guard let date, let printed = weekday, let said = Weekday(named: printed),
      said != date.dayOfWeek
    else { return nil }
    return .weekdayMismatch(
      printed: printed, date: date.description, weekday: date.dayOfWeek.englishName)
  }

  /// What is wrong with the printed lunar date: it is not that of the day.
  var lunarFault: IssueFault? {
    guard let date, let printed = lunar, let known = LunarDate(date),
      known.agrees(with: printed) == false
    else { return nil }
    return .lunarMismatch(printed: printed, date: date.description, lunar: known.description)
  }
}
