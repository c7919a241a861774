import CursesTerminal
import ScreenModel
import UnicodeTables

/// The findings in words; equal findings give equal text.
package struct DoctorReport {
  private let findings: TerminalFindings
  private let widths: WidthPolicy

  /// Words the findings.
  package init(_ findings: TerminalFindings) {
    self.findings = findings
    widths = WidthPolicy(findings.answers, ambiguous: findings.chosen)
  }

  /// The report; what terminal and environment said is in it as it is.
  package var text: String {
    let parts = [
      section("Terminal", terminalRows), section("Widths", widthRows),
      clusterTable, section("Libraries", libraryRows),
      section("Files", findings.places.map { ($0.name, $0.path) }),
    ]
    return parts.joined(separator: "\n")
  }

  private func section(_ title: String, _ rows: [(name: String, value: String)]) -> String {
    var shown = ""
    return title + "\n"
      + rows.map { row in
        defer { shown = row.name }
        return "  " + (row.name == shown ? "" : row.name).padded(to: 24) + row.value + "\n"
      }.joined()
  }

  private var terminalRows: [(name: String, value: String)] {
    var rows = findings.environment.map { ($0.name, $0.value) }
    rows.append(("terminfo entry", findings.entry.isEmpty ? "none" : findings.entry))
    rows.append(("its own name", findings.answers?.version ?? "not told"))
    rows.append(("size", findings.size.map { "\($0) cells" } ?? "there is no terminal"))
    rows.append(("colours", findings.colors == 0 ? "none" : "\(findings.colors)"))
    rows.append(
      ("characters", findings.replacedCodeset.map { "UTF-8 instead of \($0)" } ?? "UTF-8"))
    return rows
  }

  private var widthRows: [(name: String, value: String)] {
    let name = "drawn as something else"
    let degraded = ProbedCluster.allCases.filter { !isWhole($0) }.map { (name, $0.summary) }
    let rows = [
      ("asked", asked), ("tables", "Unicode \(UnicodeVersion.current)"),
      ("ambiguous characters", ambiguous), ("mode 2027", clusterMode),
    ]
    return rows + (degraded.isEmpty ? [(name, "nothing")] : degraded)
  }

  private var libraryRows: [(name: String, value: String)] {
    findings.libraries.map { library in
      (library.purpose, library.file + (library.isPresent ? "" : " is not found"))
    }
  }

  private var asked: String {
    let memory =
      findings.answers == nil
      ? "the usual widths are assumed" : "its answers at an earlier start are believed"
    return switch findings.outcome {
    case .answered(late: false): "yes, and answered"
    case .answered(late: true): "yes, and answered late; a page that is read waits for a key"
    case .silent: "yes, and it stayed silent; \(memory)"
    case .notAsked: "no, for standard input or output is no terminal; \(memory)"
    case .unusable(let sentence): "no, for \(sentence)"
    }
  }

  private var ambiguous: String {
    let cells = widths.ambiguous == 1 ? "1 cell" : "2 cells"
    if findings.chosen != nil { return cells + ", as you chose" }
    return cells
      + (findings.answers?.cells[.quote] == nil ? ", as in most terminals" : ", as it says")
  }

  private var clusterMode: String {
    switch findings.answers?.clusterMode {
    case nil: "not told"
    case 0: "unknown to it"
    case 1, 3: "on: it measures whole clusters"
    default: "off: it measures single code points"
    }
  }
}

extension DoctorReport {
  /// A line a class: what the terminal says, the cells of the layout, and what is drawn.
  private var clusterTable: String {
    let head = "Clusters".padded(to: 36) + "it says".padded(to: 10) + "laid out".padded(to: 10)
    return head + "drawn as\n" + ProbedCluster.allCases.map(row).joined()
  }

  private func row(_ cluster: ProbedCluster) -> String {
    let form = form(of: cluster)
    let said = findings.answers?.cells[cluster].map { "\($0)" } ?? "-"
    let drawn = isWhole(cluster) ? "itself" : form.glyph.text.codePoints
    let start =
      ("  " + cluster.summary).padded(to: 36) + said.padded(to: 10)
      + "\(form.cells)".padded(to: 10)
    // The glyph stands last, where its width moves nothing.
    return start + drawn.padded(to: 26) + form.glyph.text + "\n"
  }

  private func form(of cluster: ProbedCluster) -> (glyph: Glyph, cells: Int) {
    let form = widths.drawnForms(of: cluster.text).first
    return (form?.glyph ?? .blank, form?.cells ?? 0)
  }

  private func isWhole(_ cluster: ProbedCluster) -> Bool {
    form(of: cluster).glyph.text.unicodeScalars.elementsEqual(cluster.text.unicodeScalars)
  }
}

extension String {
  /// The text with blanks after it up to a width; it is ASCII.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  /// Its code points: `U+201C`.
  fileprivate var codePoints: String {
    unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
