import Dispatch
import Synchronization
import Testing

@testable import Auditing

/// Cores that share work in sections leave nothing out and do nothing twice.
@Suite struct TurnsTests {
  /// The places in the order in which a core alone would do them.
  private func alone(_ sections: [Range<Int>]) -> [Int] {
    let turns = Turns(sections)
    var places: [Int] = []
    var turn = turns.first()
    while let now = turn {
      places.append(now.place)
      turn = turns.next(after: now)
    }
    return places
  }

  @Test func `a core alone does section after section`() {
    #expect(alone([3..<6, 0..<2, 2..<3]) == [3, 4, 5, 0, 1, 2])
    #expect(alone([0..<0, 0..<1]) == [0])
    #expect(alone([]).isEmpty)
  }

  @Test func `a second core begins a section of its own, then helps`() throws {
    let turns = Turns([0..<3, 3..<4])
    let first = try #require(turns.first())
    let second = try #require(turns.first())
    #expect([first.place, second.place] == [0, 3])
    let helping = try #require(turns.next(after: second))
    #expect(helping.place == 1)
    #expect(turns.next(after: first)?.place == 2)
    #expect(turns.next(after: helping) == nil)
    #expect(turns.first() == nil)
  }

  @Test func `many cores do everything once`() {
    let sections = [0..<500, 500..<501, 501..<501, 501..<2_000]
    let turns = Turns(sections)
    let done = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      var turn = turns.first()
      while let now = turn {
        done.withLock { $0.append(now.place) }
        turn = turns.next(after: now)
      }
    }
    #expect(done.withLock { $0.sorted() } == Array(0..<2_000))
  }

  @Test func `what is written once is the same for all cores`() {
    let once = WrittenOnce<[Int]>(count: 3)
    let seen = Mutex<[[Int]]>([])
    DispatchQueue.concurrentPerform(iterations: 64) { turn in
      let value = once.value(at: turn % 3) { [turn % 3, turn] }
      seen.withLock { $0.append(value) }
    }
    let different = Set(seen.withLock { $0 })
    #expect(different.count == 3)
    #expect(Set(different.map { $0[0] }) == [0, 1, 2])
    #expect(once.value(at: 0) { [9, 9] } == different.first { $0[0] == 0 })
  }
}
