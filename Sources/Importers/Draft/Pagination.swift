import NewsModel

extension Draft {
  /// Puts items that have no page on pages: in their order, a page for about what a newspaper page holds.
  ///
  /// Every item has one part, whose page is set here; each `group` begins a page of its own, which bears its
  /// name. A page takes ten items or 12,000 letters, whichever is less, but one item at least.
  mutating func addPages(for group: [DraftItem], named name: String?) {
    var (count, letters) = (0, 0)
    for var item in group {
      let size = item.letters
      if count == 0 || count >= 10 || letters + size > 12_000 {
        pages.append(DraftPage(name: name))
        (count, letters) = (0, 0)
      }
      (count, letters) = (count + 1, letters + size)
      if item.parts.isEmpty { item.parts = [DraftPart(page: 0)] }
      for index in item.parts.indices { item.parts[index].page = pages.count - 1 }
      items.append(item)
    }
  }
}

extension DraftItem {
  /// Takes the text of a piece of HTML as its only part; gives the pictures of it that lie in the folder or have
  /// words, as items of their own.
  mutating func take(_ body: HTMLBody, from file: String, _ job: ImportJob) -> [DraftItem] {
    parts = [DraftPart(page: 0, blocks: body.blocks)]
    parts[0].sources = [file]
    return body.pictures.enumerated().compactMap { index, picture in
      var item = DraftItem(
        id: "\(id)-picture-\(index + 1)", kind: .picture, reason: "picture of the text")
      item.parent = id
      item.parts = [DraftPart(page: 0)]
      if !picture.caption.isEmpty { item.parts[0].blocks = [Block(.paragraph, picture.caption)] }
      item.image = path(picture.source, from: file).flatMap { job.folder.holds($0) ? $0 : nil }
      return item.isEmpty ? nil : item
    }
  }
}
