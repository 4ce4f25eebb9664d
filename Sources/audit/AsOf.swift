import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Glibc

/// `--as-of`: whose dates pick the versions of the law.
enum AsOf: ExpressibleByArgument, Equatable {
  /// Each rule's, parameter's and table's own.
  case written
  /// One date (`YYYY-MM-DD`) for all.
  case date(String)

  /// Reads `written`, `today`, which is looked up here, or a date, which is checked later.
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

/// `--as-of` of the commands that look at a scheme.
struct LawDateOption: ParsableArguments {
  /// Each policy's own dates unless another is asked for.
  @Option(
    name: .long,
    help: help(
      ko: "어느 날의 기준인가: written(각 기준이 정한 날), today, 또는 YYYY-MM-DD.",
      en: "Whose date picks the law: written (each policy's own), today, or YYYY-MM-DD.", valueName: "date"))
  var asOf: AsOf = .written

  /// Refuses what is no date of the calendar.
  mutating func validate() throws {
    guard case .date(let text) = asOf, !PolicySet.isDate(text) else { return }
    throw ValidationError(
      say(
        ko: "`--as-of \(Printable.escaped(text))`: written, today 또는 YYYY-MM-DD를 적으십시오.",
        en: "`--as-of \(Printable.escaped(text))`: expected written, today or YYYY-MM-DD."))
  }
}
