import ArgumentParser
import Auditing
import Findings
import Glibc

/// `--as-of`: whose dates pick the versions of the law.
enum AsOf: ExpressibleByArgument, Equatable {
  /// Each rule's, parameter's and table's own.
  case written
  /// One date (`YYYY-MM-DD`) for all.
  case date(String)

  init?(argument: String) {
    switch argument {
    case "written": self = .written
    case "today": self = .date(Self.today)
    default: self = .date(argument)
    }
  }

  /// Which dates pick the versions.
  var law: LawDate {
    switch self {
    case .written: .written
    case .date(let date): .on(date)
    }
  }

  /// The day it is where the program runs: the only look at a clock, once.
  static let today: String = {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    return "\(year)-\(padded(month))-\(padded(day))"
  }()

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
