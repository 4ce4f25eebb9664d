import Diagnostics
import Expressions
import Policies

/// Says where a name that an expression uses in vain does exist: in another policy, or in a rule.
struct TrialAdvice {
  /// Everything that is loaded.
  let set: PolicySet
  /// What the expression may use now.
  let scope: TrialScope
  /// The expression.
  let expression: SourceFile

  /// The problem with better help, where there is one.
  func improving(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    switch problem.code {
    case "expression.unknown-parameter":
      problem.help = help(whereDeclared(problem) { $0.program.parameters.map(\.name) }) ?? unscoped(problem)
    case "expression.unknown-table":
      problem.help = help(whereDeclared(problem) { $0.program.tables.map(\.name) }) ?? unscoped(problem)
    case "expression.unknown-name": problem.help = helpForName(problem) ?? problem.help
    case "policy.no-calendar" where scope.isBare: return noCalendar(problem)
    default: break
    }
    return problem
  }

  /// The other policies for the same schemes.
  private var others: [Policy] {
    self.set.policies.filter { $0.vocabulary == scope.policy.vocabulary && $0.id != scope.policy.id }
  }

  /// Policies that declare the name at the problem's place.
  private func whereDeclared(_ problem: Diagnostic, _ names: (Policy) -> [String]) -> [String] {
    guard let name = text(at: problem.location) else { return [] }
    return others.filter { names($0).contains(name) }.map { "--policy \($0.id)" }
  }

  /// Without a policy there is no place to declare anything.
  private func unscoped(_ problem: Diagnostic) -> LocalizedText? {
    guard scope.isBare else { return problem.help }
    return LocalizedText(
      ko: "`--policy 식별자`로 기준을 정하면 그 기준의 수치와 표를 쓸 수 있습니다",
      en: "name a policy with `--policy ID` to use its numbers and tables")
  }

  private func helpForName(_ problem: Diagnostic) -> LocalizedText? {
    guard let name = text(at: problem.location) else { return nil }
    let candidates = [scope.policy] + others
    var options: [String] = []
    for policy in candidates {
      if policy.definitions.contains(where: { policy.program.cells[$0.index].name == name }) {
        options.append("--policy \(policy.id)")
      }
    }
    for policy in candidates { options += rules(of: policy, thatKnow: name).map { "--rule \($0)" } }
    return help(options)
  }

  private func rules(of policy: Policy, thatKnow name: String) -> [String] {
    func knows(_ steps: [CellID]) -> Bool { steps.contains { policy.program.cells[$0.index].name == name } }
    let rules = policy.rules.flatMap { rule -> [String] in
      if rule.subjects.contains(where: { $0.name == name }) || knows(rule.steps) { return [rule.id] }
      return rule.requirements.filter { knows($0.steps) }.compactMap { part in
        part.id.map { rule.id + "." + $0 }
      }
    }
    let measures = policy.measures.filter { measure in
      measure.subjects.contains { $0.name == name } || knows(measure.steps)
    }
    return rules + measures.map(\.id)
  }

  private func help(_ options: [String]) -> LocalizedText? {
    guard !options.isEmpty else { return nil }
    let shown = options.prefix(3).map { "`\($0)`" }
    let rest = options.count - shown.count
    return LocalizedText(
      ko: "다음을 붙이면 쓸 수 있습니다: \(shown.joined(separator: ", "))" + (rest > 0 ? " 외 \(rest)건" : ""),
      en: "it is known with \(shown.joined(separator: " or "))" + (rest > 0 ? " and \(rest) more" : ""))
  }

  private func noCalendar(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    let name = text(at: problem.location).map { String($0.prefix { $0 != "(" }) } ?? ""
    let known = set.calendars.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
    problem.message = LocalizedText(
      ko: "`\(name)`은(는) 달력으로 세는데 달력이 정해지지 않았습니다",
      en: "`\(name)` counts by a calendar, and there is none to go by")
    let loaded = LocalizedText(
      ko: known.isEmpty ? "" : " (불러온 달력: \(known))", en: known.isEmpty ? "" : " (loaded: \(known))")
    problem.help = LocalizedText(
      ko: "`--policy 식별자`로 달력이 있는 기준을 정하십시오" + loaded.ko,
      en: "name a policy that has a calendar with `--policy ID`" + loaded.en)
    return problem
  }

  /// The piece of the expression at a place.
  private func text(at location: SourceLocation?) -> String? {
    guard let location, location.line == location.endLine else { return nil }
    let scalars = Array(expression.lineText(location.line).unicodeScalars)
    let (start, end) = (location.column - 1, location.endColumn - 1)
    guard start >= 0, start < end, end <= scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }
}
