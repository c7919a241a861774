/// A page label in canonical form: section letters and number, without zeros.
///
/// `A08`, `A-8` and `a8` are one label; so are `8`, `08` and `第八版`.
public struct PageLabel: Hashable, Sendable, CustomStringConvertible {
  /// The section letters in upper case, or none.
  public let section: String
  /// The page number; nil where the label has none.
  public let number: Int?

  /// Reads a label as printed: Latin letters, then Arabic, full-width or Chinese digits.
  public init(_ printed: String) {
    var section = ""
    var digits = ""
    for scalar in printed.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
      case 0x41...0x5A where digits.isEmpty, 0x61...0x7A where digits.isEmpty:
        section.unicodeScalars.append(Unicode.Scalar(UInt8(value & ~0x20)))
      default: break
      }
    }
    self.section = section
    number = digits.isEmpty ? PageLabel.chineseNumber(in: printed) : Int(digits)
  }

  /// `A8`, `8`.
  public var description: String { section + (number.map(String.init) ?? "") }

  /// The number written with Chinese digits, 1 to 999: 八, 十二, 二十一, 一百零三, 〇八.
  static func chineseNumber(in text: String) -> Int? {
    let digits: [Character: Int] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    var (total, latest, found) = (0, 0, false)
    for character in text {
      if let digit = digits[character] {
        latest = latest * (latest > 0 ? 10 : 1) + digit
        found = true
      } else if character == "十" || character == "百" || character == "廿" {
        let unit = character == "百" ? 100 : 10
        total += character == "廿" ? 20 : max(1, latest) * unit
        (latest, found) = (0, true)
      }
    }
    return found ? total + latest : nil
  }
}
