import Diagnostics
import Testing

/// Work on all cores keeps the order of its items.
@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 7, 1_000])
  func `results stand in the order of the items`(_ count: Int) {
    #expect(Parallel.map(Array(0..<count)) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func `the longest items come first and change no order`() {
    let words = ["나", "보상안", "가", "기준", "달력표"]
    let (lengths, doubled) = Parallel.map(
      words, longestFirst: \.count, { "\($0)\($0.count)" }, beside: [1, 2, 3], { $0 * 2 })
    #expect(lengths == ["나1", "보상안3", "가1", "기준2", "달력표3"])
    #expect(doubled == [2, 4, 6])
  }

  @Test func `nothing is made of nothing`() {
    let (none, some) = Parallel.map([String](), longestFirst: \.count, { $0 }, beside: ["a"], { $0 })
    #expect(none.isEmpty)
    #expect(some == ["a"])
  }
}
