public import Diagnostics

/// Why a report could not be written in a format.
public struct RenderFailure: Error, Sendable, Hashable {
  /// What is wrong.
  public var message: LocalizedText
  /// What to do about it.
  public var help: LocalizedText?

  /// A failure with what to do about it.
  public init(_ message: LocalizedText, help: LocalizedText? = nil) {
    self.message = message
    self.help = help
  }

  /// What is wrong and what to do about it.
  public var words: LocalizedText {
    guard let help else { return message }
    // What is wrong in several places stands on a line each.
    if message.en.contains("\n") {
      return LocalizedText(ko: "\(message.ko)\n\(help.ko)", en: "\(message.en)\n\(help.en)")
    }
    let ko = message.ko.hasSuffix(".") ? message.ko : message.ko + "."
    return LocalizedText(ko: "\(ko) \(help.ko)", en: "\(message.en); \(help.en)")
  }
}
