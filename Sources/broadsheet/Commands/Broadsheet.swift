import ArgumentParser

/// The command line; a contract that scripts rely on.
struct Broadsheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Reads newspapers in the terminal.",
    discussion: """
      PATH is an issue folder, its issue.yaml, a text (OCR or plain), a newspaper in another
      format such as METS and ALTO, or - for standard input.
      """,
    version: "0.1.0",
    subcommands: [
      Read.self, Render.self, Import.self, Check.self, Text.self, Keys.self, Themes.self,
      Doctor.self,
    ],
    defaultSubcommand: Read.self)

  /// The names that are no paths.
  static let subcommandNames: Set<String> = [
    "read", "render", "import", "check", "text", "keys", "themes", "doctor", "help",
  ]
}
