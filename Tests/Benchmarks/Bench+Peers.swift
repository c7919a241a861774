import Glibc
import TestSupport

extension Bench {
  /// A peer's speed at each measure, in MB/s.
  typealias PeerSpeed = (name: String, speed: [Int: Double])

  /// What other libraries make of the text: those of the machine, as `make bench-peers` builds them,
  /// and Swift itself.
  func textPeers(_ text: NewsText) throws -> [PeerSpeed] {
    let file = TemporaryFile(text.bytes)
    let found = try Self.programs.compactMap { peer -> PeerSpeed? in
      let path = UnicodeData.root + "/.build/peers/" + peer.program
      guard unsafe access(path, X_OK) == 0 else {
        note("\(peer.name) is not here to compare with; make bench-peers builds it")
        return nil
      }
      // Only lines have a measure; the others do the same work at any.
      let measures = peer.fillsLines ? [26, 40] : [40]
      let speeds = try measures.map { try speed(of: path, on: file.path, measure: $0) }
      return (peer.name, [26: speeds[0], 40: speeds[speeds.count - 1]])
    }
    return found + [characters(text)]
  }

  private static let programs = [
    (name: "libunistring-width-linebreaks", program: "libunistring", fillsLines: true),
    (name: "icu-line-iterator", program: "icu", fillsLines: false),
    (name: "glibc-wcwidth", program: "glibc", fillsLines: false),
  ]

  private func speed(of path: String, on file: String, measure: Int) throws -> Double {
    let output = try TestSupport.run(path, [file, "\(measure)"])
    let number = Double(output.text.filter { !$0.isWhitespace })
    guard output.status == .exited(0), let number else {
      throw PeerFailure(description: "\(path): \(output.errorText)")
    }
    return number
  }

  /// Going through the characters of the paragraphs, as Swift's own strings are read.
  private func characters(_ text: NewsText) -> PeerSpeed {
    let time = median(of: 3) {
      clock.measure {
        let count = text.paragraphs.reduce(0) { $1.text.reduce(into: $0) { sum, _ in sum += 1 } }
        precondition(count > 0)
      }
    }
    let speed = megabytesPerSecond(text.byteCount, time)
    return ("swift-characters", [26: speed, 40: speed])
  }
}

/// A peer that is there and does not work.
struct PeerFailure: Error, CustomStringConvertible {
  let description: String
}
