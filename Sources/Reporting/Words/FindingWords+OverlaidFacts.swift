import Diagnostics
import Findings

extension FindingWords {
  /// How many facts an authority found otherwise than the company states.
  func title(of facts: OverlaidFacts) -> String {
    let count = facts.differences.count
    return say(
      ko: "\(facts.by) 확인 사실 — 보상안과 다른 것 \(count)건",
      en: "Facts found by \(facts.by) — \(count) differ from the scheme")
  }

  /// Says first that an authority's facts count in place of the company's.
  func precedence(of facts: OverlaidFacts) -> String {
    let (count, particle) = (facts.differences.count, KoreanParticle.pick(after: facts.by, ("이", "가")))
    return say(
      ko: "\(facts.by)\(particle) 확인한 사실을 보상안의 기재에 우선하여 점검함(보상안과 다른 것 \(count)건)",
      en: "Facts found by \(facts.by) were audited in place of the scheme's (\(count) differ).")
  }

  /// The file that holds an authority's facts, and its day.
  func source(of facts: OverlaidFacts) -> String {
    [facts.path, facts.on.map(day)].compactMap { $0 }.joined(separator: ", ")
  }

  /// Which of the values was audited, and how many agree.
  func remark(on facts: OverlaidFacts) -> String {
    say(
      ko: "이 값을 우선하여 점검함. 그 밖에 보상안과 같은 사실 \(facts.confirmed)건",
      en: "These values were audited. Besides, facts that agree with the scheme: \(facts.confirmed)")
  }

  /// What the company states, and where.
  func company(_ difference: OverlaidFacts.Difference) -> String {
    (difference.company.map(formatter.text) ?? say(ko: "(미기재)", en: "(not stated)"))
      + place(difference.companyLocation)
  }

  /// What the authority states, and where.
  func authority(_ difference: OverlaidFacts.Difference) -> String {
    formatter.text(difference.authority) + place(difference.location)
  }

  /// The line, in the scheme or in the authority's file.
  private func place(_ location: ReportLocation?) -> String {
    location.map { say(ko: " (\($0.line)행)", en: " (line \($0.line))") } ?? ""
  }
}
