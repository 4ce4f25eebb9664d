import ArgumentParser
import Auditing
import Diagnostics
import Findings
import Glibc

/// `--as-of`: whose dates pick the versions of the law.
enum AsOf: ExpressibleByArgument, Equatable {
  /// Each rule's, parameter's and table's own.
  case written
  /// The day of the audit for all: the one that `--today` names, else the day it is.
  case ofToday
  /// One date (`YYYY-MM-DD`) for all.
  case date(String)

  /// Reads `written`, `today` or a date, which is checked later.
  init?(argument: String) {
    switch argument {
    case "written": self = .written
    case "today": self = .ofToday
    default: self = .date(argument)
    }
  }

  /// The argument that it stands for. Without it the parser would have the runtime spell the case out, on every start.
  var defaultValueDescription: String {
    switch self {
    case .written: "written"
    case .ofToday: "today"
    case .date(let date): date
    }
  }

  /// The date that picks the versions on a day of the audit; nil for each policy's own.
  func date(today: String) -> String? {
    switch self {
    case .written: nil
    case .ofToday: today
    case .date(let date): date
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

/// `--today`: the day of the audit, which changes no law.
struct TodayOption: ParsableArguments {
  /// `now`, which is looked up once, or a date; nil: no day is named, and none is counted from.
  @Option(
    name: .long,
    help: help(
      ko:
        "검토일: now 또는 YYYY-MM-DD. 기한까지 남은 날을 이날부터 세고 today는 이날을 뜻합니다. 적용하는 법은 바꾸지 않습니다.",
      en:
        "The day of the audit: now or YYYY-MM-DD. Days left are counted from it, and today means it; it changes no "
        + "law.", valueName: "date"))
  var today: String?

  /// Refuses what is no date of the calendar, and looks the day up where it is asked for.
  mutating func validate() throws {
    guard let text = today else { return }
    if text == "now" || text == "today" {
      today = AsOf.today
    } else if !PolicySet.isDate(text) {
      throw ValidationError(
        say(
          ko: "`--today \(Printable.escaped(text))`: now 또는 YYYY-MM-DD를 적으십시오.",
          en: "`--today \(Printable.escaped(text))`: expected now or YYYY-MM-DD."))
    }
  }

  /// What `today` means: the day that was named, else the day it is.
  var meant: String { today ?? AsOf.today }
}

/// `--as-of` and `--today` of the commands that look at a scheme.
struct LawDateOption: ParsableArguments {
  /// Each policy's own dates unless another is asked for.
  @Option(
    name: .long,
    help: help(
      ko: "어느 날의 기준인가: written(각 기준이 정한 날), today, 또는 YYYY-MM-DD.",
      en: "Whose date picks the law: written (each policy's own), today, or YYYY-MM-DD.", valueName: "date"))
  var asOf: AsOf = .written

  /// The day of the audit.
  @OptionGroup var day: TodayOption

  /// Refuses what is no date of the calendar.
  mutating func validate() throws {
    guard case .date(let text) = asOf, !PolicySet.isDate(text) else { return }
    throw ValidationError(
      say(
        ko: "`--as-of \(Printable.escaped(text))`: written, today 또는 YYYY-MM-DD를 적으십시오.",
        en: "`--as-of \(Printable.escaped(text))`: expected written, today or YYYY-MM-DD."))
  }

  /// Which dates pick the versions.
  var law: LawDate { asOf.date(today: day.meant).map { .on($0) } ?? .written }
}
