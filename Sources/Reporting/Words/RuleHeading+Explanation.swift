import Diagnostics
import Findings

extension RuleHeading {
  /// Where a reader learns more of a rule, whoever has the document and wherever it lies.
  enum Explanation: Hashable {
    /// The rule's own page, published at an address.
    case page(String)
    /// The text of the law, which its publisher keeps.
    case statute(String)
    /// A command of the program, which whoever has the policies can ask.
    case command(String)
  }

  /// The rule's page in a language, as the register says where pages are: an address, or a path that leads nowhere
  /// outside the folder of the policies; nil where there are none.
  func page(_ language: Language) -> String? {
    guard let helpUri else { return nil }
    // Pages of every language have the same name, each in the folder of its language.
    var parts = helpUri.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, Language(rawValue: String(parts[parts.count - 2])) != nil else { return helpUri }
    parts[parts.count - 2] = Substring(language.rawValue)
    return parts.joined(separator: "/")
  }

  /// The rule's page in a language, if it is published at an address.
  func publishedPage(_ language: Language) -> String? {
    page(language).flatMap { Address.web($0) == nil ? nil : $0 }
  }

  /// The address of the rule's page or of the law's text; nil where neither is published.
  func address(_ language: Language) -> String? {
    publishedPage(language) ?? citations.lazy.compactMap { Address.web($0.url) == nil ? nil : $0.url }.first
  }

  /// Where a reader learns more of the rule; nil where nothing says so.
  func explanation(_ language: Language) -> Explanation? {
    if let page = publishedPage(language) { return .page(page) }
    if let statute = address(language) { return .statute(statute) }
    return helpUri == nil ? nil : .command("audit explain \(rule)")
  }
}
