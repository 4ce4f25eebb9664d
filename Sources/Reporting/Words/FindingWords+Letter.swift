import Diagnostics
import Findings

// Phrases of letters, in which every word may be read as the authority's own.

extension FindingWords {
  /// What a finding says, as a letter states it.
  func statement(_ text: LocalizedText) -> String {
    say(ko: OfficialKorean.stated(text.ko), en: text.en)
  }

  /// What is to be done, by the weight of the rule: only law and terms are a reason to ask for anything.
  func proposal(of finding: Finding) -> (label: String, text: String)? {
    guard let remedy = finding.remedy else { return nil }
    let label: LocalizedText
    let bidding: OfficialKorean.Bidding
    switch finding.effect {
    case .law, .contract:
      label = LocalizedText(ko: "조치", en: "Requested")
      bidding = .request
    case .standard, .recommendation, .interpretation:
      label = LocalizedText(ko: "보완 의견", en: "Advised")
      bidding = .advice
    case .draft, .reference:
      label = LocalizedText(ko: "참고 의견(따를 의무 없음)", en: "For consideration (need not be followed)")
      bidding = .suggestion
    }
    return (say(label), say(ko: OfficialKorean.proposed(remedy.ko, bidding), en: remedy.en))
  }

  /// All citations of a rule, with the day whose law is applied.
  func dated(sourceOf finding: Finding) -> String {
    let source = source(of: finding)
    guard let date = finding.dates.first, date.value.type != .unknown else { return source }
    let day = formatter.text(date.value)
    return say(ko: "\(source) (\(day) 기준)", en: "\(source) (as of \(day))")
  }

  /// The day whose law a finding applies with what it is the day of, and that it is not certain where it is not:
  /// `2022. 10. 15.(장애 발생 시각)`; nil for a rule that knows no dates.
  func lawDay(of finding: Finding) -> String? {
    guard let date = finding.dates.first else { return nil }
    let name = date.overridden ? nil : name(of: date)
    let isCertain = date.value.type == .date || date.value.type == .timestamp
    let remarks = [name, isCertain ? nil : say(ko: "날이 확정되지 않음", en: "day not certain")].compactMap { $0 }
    let day = formatter.text(date.value)
    guard !remarks.isEmpty else { return day }
    return say(
      ko: "\(day)(\(remarks.joined(separator: ", ")))", en: "\(day) (\(remarks.joined(separator: ", ")))")
  }

  /// What people call a date: its title, or the name of the stated fact that it was taken from.
  private func name(of date: DateUse) -> String? {
    if let title = date.title { return say(title) }
    let named = report.scheme.headlines.filter { Bytes.holds(date.expression, $0.path) }
    let headline = named.first { Bytes.begins($0.value.text, with: date.value.text) }
    guard let headline = headline ?? (named.count == 1 ? named[0] : nil) else { return nil }
    return say(headline.name)
  }

  /// Lines of the scheme to look at first for findings that say the same: `313행, 그 밖에 330행`; nil where none has one.
  func lines(of entry: RuleBlock.Entry) -> String? {
    let lines = entry.findings.compactMap { report.findings[$0].location?.line }
    var seen: Set<Int> = []
    let distinct = lines.filter { seen.insert($0).inserted }
    return distinct.isEmpty ? nil : lineList(distinct, most: distinct.count)
  }

  /// The part that findings are about before whom it is about: `구간마다 결과와 기한 — 소상공인 구간 지원금`.
  func subjectsWithPart(of entry: RuleBlock.Entry) -> String {
    let subjects = subjects(of: entry.findings, most: entry.findings.count)
    guard let part = partTitle(of: report.findings[entry.findings[0]]) else { return subjects }
    return "\(part) — \(subjects)"
  }

  /// What is said of a subject without its name, where that stands before it already.
  func withoutName(_ text: String, of finding: Finding) -> String {
    guard let name = finding.subjectName.map({ say($0) + ": " }), text.hasPrefix(name) else { return text }
    return capitalised(String(text.dropFirst(name.count)))
  }

  /// A sentence's first letter as English writes it.
  func capitalised(_ text: String) -> String {
    guard language == .en, let first = text.unicodeScalars.first, ("a"..."z").contains(first) else {
      return text
    }
    return first.properties.uppercaseMapping + String(text.unicodeScalars.dropFirst())
  }
}
