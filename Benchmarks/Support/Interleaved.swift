import Glibc

/// Two ways of doing the same, timed in turns so that both meet the same hour of the machine.
package struct Interleaved {
  /// The shortest time of the first, in nanoseconds.
  package let first: Int
  /// The shortest time of the second, in nanoseconds.
  package let second: Int

  /// How many times as long the second takes, with two digits.
  package var ratio: String { Self.quotient(second, first) }

  /// One time as a multiple of another, with two digits.
  package static func quotient(_ time: Int, _ unit: Int) -> String {
    let hundredths = time * 100 / max(unit, 1)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// The shortest times of two ways, each taken `rounds` times.
  package static func times<Problem: Error>(
    rounds: Int, _ first: () throws(Problem) -> Void, _ second: () throws(Problem) -> Void
  ) throws(Problem) -> Interleaved {
    var shortest = (Int.max, Int.max)
    for _ in 0..<rounds {
      shortest.0 = min(shortest.0, try time(first))
      shortest.1 = min(shortest.1, try time(second))
    }
    return Interleaved(first: shortest.0, second: shortest.1)
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
