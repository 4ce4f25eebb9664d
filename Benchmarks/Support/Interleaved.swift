import Glibc

/// Two ways of doing the same, timed in turns so that both meet the same hour of the machine.
package struct Interleaved {
  /// Which of the times of several rounds stands for all.
  package enum Choice {
    /// What the work takes where nothing else disturbs it.
    case shortest
    /// What it takes as a rule, for work whose time depends on what the system has at hand, such as writing a file.
    case median
  }

  /// The time of the first, in nanoseconds.
  package let first: Int
  /// The time of the second, in nanoseconds.
  package let second: Int

  /// How many times as long the second takes, with two digits.
  package var ratio: String { Self.quotient(second, first) }

  /// One time as a multiple of another, with two digits.
  package static func quotient(_ time: Int, _ unit: Int) -> String {
    let hundredths = time * 100 / max(unit, 1)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// The times of two ways, each taken `rounds` times.
  package static func times<Problem: Error>(
    rounds: Int, choosing choice: Choice = .shortest, _ first: () throws(Problem) -> Void,
    _ second: () throws(Problem) -> Void
  ) throws(Problem) -> Interleaved {
    var times: (first: [Int], second: [Int]) = ([], [])
    for _ in 0..<rounds {
      times.first.append(try time(first))
      times.second.append(try time(second))
    }
    return Interleaved(first: chosen(times.first, choice), second: chosen(times.second, choice))
  }

  private static func chosen(_ times: [Int], _ choice: Choice) -> Int {
    let sorted = times.sorted()
    switch choice {
    case .shortest: return sorted.first ?? 0
    case .median: return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
  }

  private static func time<Problem: Error>(_ body: () throws(Problem) -> Void) throws(Problem) -> Int {
    let start = now()
    try body()
    return now() - start
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
