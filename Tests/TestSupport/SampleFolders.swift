import FoundationEssentials

/// The sample issues of the package, as they lie beside the tests.
public enum SampleFolders {
  /// The names of the folders that hold an issue, in order.
  public static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: root)
    return (found ?? []).filter { FileManager.default.fileExists(atPath: path($0) + "/issue.yaml") }
      .sorted()
  }()

  /// The path of a sample.
  public static func path(_ name: String) -> String { root + "/" + name }

  private static let root = UnicodeData.root + "/SampleIssues"
}
