/// What a text report is made of: steps in their order, each of which can be written apart from the others.
struct TextPlan: Sendable {
  /// Writes at the end of a page.
  typealias Step = @Sendable (inout TextReport) -> Void

  /// Steps that follow each other and are written by one core.
  struct Run: Sendable {
    /// How much there is to write.
    fileprivate(set) var weight = 0
    /// The steps in their order.
    fileprivate(set) var steps: [Step] = []
  }

  private var steps: [(weight: Int, step: Step)] = []

  /// Adds a step at the end; `weight` is about as many findings as it tells in full.
  mutating func add(weight: Int = 1, _ step: @escaping Step) {
    steps.append((weight, step))
  }

  /// Adds the steps of another plan at the end.
  mutating func append(_ other: TextPlan) {
    steps += other.steps
  }

  /// The steps in runs of about equal weight: enough for many cores, and few enough for what each run costs.
  var runs: [Run] {
    let limit = max(1, steps.reduce(0) { $0 + $1.weight } / 64)
    var runs: [Run] = []
    var run = Run()
    for (weight, step) in steps {
      run.weight += weight
      run.steps.append(step)
      guard run.weight >= limit else { continue }
      runs.append(run)
      run = Run()
    }
    if !run.steps.isEmpty { runs.append(run) }
    return runs
  }
}
