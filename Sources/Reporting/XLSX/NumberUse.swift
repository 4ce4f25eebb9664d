import Diagnostics
import Findings

/// A number or table row of a policy, with how many findings of a report used it.
struct NumberUse: Sendable {
  /// What was used.
  enum Kind: Sendable, Hashable {
    /// A parameter.
    case parameter(ParameterUse)
    /// A table's row.
    case table(TableUse)
  }

  /// The policy's id.
  let policy: String
  /// What was used.
  let kind: Kind
  /// How many findings used it.
  private(set) var findings: Int

  private struct Key: Hashable {
    let policy: String
    let kind: Kind
  }

  /// Every version and row that a report's findings used, in the order of first use.
  static func all(of report: AuditReport) -> [NumberUse] {
    var uses: [NumberUse] = []
    var places: [Key: Int] = [:]
    func add(_ kind: Kind, _ policy: String) {
      let key = Key(policy: policy, kind: kind)
      if let place = places[key] {
        uses[place].findings += 1
      } else {
        places[key] = uses.count
        uses.append(NumberUse(policy: policy, kind: kind, findings: 1))
      }
    }
    for index in report.findings.indices {
      let policy = report.findings[index].policy
      for use in report.findings[index].parameters { add(.parameter(use), policy) }
      for use in report.findings[index].tables { add(.table(use), policy) }
    }
    return uses
  }

  /// The cells of its row: the profile's reason where a column shows it, the name in expressions last.
  func cells(_ words: FindingText, tightened: Bool) -> [SheetCell] {
    let policy = words.policy(policy)
    func day(_ iso: String?) -> SheetCell { iso.map { .day($0, words: words.day($0)) } ?? .empty }
    switch kind {
    case .parameter(let use):
      return [
        .text(policy), .text(words.say(words.words.label(of: use))), .text(words.say(use.title)),
        value(use, words),
        status(words, isDefault: use.isDefault, verified: use.verified), day(use.from), day(use.on),
        .text(ifAny: use.cite.map(words.say)), later(use.later, words), .whole(findings),
      ] + (tightened ? [.text(ifAny: use.tightened.map(words.say))] : []) + [.text(use.name)]
    case .table(let use):
      return [
        .text(policy), .text(words.say(ko: "표", en: "Table")), .text(words.say(use.title)),
        .text(words.row(use.row)), status(words, isDefault: use.isDefault, verified: use.verified),
        day(use.from), day(use.on), .text(ifAny: use.cite.map(words.say)), later(use.later, words),
        .whole(findings),
      ] + (tightened ? [.empty] : []) + [.text(use.name)]
    }
  }

  /// The value; in words where its title says that it is in points, which no number format does.
  private func value(_ use: ParameterUse, _ words: FindingText) -> SheetCell {
    let text = PercentagePoints.text(use.value, titled: use.title, words.formatter)
    let isPlain = text == words.formatter.text(use.value)
    return isPlain ? .value(use.value, words: text) : .text(text)
  }

  private func status(_ words: FindingText, isDefault: Bool, verified: Bool) -> SheetCell {
    let marks = words.status(isDefault: isDefault, verified: verified)
    return .text(marks.isEmpty ? words.say(ko: "확인됨", en: "verified") : marks.joined(separator: ", "))
  }

  private func later(_ versions: [LaterVersion], _ words: FindingText) -> SheetCell {
    versions.isEmpty ? .empty : .lines(words.later(versions))
  }
}
