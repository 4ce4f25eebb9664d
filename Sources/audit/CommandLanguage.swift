import ArgumentParser
import Diagnostics
import Glibc

extension Language: ExpressibleByArgument {
  /// The language of the user's locale: Korean where it says so, else English.
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return value.hasPrefix("ko") ? .ko : .en
      }
    }
    return .en
  }

  /// The language of help and of messages about the command line: `--language`, else the locale's.
  static let ofHelp: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--language="), let language = Language(rawValue: String(argument.dropFirst(11)))
      {
        return language
      }
    }
    return ofLocale
  }()
}

/// A text of the program itself in the language of help.
func say(ko: String, en: String) -> String {
  LocalizedText(ko: ko, en: en)[.ofHelp]
}

/// A piece of help in the language of help.
func help(ko: String, en: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: say(ko: ko, en: en))
}
