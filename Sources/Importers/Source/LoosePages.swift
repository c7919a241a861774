import NewsModel

extension ImportJob {
  /// At most so many files, with a note that says how many are left out.
  func atMost(_ count: Int, of paths: [String]) -> [String] {
    guard paths.count > count, let last = paths.prefix(count).last else { return paths }
    let rest = paths.count - count
    note(
      last,
      "is the last of \(count) files that are read; \(rest) more are left out, name a smaller folder"
    )
    return Array(paths.prefix(count))
  }

  /// A name for an issue that has none: that of the folder, or of the file where it was named alone; without
  /// the day and the endings.
  func titleFromPath(_ path: String) -> String {
    let steps = folder.name(of: path).split(separator: "/").map(String.init)
    let name = files.count == 1 ? steps.last : steps.dropLast().last { $0 != "." && $0 != ".." }
    let stem = (name ?? steps.last ?? path).prefix { $0 != "." }
    return stem.isEmpty ? path : String(stem)
  }

  /// Of page files that lie loose in a folder those of one issue: where their paths tell several days, those
  /// of the day that most of them tell, with a note that names the others.
  func pagesOfOneIssue(_ paths: [String]) -> [String] {
    let dates = paths.map { CalendarDate(in: $0) }
    let counts = dates.compactMap { $0 }.reduce(into: [CalendarDate: Int]()) {
      $0[$1, default: 0] += 1
    }
    guard counts.count > 1,
      let chosen = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return paths }
    let others = counts.keys.filter { $0 != chosen }.sorted().prefix(8).map(\.description)
    note(
      paths[0],
      "the folder has pages of several days; those of \(chosen) are read, "
        + "name a file of another day for its page: \(others.joined(separator: ", "))")
    return zip(paths, dates).filter { $0.1 == nil || $0.1 == chosen }.map(\.0)
  }
}
