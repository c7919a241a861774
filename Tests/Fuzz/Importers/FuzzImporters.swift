import Importers
import IssueFiles

/// What libFuzzer calls: an import of the bytes as a file, beside whole files of other formats that it may name.
///
/// Which importer reads them is told by the bytes, as always; bytes that begin like a ZIP archive are the whole
/// archive. The laws: an import ends with an issue and a report or with a reason, once; and what it says
/// passes through the pipe and comes out the same.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let isArchive = input.starts(with: [0x50, 0x4B, 3, 4])
  let archive = isArchive ? input : storedArchive(companions + [("a/input", input)])
  var ends = 0
  var messages: [ImportMessage] = []
  importArchive(archive, named: "input.zip") { message in
    messages.append(message)
    switch message {
    case .issue, .failure: ends += 1
    case .progress, .note, .report: break
    }
  }
  guard ends == 1 else { fatalError("an import ended \(ends) times") }
  guard passesPipe(messages) else { fatalError("what an import said does not pass the pipe") }
  return 0
}

/// Whether the reader takes the messages as they were said.
private func passesPipe(_ messages: [ImportMessage]) -> Bool {
  var stream = ParcelStream()
  var taken: [ImportMessage] = []
  do {
    taken += try stream.feed(parcelHead)
    for message in messages { taken += try stream.feed(message.parcel) }
    try stream.finish()
  } catch {
    return false
  }
  return taken.count == messages.count
}

/// Files that an input may name.
private let companions: [(name: String, bytes: [UInt8])] = [
  (
    "a/page.xml",
    Array(
      """
      <alto><Layout><Page ID="P1" WIDTH="100" HEIGHT="100"><PrintSpace><TextBlock ID="B1"><TextLine HPOS="1" VPOS="1"
       WIDTH="50" HEIGHT="5"><String ID="w1" CONTENT="One"/><String ID="w2" CONTENT="two"/></TextLine></TextBlock>
      </PrintSpace></Page></Layout></alto>
      """.utf8)
  ),
  ("a/text.txt", Array("A line of text.\n".utf8)),
]

/// A ZIP archive of files that are stored as they are.
private func storedArchive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var (body, table) = ([UInt8](), [UInt8]())
  for file in files {
    let name = Array(file.name.utf8)
    // Method, time, date and sum are 0: stored, and nobody asks for the others.
    let entry = bytes(0, 10) + bytes(file.bytes.count, 4) + bytes(file.bytes.count, 4)
    let names = bytes(name.count, 2) + bytes(0, 2)
    table += bytes(0x0201_4B50, 4) + bytes(20, 2) + bytes(20, 2) + bytes(0, 2) + entry + names
    table += bytes(0, 10) + bytes(body.count, 4) + name
    body += bytes(0x0403_4B50, 4) + bytes(20, 2) + bytes(0, 2) + entry + names + name + file.bytes
  }
  let count = bytes(files.count, 2)
  let end = bytes(0x0605_4B50, 4) + bytes(0, 4) + count + count
  return body + table + end + bytes(table.count, 4) + bytes(body.count, 4) + bytes(0, 2)
}

/// A number in so many bytes, the lowest first; those beyond eight are 0.
private func bytes(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
}
