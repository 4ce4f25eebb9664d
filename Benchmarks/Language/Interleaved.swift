import Glibc

/// Two ways of doing the same, timed in turns so that both meet the same hour of the machine.
struct Interleaved {
  /// The shortest time of the first, in nanoseconds.
  let first: Int
  /// The shortest time of the second.
  let second: Int

  /// How many times as long the second takes, with two digits.
  var ratio: String {
    let hundredths = second * 100 / max(first, 1)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  static func times(rounds: Int, _ first: () -> Void, _ second: () -> Void) -> Interleaved {
    var shortest = (Int.max, Int.max)
    for _ in 0..<rounds {
      shortest.0 = min(shortest.0, time(first))
      shortest.1 = min(shortest.1, time(second))
    }
    return Interleaved(first: shortest.0, second: shortest.1)
  }

  private static func time(_ body: () -> Void) -> Int {
    let start = now()
    body()
    return now() - start
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
