import ArgumentParser
import Diagnostics
import Glibc

/// The process's streams.
enum Console {
  /// Where a text goes, by its file descriptor.
  enum Stream: Int32 {
    /// What was asked for: reports and lists.
    case output = 1
    /// Problems of files and of the command line.
    case errors = 2
  }

  /// Writes a text.
  static func write(_ text: String, to stream: Stream) {
    write(Array(text.utf8), to: stream)
  }

  /// Writes all bytes; a reader that went away ends the program quietly, as other commands do.
  static func write(_ bytes: [UInt8], to stream: Stream) {
    if !File.writeAll(bytes, to: stream.rawValue), errno != EPIPE, stream == .output {
      write(say(ko: "audit: 출력할 수 없습니다\n", en: "audit: cannot write the output\n"), to: .errors)
      Process.exit(2)
    }
  }

  /// Whether colours may be used: on a terminal, unless `NO_COLOR` is set.
  static func hasColor(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }

  /// Columns of the terminal; 80 where there is none.
  static var width: Int {
    min(terminalWidth ?? 80, 100)
  }

  /// Columns of the terminal; nil where the output is none.
  static var terminalWidth: Int? {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Prints problems of input files to the error stream.
  static func report(_ diagnostics: [Diagnostic], language: Language) {
    let renderer = DiagnosticRenderer(language: language, color: hasColor(.errors))
    for diagnostic in diagnostics {
      write(renderer.render(diagnostic) + "\n", to: .errors)
    }
  }
}

extension Console {
  /// Says why nothing comes of it, and ends the process with status 2.
  static func refuse(_ words: LocalizedText, _ language: Language) throws -> Never {
    write("audit: \(words[language])\n", to: .errors)
    throw ExitCode(2)
  }
}

/// The process itself.
enum Process {
  /// Ends the process at once.
  static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
