import Diagnostics
import Findings

/// The facts with which an opinion introduces a scheme, put together by their names.
struct OpinionHeadlines {
  private let words: FindingWords

  /// The facts that a report's vocabulary marks for it.
  init(_ words: FindingWords) {
    self.words = words
  }

  /// Facts that belong to the scheme as a whole and say who answers for it: at most four rows of the title block.
  var parties: [LabelledRow] {
    groups.filter { !$0.isOfElements && $0.isText }.prefix(2).map {
      LabelledRow($0.label, [Run($0.text)])
    }
  }

  /// All of them, each name once.
  var rows: [LabelledRow] { groups.map { LabelledRow($0.label, [Run($0.text)]) } }

  /// Facts of one name.
  private struct Group {
    let label: String
    var isOfElements: Bool
    var isText: Bool
    var text: String
  }

  /// So many values of one name are told.
  private static let most = 12

  private var groups: [Group] {
    var groups: [(name: String, facts: [AuditReport.Headline])] = []
    for fact in words.report.scheme.headlines {
      let name = words.say(fact.name)
      if groups.last?.name == name {
        groups[groups.count - 1].facts.append(fact)
      } else {
        groups.append((name, [fact]))
      }
    }
    return groups.map { name, facts in
      let isOfElements = facts.contains { $0.path.utf8.contains(UInt8(ascii: "[")) }
      let isText = facts.allSatisfy { $0.value.type == .string }
      // A number of an element means little without the element that it belongs to.
      let told = (words.isComplete ? facts[...] : facts.prefix(Self.most)).map { fact in
        let value = words.formatter.text(fact.value)
        return isOfElements && !isText ? "\(element(fact.path)) \(value)" : value
      }
      let label = facts.count > 1 ? words.say(ko: name, en: "\(name) (\(facts.count))") : name
      return Group(
        label: words.capitalised(label), isOfElements: isOfElements, isText: isText,
        text: words.andMore(told.joined(separator: ", "), facts.count - told.count))
    }
  }

  /// `own` of `scheme.intakes[own].received`.
  private func element(_ path: String) -> String {
    let parts = path.split(separator: "[")
    guard parts.count > 1, let end = parts[parts.count - 1].firstIndex(of: "]") else { return path }
    return String(parts[parts.count - 1][..<end])
  }
}
