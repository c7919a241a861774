import LayoutEngine
import ScreenModel
import Typesetter

extension DrawnPage {
  /// Modules whose legs end more than five rows apart, the jump line included.
  ///
  /// Briefs are never parted in the middle and may end as far apart as they are long.
  var unevenLegs: [String] {
    layout.folds.enumerated().flatMap { fold, sheet in
      sheet.modules.compactMap { module in
        let feet = module.feet
        let isEven = (feet.max() ?? 0) - (feet.min() ?? 0) <= 5
        return isEven || layout.items[module.item].kind == .briefs
          ? nil : "fold \(fold + 1) item \(layout.items[module.item].id): legs of \(feet) rows"
      }
    }
  }

  /// Every item stands on some fold, its parts in order, its headline or nameplate in full.
  var presenceFaults: [String] {
    layout.items.indices.flatMap { number -> [String] in
      let (item, modules) = (layout.items[number], modules(ofItem: number))
      guard !modules.isEmpty else { return ["\(item.id) is on no fold"] }
      var faults: [String] = []
      if modules.map(\.part) != Array(modules.indices) {
        faults.append("the parts of \(item.id) are numbered \(modules.map(\.part))")
      }
      let hidden = layout.hiddenHeads(ofItem: number).map { item.heads[$0].role }
      if hidden.contains(where: { $0 == .headline || $0 == .nameplate }) {
        faults.append("the headline of \(item.id) is not shown")
      }
      let hasInk = modules.contains { module in
        !module.heads.isEmpty || (module.legs + module.captions).contains { !$0.lines.isEmpty }
      }
      return faults + (hasInk ? [] : ["\(item.id) shows nothing"])
    }
  }

  /// Text is hidden only behind a jump line that counts it; what may not be cut is whole; the jump line
  /// of the paper stands under a story that is shown to its end.
  var hidingFaults: [String] {
    layout.items.indices.flatMap { number -> [String] in
      let item = layout.items[number]
      guard let last = modules(ofItem: number).last else { return [] }
      let rest = firstHidden(number, captions: false)
      var faults: [String] = []
      if firstHidden(number, captions: true) != nil { faults.append("a caption is cut") }
      if rest != layout.remainder(ofItem: number).map(item.place) {
        faults.append("the remainder is stated wrong")
      }
      if rest != nil, !item.claim.mayBeCut { faults.append("what may not be cut is cut") }
      faults += cutFaults(number, isCut: rest != nil, last) + printedFaults(item, rest, last)
      return faults.map { "\(item.id): \($0)" }
    }
  }

  private func cutFaults(_ number: Int, isCut: Bool, _ last: Module) -> [String] {
    let cuts = modules(ofItem: number).map { $0.jumps.filter { $0.kind == .cut } }
    guard layout.mode == .page, let final = cuts.last else { return [] }
    if !isCut { return final.isEmpty ? [] : ["a jump line promises more than there is"] }
    guard let jump = final.first, final.count == 1 else { return ["hidden behind no jump line"] }
    let rest = linesToCome(number, measure: (last.legs.first?.rect.width) ?? layout.grid.measure)
    return jump.remainingLines == rest
      ? [] : ["\(rest) lines are to come, the jump line says \(jump.remainingLines)"]
  }

  private func printedFaults(_ item: ContentItem, _ rest: TextPlace?, _ last: Module) -> [String] {
    let printed = layout.folds.flatMap(\.modules).flatMap(\.jumps).filter { $0.kind == .printed }
    guard printed.allSatisfy({ $0.page != nil }) else { return ["a printed jump names no page"] }
    guard layout.mode == .page, let jump = item.jump, rest == nil else { return [] }
    let own = last.jumps.filter { $0.kind == .printed }
    return own.map(\.text) == [jump.text] && own.map(\.page) == [jump.page]
      ? [] : ["its printed jump \(jump.text) is not drawn"]
  }

  /// Where the text that no line shows begins, as the lines have it; nil where all is shown.
  private func firstHidden(_ number: Int, captions: Bool) -> TextPlace? {
    let item = layout.items[number]
    guard let last = (captions ? self.captions : body)[number].last else {
      return item.firstText(captions: captions)
    }
    return item.text(after: last.line.line.bytes.upperBound, of: last.line.paragraph)
  }

  /// The lines of the body that no fold shows, at that measure.
  private func linesToCome(_ number: Int, measure: Int) -> Int {
    let item = layout.items[number]
    guard let first = firstHidden(number, captions: false) else { return 0 }
    return item.paragraphs.indices.dropFirst(first.paragraph).reduce(0) { sum, index in
      guard !item.paragraphs[index].isCaption else { return sum }
      let lines = item.paragraphs[index].setLines(
        measure: measure, gutter: layout.grid.hangingRoom, item.typography)
      return sum
        + lines.count {
          index > first.paragraph || $0.bytes.lowerBound >= first.offset
        }
    }
  }
}

extension Module {
  /// The rows that each leg takes, a jump line under the last included.
  var feet: [Int] {
    legs.enumerated().map { number, leg in
      let jump = number == legs.count - 1 ? jumps.reduce(0) { $0 + $1.rect.height } : 0
      return leg.usedRows + jump
    }
  }
}

extension ContentItem {
  /// The byte at which a remainder begins.
  fileprivate func place(of rest: Remainder) -> TextPlace {
    let prepared = paragraphs[rest.paragraph].prepared
    let first = prepared.clusters.first { $0.offset >= rest.offset && !$0.isSpace }
    return TextPlace(paragraph: rest.paragraph, offset: first?.offset ?? prepared.byteCount)
  }
}
