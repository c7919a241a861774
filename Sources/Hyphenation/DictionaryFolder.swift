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
