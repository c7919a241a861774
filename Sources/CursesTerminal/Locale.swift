import Glibc

/// The character encoding of the process.
enum Locale {
  /// Makes the process speak UTF-8, in the user's locale if that does.
  ///
  /// Gives the codeset that `C.UTF-8` had to replace, nil if none. Not thread-safe, as nothing that
  /// changes the locale is: called before there is a second thread.
  static func speakUTF8() throws(TerminalError) -> String? {
    unsafe setlocale(LC_CTYPE, "")
    if isUTF8 { return nil }
    let codeset = self.codeset
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if unsafe setlocale(LC_CTYPE, name) != nil, isUTF8 { return codeset }
    }
    throw .localeNotUTF8(codeset: codeset)
  }

  private static var codeset: String {
    unsafe nl_langinfo(nl_item(CODESET)).map { unsafe String(cString: $0) } ?? ""
  }

  private static var isUTF8: Bool { codeset == "UTF-8" || codeset == "utf8" }
}
