import Dispatch
import Synchronization

/// Independent work on all cores, with results in the order of the items whatever finishes first.
package enum Parallel {
  /// Applies `body` to every item.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    guard items.count > 1 else { return items.map(body) }
    return map(items, longestFirst: { _ in 0 }, body, beside: [Item]()) { _ in () }.first
  }

  /// Applies `body` to every item and, beside it, `otherBody` to every other item. The longest items come first, so
  /// that none is waited for in the end.
  package static func map<Item: Sendable, Result: Sendable, Other: Sendable, OtherResult: Sendable>(
    _ items: [Item], longestFirst length: (Item) -> Int, _ body: @Sendable (Item) -> Result,
    beside others: [Other], _ otherBody: @Sendable (Other) -> OtherResult
  ) -> (first: [Result], second: [OtherResult]) {
    let lengths = items.map(length)
    let order = items.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    let results = Mutex<(first: [Result?], second: [OtherResult?])>(
      (Array(repeating: nil, count: items.count), Array(repeating: nil, count: others.count)))
    DispatchQueue.concurrentPerform(iterations: items.count + others.count) { turn in
      if turn < order.count {
        let result = body(items[order[turn]])
        results.withLock { $0.first[order[turn]] = result }
      } else {
        let result = otherBody(others[turn - order.count])
        results.withLock { $0.second[turn - order.count] = result }
      }
    }
    return results.withLock { ($0.first.compactMap { $0 }, $0.second.compactMap { $0 }) }
  }
}
