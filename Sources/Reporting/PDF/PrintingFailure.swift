import Diagnostics
import Glibc

/// Why a program made no PDF.
enum PrintingFailure: Error, Sendable, Hashable {
  /// How a program ended that should have succeeded.
  enum End: Sendable, Hashable {
    /// With a status other than 0.
    case status(Int32)
    /// Killed.
    case signal(Int32)
  }

  /// There was no place for its files, or it could not be started.
  case system(LocalizedText)
  /// It said that it failed, or was stopped by the system.
  case ended(End, log: String)
  /// It took too long and was stopped.
  case overdue(seconds: Int)
  /// It said that it succeeded, and there is no PDF.
  case wroteNothing(log: String)

  /// In words, with the last of what the program said.
  var words: LocalizedText {
    switch self {
    case .system(let text): return text
    case .ended(.status(let status), let log):
      return Self.said(log, LocalizedText(ko: "종료 상태 \(status)", en: "it ended with status \(status)"))
    case .ended(.signal(let signal), let log):
      return Self.said(log, LocalizedText(ko: "신호 \(signal)로 끝남", en: "signal \(signal) ended it"))
    case .overdue(let seconds):
      return LocalizedText(ko: "\(seconds)초 안에 끝나지 않음", en: "it did not finish within \(seconds) seconds")
    case .wroteNothing(let log):
      return Self.said(log, LocalizedText(ko: "PDF를 쓰지 않음", en: "it wrote no PDF"))
    }
  }

  private static func said(_ log: String, _ text: LocalizedText) -> LocalizedText {
    let lines = log.utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard let last = lines.last.map({ Printable.shortened(String(Substring($0)), to: 200) }) else {
      return text
    }
    return LocalizedText(ko: "\(text.ko) (`\(last)`)", en: "\(text.en) (`\(last)`)")
  }

  /// What the system says of the last call that failed.
  static func system(_ ko: String, _ en: String, _ code: Int32) -> PrintingFailure {
    let why = String(cString: strerror(code))
    return .system(LocalizedText(ko: "\(ko): \(why)", en: "\(en): \(why)"))
  }
}
