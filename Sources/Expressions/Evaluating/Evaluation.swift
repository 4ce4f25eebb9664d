/// Evaluates the expressions of one policy over the facts of one scheme. Not for sharing between threads.
///
/// Every read, parameter and list that a result rests on is appended to a log; an operator that decides by one of
/// its sides cuts the other's entries out again, so what is left when an evaluation ends are its grounds.
///
/// State that nearly every step touches is `@exclusivity(unchecked)`: it is changed in place, never while a call
/// that could reach it holds it, and checking that at run time took a fifteenth of an audit.
package final class Evaluation {
  /// What the scheme states.
  package let facts: Facts
  /// What the policy names.
  package let program: Program
  /// Replaces every date that would pick versions.
  let dateOverride: Day?

  /// What the current evaluation rests on so far.
  @exclusivity(unchecked) var log: [Ground] = []
  /// Subjects of the rule, then variables of macros.
  @exclusivity(unchecked) var locals: [Value] = []
  /// What each local rests on, needed where it is not plainly known.
  @exclusivity(unchecked) var localGrounds: [[Ground]] = []

  /// What is known of the steps, by their ids.
  @exclusivity(unchecked) var cellStates: [CellState?]
  /// Steps that a granted exception computes another way: old → new.
  @exclusivity(unchecked) var replacements: [CellID: CellID] = [:]
  /// The cells that replacing others changes: those, what replaces them and what depends on them.
  @exclusivity(unchecked) var changedCells: Set<CellID> = []
  /// Uses of steps that hold for the whole rule, and those of the current subject.
  @exclusivity(unchecked) var ruleUses: [Use] = []
  @exclusivity(unchecked) var subjectUses: [Use] = []
  /// Bumped to forget what depends on a rule, or on a subject.
  @exclusivity(unchecked) var ruleStamp = 1
  @exclusivity(unchecked) var subjectStamp = 1
  /// The rule's date, which picks versions that have none of their own.
  var ruleAsOf: CellID?
  /// By the index of the date's step; -1 for no step.
  var dateUses: [Int: Int] = [:]
  /// Dates being evaluated: one that needs a version which it picks itself has no value.
  var pendingDates: Set<Int> = []

  /// By the facts' slots.
  var derived: [Int: Derived] = [:]
  @exclusivity(unchecked) var factLists: [ListValue?]
  /// By the identity of the lists.
  var indexes: [Int: [FieldIndex]] = [:]
  /// Inputs for which a table has no row.
  package let missedInputs: TextPool
  /// Patterns that were compiled.
  var regexes = RegexCache()
  /// Which steps use which.
  lazy var users = Self.users(in: program)
  /// How many terms are being evaluated inside one another.
  @exclusivity(unchecked) var depth = 0

  /// Elements visited and functions called since the rule started.
  @exclusivity(unchecked) package var stepsUsed = 0
  /// The most steps one rule may take: 1,000,000 and 1,000 for each fact.
  package let stepBudget: Int
  /// Whether the steps or the depth that a rule may take ran out since it started.
  package private(set) var hasMetLimit = false

  /// - Parameter missedInputs: shared with evaluations that exchange grounds.
  package init(
    facts: Facts, program: Program, asOf override: Day? = nil, missedInputs: TextPool = TextPool()
  ) {
    self.missedInputs = missedInputs
    self.facts = facts
    self.program = program
    dateOverride = override
    cellStates = Array(repeating: nil, count: program.cells.count)
    factLists = Array(repeating: nil, count: facts.lists.count)
    stepBudget = Self.stepBudget(for: facts)
  }

  /// The most steps that one rule may take over some facts.
  package static func stepBudget(for facts: Facts) -> Int { 1_000_000 + 1_000 * facts.slots.count }

  /// Starts a rule: forgets the steps of the last one and gives it a new step budget. What is kept are only the
  /// scheme's own lists and their indexes, which cost no steps.
  /// `asOf` is the rule's own date expression, else the policy's.
  package func startRule(asOf: CellID?) {
    ruleStamp += 1
    ruleAsOf = asOf
    ruleUses.removeAll(keepingCapacity: true)
    dateUses.removeAll(keepingCapacity: true)
    derived.removeAll(keepingCapacity: true)
    forgetPassingIndexes()
    stepsUsed = 0
    hasMetLimit = false
    startSubject([])
  }

  /// Starts a subject: sets the locals and forgets the steps that depend on them.
  ///
  /// - Parameter grounds: what each subject rests on, needed where its value is not plainly known.
  package func startSubject(_ values: [Value], grounds: [[Ground]] = []) {
    subjectStamp += 1
    subjectUses.removeAll(keepingCapacity: true)
    locals = values
    localGrounds = grounds
    while localGrounds.count < values.count { localGrounds.append([]) }
  }

  /// The value and what it rests on.
  package func evaluate(_ expression: CheckedExpression) -> Evaluated {
    reserveLocals(expression.localCount)
    return logged { runNamingFailures(expression.term) }
  }

  /// A step's value and what it rests on.
  package func evaluate(_ cell: CellID) -> Evaluated {
    logged { value(of: cell) }
  }

  /// The date that picks versions: the override, if there is one, else the value of the given `as_of`, else of
  /// the rule's.
  package func date(_ asOf: CellID?) -> Evaluated {
    logged { versionDate(asOf) }
  }

  /// Evaluates with some steps replaced by others; what depends on them is computed anew, and again after.
  package func replacing<R>(_ new: [CellID: CellID], _ body: () -> R) -> R {
    running(with: replacements.merging(new) { _, newer in newer }, body)
  }

  /// Runs something with these steps replaced and no others.
  func running<R>(with replaced: [CellID: CellID], _ body: () -> R) -> R {
    guard !replaced.isEmpty || !replacements.isEmpty else { return body() }
    let (outer, outerChanged) = (replacements, changedCells)
    replacements = replaced
    changedCells = affected(by: replaced)
    let states = changedCells.union(outerChanged).map { ($0, cellStates[$0.index]) }
    for (cell, _) in states { cellStates[cell.index] = nil }
    defer {
      (replacements, changedCells) = (outer, outerChanged)
      for (cell, state) in states { cellStates[cell.index] = state }
    }
    return body()
  }

  /// Runs something and takes what it logged out of the log again.
  func logged(_ body: () -> Value) -> Evaluated {
    let mark = log.count
    let value = body()
    return Evaluated(value: value, grounds: takeLog(since: mark))
  }

  /// Cuts out what was logged since a mark.
  func takeLog(since mark: Int) -> [Ground] {
    if log.count == mark { return [] }
    var grounds: [Ground] = []
    // A slice of the whole log would become an array that shares its storage, and the log would be copied.
    grounds.reserveCapacity(log.count - mark)
    for place in mark..<log.count { grounds.append(log[place]) }
    log.removeSubrange(mark...)
    return grounds
  }

  /// Makes room for so many locals.
  func reserveLocals(_ count: Int) {
    while locals.count < count { locals.append(.unknown) }
    while localGrounds.count < count { localGrounds.append([]) }
  }

  /// Counts steps; false once the rule has used up its budget.
  func charge(_ steps: Int) -> Bool {
    let (sum, overflow) = stepsUsed.addingReportingOverflow(steps)
    stepsUsed = overflow ? .max : sum
    if stepsUsed <= stepBudget { return true }
    hasMetLimit = true
    return false
  }

  /// How many terms may be evaluated inside one another, through steps and derived facts too: what a thread's
  /// stack surely holds.
  static let depthLimit = 500

  /// The error of terms that stand too deep inside one another.
  func depthError() -> Value {
    hasMetLimit = true
    return .error(
      EvaluationError(
        .limit, ko: "식과 단계가 \(Self.depthLimit)겹 넘게 서로를 부릅니다",
        en: "expressions and steps use one another more than \(Self.depthLimit) levels deep"))
  }

  /// The error of a rule that takes too many steps.
  var overBudget: EvaluationError {
    EvaluationError(
      .limit, ko: "기준 하나에 허용된 계산 단계 \(stepBudget)회를 넘었습니다",
      en: "more than the \(stepBudget) steps that one rule may take")
  }

  /// The value of what would pass the step budget.
  var budgetError: Value { .error(overBudget) }
}

/// A value and what it rests on.
package struct Evaluated: Sendable {
  /// The value.
  package var value: Value
  /// What it rests on, in the order in which it was read.
  package var grounds: [Ground]

  package init(value: Value, grounds: [Ground]) {
    self.value = value
    self.grounds = grounds
  }
}
