import Diagnostics
import Policies

/// The reasons that test files give for changes that no test notices.
extension MutationResult {
  /// Adds the reasons to the changes, and warns of those that explain nothing.
  ///
  /// - Parameter isWhole: Whether every change of every policy was tried.
  mutating func explain(by listed: [String: [UnnoticedChange]], isWhole: Bool) {
    var log = DiagnosticLog()
    for (policy, entries) in listed.sorted(by: { $0.key < $1.key }) {
      for entry in entries {
        let places = changes.indices.filter {
          changes[$0].policy == policy && changes[$0].owner == entry.owner
            && Self.isSame(changes[$0].text, entry.change)
        }
        for place in places where changes[place].isMissed { changes[place].why = entry.why }
        guard isWhole || changes.contains(where: { $0.policy == policy && $0.owner == entry.owner }) else {
          continue
        }
        if places.isEmpty { warnOfUnknown(entry, &log) }
        if !places.isEmpty, !places.contains(where: { changes[$0].isMissed }) { warnOfNoticed(entry, &log) }
      }
    }
    diagnostics += log.sorted
  }

  /// Spaces play no role, and an arrow may be written `->`.
  private static func isSame(_ shown: String, _ written: String) -> Bool {
    plain(shown) == plain(written)
  }

  private static func plain(_ text: String) -> String {
    var pieces: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) { pieces.append(word == "->" ? "→" : word) }
    return pieces.joined(separator: " ")
  }

  private func warnOfUnknown(_ entry: UnnoticedChange, _ log: inout DiagnosticLog) {
    let owner = Printable.escaped(entry.owner)
    log.warning(
      "test.unknown-change", at: entry.span, ko: "`\(owner)`에 이런 변경은 없습니다",
      en: "there is no such change of `\(owner)`",
      help: LocalizedText(
        ko: "`audit policy mutate`가 보여 주는 대로 쓰십시오", en: "write it as `audit policy mutate` shows it"))
  }

  private func warnOfNoticed(_ entry: UnnoticedChange, _ log: inout DiagnosticLog) {
    log.warning(
      "test.noticed-change", at: entry.span, ko: "이 변경은 시험이 알아챕니다", en: "the tests notice this change",
      help: LocalizedText(ko: "목록에서 빼십시오", en: "take it off the list"))
  }
}
