import FoundationEssentials
import PhraseModelGenerator

// Writes the tables of phrases and words. The only argument is the root of the package, by default the
// current directory.

let root = CommandLine.arguments.dropFirst().first ?? "."

func readData(_ name: String) throws -> Data {
  try Data(contentsOf: URL(filePath: "\(root)/\(PhraseModelGenerator.dataPath)/\(name)"))
}

for file in try PhraseModelGenerator.files(read: readData) {
  try file.text.write(toFile: "\(root)/\(file.path)", atomically: true, encoding: .utf8)
  print("wrote \(file.path), \(file.text.utf8.count) bytes")
}
