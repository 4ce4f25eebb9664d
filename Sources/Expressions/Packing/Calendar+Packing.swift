extension Calendar {
  /// Reads a calendar.
  package init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), utcOffset: try pack.int(),
      modes: Dictionary(
        try pack.list { pack throws(PackFailure) in (try pack.string(), try CountingMode(from: &pack)) },
        uniquingKeysWith: { first, _ in first }),
      defaultMode: try CountingMode(from: &pack),
      weekend: Set(try pack.list { pack throws(PackFailure) in try pack.int() }),
      holidays: Dictionary(
        try pack.list { pack throws(PackFailure) in (try Day(from: &pack), try Holiday(from: &pack)) },
        uniquingKeysWith: { first, _ in first }),
      covers: try Self.days(from: &pack))
  }

  /// Writes the calendar.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    pack.int(utcOffset)
    try pack.list(modes.sorted { $0.key < $1.key }) { pack, mode in
      pack.string(mode.key)
      mode.value.write(to: &pack)
    }
    defaultMode.write(to: &pack)
    try pack.list(weekend.sorted()) { pack, weekday in pack.int(weekday) }
    try pack.list(holidays.sorted { $0.key < $1.key }) { pack, holiday in
      holiday.key.write(to: &pack)
      holiday.value.write(to: &pack)
    }
    covers.lowerBound.write(to: &pack)
    covers.upperBound.write(to: &pack)
  }

  private static func days(from pack: inout PackReader) throws(PackFailure) -> ClosedRange<Day> {
    let (first, last) = (try Day(from: &pack), try Day(from: &pack))
    guard first <= last else { throw .damaged }
    return first...last
  }
}

extension Calendar.Holiday {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(name: try pack.text(), isUncertain: try pack.bool(), source: try pack.optionalString())
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.text(name)
    pack.bool(isUncertain)
    pack.optionalString(source)
  }
}

extension CountingMode {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(firstDay: try pack.member(), lastDay: try pack.member())
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.member(firstDay)
    pack.member(lastDay)
  }
}
