import Glibc

/// The folders where distributions put dictionaries, best first.
public let systemDictionaryFolders = ["/usr/share/hyphen", "/usr/share/myspell/dicts"]

/// The names of the dictionaries in a folder, in no order; none where it cannot be read.
func namesOfDictionaries(in folder: String) -> [String] {
  guard let stream = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name.hasPrefix("hyph_"), name.hasSuffix(".dic") { names.append(name) }
  }
  return names
}

/// The bytes of a file; none where it cannot be read, or is larger than any dictionary (16 MiB).
package func bytes(ofFile path: String) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    (1...1 << 24).contains(status.st_size)
  else { return [] }
  return unsafe [UInt8](unsafeUninitializedCapacity: status.st_size) { buffer, count in
    while count < buffer.count {
      let read = unsafe read(
        descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      guard read > 0 else { return }
      count += read
    }
  }
}
