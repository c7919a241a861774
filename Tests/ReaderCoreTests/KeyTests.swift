import ReaderCore
import ScreenModel
import Testing

@Suite struct KeyTests {
  @Test func `every action is reached by each of its keys`() throws {
    let (keymap, state) = (Keymap(), try Reader("liancheng-daily").state)
    for entry in actionCatalog {
      #expect(!entry.keys.isEmpty, "\(entry.name)")
      for key in entry.keys {
        #expect(keymap.action(for: .key(key), in: state) == entry.action, "\(entry.name)")
      }
    }
  }

  @Test func `no key asks for two things, no name and no action stands twice`() {
    let keys = actionCatalog.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(actionCatalog.map(\.name)).count == actionCatalog.count)
    #expect(Set(actionCatalog.map(\.action)).count == actionCatalog.count)
  }

  @Test func `names and helps are words of one form`() {
    for entry in actionCatalog {
      #expect(entry.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(entry.name)")
      #expect(entry.help.first?.isLowercase == true && entry.help.last != ".", "\(entry.name)")
    }
  }

  @Test func `keys have names of their own`() {
    let keys = actionCatalog.flatMap(\.keys) + [.delete, .control("g")]
    #expect(Set(keys.map(\.label)).count == keys.count)
    #expect(keys.allSatisfy { !$0.label.isEmpty && !$0.label.contains(" ") })
  }

  @Test func `the help lists every action and every key`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 100, rows: 12))
    reader.press(.function(1))
    var rows: [String] = []
    repeat {
      rows += reader.frame.plainText.dropFirst(2).dropLast(2)
      reader.type(" ")
    } while reader.state.notice == nil
    for entry in actionCatalog where !entry.name.hasPrefix("page-") {
      let row = rows.filter { $0.hasSuffix(" " + entry.help) }
      #expect(row.count == 1, "\(entry.name)")
      for key in entry.keys { #expect(row.first?.contains(key.label) == true, "\(entry.name)") }
    }
    #expect(rows.contains { $0.contains("1 … 9") })
  }

  @Test func `while a label is typed, keys are letters of it`() throws {
    var reader = try Reader("harbour-gazette")
    reader.type("gqA?")
    #expect(reader.state.typedLabel == "qA?" && reader.effects.isEmpty)
    #expect(reader.statusLine.contains("Page: qA?"))
    #expect(reader.frame.cursor?.row == 23)
    reader.press(.backspace, .delete)
    #expect(reader.state.typedLabel == "q")
    let before = reader.sight
    reader.press(.up, .tab, .pageDown, .function(1))
    #expect(reader.sight == before && reader.state.typedLabel == "q")
    reader.press(.backspace)
    #expect(reader.state.typedLabel == "")
    reader.press(.backspace)
    #expect(reader.state.typedLabel == nil && reader.frame.cursor == nil)
    for key in [Key.escape, .control("c"), .control("g")] {
      reader.type("g7")
      reader.press(key)
      #expect(reader.sight == before && reader.state.typedLabel == nil && reader.effects.isEmpty)
    }
  }

  @Test func `events that are no keys ask for what they mean`() throws {
    let (keymap, state) = (Keymap(), try Reader("liancheng-daily").state)
    let point = Point(column: 4, row: 2)
    let wanted: [(InputEvent, Action?)] = [
      (.mouse(.wheelDown, at: point, clicks: 1), .nextScreen),
      (.mouse(.wheelUp, at: point, clicks: 1), .previousScreen),
      (.mouse(.left, at: point, clicks: 2), .click(point, count: 2)),
      (.mouse(.right, at: point, clicks: 1), nil), (.resumed, .redraw), (.hangUp, .quit),
      (.endRequested(.terminate), .quit),
      (.resize(Size(columns: 9, rows: 9)), .resize(Size(columns: 9, rows: 9))),
      (.key(.function(12)), nil),
    ]
    for (event, action) in wanted { #expect(keymap.action(for: event, in: state) == action) }
  }

  @Test func `what the shell has to do comes back as effects`() throws {
    var reader = try Reader("liancheng-daily")
    let wanted: [(Key, Effect)] = [
      (.character("q"), .quit), (.control("c"), .quit), (.control("z"), .suspend),
      (.control("l"), .redraw), (.character("T"), .nextTheme),
    ]
    let before = reader.sight
    for (key, effect) in wanted {
      reader.press(key)
      #expect(reader.effects == [effect] && reader.sight == before)
    }
  }
}
