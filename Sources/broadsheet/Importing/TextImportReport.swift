import IssueFiles
import NewsModel

/// The report on a text that was read as a page out of text recognition: what became of every line of it.
///
/// This is the one place where the report of `IssueFiles/OCR` is plugged in.
func textImportReport(_ bytes: [UInt8], path: String, _ issue: Issue) -> ImportReport? { nil }
