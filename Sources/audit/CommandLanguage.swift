import ArgumentParser
import Diagnostics
import Glibc

extension Language: ExpressibleByArgument {
  /// Nothing beyond the codes themselves; the parser would look for that value by value, on every start.
  public static var allValueDescriptions: [String: String] { [:] }

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

/// What an argument or option means, in the language of help.
///
/// - Parameter valueName: what the usage calls the value; nil: the option's own name.
func help(ko: String, en: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(HelpPage.beside(say(ko: ko, en: en)), valueName: valueName)
}

/// What a command's help says below its first line. A line that begins with a space stays as it is; the others are
/// paragraphs, filled to the width.
func discussion(ko: String, en: String) -> String {
  HelpPage.paragraphs(say(ko: ko, en: en))
}
