import IssueFiles

func metsDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  throw ImportNote(file: paths[0], sentence: "todo")
}
