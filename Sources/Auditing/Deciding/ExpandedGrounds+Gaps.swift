import Expressions

extension ExpandedGrounds {
  /// Whether something is named that was needed and is missing: a fact, a version, a row, a day of the calendar.
  var nameGaps: Bool {
    plain.contains { ground in
      switch ground {
      case .missing, .noParameterVersion, .noTableVersion, .noRow, .outsideCalendar: true
      case .read, .assumed, .list, .further, .cell, .partialCell, .date, .parameter, .row, .uncertainHoliday:
        false
      }
    }
  }
}
