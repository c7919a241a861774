import Glibc

/// A folder of its own below the system's folder for temporary files; removed with its last owner.
package final class ScratchFolder {
  package let path: String

  /// Makes a folder with these files, by their paths inside it.
  package init(_ files: [String: String] = [:]) {
    var template = Array("/tmp/broadsheet-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = unsafe mkdtemp(base) else {
        return "/nowhere"
      }
      return unsafe String(cString: made)
    }
    for (name, text) in files { add(name, Array(text.utf8)) }
  }

  /// Writes a file, and makes the folders above it.
  package func add(_ name: String, _ bytes: [UInt8]) {
    var folder = path
    for step in name.split(separator: "/").dropLast() {
      folder += "/" + step
      unsafe mkdir(folder, 0o700)
    }
    guard let file = unsafe fopen(path + "/" + name, "w") else { return }
    _ = unsafe fwrite(bytes, 1, bytes.count, file)
    _ = unsafe fclose(file)
  }

  deinit { removeAll(path) }
}

/// Removes a file, or a folder with all that is in it; symbolic links are not followed.
private func removeAll(_ path: String) {
  if unsafe unlink(path) == 0 { return }
  for name in names(in: path) { removeAll(path + "/" + name) }
  unsafe rmdir(path)
}

/// The names in a folder, in order; none where it cannot be read.
private func names(in path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}
