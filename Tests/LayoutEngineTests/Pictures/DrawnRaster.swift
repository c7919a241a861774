import LayoutEngine
import NewsModel

extension Raster {
  /// A raster drawn as rows of digits, 0 black to 9 white.
  init?(drawn rows: String...) {
    self.init(
      width: rows.first?.utf8.count ?? 0, height: rows.count,
      values: rows.joined().utf8.map { UInt8((Int($0) - 0x30) * 255 / 9) })
  }

  /// A scene of so many dots: a light sky with a sun, a dark hill, water that darkens downwards.
  static func scene(width: Int, height: Int) -> Raster? {
    let values = (0..<height).flatMap { row in
      (0..<width).map { column -> UInt8 in
        let (x, y) = (column * 300 / width, row * 200 / height)
        let (dx, dy) = (x - 220, y - 50)
        if dx * dx + dy * dy < 800 { return 255 }
        if y < 110, y > 110 - max(0, 80 - abs(x - 90)) { return 40 }
        return y < 110 ? 200 : UInt8(clamping: 190 - y / 2)
      }
    }
    return Raster(width: width, height: height, values: values)
  }
}

extension PictureSource {
  /// One scene for every path.
  static func scenes(width: Int, height: Int) -> PictureSource {
    PictureSource(name: "scenes") { _ in
      Raster.scene(width: width, height: height).map { .picture($0) } ?? .none
    }
  }

  /// The proportions of that scene, its dots still to come.
  static func shapes(width: Int, height: Int) -> PictureSource {
    PictureSource(name: "shapes") { _ in .shape(PictureShape(width: width, height: height)) }
  }
}
