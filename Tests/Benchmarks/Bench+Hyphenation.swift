import Hyphenation
import Typesetter

extension Bench {
  /// Reading the dictionary of American English, and parting the words of the English paragraphs.
  func hyphenation(_ news: NewsText) {
    let words = news.paragraphs.filter { $0.tradition == .latin }.flatMap { paragraph in
      paragraph.text.split { !$0.isLetter }.map(String.init)
    }
    guard makeHyphenator() != nil else {
      note("there is no dictionary to hyphenate with; make bench-peers installs it")
      return
    }
    let load = median(of: 21) {
      let hyphenator = makeHyphenator()
      return clock.measure { precondition(hyphenator?.offsets(in: "newspaper".utf8.span) != nil) }
    }
    line("hyphenation-load", milliseconds(load), "ms")
    let hyphenator = makeHyphenator()
    let time = median(of: 21) {
      clock.measure {
        let places = words.reduce(0) { $0 + (hyphenator?.offsets(in: $1.utf8.span).count ?? 0) }
        precondition(places > 0)
      }
    }
    line("hyphenation-word", decimal(time / .microseconds(1) / Double(words.count)), "µs")
  }

  private func makeHyphenator() -> Hyphenator? {
    hyphenator(for: "en-US", in: systemDictionaryFolders)
  }
}
