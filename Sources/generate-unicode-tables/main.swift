import FoundationEssentials
import UnicodeTableGenerator

// Writes the Unicode tables. The only argument is the root of the package, by default the current
// directory.

let root = CommandLine.arguments.dropFirst().first ?? "."

func readData(_ name: String) throws -> String {
  try String(contentsOfFile: "\(root)/\(TableGenerator.dataPath)/\(name)", encoding: .utf8)
}

let source = try TableGenerator.source(read: readData)
try source.write(toFile: "\(root)/\(TableGenerator.outputPath)", atomically: true, encoding: .utf8)
print("wrote \(TableGenerator.outputPath), \(source.utf8.count) bytes")
