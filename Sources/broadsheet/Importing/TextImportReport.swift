import IssueFiles

/// The report on a text that was read as a page out of text recognition: what became of every line of it.
func textImportReport(_ bytes: [UInt8], path: String) -> ImportReport? {
  textReport(
    of: bytes, named: path.split(separator: "/").last.map(String.init) ?? path,
    textOverrides(ofText: path).overrides)
}
