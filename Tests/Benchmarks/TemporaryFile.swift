import Glibc

/// A file for other programs to read, gone when it goes out of scope.
struct TemporaryFile: ~Copyable {
  let path: String

  init(_ bytes: [UInt8]) {
    var name = "/tmp/broadsheet-bench-XXXXXX".utf8CString.map(\.self)
    let descriptor = unsafe mkstemp(&name)
    precondition(descriptor >= 0, "no file can be made in /tmp")
    defer { close(descriptor) }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "\(path) cannot be written")
      rest = rest.dropFirst(count)
    }
  }

  deinit { unsafe unlink(path) }
}
