import CChildProcess
import Glibc
import TestSupport
import Testing

/// A program that was started, all that it said, and how it ended.
private struct Finished {
  var output: [UInt8] = []
  var status: Int32 = -1

  var text: String { String(decoding: output, as: UTF8.self) }
  var code: Int32 { child_exit_code(status) }
  var signal: Int32 { child_signal(status) }
}

/// Runs a program to the end of its output, at most `most` bytes of it.
private func finish(
  _ program: String, _ arguments: [String] = [], input: Int32 = -1, most: Int = 1 << 20
) throws -> Finished {
  var child = child()
  var names: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
    unsafe strdup($0)
  }
  unsafe names.append(nil)
  defer { unsafe names.forEach { unsafe free($0) } }
  let failure = unsafe child_start(program, names, input, &child)
  try #require(failure == 0)
  var (finished, buffer) = (Finished(), [UInt8](repeating: 0, count: 4096))
  while finished.output.count < most {
    guard unsafe child_wait(&child, -1, 30_000) == Int32(CHILD_WROTE.rawValue) else { break }
    let count = unsafe child_read(&child, &buffer, buffer.count)
    guard count > 0 else { break }
    finished.output += buffer[..<count]
  }
  finished.status = unsafe child_end(&child)
  return finished
}

private func probe(_ thing: String) throws -> Finished {
  try finish(try #require(BuiltProgram.path("child-probe")), [thing])
}

@Suite struct ChildTests {
  @Test func `a child reads what it is given and says what it likes`() throws {
    #expect(try finish("/bin/echo", ["one", "two"]).text == "one two\n")
    let file = unsafe child_file("test", Array("bytes".utf8), 5)
    defer { close(file) }
    #expect(try finish("/bin/cat", input: file).text == "bytes")
    #expect(try finish("/bin/cat").text == "")
  }

  @Test func `a child has three open files, no signal blocked, and a group of its own`() throws {
    let files = try finish("/bin/ls", ["/proc/self/fd"]).text.split(separator: "\n")
    // The fourth is the folder that ls reads.
    #expect(files == ["0", "1", "2", "3"])
    let status = try finish("/bin/cat", ["/proc/self/status"]).text
    for name in ["SigBlk:", "SigIgn:"] {
      let words = status.split { $0 == "\n" || $0 == "\t" }
      let place = try #require(words.firstIndex { $0 == name })
      // Above the first 31 are two that libc keeps for itself.
      #expect(UInt64(words[place + 1], radix: 16).map { $0 & 0x7FFF_FFFF } == 0, "\(name)")
    }
    let group = try finish("/bin/sh", ["-c", "cut -d' ' -f5 /proc/self/stat; echo $$"]).text
    let numbers = group.split(separator: "\n")
    #expect(numbers.count == 2 && numbers[0] == numbers[1])
  }

  @Test func `what a child says on standard error goes nowhere`() throws {
    #expect(try finish("/bin/sh", ["-c", "echo x >&2; echo y"]).text == "y\n")
  }

  @Test func `a child that is ended keeps the status it has, or has that of its end`() throws {
    #expect(try finish("/bin/sh", ["-c", "exit 7"]).code == 7)
    let flood = try finish("/usr/bin/yes", most: 10_000)
    #expect(flood.output.count >= 10_000)
    #expect(flood.code == -1 && (flood.signal == SIGKILL || flood.signal == SIGPIPE))
  }

  @Test func `a program that is not there is no child`() {
    var child = child()
    let failure = unsafe child_start("/nonexistent/program", [nil], -1, &child)
    #expect(failure == ENOENT)
    #expect(child.output == -1)
    #expect(unsafe child_end(&child) == -1)
  }

  @Test func `something else that can be read ends the waiting`() throws {
    var child = child()
    let name = unsafe strdup("/bin/cat")
    defer { unsafe free(name) }
    // A child that waits for ever: its standard input is a pipe into which nobody writes.
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    try #require(unsafe child_start("/bin/cat", [name, nil], ends[0], &child) == 0)
    #expect(unsafe child_wait(&child, -1, 20) == Int32(CHILD_QUIET.rawValue))
    let other = unsafe child_file("other", [1], 1)
    defer { close(other) }
    #expect(unsafe child_wait(&child, other, 30_000) == Int32(CHILD_OTHER.rawValue))
    #expect(child_signal(unsafe child_end(&child)) == SIGKILL)
  }
}

@Suite struct ConfinementTests {
  private func isFiltered() throws -> Bool { try probe("filter").text == "filtered\n" }

  @Test(arguments: [
    "socket", "unix-socket", "create", "append", "update", "temporary", "unlink", "mkdir", "fork",
    "exec", "ptrace", "kill", "limit",
  ])
  func `who is confined may not`(thing: String) throws {
    guard try isFiltered() else { return }
    #expect(try probe(thing).text == "refused\n")
  }

  @Test(arguments: ["read", "limits", "memory"])
  func `who is confined may`(thing: String) throws {
    #expect(try probe(thing).text == "done\n")
  }

  @Test func `there is no more memory than was allowed`() throws {
    #expect(try probe("too-much-memory").text.contains("memory"))
  }

  @Test func `who gives up is not kept from it`() throws {
    #expect(try probe("abort").signal == SIGABRT)
  }

  @Test func `work without end is ended`() throws {
    let signal = try probe("work").signal
    #expect(signal == SIGXCPU || signal == SIGKILL)
  }
}
