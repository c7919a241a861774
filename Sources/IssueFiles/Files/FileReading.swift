import Glibc

/// The bytes of a regular file of at most `limit` bytes.
///
/// Never waits: a pipe or a device is refused before anything is read.
package func readFile(_ path: String, limit: Int) throws(IssueFault) -> [UInt8] {
  let (descriptor, size) = try openFile(path)
  defer { close(descriptor) }
  guard size <= limit else { throw .tooLarge(limit: limit) }
  return try readAll(descriptor, limit: limit, expected: size)
}

/// The first bytes of a regular file, `limit` of them at most, and the size of it all.
func readStart(of path: String, limit: Int) throws(IssueFault) -> (bytes: [UInt8], size: Int) {
  let (descriptor, size) = try openFile(path)
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: min(size, limit))
  let count = unsafe read(descriptor, &bytes, bytes.count)
  guard count >= 0 else { throw fault(ofErrno: errno) }
  return (Array(bytes[..<count]), size)
}

/// Opens a regular file, and gives its size in bytes.
private func openFile(_ path: String) throws(IssueFault) -> (descriptor: CInt, size: Int) {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { throw fault(ofErrno: errno) }
  var status = stat()
  let failure = unsafe fstat(descriptor, &status) == 0 ? nil : fault(ofErrno: errno)
  let other = nameOfOtherKind(status.st_mode).map { IssueFault.notAFile(kind: $0) }
  if let fault = failure ?? other {
    close(descriptor)
    throw fault
  }
  return (descriptor, Int(status.st_size))
}

/// What a stream such as standard input holds, up to its end.
func readStream(_ descriptor: CInt, limit: Int) throws(IssueFault) -> [UInt8] {
  try readAll(descriptor, limit: limit, expected: 0)
}

/// What a pipe holds, up to its end.
func readPipe(_ path: String, limit: Int) throws(IssueFault) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fault(ofErrno: errno) }
  defer { close(descriptor) }
  return try readAll(descriptor, limit: limit, expected: 0)
}

private func readAll(
  _ descriptor: CInt, limit: Int, expected: Int
) throws(IssueFault) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(expected)
  // One byte more than expected, so that the end shows itself; a stream tells no size.
  let step = expected > 0 ? min(expected + 1, 1 << 22) : 1 << 16
  var buffer = [UInt8](repeating: 0, count: step)
  while true {
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw fault(ofErrno: errno) }
    guard count > 0 else { return bytes }
    bytes += buffer[..<count]
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
  }
}

/// Puts `bytes` into a file, replacing what was there.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(IssueFault) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw fault(ofErrno: errno) }
  defer { close(descriptor) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw fault(ofErrno: errno) }
    rest = rest.dropFirst(count)
  }
}

/// Makes a folder unless it is there.
func makeFolder(_ path: String) throws(IssueFault) {
  guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return }
  throw fault(ofErrno: errno)
}

/// What stands at a path.
package enum PathKind: Hashable {
  case file
  case folder
  case other(String)
  case missing
}

/// What stands at `path`, symbolic links followed.
package func kind(ofPath path: String) -> PathKind {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return .missing }
  if status.st_mode & S_IFMT == S_IFDIR { return .folder }
  return nameOfOtherKind(status.st_mode).map(PathKind.other) ?? .file
}

/// The names in a folder, sorted by their bytes, `.` and `..` left out; none where it cannot be read.
package func names(inFolder path: String) -> [String] {
  guard let stream = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The path without symbolic links and dots, or nil where there is nothing.
package func resolved(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return path.isOpenFile ? path : nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

extension String {
  /// Whether the path names an open file of this process, which may have no other name: standard input in
  /// the importing process is such a one.
  fileprivate var isOpenFile: Bool {
    let folder = "/proc/\(getpid())/fd/"
    guard hasPrefix(folder), let number = Int32(dropFirst(folder.count)) else { return false }
    return fcntl(number, F_GETFD) >= 0
  }
}

/// What a file is that is no regular file.
private func nameOfOtherKind(_ mode: mode_t) -> String? {
  switch mode & S_IFMT {
  case S_IFREG: nil
  case S_IFDIR: "a folder"
  case S_IFIFO: "a pipe"
  case S_IFSOCK: "a socket"
  default: "a device"
  }
}

private func fault(ofErrno code: CInt) -> IssueFault {
  switch code {
  case ENOENT, ENOTDIR: .missingFile
  case EISDIR: .notAFile(kind: "a folder")
  case ENXIO: .notAFile(kind: "a socket")
  default: .unreadable(reason: unsafe String(cString: strerror(code)))
  }
}
