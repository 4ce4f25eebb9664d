package import Diagnostics
package import Expressions
package import YAMLTree

/// A file `guideline_calendar/1`: the holidays of a country and how periods are counted there.
package enum CalendarFile {
  /// The first line of such a file.
  package static let format = "guideline_calendar/1"

  /// Reads a calendar; nil when it cannot be used. Every problem is reported.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Calendar? {
    let (calendar, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? calendar : nil
  }

  /// Reads what is sound of a calendar, so that policies that name it can be checked.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (calendar: Calendar?, isWhole: Bool) {
    let (calendar, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("calendar")
      let calendar = reader.file(tree, format: format).flatMap { Self.calendar($0, &reader) }
      return (calendar, reader)
    }
    return (calendar, isWhole)
  }

  private static func calendar(_ root: YAMLNode, _ reader: inout Reader) -> Calendar? {
    let what = LocalizedText(ko: "달력", en: "a calendar")
    let keys = [
      "format", "id", "title", "utc_offset", "first_day", "last_day", "modes", "weekend", "holidays",
      "covers", "note",
    ]
    guard reader.mapping(root, keys: keys, of: what) else { return nil }
    let id = reader.required("id", in: root, of: what).flatMap { reader.identifier($0, what) }
    let covers = reader.required("covers", in: root, of: what).flatMap { reader.covers($0) }
    let weekend = root["weekend"].map { reader.weekend($0) } ?? [0, 6]
    return Calendar(
      id: id ?? "", utcOffset: root["utc_offset"].flatMap { reader.offset($0) } ?? 9 * 3600,
      modes: root["modes"].map { reader.modes($0) } ?? [:], defaultMode: reader.mode(root),
      weekend: weekend, holidays: root["holidays"].map { reader.holidays($0, covers: covers) } ?? [:],
      covers: covers ?? Day.first...Day.first)
  }
}

/// The parts of a calendar file.
extension Reader {
  private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  fileprivate mutating func offset(_ node: YAMLNode) -> Int? {
    guard let text = text(node, LocalizedText(ko: "시차", en: "an offset")) else { return nil }
    guard let seconds = UTCOffset.seconds(text) else {
      error(
        "offset", at: node.span, ko: "`\(text)`은(는) 시차로 읽을 수 없습니다", en: "`\(text)` is no offset from UTC",
        help: LocalizedText(
          ko: "`utc_offset: \"+09:00\"`처럼 쓰십시오", en: "write it like `utc_offset: \"+09:00\"`"))
      return nil
    }
    return seconds
  }

  /// The entries `first_day` and `last_day`; without them as the Korean Civil Act counts (articles 157 and 161).
  fileprivate mutating func mode(_ node: YAMLNode) -> CountingMode {
    let first = node["first_day"].flatMap {
      word(
        $0, among: [CountingMode.FirstDay.excluded, .included], LocalizedText(ko: "초일 산입 방식", en: "first_day")
      )
    }
    let last = node["last_day"].flatMap {
      word(
        $0, among: [CountingMode.LastDay.nextWorkingDay, .asIs], LocalizedText(ko: "말일 처리 방식", en: "last_day")
      )
    }
    return CountingMode(firstDay: first ?? .excluded, lastDay: last ?? .nextWorkingDay)
  }

  fileprivate mutating func modes(_ node: YAMLNode) -> [String: CountingMode] {
    let what = LocalizedText(ko: "기간 계산 방식", en: "a counting mode")
    guard node.kind == .mapping else {
      _ = mapping(node, keys: [], of: what)
      return [:]
    }
    var modes: [String: CountingMode] = [:]
    for (key, value) in node.entries {
      guard let name = identifier(key, what),
        mapping(value, keys: ["first_day", "last_day", "ko", "en", "source", "note"], of: what)
      else { continue }
      modes[name] = mode(value)
    }
    return modes
  }

