import IssueFiles
import NewsModel
import TestSupport
import Testing

/// Issues in the manner of Chronicling America: pages, and no articles.
@Suite struct NDNPTests {
  @Test
  func `an issue has its name without the place, its day, and the page numbers that are printed`()
    throws
  {
    let imported = Imported(Prairie.issue)
    let issue = try #require(imported.issue)
    #expect(issue.nameplate.name == "The prairie lamp")
    #expect(issue.nameplate.date.date == CalendarDate(year: 1902, month: 11, day: 8))
    #expect(issue.pages.map(\.label) == ["1", "2", "3"])
    #expect(imported.headlines == ["Rain at last", "The mill burns"])
  }

  @Test func `a page that was not digitised stays empty and is named`() throws {
    let imported = Imported(Prairie.issue)
    #expect(imported.issue?.pages[2].items.isEmpty == true)
    #expect(imported.notes.contains { $0.sentence.contains("stays empty") && $0.line != nil })
  }

  @Test func `of a batch the issue that is named is read, of its folder the first with a note`()
    throws
  {
    let folder = ScratchFolder(Prairie.batch)
    let named = Imported(at: folder.path + "/sn1/reel/1902111501/1902111501.xml")
    #expect(named.issue?.nameplate.date.date == CalendarDate(year: 1902, month: 11, day: 15))
    #expect(!named.notes.contains { $0.sentence.contains("more issues") })
    let all = Imported(at: folder.path)
    #expect(all.issue?.nameplate.date.date == CalendarDate(year: 1902, month: 11, day: 8))
    #expect(all.notes.contains { $0.sentence.contains("1902111501") })
  }

  @Test func `a reel names no pages with text and says so`() {
    let failure = Imported(["reel.xml": Prairie.reel]).failure
    #expect(failure?.sentence.contains("names no text files") == true)
  }

  @Test func `without a label the paper has its number in the catalogue`() {
    var files = Prairie.issue
    files["1902110801.xml"] = files["1902110801.xml"]?.replacing(
      "LABEL=\"The prairie lamp. (Holm, Neb.), 1902-11-08\"", with: "")
    #expect(Imported(files).issue?.nameplate.name == "LCCN sn1")
  }
}

/// A paper of the prairie, invented.
private enum Prairie {
  static let issue = files("1902-11-08", folder: "", name: "1902110801.xml")

  static let batch = [
    "batch.xml": """
    <batch xmlns="http://www.loc.gov/ndnp" name="batch_x"><issue lccn="sn1" issueDate="1902-11-08">./sn1/reel/1902110801/1902110801.xml</issue>
    <reel reelNumber="1">./sn1/reel/reel.xml</reel></batch>
    """,
    "sn1/reel/reel.xml": reel,
  ].merging(files("1902-11-08", folder: "sn1/reel/1902110801/", name: "1902110801.xml")) { $1 }
    .merging(files("1902-11-15", folder: "sn1/reel/1902111501/", name: "1902111501.xml")) { $1 }

  static let reel = """
    <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" TYPE="urn:library-of-congress:ndnp:mets:newspaper:reel"
     PROFILE="urn:library-of-congress:mets:profiles:ndnp:reel:v1.5"><fileSec><fileGrp><file ID="t1" MIMETYPE="image/tiff">
    <FLocat xlink:href="target.tif"/></file></fileGrp></fileSec><structMap><div TYPE="np:reel"><div TYPE="np:target"><fptr FILEID="t1"/></div></div></structMap></mets>
    """

  private static func files(_ day: String, folder: String, name: String) -> [String: String] {
    var first = PlacedLines()
    first.add("^Rain at last", left: 40, top: 60, height: 40, block: 0)
    first.add(
      ">The first rain since/June fell on Friday and/<the wells are full.", left: 40, top: 120,
      block: 1)
    var second = PlacedLines()
    second.add("^The mill burns", left: 40, top: 60, height: 40, block: 0)
    second.add(
      ">Sparks from a passing/engine set fire to the/<mill at noon.", left: 40, top: 120, block: 1)
    return [
      folder + name: mets(day), folder + "0007.xml": first.document(),
      folder + "0008.xml": second.document(),
    ]
  }

  private static func mets(_ day: String) -> String {
    let pages = [
      (1, "<extent unit=\"pages\"><start>1</start></extent>"),
      (2, "<extent unit=\"pages\"><start>2</start></extent>"),
      (
        3,
        "<extent unit=\"pages\"><start>9</start></extent><detail type=\"page number\"><number>[3]</number></detail>"
      ),
    ]
    let descriptions = pages.map { number, part in
      "<dmdSec ID=\"page\(number)\"><mdWrap><xmlData><mods><part>\(part)</part></mods></xmlData></mdWrap></dmdSec>"
    }
    return """
      <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" LABEL="The prairie lamp. (Holm, Neb.), \(day)"
       PROFILE="urn:library-of-congress:mets:profiles:ndnp:issue:v1.5">
      <dmdSec ID="issue"><mdWrap><xmlData><mods><relatedItem type="host"><identifier type="lccn">sn1</identifier></relatedItem>
      <originInfo><dateIssued encoding="iso8601">\(day)</dateIssued></originInfo></mods></xmlData></mdWrap></dmdSec>
      \(descriptions.joined())
      <fileSec><fileGrp ID="p1"><file ID="master1" USE="master"><FLocat xlink:href="0007.tif"/></file>
      <file ID="ocr1" USE="ocr"><FLocat xlink:href="0007.xml"/></file></fileGrp>
      <fileGrp ID="p2"><file ID="ocr2" USE="ocr"><FLocat xlink:href="./0008.xml"/></file></fileGrp></fileSec>
      <structMap><div TYPE="np:issue" DMDID="issue">
      <div TYPE="np:page" DMDID="page1"><fptr FILEID="master1"/><fptr FILEID="ocr1"/></div>
      <div TYPE="np:page" DMDID="page2"><fptr FILEID="ocr2"/></div>
      <div TYPE="np:page" DMDID="page3"/>
      </div></structMap></mets>
      """
  }
}
