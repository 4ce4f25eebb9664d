public import Diagnostics

/// Writes the values of a report as people of a language write them.
public struct ValueFormatter: Sendable {
  /// How a placeholder of a message asks for its value.
  public enum Style: Sendable {
    /// With separators, unit, labels: `7,550원`, `2022. 12. 29.`.
    case formatted
    /// Dates and instants as `2022-12-29`.
    case iso
    /// Without separators and unit.
    case plain
  }

  /// The language it writes.
  public let language: Language
  private let units: [String: LocalizedText]
  private let longestText: Int
  /// A list longer than this is cut, with the number of the rest.
  private static let longestList = 20

  /// A writer for a language with the units' labels by their codes.
  ///
  /// - Parameter longestText: a text of the scheme with more characters is cut, with the number of all of them.
  public init(language: Language, units: [String: LocalizedText], longestText: Int = .max) {
    self.language = language
    self.units = units
    self.longestText = longestText
  }

  /// The value in words.
  public func text(_ value: ReportValue) -> String {
    formatted(value) { _ in false }
  }

  /// The value in words for a place between two texts: the unit is left out where its label or sign already
  /// stands directly before or after.
  public func text(_ value: ReportValue, _ style: Style, before: String, after: String) -> String {
    switch style {
    case .formatted:
      formatted(value) { UnitText(code: $0, units: units).stands(before: before, after: after) }
    case .iso:
      formatted(value, iso: true) { UnitText(code: $0, units: units).stands(before: before, after: after) }
    case .plain:
      switch value.type {
      case .unknown, .none, .error: formatted(value) { _ in false }
      case .bool, .number, .string, .choice, .date, .timestamp, .duration, .list, .record, .ref, .range,
        .either:
        (value.exact == nil ? "" : "≈") + value.text
      }
    }
  }

  /// The word for a fact that nobody has stated.
  public var notStated: String {
    switch language {
    case .ko: "(미기재)"
    case .en: "(not stated)"
    }
  }

  private func formatted(
    _ value: ReportValue, iso: Bool = false, omittingUnit: (String) -> Bool
  ) -> String {
    switch value.type {
    case .bool: yesOrNo(value)
    case .number: number(value, omittingUnit: omittingUnit)
    case .string: value.label?[language] ?? cut(value.text)
    case .choice, .ref, .record: named(value)
    case .date: iso ? value.text : DateText.day(value.text, language)
    case .timestamp: iso ? value.text : DateText.instant(value.text, language)
    case .duration: DurationText.words(value.text, language)
    case .list: list(value.items.map { formatted($0, iso: iso, omittingUnit: omittingUnit) })
    case .range: range(value, iso: iso, omittingUnit: omittingUnit)
    case .either:
      sharingDay(value.items, value.items.map { formatted($0, iso: iso, omittingUnit: omittingUnit) })
        .joined(separator: language == .ko ? " 또는 " : " or ")
    case .unknown: notStated
    case .none: language == .ko ? "(없음)" : "(none)"
    case .error: language == .ko ? "(계산 불가)" : "(cannot be computed)"
    }
  }

  private func yesOrNo(_ value: ReportValue) -> String {
    switch language {
    case .ko: value.text == "true" ? "예" : "아니요"
    case .en: value.text == "true" ? "yes" : "no"
    }
  }

  private func named(_ value: ReportValue) -> String {
    if let label = value.label { return cut(label[language]) }
    guard !value.fields.isEmpty else { return value.text }
    return value.fields.map { field in
      "\(field.title?[language] ?? field.name) \(text(field.value))"
    }.joined(separator: ", ")
  }

  private func cut(_ text: String) -> String {
    // Bytes are counted faster than characters, of which there are never more.
    guard text.utf8.count > longestText, text.count > longestText else { return text }
    let count = NumberText.grouped(.number(String(text.count)), language)
    let head = text.prefix(longestText)
    switch language {
    case .ko: return "\(head)…(전체 \(count)자)"
    case .en: return "\(head)… (\(count) characters in all)"
    }
  }

  private func number(_ value: ReportValue, omittingUnit: (String) -> Bool) -> String {
    guard let unit = value.unit else { return NumberText.grouped(value, language) }
    let label = UnitText(code: unit, units: units)
    if omittingUnit(unit) { return NumberText.grouped(value, language) }
    if let time = NumberText.minutes(value, language) { return time }
    return label.joined(to: NumberText.grouped(value, language), isOne: value.text == "1", language)
  }

