package import IssueFiles
package import LayoutEngine
import NewsModel
package import PictureFiles
import Synchronization

/// Where the pictures of an issue come from: their sizes from the first bytes of their files, and the dots
/// once the first page stands.
///
/// To decode a picture takes longer than to paint a page without it. So the first page leaves its place
/// free, which takes nothing but its proportions, and is painted again a moment later. Afterwards the
/// neighbours of a page are prepared with their pictures while somebody reads.
package final class PictureShop: Sendable {
  private struct Shelf {
    var isOpen = false
    var hasMissed = false
    var answers: [String: PictureSource.Answer] = [:]
    var faults: [String] = []
  }

  /// The most pictures that are kept: 400 kB each.
  private static let most = 48

  private let folder: PictureFolder
  private let decoder: PictureDecoder
  private let shelf = Mutex(Shelf())

  /// The pictures of a folder.
  package init(_ folder: PictureFolder, _ decoder: PictureDecoder = PictureDecoder()) {
    (self.folder, self.decoder) = (folder, decoder)
  }

  /// What gives the pictures.
  package var source: PictureSource { PictureSource(name: "pictures") { self.answer($0) } }

  /// Whether a picture was asked for that has to be decoded, and the shop was not open.
  package var hasMissed: Bool { shelf.withLock(\.hasMissed) }

  /// From now on pictures are decoded.
  package func open() {
    shelf.withLock { ($0.isOpen, $0.hasMissed) = (true, false) }
  }

  /// What was wrong with pictures since this was last asked, a sentence each.
  package func takeFaults() -> [String] {
    shelf.withLock { shelf in
      defer { shelf.faults = [] }
      return shelf.faults
    }
  }

  /// What is known of a picture; see ``PictureSource``.
  package func answer(_ image: String) -> PictureSource.Answer {
    shelf.withLock { shelf in
      // What has been measured only is decoded once that can be.
      if let known = shelf.answers[image], !(shelf.isOpen && known.isToCome) { return known }
      if shelf.answers.count >= PictureShop.most { shelf.answers = [:] }
      let answer = find(image, &shelf)
      shelf.answers[image] = answer
      return answer
    }
  }

  private func find(_ image: String, _ shelf: inout Shelf) -> PictureSource.Answer {
    do {
      let header = try folder.header(of: image)
      guard shelf.isOpen else {
        shelf.hasMissed = true
        return .shape(header.shape)
      }
      let raster = try decoder.raster(
        try folder.bytes(of: image), dots: PictureHeader.mostDots)
      return .picture(raster)
    } catch let fault as DecodingFault {
      shelf.faults.append("\(image) \(fault)")
    } catch {
      shelf.faults.append("\(error)")
    }
    return .none
  }
}

extension PictureSource.Answer {
  /// Whether its dots are still to come.
  fileprivate var isToCome: Bool {
    if case .shape = self { true } else { false }
  }
}

/// Whether photos are shown.
package enum PictureStyle: String, CaseIterable, Sendable {
  /// As pictures, where they can be decoded and the terminal has shades and blocks.
  case drawn
  /// As their words alone.
  case captions
}

extension PictureShop {
  /// The pictures of a folder; nil where there is none, or the terminal has nothing to draw them with.
  convenience init?(onTerminal folder: PictureFolder?) {
    guard BlockSet.isOfTerminal, let folder else { return nil }
    self.init(folder)
  }
}
