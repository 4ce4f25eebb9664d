import Diagnostics
import Expressions
import Findings

/// Turns a history into the changes that it holds.
struct HistoryEvents {
  /// What changes.
  let kind: TimelineEvent.Kind
  /// What it is called.
  let subject: LocalizedText
  /// What kind of text it is where a version says nothing of its own.
  var status: LegalStatus?
  /// False: the whole text was not checked against its source.
  var isVerified = true

  /// A change for every version and for every end that no version follows.
  func events<Element>(
    of history: Dated<Element>, words: (Element) -> LocalizedText,
    details: (Element?, Element) -> [LocalizedText] = { _, _ in [] }
  ) -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    var before: Element?
    for (place, version) in history.versions.enumerated() {
      var event = TimelineEvent(
        kind: kind, day: version.from, subject: subject, old: before.map(words), new: words(version.value),
        isChange: place > 0)
      event.isLasting = history.versions.count == 1 && version.from == nil && version.to == nil
      event.details = details(before, version.value)
      event.cite = version.provenance.cite == event.new ? nil : version.provenance.cite
      event.status = version.provenance.status.flatMap { LegalStatus(rawValue: $0) } ?? status
      event.marks = Self.marks(version.provenance, isVerified: isVerified)
      events.append(event)
      before = version.value
      guard let end = version.to, let after = end.advanced(byDays: 1) else { continue }
      let next = place + 1 < history.versions.count ? history.versions[place + 1].from : nil
      guard next != after else { continue }
      events.append(
        TimelineEvent(
          kind: kind, day: after, subject: subject, old: words(version.value), new: nil, isChange: true))
      before = nil
    }
    return events
  }

  /// What narrows a version.
  static func marks(_ provenance: Provenance, isVerified: Bool) -> [LocalizedText] {
    var marks: [LocalizedText] = []
    if provenance.isDefault { marks.append(LocalizedText(ko: "도구 기본값", en: "tool's default")) }
    if !provenance.isVerified || !isVerified {
      marks.append(LocalizedText(ko: "확인되지 않음", en: "unverified"))
    }
    if let note = provenance.note { marks.append(note) }
    return marks
  }
}
