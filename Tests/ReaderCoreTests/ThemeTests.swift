import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import Testing

@Suite struct ThemeTests {
  @Test func `without colour, focus, link, absent link and label look different`() {
    for depth in ColorDepth.allCases {
      let dress = Dress(.plain, depth)
      let roles: [ThemeRole] = [.focus, .ink(.printedJump), .ink(.absentJump), .ink(.label)]
      #expect(Set(roles.map { dress($0) }).count == roles.count)
      #expect(Set([.page, .chosen, .key].map { dress($0) }).count == 3)
      #expect(Set([.page, .status, .notice].map { dress($0) }).count == 3)
      for role in ThemeRole.allCases {
        let style = dress(role)
        #expect((style.foreground, style.background) == (.standard, .standard), "\(role.name)")
      }
    }
  }

  @Test func `every role has a name of its own, that of its ink where it is one`() {
    let names = ThemeRole.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    #expect(InkRole.allCases.allSatisfy { ThemeRole.ink($0).name == $0.rawValue })
  }

  @Test func `a role takes from the page what it leaves open, and each depth its colour`() {
    let red = ThemeColor(direct: .rgb(200, 0, 0), indexed: .indexed(160), ansi: .indexed(1))
    let paper = ThemeColor(direct: .rgb(250, 240, 230), indexed: .indexed(255), ansi: .indexed(7))
    let theme = Theme(
      name: "test",
      styles: [
        .page: ThemeStyle(paper: paper, attributes: .dim),
        .ink(.label): ThemeStyle(ink: red, attributes: .bold),
      ])
    let wanted: [ColorDepth: Style] = [
      .mono: Style(attributes: .bold),
      .ansi: Style(foreground: .indexed(1), background: .indexed(7), attributes: .bold),
      .indexed: Style(foreground: .indexed(160), background: .indexed(255), attributes: .bold),
      .direct: Style(
        foreground: .rgb(200, 0, 0), background: .rgb(250, 240, 230), attributes: .bold),
    ]
    for depth in ColorDepth.allCases {
      #expect(theme.style(for: .ink(.label), depth) == wanted[depth])
      #expect(theme.style(for: .ink(.body), depth).attributes == [])
      #expect(theme.style(for: .ink(.body), depth).background == wanted[depth]?.background)
    }
  }

  @Test func `the item in focus is marked on every page view, and nothing else is`() throws {
    let look = Dress(.plain, .mono)(.focus)
    for size in Size.common {
      var reader = try Reader("minato-shimbun", size)
      while reader.state.page == 0 {
        let rects = reader.focusedModules.map(\.rect)
        let marked = reader.cells(of: look)
        #expect(!marked.isEmpty, "item \(reader.state.focus ?? -1), \(size)")
        #expect(marked.allSatisfy { cell in rects.contains { $0.contains(cell) } }, "\(size)")
        reader.press(.tab)
      }
      reader.press(.enter)
      #expect(reader.cells(of: look).isEmpty, "\(size)")
    }
  }

  @Test func `a link to an absent page does not look like one that leads somewhere`() throws {
    let dress = Dress(.plain, .mono)
    #expect(!Reader(.continued).cells(of: dress(.ink(.printedJump))).isEmpty)
    #expect(Reader(.cutOff).cells(of: dress(.ink(.printedJump))).isEmpty)
  }
}

extension Reader {
  /// The cells of the screen in that style.
  fileprivate func cells(of style: Style) -> [Point] {
    let frame = frame
    return frame.cells.indices.filter { frame.cells[$0].style == style }.map {
      Point(column: $0 % frame.size.columns, row: $0 / frame.size.columns)
    }
  }

  fileprivate var focusedModules: [Module] {
    guard let layout = state.layout else { return [] }
    return layout.folds[state.fold].modules.filter {
      layout.items[$0.item].place?.item == state.focus
    }
  }
}
