import NewsModel

/// Pages that show what a page is made of beside plain stories.
enum InventedElements {
  /// A page of stories, the second and the fifth of them in a box.
  static var boxes: Issue {
    var text = InventedText(seed: 3)
    var stories = text.stories(7)
    for boxed in [1, 4] { stories[boxed].boxed = true }
    return Issue(stories: stories)
  }

  /// A page of stories; the second has a sidebar, which the file lists last.
  static var sidebar: Issue {
    var text = InventedText(seed: 8)
    var stories = text.stories(7)
    stories[6].sidebarOf = stories[1].id
    stories[6].boxed = true
    return Issue(stories: stories)
  }

  /// A page whose first story has a pull quote between its paragraphs.
  static var quote: Issue {
    var text = InventedText(seed: 13)
    var stories = text.stories(5)
    let quote = Block(.pullQuote, text.chinese(23))
    stories[0].segments[0].blocks.insert(quote, at: 2)
    return Issue(stories: stories)
  }

  /// A page of two stories with briefs and pointers to other pages.
  static var lists: Issue {
    var text = InventedText(seed: 21)
    let stories = text.stories(2)
    let refers = (2...5).map { page in
      Refer(text: text.chinese(6 + 5 * page), page: String(page * page))
    }
    let box = ReferBox(id: "r", label: "导读", refers: refers)
    return Issue(stories: stories, items: [.briefs(text.briefs(5)), .refers(box)])
  }

  /// A page of stories before which the file lists an advert with running text.
  static var advertisedText: Issue {
    var text = InventedText(seed: 17)
    var stories = text.stories(5)
    stories[0].kind = .advert
    return Issue(stories: stories)
  }

  /// A page with adverts at its foot.
  static func adverts(_ count: Int) -> Issue {
    var text = InventedText(seed: 5)
    let adverts = (0..<count).map { number in
      PageItem.advert(
        Advert(
          id: "x\(number)",
          lines: [text.chinese(4), text.chinese(8 + number), "电话 0000-000\(number)"]))
    }
    return Issue(stories: text.stories(4), items: adverts)
  }
}
