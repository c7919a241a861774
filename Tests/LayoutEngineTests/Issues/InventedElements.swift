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
