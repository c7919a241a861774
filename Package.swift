// swift-tools-version: 6.3
import PackageDescription

/// What every room is compiled with: Swift 6, strict memory safety, and no warning let pass.
let houseRules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house: it imports the rooms named here and nothing else of the package.
func room(_ name: String, _ imports: String...) -> Target {
  .target(name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: houseRules)
}

/// The tests of a room, on the shared test support; `files` are folders they read, such as golden
/// screens.
func tests(_ room: String, _ imports: String..., files: String...) -> Target {
  .testTarget(
    name: room + "Tests",
    dependencies: ([room, "TestSupport"] + imports).map { .byName(name: $0) },
    exclude: files, swiftSettings: houseRules)
}

let package = Package(
  name: "broadsheet",
  products: [
    .executable(name: "broadsheet", targets: ["broadsheet"]),
    .executable(name: "broadsheet-import", targets: ["broadsheet-import"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Pure rooms: no I/O, clock, randomness, global state, Foundation or floating point.
    room("UnicodeTables"),
    room("ScreenModel", "UnicodeTables"),
    room("NewsModel"),
    room("JSONText"),
    room("Typesetter", "UnicodeTables", "CByteVectors"),
    room(
      "LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel", "JSONText",
      "CByteVectors"),
    room("ReaderCore", "LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel"),
    // Edge rooms: files on one side, the terminal on the other.
    room("YAMLTree", "CYAML"),
    room("IssueFiles", "NewsModel", "JSONText", "YAMLTree", "CCMark", "CChildProcess"),
    room("Importers", "IssueFiles", "NewsModel", "JSONText", "CXML2", "CCompression"),
    room("Hyphenation", "Typesetter", "CHyphen"),
    room("NameplateType", "LayoutEngine", "NewsModel", "CFontLibraries"),
    room("PictureFiles", "NewsModel", "CPictureLibraries"),
    room("CursesTerminal", "ScreenModel", "UnicodeTables", "CNcurses", "CTerminalSupport"),
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "ReaderCore", "LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel",
        "IssueFiles", "YAMLTree", "CursesTerminal", "Hyphenation", "NameplateType",
        "PictureFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),
    // The process in which foreign bytes are parsed.
    .executableTarget(
      name: "broadsheet-import",
      dependencies: ["Importers", "IssueFiles", "NewsModel", "CChildProcess"],
      swiftSettings: houseRules),
    // The Unicode tables: `make tables` runs this, a test compares what it would write.
    room("UnicodeTableGenerator", "UnicodeTables"),
    .executableTarget(
      name: "generate-unicode-tables", dependencies: ["UnicodeTableGenerator"], exclude: ["UCD"],
      swiftSettings: houseRules),
    // The phrases and words by which headlines break: `make tables` runs this too, and a test compares.
    room("PhraseModelGenerator", "UnicodeTableGenerator"),
    .executableTarget(
      name: "generate-phrase-models", dependencies: ["PhraseModelGenerator"],
      exclude: ["BudouX", "Jieba", "OpenCC"], swiftSettings: houseRules),
    // Sixteen bytes at once, in a header of C: it calls nothing.
    .target(name: "CByteVectors"),
    // C libraries, by their Debian -dev packages.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCompression", providers: [.apt(["libbz2-dev", "zlib1g-dev"])]),
    .target(name: "CTerminalSupport"),
    // Programs that are started to read what strangers have written, and what they may do.
    .target(name: "CChildProcess"),
    // FreeType and fontconfig, which are loaded where they are installed.
    .target(name: "CFontLibraries", linkerSettings: [.linkedLibrary("dl")]),
    // libpng, TurboJPEG and libwebp, loaded where they are installed, in a process of their own.
    .target(
      name: "CPictureLibraries", dependencies: ["CChildProcess"],
      linkerSettings: [.linkedLibrary("dl")]),
    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["ScreenModel", "UnicodeTables", "CVTerm", "CPseudoTerminal"],
      path: "Tests/TestSupport", swiftSettings: houseRules),
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .executableTarget(
      name: "terminal-probe",
      dependencies: ["CursesTerminal", "ScreenModel", "UnicodeTables", "TestSupport"],
      path: "Tests/TerminalProbe", swiftSettings: houseRules),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .executableTarget(
      name: "child-probe", dependencies: ["CChildProcess"], path: "Tests/ChildProbe"),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "TestSupport", "Hyphenation", "Importers", "IssueFiles", "LayoutEngine", "NewsModel",
        "ScreenModel", "Typesetter",
      ], path: "Tests/Benchmarks", exclude: ["Peers"], swiftSettings: houseRules),
    .executableTarget(
      name: "text-oracle", dependencies: ["Typesetter", "Hyphenation", "UnicodeTables"],
      path: "Tests/TextOracle", exclude: ["Driver"], swiftSettings: houseRules),
    tests("UnicodeTables", "UnicodeTableGenerator", files: "Peer"),
    tests("ScreenModel", "UnicodeTables"),
    tests("NewsModel"),
    tests("JSONText"),
    tests("Typesetter", "UnicodeTables", files: "Cases"),
    tests(
      "LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel", "IssueFiles",
      "PhraseModelGenerator", files: "Screens", "Cases"),
    tests(
      "ReaderCore", "LayoutEngine", "Typesetter", "UnicodeTables", "ScreenModel", "NewsModel",
      "IssueFiles", files: "Screens"),
    tests("CChildProcess", "child-probe"),
    tests("YAMLTree"),
    tests("IssueFiles", "NewsModel", "YAMLTree"),
    tests("Importers", "IssueFiles", "NewsModel"),
    tests("Hyphenation", "Typesetter", files: "Fixtures"),
    tests("NameplateType", "LayoutEngine", "NewsModel"),
    tests("CursesTerminal", "ScreenModel", "UnicodeTables", "terminal-probe"),
    tests(
      "broadsheet", "broadsheet-import", "ScreenModel", "LayoutEngine", "ReaderCore",
      "NameplateType", "NewsModel",
      "IssueFiles", "PictureFiles", "UnicodeTables"),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz`: with FUZZ set the package has programs whose `main` is libFuzzer's.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz-typesetter", dependencies: ["Typesetter", "UnicodeTables"],
      path: "Tests/Fuzz/Typesetter", exclude: ["Corpus"],
      swiftSettings: houseRules + [.unsafeFlags(["-parse-as-library"])]))
}
