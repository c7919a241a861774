import FoundationEssentials
import UnicodeTableGenerator

// Writes the Unicode tables. The only argument is the root of the package, by default the current
// directory.

let root = CommandLine.arguments.dropFirst().first ?? "."

func readData(_ name: String) throws -> String {
  try String(contentsOfFile: "\(root)/\(TableGenerator.dataPath)/\(name)", encoding: .utf8)
}

for file in try TableGenerator.files(read: readData) {
  try file.text.write(toFile: "\(root)/\(file.path)", atomically: true, encoding: .utf8)
  print("wrote \(file.path), \(file.text.utf8.count) bytes")
}
