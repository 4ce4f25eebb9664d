import Auditing
import Diagnostics

/// What is said where a name is that of no rule, measure or policy.
enum UnknownRule {
  /// Names the nearest id, or else where all of them are listed, on the error stream.
  static func report(_ id: String, in set: PolicySet, _ language: Language) {
    let near = Suggestion.nearest(to: id, among: set.ruleIDs + set.measureIDs + set.policyIDs)
    let shown = Printable.escaped(id)
    let hint = near.map(Suggestion.hint)
    let list = LocalizedText(
      ko: " `audit policy list`가 목록을 보여 줍니다.", en: "; `audit policy list` shows them all")
    Console.write(
      LocalizedText(
        ko: "audit: 규칙, 지표나 기준 `\(shown)`이(가) 없습니다.\(hint?.ko ?? list.ko)\n",
        en: "audit: there is no rule, measure or policy `\(shown)`\(hint?.en ?? list.en)\n")[language],
      to: .errors)
  }
}