  fileprivate mutating func weekend(_ node: YAMLNode) -> Set<Int> {
    var days: Set<Int> = []
    for item in items(node, of: LocalizedText(ko: "주말 요일", en: "weekend days")) ?? [] {
      if let day = Self.weekdays.firstIndex(of: item.text) {
        days.insert(day)
      } else {
        error(
          "weekday", at: item.span, ko: "`\(item.text)`은(는) 요일이 아닙니다", en: "`\(item.text)` is no weekday",
          help: suggestion(for: item.text, among: Self.weekdays)
            ?? LocalizedText(
              ko: "\(Self.weekdays.joined(separator: ", ")) 중에서 쓰십시오",
              en: "expected some of \(Self.weekdays.joined(separator: ", "))"))
      }
    }
    return days
  }

  fileprivate mutating func covers(_ node: YAMLNode) -> ClosedRange<Day>? {
    let what = LocalizedText(ko: "달력의 대상 기간", en: "the days that a calendar covers")
    guard mapping(node, keys: ["from", "to"], of: what) else { return nil }
    let from = required("from", in: node, of: what).flatMap { day($0, what) }
    let to = required("to", in: node, of: what).flatMap { day($0, what) }
    guard let from, let to else { return nil }
    guard from <= to else {
      error(
        "period", at: node["to"]?.span ?? node.span, ko: "대상 기간의 끝이 시작보다 앞섭니다",
        en: "the calendar ends before it begins",
        help: LocalizedText(ko: "`from`과 `to`를 확인하십시오", en: "check `from` and `to`"))
      return nil
    }
    return from...to
  }

  fileprivate mutating func holidays(_ node: YAMLNode, covers: ClosedRange<Day>?) -> [Day: Calendar.Holiday] {
    let what = LocalizedText(ko: "공휴일", en: "a holiday")
    var holidays: [Day: Calendar.Holiday] = [:]
    var places: [Day: SourceSpan] = [:]
    for item in items(node, of: LocalizedText(ko: "공휴일", en: "holidays")) ?? [] {
      guard mapping(item, keys: ["date", "ko", "en", "source", "uncertain", "verified", "note"], of: what)
      else {
        continue
      }
      let dateNode = required("date", in: item, of: what)
      let date = dateNode.flatMap { day($0, what) }
      let name = localized(entriesOf: item, LocalizedText(ko: "공휴일 이름", en: "the holiday's name"))
      let verified = item["verified"].flatMap { flag($0, LocalizedText(ko: "확인 여부", en: "verified")) } ?? true
      let uncertain = item["uncertain"].flatMap { flag($0, LocalizedText(ko: "미확정 여부", en: "uncertain")) }
      let source = item.stated("source").flatMap { text($0, LocalizedText(ko: "근거", en: "a source")) }
      guard let date, let name else { continue }
      if let first = places[date] {
        error(
          "duplicate-holiday", at: (dateNode ?? item).span, ko: "\(date.iso)이(가) 두 번 적혀 있습니다",
          en: "\(date.iso) is listed twice",
          help: LocalizedText(ko: "이름을 한 줄에 모으십시오", en: "put both names into one entry"),
          notes: [Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first listed here"), at: first.location)])
      }
      if let covers, !covers.contains(date) {
        warning(
          "holiday-outside", at: (dateNode ?? item).span,
          ko: "\(date.iso)은(는) 달력의 대상 기간(\(covers.lowerBound.iso)~\(covers.upperBound.iso)) 밖입니다",
          en:
            "\(date.iso) lies outside what the calendar covers (\(covers.lowerBound.iso) to \(covers.upperBound.iso))",
          help: LocalizedText(ko: "`covers`를 넓히거나 이 날을 빼십시오", en: "widen `covers` or take the day out"))
      }
      places[date] = (dateNode ?? item).span
      holidays[date] = Calendar.Holiday(name: name, isUncertain: uncertain ?? !verified, source: source)
    }
    return holidays
  }
}
