import ScreenModel

extension PageLayout {
  /// Some rows of the first fold as a page of their own, for those who scroll: what reaches into them, each
  /// thing as many rows higher as there are above them.
  ///
  /// Ink is left out that stands in other rows, but for rules in the row above and the row below, which
  /// others meet.
  ///
  /// - Complexity: O(*n*) in what stands on the page.
  public func window(_ rows: Range<Int>) -> PageLayout {
    let page = folds[0]
    var fold = Fold()
    fold.modules = page.modules.filter { $0.rect.reaches(into: rows) }
      .map { $0.cropped(to: rows).moved(up: rows.lowerBound) }
    let sight = rows.lowerBound - 1..<rows.upperBound + 1
    fold.rules = page.rules.compactMap { rule in
      rule.rect.cropped(to: sight).map {
        Rule(rect: $0.moved(up: rows.lowerBound), weight: rule.weight)
      }
    }
    fold.furniture = page.furniture.filter { $0.rect.reaches(into: rows) }.map {
      Furniture(role: $0.role, rect: $0.rect.moved(up: rows.lowerBound), text: $0.text)
    }
    var window = PageLayout(
      label: label, paper: paper, size: Size(columns: size.columns, rows: rows.count), mode: mode,
      grid: grid, typography: typography, items: items, folds: [fold])
    (window.arrangement, window.loosened, window.isWhole) = (arrangement, loosened, isWhole)
    return window
  }
}

extension Rect {
  /// Whether it shares a row with those.
  fileprivate func reaches(into rows: Range<Int>) -> Bool {
    row < rows.upperBound && bottom > rows.lowerBound
  }

  /// What of it lies in those rows; nil for nothing.
  fileprivate func cropped(to rows: Range<Int>) -> Rect? {
    let (first, end) = (max(row, rows.lowerBound), min(bottom, rows.upperBound))
    return first < end ? Rect(column: column, row: first, width: width, height: end - first) : nil
  }

  fileprivate func moved(up rows: Int) -> Rect {
    Rect(column: column, row: row - rows, width: width, height: height)
  }
}

extension Module {
  /// The module without what stands in other rows; its rectangle stays.
  fileprivate func cropped(to rows: Range<Int>) -> Module {
    var module = self
    module.heads.removeAll { !$0.rect.reaches(into: rows) }
    module.pictures.removeAll { !$0.rect.reaches(into: rows) }
    module.jumps.removeAll { !$0.rect.reaches(into: rows) }
    module.legs = legs.map { $0.cropped(to: rows) }
    module.captions = captions.map { $0.cropped(to: rows) }
    return module
  }

  fileprivate func moved(up rows: Int) -> Module {
    var module = Module(
      item: item, rect: rect.moved(up: rows), columns: columns, part: part, isBoxed: isBoxed)
    module.heads = heads.map { $0.moved(rows: -rows, columns: 0) }
    module.legs = legs.map { $0.moved(up: rows) }
    module.captions = captions.map { $0.moved(up: rows) }
    module.pictures = pictures.map {
      PlacedPicture(rect: $0.rect.moved(up: rows), image: $0.image, art: $0.art)
    }
    module.jumps = jumps.map {
      JumpLine(
        kind: $0.kind, rect: $0.rect.moved(up: rows), text: $0.text, prepared: $0.prepared,
        lines: $0.lines, page: $0.page, remainingLines: $0.remainingLines)
    }
    return module
  }
}

extension Leg {
  fileprivate func cropped(to rows: Range<Int>) -> Leg {
    Leg(rect: rect, lines: lines.filter { rows.contains($0.row) }, usedRows: usedRows)
  }

  fileprivate func moved(up rows: Int) -> Leg {
    let lines = lines.map {
      PlacedLine(
        row: $0.row - rows, column: $0.column, paragraph: $0.paragraph, line: $0.line,
        stretch: $0.stretch)
    }
    return Leg(rect: rect.moved(up: rows), lines: lines, usedRows: usedRows)
  }
}
