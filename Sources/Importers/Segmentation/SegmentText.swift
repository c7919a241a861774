/// What is seen of a line's text; told once for each line.
struct SegmentText {
  /// How many letters it has, how many of them are capitals; how many digits and signs.
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var digits = 0
  private(set) var signs = 0
  /// Whether its first letter is small.
  private(set) var beginsSmall = false
  /// Whether it ends with a hyphen.
  private(set) var endsInHyphen = false
  /// How many words have letters or digits, and how many of these are none.
  private var words = 0
  private var garbledWords = 0

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) {
    var word = Word()
    for scalar in text.unicodeScalars {
      let letter = SegmentLetter(scalar)
      count(letter)
      if letter == .blank { end(&word) } else { word.add(letter) }
    }
    end(&word)
    endsInHyphen = text.unicodeScalars.last?.isHyphen ?? false
  }

  private mutating func count(_ letter: SegmentLetter) {
    switch letter {
    case .small, .capital, .other:
      if letters == 0 { beginsSmall = letter == .small }
      letters += 1
      capitals += letter == .capital ? 1 : 0
    case .digit: digits += 1
    case .joint, .sign: signs += 1
    case .blank: break
    }
  }

  private mutating func end(_ word: inout Word) {
    if word.length > 0 {
      words += 1
      garbledWords += word.isGarbled ? 1 : 0
    }
    word = Word()
  }

  /// Whether nearly all letters are capitals.
  var isCapitals: Bool { capitals * 10 >= letters * 8 }
  /// Whether it is stains that were taken for letters.
  var isNoise: Bool {
    letters + digits < 2 || (letters + digits) * 10 < (letters + digits + signs) * 6
  }
  /// Whether half of the words are none: capitals behind small letters, digits and signs among letters, single
  /// Latin letters.
  var isGarbled: Bool { garbledWords * 2 >= max(1, words) }
}

/// A word while a text is looked at.
private struct Word {
  /// How many letters and digits it has.
  private(set) var length = 0
  private var isBroken = false
  private var last = SegmentLetter.blank
  /// Whether a sign came behind the last letter.
  private var hasSign = false
  private var hasOther = false

  mutating func add(_ letter: SegmentLetter) {
    switch letter {
    case .sign: hasSign = length > 0
    case .joint, .blank: last = .blank
    case .small, .capital, .other, .digit:
      let isMixed = last != .blank && (last == .digit) != (letter == .digit)
      if isMixed || hasSign || last == .small && letter == .capital { isBroken = true }
      hasOther = hasOther || letter == .other
      (length, last, hasSign) = (length + 1, letter, false)
    }
  }

  /// Whether it is no word; of other scripts nothing is said.
  var isGarbled: Bool { !hasOther && (isBroken || length == 1 && last != .digit) }
}

/// What a character is in a line of a newspaper.
enum SegmentLetter {
  case blank, small, capital, digit, sign
  /// A sign that may stand inside a word: an apostrophe, a hyphen, a full stop.
  case joint
  /// A letter that is neither small nor capital: of Chinese, Japanese, Arabic.
  case other

  /// Whether it is a letter of any script.
  var isLetter: Bool { self == .small || self == .capital || self == .other }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20: self = .blank
    case 0x61...0x7A: self = .small
    case 0x41...0x5A: self = .capital
    case 0x30...0x39: self = .digit
    case 0x27, 0x2D, 0x2E, 0x2019, 0xAD: self = .joint
    case 0..<0x80: self = .sign
    default:
      let properties = scalar.properties
      if properties.isLowercase {
        self = .small
      } else if properties.isUppercase {
        self = .capital
      } else if properties.isAlphabetic {
        self = .other
      } else {
        self = properties.numericType != nil ? .digit : .sign
      }
    }
  }
}
