import Glibc

/// A file that the program keeps for itself, for this person alone.
///
/// Where it cannot be written, nothing is said: whatever is kept can be found out again.
struct KeptFile {
  /// Its path.
  let path: String

  /// Puts bytes in the place of the file, whole or not at all; makes the folders above it.
  func replace(with bytes: [UInt8]) {
    guard let slash = path.lastIndex(of: "/") else { return }
    makeFolders(String(path[..<slash]))
    let draft = path + ".\(getpid())"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(draft, flags, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
    }
    close(descriptor)
    guard isWritten, unsafe rename(draft, path) == 0 else {
      unsafe unlink(draft)
      return
    }
  }

  /// Makes a folder and those above it unless they are there.
  private func makeFolders(_ path: String) {
    for end in path.indices where path[end] == "/" && end > path.startIndex {
      unsafe mkdir(String(path[..<end]), 0o700)
    }
    unsafe mkdir(path, 0o700)
  }
}
