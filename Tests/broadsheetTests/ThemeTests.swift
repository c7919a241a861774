import LayoutEngine
import ReaderCore
import ScreenModel
import Testing
import broadsheet

/// Every theme can be read: by its file, by its contrast and without its colours.
@Suite struct ThemeTests {
  private static let names = ["newsprint-light", "newsprint-dark", "high-contrast", "mono"]

  private func theme(_ name: String) throws -> Theme {
    try ThemeFile(path: Broadsheet.root + "/Themes/" + name + ".yaml").theme
  }

  @Test(arguments: names)
  func `text stands out from its paper by 4,5 to 1 or more`(name: String) throws {
    let theme = try theme(name)
    for depth in [ColorDepth.ansi, .indexed, .direct] {
      for role in ThemeRole.allCases where role != .ink(.rule) {
        let style = theme.style(for: role, depth)
        guard let ink = Luminance(style.foreground), let paper = Luminance(style.background) else {
          #expect(style.foreground == .standard && style.background == .standard)
          continue
        }
        let contrast = ink.contrast(with: paper)
        #expect(contrast >= 4.5, "\(name) \(role.name) at \(depth): \(contrast)")
      }
    }
  }

  @Test(arguments: names)
  func `no meaning is carried by colour alone`(name: String) throws {
    let theme = try theme(name)
    func attributes(_ role: ThemeRole) -> Attributes { theme.style(for: role, .mono).attributes }
    let pairs: [(ThemeRole, ThemeRole)] = [
      (.focus, .ink(.headline)), (.focus, .ink(.leadHeadline)), (.focus, .ink(.brief)),
      (.focus, .ink(.caption)), (.focus, .ink(.advert)), (.focus, .ink(.label)),
      (.ink(.printedJump), .ink(.absentJump)), (.ink(.printedJump), .ink(.body)),
      (.ink(.cut), .ink(.body)), (.ink(.headline), .ink(.body)), (.ink(.crosshead), .ink(.body)),
      (.ink(.label), .ink(.body)), (.status, .page), (.notice, .status), (.chosen, .page),
      (.key, .page),
    ]
    for (one, other) in pairs {
      #expect(attributes(one) != attributes(other), "\(name): \(one.name) looks like \(other.name)")
    }
  }

  @Test func `every file of the themes folder is one of those tested`() throws {
    let shelf = ThemeShelf(folders: [Broadsheet.root + "/Themes"])
    #expect(shelf.names == Self.names.sorted())
  }

  @Test(arguments: [
    ("roles: {headlines: {ink: x}}", "1:9: unknown role headlines"),
    ("palette:\n  ink: {direct: \"#12\"}", "2:17: a direct colour is written #rrggbb"),
    ("palette:\n  ink: {indexed: 256}", "2:18: an indexed colour"),
    ("palette:\n  ink: {ansi: mauve}", "2:15: unknown colour mauve"),
    ("roles: {page: {ink: nowhere}}", "1:21: colour nowhere is not in the palette"),
    ("roles: {page: {attributes: [loud]}}", "1:29: unknown attribute loud"),
    ("roles: {page: {attributes: bold}}", "1:28: attributes are a list"),
    ("roles: {page: bold}", "1:15: names with values"),
    ("roles: 3", "1:8: names with values"),
    ("palette: {ink: {rgb: 3}}", "1:17: unknown field rgb"),
    ("colours: 3", "1:1: unknown field colours"),
    ("roles: [", "1:"),
  ])
  func `a fault in a theme is named with its place`(text: String, sentence: String) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(text, to: "odd.yaml")
    let fault = #expect(throws: ThemeFault.self) { try ThemeFile(path: file) }
    #expect(fault?.sentence.contains(sentence) == true, "\(fault?.sentence ?? "")")
  }
}

/// The relative luminance of a colour (WCAG 2.2), in floating point: tests may use it.
private struct Luminance {
  let value: Double

  init?(_ color: Color) {
    guard let (red, green, blue) = color.channels else { return nil }
    value = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  func contrast(with other: Luminance) -> Double {
    (max(value, other.value) + 0.05) / (min(value, other.value) + 0.05)
  }
}

/// A channel of sRGB as a share of light.
private func linear(_ channel: Int) -> Double {
  let share = Double(channel) / 255
  return share <= 0.04045 ? share / 12.92 : power2Point4((share + 0.055) / 1.055)
}

/// The fifth root of the twelfth power, by Newton's method.
private func power2Point4(_ base: Double) -> Double { fifthRoot(power12(base)) }

private func power12(_ base: Double) -> Double {
  let square = base * base
  let fourth = square * square
  return fourth * fourth * fourth
}

private func fifthRoot(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  var root = 1.0
  for _ in 0..<200 { root -= (root - value / (root * root * root * root)) / 5 }
  return root
}

extension Color {
  /// Red, green and blue as xterm shows them; nil for the terminal's own colour.
  fileprivate var channels: (Int, Int, Int)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .indexed(let index) where index < 16: Self.palette[Int(index)]
    case .indexed(let index) where index < 232:
      (
        Self.level(Int(index - 16) / 36), Self.level(Int(index - 16) / 6 % 6),
        Self.level(Int(index - 16) % 6)
      )
    case .indexed(let index):
      (8 + 10 * Int(index - 232), 8 + 10 * Int(index - 232), 8 + 10 * Int(index - 232))
    }
  }

  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  private static let palette = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
