import Diagnostics
import Findings

extension TextReport {
  /// Undecided subjects, with what they share above them.
  func addUndecided(_ section: RuleBlock.Section, to plan: inout TextPlan) {
    let undecided = UndecidedSection(section, words)
    plan.add { $0.writeShared(undecided) }
    for entry in section.entries {
      plan.add { $0.write(undecided.told(entry), except: undecided.exception) }
    }
  }

  private mutating func writeShared(_ undecided: UndecidedSection) {
    for text in undecided.required { label(ko: "기준", en: "required", text, indent: 2) }
    if let exception = undecided.exception {
      label(
        ko: "예외", en: "exception",
        "\(exception.id) \(say(exception.title)) — \(words.state(of: exception))"
          + say(ko: "(별도 표시 제외)", en: " (unless another is named)"), indent: 2)
    }
    for text in undecided.versions { label(ko: "연혁", en: "versions", text, indent: 2) }
  }

  /// Subjects that wait for the same facts: who, what to supply, which exception is open, what is asked.
  private mutating func write(_ entry: UndecidedSection.Entry, except known: ExceptionUse?) {
    for subjects in entry.subjects {
      let text = entry.isRest ? "- \(subjects): \(entry.supply)" : "- \(subjects)"
      page.paragraph(text, indent: 2, hanging: 4, style: .strong)
    }
    if let message = entry.message { page.paragraph(message, indent: 4) }
    if !entry.supply.isEmpty, !entry.isRest { label(ko: "보완", en: "supply", entry.supply) }
    if !entry.gap.isEmpty { label(ko: "공백", en: "gap", entry.gap) }
    if !entry.required.isEmpty { label(ko: "기준", en: "required", entry.required) }
    for text in entry.assumptions { label(ko: "전제", en: "assumed", text) }
    writeRelief(entry.first, except: known)
  }
}