  private func list(_ items: [String]) -> String {
    guard !items.isEmpty else { return language == .ko ? "(없음)" : "(none)" }
    let rest = items.count - Self.longestList
    var text = (rest > 0 ? Array(items.prefix(Self.longestList)) : items).joined(separator: ", ")
    if rest > 0 { text += language == .ko ? " 외 \(rest)건" : " and \(rest) more" }
    return text
  }

  /// `102~162일`, `102–162 days`; an open end as `102일 이상`, `2022. 11. 18. 이후`.
  private func range(
    _ value: ReportValue, iso: Bool, omittingUnit: (String) -> Bool
  ) -> String {
    let low = value.atLeast.map { formatted($0, iso: iso, omittingUnit: omittingUnit) }
    let high = value.atMost.map { formatted($0, iso: iso, omittingUnit: omittingUnit) }
    guard let low, let high else {
      return openRange(low, high, isTime: isTime(value.atLeast ?? value.atMost))
    }
    if let short = sharingUnit(value, low, high) { return short }
    let ends = sharingDay([value.atLeast, value.atMost].compactMap { $0 }, [low, high])
    switch language {
    case .ko: return ends.joined(separator: "~")
    case .en: return ends.joined(separator: " – ")
    }
  }

  /// Instants of one day, with the day told once: `2022. 10. 15. 15:00`, `15:30`.
  private func sharingDay(_ values: [ReportValue], _ texts: [String]) -> [String] {
    guard let first = values.first, first.type == .timestamp, values.count == texts.count,
      values.allSatisfy({ $0.type == .timestamp && $0.text.utf8.starts(with: first.text.utf8.prefix(10)) })
    else { return texts }
    let day = DateText.day(String(first.text.prefix(10)), language) + (language == .ko ? " " : ", ")
    guard texts.allSatisfy({ $0.hasPrefix(day) }) else { return texts }
    return [texts[0]] + texts.dropFirst().map { String($0.dropFirst(day.count)) }
  }

  private func openRange(_ low: String?, _ high: String?, isTime: Bool) -> String {
    switch (low, high, language) {
    case (let low?, _, .ko): isTime ? "\(low) 이후" : "\(low) 이상"
    case (nil, let high?, .ko): isTime ? "\(high) 이전" : "\(high) 이하"
    case (let low?, _, .en): isTime ? "\(low) or later" : "at least \(low)"
    case (nil, let high?, .en): isTime ? "\(high) or earlier" : "at most \(high)"
    case (nil, nil, _): notStated
    }
  }

  /// ` billion` of `39 billion`.
  private static func scale(of number: String) -> Substring? {
    guard let space = number.utf8.lastIndex(of: UInt8(ascii: " ")) else { return nil }
    return number[space...]
  }

  private func isTime(_ value: ReportValue?) -> Bool { value?.type == .date || value?.type == .timestamp }

  /// Two numbers with the unit they share, written once; nil where it is not written alike.
  private func sharingUnit(_ value: ReportValue, _ low: String, _ high: String) -> String? {
    guard let first = value.atLeast, let last = value.atMost, first.type == .number, last.type == .number,
      first.unit == last.unit
    else { return nil }
    let (start, end) = (NumberText.grouped(first, language), NumberText.grouped(last, language))
    // One sign says of both ends that they are rounded.
    let isRounded = first.exact != nil || last.exact != nil
    func plain(_ text: String) -> String { isRounded ? String(text.filter { $0 != "≈" }) : text }
    let isNegative = start.utf8.first == UInt8(ascii: "-") || end.utf8.first == UInt8(ascii: "-")
    let dash = language == .ko ? "~" : isNegative ? " to " : "–"
    let sign = isRounded ? "≈" : ""
    if let both = NumberText.wholeWon(first, last, dash: dash), low.hasSuffix(start) || low.hasPrefix(start) {
      // The unit stands where it stands beside one of them.
      let isBehind = low.hasPrefix(start)
      return (isBehind ? "" : low.dropLast(start.count)) + both + (isBehind ? high.dropFirst(end.count) : "")
    }
    if language == .en, let scale = Self.scale(of: start), scale == Self.scale(of: end), low.hasSuffix(start)
    {
      return low.dropLast(scale.utf8.count) + dash + end
    }
    if low.hasPrefix(start), high.hasPrefix(end) {
      let (label, lastLabel) = (low.dropFirst(start.count), high.dropFirst(end.count))
      guard label == lastLabel || language == .en && label + "s" == lastLabel else { return nil }
      return sign + plain(start) + dash + plain(high)
    }
    guard low.hasSuffix(start), high.hasSuffix(end), low.dropLast(start.count) == high.dropLast(end.count)
    else {
      return nil
    }
    return low.dropLast(start.count) + sign + plain(start) + dash + plain(end)
  }
}
