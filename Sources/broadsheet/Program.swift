import ArgumentParser
import Glibc
import PictureFiles

/// Where the program begins and ends.
///
/// `exit` is called here alone, with no terminal session alive.
@main
enum Program {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == [PictureDecoder.mode] { PictureDecoder.serve() }
    exit(run(arguments).rawValue)
  }

  /// Runs a command line and words whatever goes wrong.
  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      if let path = plainRead(arguments) {
        try read(ReadRequest(path: path))
        return .done
      }
      var command = try Broadsheet.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let status as ExitStatus {
      return status
    } catch {
      return report(error)
    }
  }

  /// The path of `broadsheet PATH` and `broadsheet read PATH`, the way the program is mostly started:
  /// it goes past the argument parser, which takes a millisecond to start.
  private static func plainRead(_ arguments: [String]) -> String? {
    let rest = arguments.first == "read" ? arguments.dropFirst() : arguments[...]
    guard rest.count == 1, let path = rest.first, path == "-" || !path.hasPrefix("-"),
      arguments.count == 2 || !Broadsheet.subcommandNames.contains(path)
    else { return nil }
    return path
  }

  private static func report(_ error: any Error) -> ExitStatus {
    let code = Broadsheet.exitCode(for: error)
    if code == .success {
      print(Broadsheet.fullMessage(for: error))
      return .done
    }
    if let fault = error as? any ShellFault {
      complain(fault.sentence)
      return fault.status
    }
    complain(Broadsheet.message(for: error))
    return .badUsage
  }
}

/// How the program ends.
enum ExitStatus: Int32, Error {
  case done = 0
  case faultsFound = 1
  case badUsage = 2
  case terminalUnusable = 3
}

/// Something that ends the program, with the sentence for it.
protocol ShellFault: Error {
  var sentence: String { get }
  var status: ExitStatus { get }
}

/// Writes `broadsheet: ` and a sentence to standard error, free of control characters.
func complain(_ sentence: String) {
  write("broadsheet: " + sentence.harmless + "\n", to: STDERR_FILENO)
}

/// Writes all of `text`; what cannot be written, such as into a closed pipe, is let go.
func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      unsafe rest = unsafe UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }
}
