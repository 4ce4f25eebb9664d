import Diagnostics

/// Functions of the policy language in the words of a worked calculation.
enum FormulaWords {
  /// A call in words; nil for functions that are no arithmetic.
  static func call(_ name: String, _ arguments: [String], _ language: Language) -> String? {
    switch (name, arguments.count) {
    case ("date_of", 1): return arguments[0]
    case ("percent", 2): return "\(arguments[0]) ÷ \(arguments[1]) × 100"
    default: break
    }
    switch language {
    case .ko: return korean(name, arguments)
    case .en: return english(name, arguments)
    }
  }

  private static func korean(_ name: String, _ a: [String]) -> String? {
    switch (name, a.count) {
    case ("round_up", 1), ("ceil", 1): return "올림(\(a[0]))"
    case ("round_down", 1), ("floor", 1): return "버림(\(a[0]))"
    case ("round_half_up", 1): return "반올림(\(a[0]))"
    case ("round_half_even", 1): return "오사오입(\(a[0]))"
    case ("round_up", 2): return "올림(\(a[0]), \(a[1]) 단위)"
    case ("round_down", 2): return "버림(\(a[0]), \(a[1]) 단위)"
    case ("round_half_up", 2): return "반올림(\(a[0]), \(a[1]) 단위)"
    case ("round_half_even", 2): return "오사오입(\(a[0]), \(a[1]) 단위)"
    case ("min", 1...): return "최솟값(\(a.joined(separator: ", ")))"
    case ("max", 1...): return "최댓값(\(a.joined(separator: ", ")))"
    case ("sum", 1): return "합계(\(a[0]))"
    case ("avg", 1): return "평균(\(a[0]))"
    case ("count", 1): return "개수(\(a[0]))"
    case ("abs", 1): return "절댓값(\(a[0]))"
    case ("percent_of", 2): return "\(a[1])의 \(a[0])"
    case ("days_after", 2...): return "\(a[0])부터 \(counted(a[1], "일"))"
    case ("working_days_after", 2...): return "\(a[0])부터 영업일로 \(counted(a[1], "일"))"
    case ("months_after", 2...): return "\(a[0])부터 \(counted(a[1], "개월"))"
    case ("days_between", 2), ("hours_between", 2): return "\(a[0])부터 \(a[1])까지"
    case ("days_inclusive", 2): return "\(a[0])부터 \(a[1])까지(첫날 포함)"
    case ("days_over", 3): return "\(a[0])부터 \(a[1])까지 \(counted(a[2], "시간")) 초과분"
    default: return nil
    }
  }

  private static func english(_ name: String, _ a: [String]) -> String? {
    switch (name, a.count) {
    case ("round_up", 1), ("ceil", 1): return "round up (\(a[0]))"
    case ("round_down", 1), ("floor", 1): return "round down (\(a[0]))"
    case ("round_half_up", 1), ("round_half_even", 1): return "round (\(a[0]))"
    case ("round_up", 2): return "round up (\(a[0]) to \(a[1]))"
    case ("round_down", 2): return "round down (\(a[0]) to \(a[1]))"
    case ("round_half_up", 2), ("round_half_even", 2): return "round (\(a[0]) to \(a[1]))"
    case ("min", 1...): return "smallest of (\(a.joined(separator: ", ")))"
    case ("max", 1...): return "largest of (\(a.joined(separator: ", ")))"
    case ("sum", 1): return "sum of (\(a[0]))"
    case ("avg", 1): return "average of (\(a[0]))"
    case ("count", 1): return "number of (\(a[0]))"
    case ("abs", 1): return "size of (\(a[0]))"
    case ("percent_of", 2): return "\(a[0]) of \(a[1])"
    case ("days_after", 2...): return "\(counted(a[1], " day")) after \(a[0])"
    case ("working_days_after", 2...): return "\(counted(a[1], " day")) after \(a[0]), in working days"
    case ("months_after", 2...): return "\(counted(a[1], " month")) after \(a[0])"
    case ("days_between", 2), ("hours_between", 2): return "\(a[0]) to \(a[1])"
    case ("days_inclusive", 2): return "\(a[0]) to \(a[1]), both included"
    case ("days_over", 3): return "\(a[0]) to \(a[1]) beyond \(counted(a[2], " hour"))"
    default: return nil
    }
  }

  /// A bare number with the word for what it counts; one with a unit as it is.
  private static func counted(_ number: String, _ word: String) -> String {
    guard let last = number.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) else {
      return number
    }
    // Of the words for what is counted, only the English ones have a plural.
    return number + word + (word.hasPrefix(" ") && number != "1" ? "s" : "")
  }
}
