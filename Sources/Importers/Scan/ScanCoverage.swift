/// Which words of a scanned issue have been given to an item; each is given once.
struct ScanCoverage {
  /// Per page and block, whether the words are taken; blocks without words have one entry.
  private var taken: [[[Bool]]]

  init(_ pages: [ScanPage]) {
    taken = pages.map { page in
      page.blocks.map { [Bool](repeating: false, count: max(1, $0.wordCount)) }
    }
  }

  /// What of a run is still free, marked as taken from now on; nil where nothing is.
  ///
  /// Of a run that is partly taken the free words are given, as one run each.
  mutating func take(_ run: ScanRun) -> [ScanRun] {
    guard taken.indices.contains(run.page), taken[run.page].indices.contains(run.block) else {
      return []
    }
    let all = taken[run.page][run.block].indices
    let wanted = run.words.map { $0.clamped(to: all) } ?? all
    let free = runs(in: wanted) { !taken[run.page][run.block][$0] }
    for words in free { for word in words { taken[run.page][run.block][word] = true } }
    return free.map {
      ScanRun(page: run.page, block: run.block, words: $0 == all ? nil : $0)
    }
  }

  /// Whether anything of a block is free.
  func hasFreeWords(page: Int, block: Int) -> Bool { taken[page][block].contains(false) }

  /// The runs of neighbouring places that fulfil a condition.
  private func runs(in range: Range<Int>, where holds: (Int) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in range where holds(index) {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    return found
  }
}

extension ScanBlock {
  /// The lines that hold words of a run, with those words alone.
  func lines(of words: Range<Int>?) -> [ScanLine] {
    guard let words else { return lines }
    var (found, start) = ([ScanLine](), 0)
    for line in lines {
      let own = (start..<(start + line.words.count)).clamped(to: words)
      start += line.words.count
      guard !own.isEmpty else { continue }
      var part = line
      let first = start - line.words.count
      part.words = Array(line.words[(own.lowerBound - first)..<(own.upperBound - first)])
      if own.upperBound < start { part.isBroken = false }
      found.append(part)
    }
    return found
  }
}
