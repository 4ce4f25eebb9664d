public import Diagnostics

/// One of several versions of a body's name, a citation or a wording, where what is known of the date does not tell
/// which of them holds.
public struct PossibleVersion: Sendable, Hashable, Codable {
  /// What the version says.
  public var text: LocalizedText
  /// First day of the version; nil: always.
  public var from: String?
  /// Last day of the version; nil: it still holds.
  public var to: String?
  /// The body's id, where the version names a body.
  public var id: String?

  /// A version with its days.
  public init(text: LocalizedText, from: String? = nil, to: String? = nil, id: String? = nil) {
    self.text = text
    self.from = from
    self.to = to
    self.id = id
  }

  /// Names or citations in one text, each with its days, and that the date has to settle which of them holds. What
  /// they all begin with is told once.
  package static func told(_ versions: [PossibleVersion]) -> LocalizedText {
    LocalizedText(ko: told(versions, .ko), en: told(versions, .en))
  }

  /// Sentences in one text, each after its days, and that the date has to settle which of them holds.
  package static func told(sentences versions: [PossibleVersion]) -> LocalizedText {
    func told(_ language: Language) -> String {
      let told = versions.map { version in
        let days = version.days(language)
        return days.isEmpty ? version.text[language] : "[\(days)] \(version.text[language])"
      }
      return told.joined(separator: " ") + " (\(unsettled[language]))"
    }
    return LocalizedText(ko: told(.ko), en: told(.en))
  }

  private static let unsettled = LocalizedText(
    ko: "적용일이 확인되면 확정", en: "to be settled by the date that applies")

  private static func told(_ versions: [PossibleVersion], _ language: Language) -> String {
    let whole = versions.map { $0.text[language] }
    let remark = commonRemark(whole)
    let texts = whole.map { String($0.dropLast(remark.count)) }
    let common = commonWords(texts)
    let dated = zip(versions, texts).map { version, text in
      let (days, own) = (version.days(language), text.dropFirst(common.count))
      guard !days.isEmpty else { return String(own) }
      return language == .ko ? "\(own)(\(days))" : "\(own) (\(days))"
    }
    let or = language == .ko ? " 또는 " : " or "
    let list = [dated.dropLast().joined(separator: ", "), dated.last ?? ""].filter { !$0.isEmpty }
    let told = common + list.joined(separator: or)
    return (remark.isEmpty ? told : "\(told) \(remark.trimmingPrefix(" "))") + " — " + unsettled[language]
  }

  /// The words that all texts begin with, up to a space; empty where one of them says nothing else.
  private static func commonWords(_ texts: [String]) -> String {
    guard var common = texts.first else { return "" }
    for text in texts.dropFirst() { common = common.commonPrefix(with: text) }
    guard let space = common.lastIndex(of: " ") else { return "" }
    return String(common[...space])
  }

  /// The bracket that all texts end with, such as where the same provision stands today; empty where they do not, or
  /// where one of them says nothing else.
  private static func commonRemark(_ texts: [String]) -> String {
    guard let first = texts.first, first.hasSuffix(")"), let open = opening(of: first),
      open > first.startIndex
    else { return "" }
    let space = first.index(before: open)
    let remark = String(first[(first[space] == " " ? space : open)...])
    // `(1)` is a number of the provision.
    guard remark.dropFirst().contains(" ") else { return "" }
    return texts.allSatisfy { $0.hasSuffix(remark) && $0.count > remark.count } ? remark : ""
  }

  /// The bracket that the last one of a text closes; nil where none does.
  private static func opening(of text: String) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      switch text[index] {
      case ")": depth += 1
      case "(": depth -= 1
      default: break
      }
      if depth == 0 { return index }
    }
    return nil
  }

  private func days(_ language: Language) -> String {
    let first = from.map { DateText.day($0, language) }
    let last = to.map { DateText.day($0, language) }
    switch (first, last, language) {
    case (nil, nil, _): return ""
    case (let first?, nil, .ko): return "\(first)부터"
    case (let first?, nil, .en): return "from \(first)"
    case (nil, let last?, .ko): return "\(last)까지"
    case (nil, let last?, .en): return "until \(last)"
    case (let first?, let last?, .ko): return "\(first)부터 \(last)까지"
    case (let first?, let last?, .en): return "\(first) to \(last)"
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
