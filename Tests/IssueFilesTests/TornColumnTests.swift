import IssueFiles
import NewsModel
import TestSupport
import Testing

/// Torn columns of invented pages: neighbours, far openings, copies, jump lines below sidebars.
@Suite struct TornColumnTests {
  /// A Chinese page whose lead was torn: its opening stands below another story, and ends inside a word.
  private static let page = """
    灯塔修好了

    ——东港旧灯塔修缮记

    本报记者 江晚舟

    塔的老钥匙交到了守塔人手里。守塔人说，灯塔的门一百年没有换过锁，这把钥匙他会传下去。

    先补石头

    工匠用了三个月补石头，先拆下来，再一块一块地洗净，每一块都编了号，砌回原来的地方，墙上“旧的归

    旧的，新的归新的”，一眼就能看出来。灯塔的台阶也重新铺过。

    (下转第四版)

    渔市搬新家

    本报讯（记者 秦朗）东港渔市昨天搬进了新棚，摊位从三十个增加到五十个，早市提前到四点开门。

    (下转第三版)

    春天的早晨，海面上起了雾，东港的旧灯塔在雾里亮了起来，这是它三十年来第一次点灯。

    站在塔下的人都抬着头，孩子们数着灯光转过的圈数，老人们说起从前的船和从前的灯

    """

  private func stories(_ text: String, _ overrides: TextOverrides = TextOverrides()) -> [Article] {
    reconstruct(Array(text.utf8), named: "page", overrides).issue.articles
  }

  @Test func `an opening that was read far from its head goes before the rest of its word`() {
    let articles = stories(Self.page)
    #expect(articles.count == 2)
    #expect(
      articles[0].segments[0].blocks.map(\.text).prefix(2) == [
        "春天的早晨，海面上起了雾，东港的旧灯塔在雾里亮了起来，这是它三十年来第一次点灯。",
        "站在塔下的人都抬着头，孩子们数着灯光转过的圈数，老人们说起从前的船和从前的灯塔的老钥匙交到了守塔人手里。守塔人说，灯塔的门一百年没有换过锁，这把钥匙他会传下去。",
      ])
  }

  @Test func `a quotation that is cut is one paragraph, and that without a question`() {
    let made = reconstruct(Array(Self.page.utf8), named: "page")
    let text = made.issue.articles[0].segments[0].blocks.map(\.text)
    #expect(text.contains { $0.contains("旧的归旧的，新的归新的”") })
    #expect(made.joins.contains { $0.decision == .auto && $0.left == 11 && $0.right == 13 })
    #expect(made.joins.filter { $0.left == 25 }.map(\.decision) == [.check])
  }

  @Test func `what a person has said goes before what the words tell`() {
    var overrides = TextOverrides()
    overrides.parted = [[11, 13]]
    overrides.kinds = [9: .body]
    let blocks = stories(Self.page, overrides)[0].segments[0].blocks
    #expect(!blocks.contains { $0.text.contains("旧的归旧的") })
    #expect(!blocks.contains { $0.role == .crosshead })
    overrides = TextOverrides()
    overrides.joins = [25: 19]
    #expect(stories(Self.page, overrides)[1].segments[0].blocks.count == 2)
  }

  @Test func `a jump line below a finished sidebar belongs to the story that breaks off`() {
    let text = """
      长堤合龙

      本报记者 秦朗

      昨天下午三点，长堤最后一块石头落了水，两岸的人都喊了起来，堤上的红旗从这头插到那头，一眼望不到边

      记者手记

      堤上的人

      秦朗

      堤修好了，人还在堤上。他们说，水来了才算完。

      (下转第六版)

      """
    let articles = stories(text)
    #expect(articles[0].segments[0].jump?.page == "6")
    #expect(articles[1].segments[0].jump == nil)
    #expect(articles[1].sidebarOf == articles[0].id)
  }

  @Test func `a long paragraph that was read twice stands once, a refrain as often as it is sung`()
  {
    let line = "潮来潮去，灯明灯灭，东港的人都记得那一年冬天的风和那一年冬天的船，还有那一年冬天的灯。"
    let twice = reconstruct(Array("海\n\n\(line)\n\n中间还有一句话，说的是别的事情。\n\n\(line)\n".utf8), named: "a")
    #expect(twice.duplicates.count == 1)
    let thrice = reconstruct(Array("海\n\n\(line)\n\n\(line)\n\n\(line)\n".utf8), named: "a")
    #expect(thrice.duplicates.isEmpty)
  }

  @Test func `every line of a text has one place in the report, and none is changed`() {
    let report = textReport(of: Array(Self.page.utf8), named: "page.txt")
    for (number, line) in Self.page.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty {
      #expect(
        report.json.contains("\"number\":\(number + 1),\"text\":\"\(line)\""), "\(number + 1)")
    }
    #expect(report.json.contains("\"unowned\":{\"lines\":0,\"characters\":0}"))
  }

  @Test func `a weekday or a lunar date that is not that of the day is named with its place`()
    throws
  {
    let head = "东港日报\n\n2031年5月14日\n星期四 农历辛亥年闰三月廿四\n\n第9226期\n\n" + Self.page
    let folder = ScratchFolder(["p.txt": head])
    let faults = checkIssue(at: folder.path + "/p.txt").map(\.description)
    #expect(faults.count == 2)
    #expect(faults.first?.contains("p.txt:4:1: 2031-05-14 is a Wednesday") == true)
    #expect(faults.last?.contains("p.txt:4:5: ") == true)
    let right = head.replacing("星期四", with: "星期三").replacing("廿四", with: "廿三")
    let mended = ScratchFolder(["p.txt": right])
    #expect(checkIssue(at: mended.path + "/p.txt").isEmpty)
  }

  @Test func `a fault of an overrides file is named with its place, and the rest holds`() throws {
    let folder = ScratchFolder([
      "p.txt": Self.page,
      "p.txt.overrides": "# said by hand\npart 11 13\n  type 5 x\njoin 3\nfoo\n",
    ])
    let faults = checkIssue(at: folder.path + "/p.txt").map(\.description)
    #expect(faults.count == 3)
    #expect(faults[0].contains("p.txt.overrides:3:10: "))
    #expect(faults[1].contains("p.txt.overrides:4:6: "))
    #expect(faults[2].contains("p.txt.overrides:5:1: "))
    let blocks = try readIssue(at: folder.path + "/p.txt").issue.articles[0].segments[0].blocks
    #expect(!blocks.contains { $0.text.contains("旧的归旧的") })
  }
}
