import Findings

extension FindingWords {
  /// At which distance from universal time the instants of the report are told; nil where it tells none, or some at
  /// one distance and some at another.
  var timeZone: String? {
    var offset: Substring?
    for value in report.scheme.headlines.lazy.map(\.value) {
      guard Self.add(value, to: &offset) else { return nil }
    }
    for index in report.findings.indices {
      for fact in report.findings[index].evidence {
        guard Self.add(fact.value, to: &offset) else { return nil }
      }
    }
    guard let offset else { return nil }
    if offset == "+09:00" { return say(ko: "한국 표준시(UTC+9)", en: "Korea Standard Time (UTC+9)") }
    return offset == "Z" ? nil : "UTC\(offset)"
  }

  /// Notes the offset of an instant; false where it is another than that of those before.
  private static func add(_ value: ReportValue, to offset: inout Substring?) -> Bool {
    guard value.type == .timestamp, let time = value.text.utf8.firstIndex(of: UInt8(ascii: "T")) else {
      return true
    }
    let signs = [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z")]
    guard let sign = value.text.utf8[time...].firstIndex(where: signs.contains) else { return true }
    let own = value.text[sign...]
    if offset == nil { offset = own }
    return offset == own
  }
}
