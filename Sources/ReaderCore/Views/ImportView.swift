import LayoutEngine
public import ScreenModel
public import UnicodeTables

/// What stands on the screen while an issue is imported: of what, how far, and how to end it.
public struct ImportView {
  /// What is imported, as a person named it.
  public var source: String
  /// The size of the screen.
  public var size: Size
  /// Files that are read, files that are to be read, and the one being read; nil before the first.
  public var progress: (done: Int, total: Int, file: String)?
  /// Why there is no issue, where that is so.
  public var fault: String?
  private let widths: WidthPolicy

  /// Makes a view of an import that has not begun.
  public init(source: String, size: Size, widths: WidthPolicy = WidthPolicy()) {
    (self.source, self.size, self.widths) = (source, size, widths)
  }

  /// The most cells of a line: longer ones are tiring, and the bar tells no more.
  private static let measure = 60

  /// Draws it, in the middle of the screen.
  ///
  /// - Complexity: O(*n*) in the cells of the screen.
  public func render(_ dress: Dress) -> Frame {
    var frame = Frame(size: size, style: dress(.page))
    guard size.rows >= 1, size.columns >= 4 else { return frame }
    let cells = min(Self.measure, size.columns - 2)
    let lines = lines(cells)
    let (top, left) = (max(0, (size.rows - 1 - lines.count) / 2), (size.columns - cells) / 2)
    for (index, line) in lines.enumerated() where top + index < size.rows - 1 {
      let style = dress(line.isHead ? .ink(.headline) : .page)
      frame.write(
        line.text, row: top + index, column: left, before: left + cells, widths, style: style)
    }
    drawStatus(dress, on: &frame)
    return frame
  }

  private func drawStatus(_ dress: Dress, on frame: inout Frame) {
    let look = dress(fault == nil ? .status : .notice)
    frame.fill(
      Rect(column: 0, row: size.rows - 1, width: size.columns, height: 1), style: look)
    let words = fault == nil ? "q stops the import" : "Any key leaves"
    frame.write(
      words, row: size.rows - 1, column: 1, before: size.columns, widths, style: look)
  }

  // MARK: Lines

  private typealias Line = (text: String, isHead: Bool)

  private func lines(_ cells: Int) -> [Line] {
    if let fault {
      return wrapped("This could not be read.", cells).map { ($0, true) } + [("", false)]
        + wrapped(fault, cells).map { ($0, false) }
    }
    let head = wrapped("Importing " + source, cells).map { ($0, true) } + [("", false)]
    guard let progress else { return head }
    let bar = progress.total > 0 ? [bar(progress.done, progress.total, cells), ""] : []
    return head + (bar + [tail(of: progress.file, cells)]).map { ($0, false) }
  }

  /// `[#######-------]  12 of 48`.
  private func bar(_ done: Int, _ total: Int, _ cells: Int) -> String {
    let most = 999_999_999
    let (total, done) = (min(total, most), max(0, min(done, total, most)))
    let count = "  \(done) of \(total)"
    let room = max(1, cells - count.utf8.count - 2)
    let full = room * done / total
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full)
      + "]" + count
  }

  /// The end of a path, which tells files apart, where it is too long for a line.
  private func tail(of path: String, _ cells: Int) -> String {
    guard widths.cells(of: path) > cells else { return path }
    var (rest, room) = (path[...], cells - 3)
    while let last = rest.last, case let width = widths.cells(of: String(last)), width <= room {
      (rest, room) = (rest.dropLast(), room - width)
    }
    return "..." + path[rest.endIndex...]
  }

  /// A text in lines, parted at blanks, and in words where they are longer than a line.
  private func wrapped(_ text: String, _ cells: Int) -> [String] {
    var (lines, used) = ([""], 0)
    for word in text.split(separator: " ").prefix(200) {
      let width = widths.cells(of: String(word))
      if used > 0, used + 1 + width <= cells {
        lines[lines.count - 1] += " " + word
        used += 1 + width
        continue
      }
      if used > 0 {
        lines.append("")
        used = 0
      }
      for character in word {
        let width = widths.cells(of: String(character))
        if used > 0, used + width > cells {
          lines.append("")
          used = 0
        }
        lines[lines.count - 1].append(character)
        used += width
      }
    }
    return lines
  }
}
