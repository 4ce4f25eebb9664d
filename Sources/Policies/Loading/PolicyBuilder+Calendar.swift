import Diagnostics
import Expressions
import YAMLTree

/// The policy's calendar and the functions that count by it.
extension PolicyBuilder {
  /// Whether a call of a function with so many arguments needs the calendar.
  private static func counts(_ function: String, _ arguments: Int) -> Bool {
    switch function {
    case "date_of", "months_touched": arguments == 1
    case "days_after", "working_days_after": arguments == 2 || arguments == 3
    case "months_after": arguments == 3
    default: false
    }
  }

  /// The calendar that the policy names.
  mutating func calendar(_ node: YAMLNode) -> Calendar? {
    guard let id = reader.text(node, LocalizedText(ko: "달력 식별자", en: "a calendar's id")) else { return nil }
    // One without an id has an error and may be the one that is named.
    if let calendar = loader.calendars[id] ?? loader.calendars[""] { return calendar }
    guard !loader.lostNames.contains(id) else { return nil }
    let known = loader.calendars.keys.sorted()
    reader.error(
      "unknown-calendar", at: node.span, ko: "달력 `\(id)`이(가) 없습니다", en: "unknown calendar `\(id)`",
      help: reader.suggestion(for: id, among: known)
        ?? LocalizedText(
          ko: known.isEmpty
            ? "`format: guideline_calendar/1` 파일을 더하십시오" : "불러온 달력: \(known.joined(separator: ", "))",
          en: known.isEmpty
            ? "add a file with `format: guideline_calendar/1`"
            : "loaded calendars: \(known.joined(separator: ", "))"))
    return nil
  }

  /// Where a call's last argument, a text in quotes, stands; the whole call if it is written in another way.
  private static func place(of mode: String, endingCall call: Range<Int>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(call.lowerBound), call.upperBound <= bytes.count else { return call }
    let closing: Set<UInt8> = [UInt8(ascii: ")"), 0x20, 0x09, 0x0A, 0x0D]
    guard let last = bytes[call].lastIndex(where: { !closing.contains($0) }) else { return call }
    let start = last - mode.utf8.count - 1
    guard start > call.lowerBound, bytes[start] == bytes[last],
      bytes[(start + 1)..<last].elementsEqual(mode.utf8),
      bytes[last] == UInt8(ascii: "'") || bytes[last] == UInt8(ascii: "\"")
    else { return call }
    return start..<(last + 1)
  }

  /// Reports calls that count by a calendar that the policy does not name, or in a way that it does not have.
  mutating func checkCounting(_ expression: CheckedExpression) {
    guard !namesUnknownCalendar else { return }
    var calls: [(name: String, arguments: [Term], range: Range<Int>)] = []
    expression.term.forEachInside { term in
      if case .call(let function, let arguments, let range) = term,
        Self.counts(function.name, arguments.count)
      {
        calls.append((function.name, arguments, range))
      }
    }
    for call in calls {
      guard let calendar = program.calendar else {
        reader.error(
          "no-calendar", at: expression.source.span(call.range),
          ko: "`\(call.name)`은(는) 달력으로 세는데 기준에 `calendar`가 없습니다",
          en: "`\(call.name)` counts by a calendar, but the policy names none",
          help: LocalizedText(
            ko: "기준에 `calendar: kr`처럼 쓰십시오", en: "add a line such as `calendar: kr` to the policy"))
        continue
      }
      guard call.arguments.count == 3, case .constant(.string(let mode)) = call.arguments[2],
        calendar.mode(named: mode) == nil, !loader.lostNames.contains(mode)
      else { continue }
      let modes = calendar.modes.keys.sorted()
      reader.error(
        "unknown-mode",
        at: expression.source.span(Self.place(of: mode, endingCall: call.range, in: expression.source.text)),
        ko: "달력 `\(calendar.id)`에 `\(mode)`라는 계산 방식이 없습니다",
        en: "calendar `\(calendar.id)` has no counting mode `\(mode)`",
        help: reader.suggestion(for: mode, among: modes)
          ?? LocalizedText(
            ko: modes.isEmpty ? "셋째 인수를 빼십시오" : "있는 방식: \(modes.joined(separator: ", "))",
            en: modes.isEmpty
              ? "take the third argument out" : "known modes: \(modes.joined(separator: ", "))"))
    }
  }
}
