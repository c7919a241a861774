import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct ImportViewTests {
  private let dress = Dress(.plain, .mono)

  private func rows(_ view: ImportView) -> [String] { view.render(dress).plainText }

  private func view(_ columns: Int, _ rows: Int) -> ImportView {
    ImportView(source: "papers/1858-12-07", size: Size(columns: columns, rows: rows))
  }

  @Test func `an import that is under way`() {
    var view = view(60, 12)
    view.progress = (12, 48, "papers/1858-12-07/text/1858-12-07_01-00012.xml")
    expectScreen(view.render(dress), named: "import-60x12")
  }

  @Test func `an import that came to nothing`() {
    var view = view(60, 12)
    view.fault =
      "papers/1858-12-07: could not be imported, for broadsheet-import ended before its time "
      + "(signal 11); the file is damaged or very unusual"
    expectScreen(view.render(dress), named: "import-fault-60x12")
  }

  @Test func `the bar is as full as the import, whatever the numbers`() {
    for (done, total, share) in [
      (0, 4, 0), (1, 4, 1), (2, 4, 2), (4, 4, 4), (9, 4, 4), (-3, 4, 0), (Int.max, Int.max, 4),
    ] {
      var view = view(62, 9)
      view.progress = (done, total, "f")
      let bar = rows(view).first { $0.contains("[") } ?? ""
      let (hashes, dashes) = (bar.count { $0 == "#" }, bar.count { $0 == "-" })
      #expect(hashes == (hashes + dashes) * share / 4, "\(done) of \(total): \(bar)")
    }
    var view = view(62, 9)
    view.progress = (3, 0, "f")
    #expect(!rows(view).contains { $0.contains("[") })
  }

  @Test func `any screen holds it, and any text`() {
    let names = [
      "", "a", String(repeating: "报", count: 300), String(repeating: "x y ", count: 400),
    ]
    for columns in 1...70 {
      for (height, name) in zip([1, 2, 3, 7], names) {
        var view = ImportView(source: name, size: Size(columns: columns, rows: height))
        view.progress = (1, 3, name)
        #expect(rows(view).count == height)
        view.fault = name
        #expect(rows(view).count == height)
      }
    }
  }
}
