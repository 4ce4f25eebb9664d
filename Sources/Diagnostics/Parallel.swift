import Dispatch
import Glibc
import Synchronization

/// Independent work on all cores, with results in the order of the items whatever finishes first.
///
/// Work inside of such work stays on the core it is called on: the pieces of all levels belong into one list.
package enum Parallel {
  /// How many cores are left to work that is not handed out here.
  private static let left = Atomic(0)

  /// Leaves a core to other work of the process, until it is taken back: with more threads than cores two of them share
  /// one, often while another has nothing to do.
  package static func leaveCore() {
    left.wrappingAdd(1, ordering: .relaxed)
  }

  /// Takes back a core that was left.
  package static func takeCoreBack() {
    left.wrappingSubtract(1, ordering: .relaxed)
  }

  /// How many cores there are for what is handed out here, one at least.
  private static var freeCores: Int {
    max(1, cores - left.load(ordering: .relaxed))
  }

  /// How many cores the machine has.
  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Applies `body` to every item, to the longest first.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], longestFirst length: (Item) -> Int = { _ in 0 }, _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    guard items.count > 1 else { return items.map(body) }
    return map(items, longestFirst: length, body, beside: [Item]()) { _ in () }.first
  }

  /// Applies `body` to runs of a range that follow each other, for work that is too small to be handed out one by one.
  package static func map<Result: Sendable>(
    runsOf range: Range<Int>, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let length = 512
    let runs = stride(from: range.lowerBound, to: range.upperBound, by: length).map {
      $0..<min($0 + length, range.upperBound)
    }
    return map(runs, body)
  }

  /// Applies `body` to every item and, beside it, `otherBody` to every other item. The others come first and then the
  /// longest items, so that none is waited for in the end.
  package static func map<Item: Sendable, Result: Sendable, Other: Sendable, OtherResult: Sendable>(
    _ items: [Item], longestFirst length: (Item) -> Int, _ body: @Sendable (Item) -> Result,
    beside others: [Other], _ otherBody: @Sendable (Other) -> OtherResult
  ) -> (first: [Result], second: [OtherResult]) {
    let lengths = items.map(length)
    let order = items.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    let count = items.count + others.count
    let next = Atomic(0)
    let shares = Mutex<[(first: [(Int, Result)], second: [(Int, OtherResult)])]>([])
    // A turn for each core, which keeps it while there is work and hands in all of its results at once: a lock for each
    // would hold up the others.
    DispatchQueue.concurrentPerform(iterations: min(count, freeCores)) { _ in
      var first: [(Int, Result)] = []
      var second: [(Int, OtherResult)] = []
      while next.load(ordering: .relaxed) < count {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if turn < others.count {
          second.append((turn, otherBody(others[turn])))
        } else if turn < count {
          let place = order[turn - others.count]
          first.append((place, body(items[place])))
        }
      }
      if first.isEmpty, second.isEmpty { return }
      shares.withLock { $0.append((first, second)) }
    }
    var results: [Result?] = Array(repeating: nil, count: items.count)
    var otherResults: [OtherResult?] = Array(repeating: nil, count: others.count)
    for share in shares.withLock({ $0 }) {
      for (place, result) in share.first { results[place] = result }
      for (place, result) in share.second { otherResults[place] = result }
    }
    return (whole(results), whole(otherResults))
  }

  /// All results. Not `compactMap`, which is not specialised here and has the runtime look for conformances of each
  /// type that it is called with.
  private static func whole<Result>(_ results: [Result?]) -> [Result] {
    var whole: [Result] = []
    whole.reserveCapacity(results.count)
    for place in 0..<results.count {
      if let result = results[place] { whole.append(result) }
    }
    return whole
  }
}
