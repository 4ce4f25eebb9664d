import Diagnostics
import Expressions
import Policies
import YAMLTree

/// Finds everything in a policy file that can be changed so that a test should notice: numbers, dates, choices,
/// comparisons, connectives, cells of tables, exceptions and their proofs.
struct MutationFinder {
  /// In the order of the file.
  private(set) var mutations: [Mutation] = []
  /// The policy as it stands.
  let policy: Policy
  private let use: PolicyUse
  /// What the present place is a part of.
  private var owner: String
  /// Whom changes at the present place can reach; nil: anyone.
  private(set) var rules: Set<String>?
  /// Places of changes, since aliases lead to the same bytes again.
  private var places: [Place: Int] = [:]

  private struct Place: Hashable {
    var start: Int
    var end: Int
    var bytes: [UInt8]
  }

  /// The changes that can be made to a policy, whose file is parsed again.
  static func mutations(of policy: Policy) -> [Mutation] {
    var log = DiagnosticLog()
    guard let tree = YAMLTree.parse(policy.file, into: &log), tree.root.kind == .mapping else { return [] }
    var finder = MutationFinder(policy)
    finder.find(tree.root)
    return finder.mutations.enumerated().sorted {
      ($0.element.span.start, $0.element.span.end, $0.offset)
        < ($1.element.span.start, $1.element.span.end, $1.offset)
    }.map(\.element)
  }

  private init(_ policy: Policy) {
    self.policy = policy
    use = PolicyUse(policy)
    owner = policy.id
  }

  // ── what a policy is made of ───────────────────────────────────────────────

  private mutating func find(_ root: YAMLNode) {
    expression(root["as_of"])
    period(root["in_force"], of: nil)
    for (index, key, body) in named(root["parameters"], policy.program.parameters.map(\.name)) {
      at("p." + key, use.parameters[index] ?? []) { $0.parameter(body) }
    }
    for (index, key, body) in named(root["tables"], policy.program.tables.map(\.name)) {
      let inputs = policy.program.tables[index].inputs.count
      at("table." + key, use.tables[index] ?? []) { $0.table(body, inputs) }
    }
    let definitions = policy.definitions.map { policy.program.cells[$0.index].name }
    for (index, key, body) in named(root["definitions"], definitions) {
      at(key, use.cells[policy.definitions[index].index] ?? []) { $0.step(body) }
    }
    for item in root["rules"]?.items ?? [] {
      guard let id = item["id"]?.text else { continue }
      at(id, [id]) { $0.rule(item) }
    }
    for item in root["measures"]?.items ?? [] {
      guard let id = item["id"]?.text else { continue }
      at(id, [id]) { finder in
        finder.subjects(item["for_each"])
        finder.steps(item["let"])
        finder.expression(item["is"])
      }
    }
  }

  /// The entries of a mapping with the places of their names among those of the policy.
  private func named(
    _ node: YAMLNode?, _ names: [String]
  ) -> [(index: Int, key: String, body: YAMLNode)] {
    (node?.entries ?? []).compactMap { key, body in
      names.firstIndex(of: key.text).map { ($0, key.text, body) }
    }
  }

  private mutating func at(_ owner: String, _ rules: Set<String>, _ body: (inout MutationFinder) -> Void) {
    let outer = (self.owner, self.rules)
    (self.owner, self.rules) = (owner, rules)
    body(&self)
    (self.owner, self.rules) = outer
  }

  private mutating func rule(_ rule: YAMLNode) {
    expression(rule["as_of"])
    // A day on which the policy is not in force makes no difference to the rule.
    period(rule["in_force"], of: nil, within: policy.inForce)
    expression(rule["applies_when"], isCondition: true)
    subjects(rule["for_each"])
    steps(rule["let"])
    requirement(rule)
    for part in rule["parts"]?.items ?? [] {
      steps(part["let"])
      requirement(part)
    }
    for exception in rule["exceptions"]?.items ?? [] { self.exception(exception) }
    expression(rule["manual_when"], isCondition: true)
  }

  private mutating func requirement(_ node: YAMLNode) {
    expression(node["require"], isCondition: true)
    step(node["actual"])
    step(node["expected"])
  }

  private mutating func exception(_ exception: YAMLNode) {
    period(exception["in_force"], of: rules)
    if let when = exception["when"], when.kind == .scalar {
      // An exception whose case is never there is as good as dropped, and its id is still known.
      whole(when, "false", original: "when: \(ShownText.line(when.text))", shown: "when: false")
      expression(when, isCondition: true)
    }
    for key in ["proof", "review"] {
      guard let node = exception[key], node.kind == .scalar, !node.isNull else { continue }
      whole(node, "null", original: "\(key): \(ShownText.line(node.text))", shown: "\(key): –")
    }
    steps(exception["replace"])
  }

  private mutating func subjects(_ node: YAMLNode?) {
    guard let node else { return }
    for list in node.kind == .sequence ? node.items : [node] {
      expression(list["in"])
      guard let word = list["if_none"], word.kind == .scalar, !word.isNull, word.text != "not_applicable"
      else {
        continue
      }
      whole(word, "not_applicable", original: "if_none: \(word.text)", shown: "if_none: not_applicable")
    }
  }

  private mutating func steps(_ node: YAMLNode?) {
    for (_, body) in node?.entries ?? [] { step(body) }
  }

  private mutating func step(_ node: YAMLNode?) {
    expression(node?.kind == .mapping ? node?["is"] : node)
  }

  /// The first and the last day of something, each moved where that makes a difference on a day on which some rules are
  /// in force.
  ///
  /// - Parameter rules: Nil: any day within the period counts.
  mutating func period(_ node: YAMLNode?, of rules: Set<String>?, within days: Period = .always) {
    for (key, isFirst) in [("from", true), ("to", false)] {
      guard let place = node?[key], let day = Day(iso: place.text) else { continue }
      // A first day that is moved back adds the day before it, one that is moved on takes itself away.
      for (step, changed) in [
        (1, isFirst ? day : day.adding(days: 1)), (-1, isFirst ? day.adding(days: -1) : day),
      ] {
        guard days.contains(changed), use.isAny(of: rules, inForceOn: Period(from: changed, to: changed))
        else {
          continue
        }
        change(place, 0..<place.text.utf8.count, to: [day.adding(days: step).iso])
      }
    }
  }

  // ── changes ────────────────────────────────────────────────────────────────

  /// Adds a change of a piece of a scalar's text, in UTF-8 offsets, to the first of some texts that is accepted.
  mutating func change(
    _ node: YAMLNode, _ range: Range<Int>, to texts: [String], original: String? = nil, shown: [String]? = nil
  ) {
    let span = node.span(ofText: range)
    let old = original ?? ShownText.piece(range, of: node.text)
    add(
      span, old,
      zip(texts, shown ?? texts).map { Mutation.Replacement(bytes: Array($0.utf8), shown: $1) })
  }

  /// Adds a change that puts something around a piece of a scalar's text, which stays as it is written.
  mutating func wrap(_ node: YAMLNode, _ range: Range<Int>, _ before: String, _ after: String) {
    let span = node.span(ofText: range)
    let old = ShownText.piece(range, of: node.text)
    let bytes = Array(before.utf8) + span.file.bytes[span.start..<span.end] + Array(after.utf8)
    add(span, old, [Mutation.Replacement(bytes: bytes, shown: before + old + after)])
  }

  /// Adds a change of a whole scalar with its quotes.
  private mutating func whole(_ node: YAMLNode, _ text: String, original: String, shown: String) {
    let span = node.span
    var end = span.end
    // The line break that ends a block belongs to what follows.
    while end > span.start, [0x0A, 0x0D, 0x20].contains(span.file.bytes[end - 1]) { end -= 1 }
    add(
      SourceSpan(file: span.file, start: span.start, end: end), original,
      [Mutation.Replacement(bytes: Array(text.utf8), shown: shown)])
  }

  private mutating func add(_ span: SourceSpan, _ original: String, _ replacements: [Mutation.Replacement]) {
    // What reads the same is no change: the day after the last one there is.
    let replacements = replacements.filter { $0.bytes != Array(span.file.bytes[span.start..<span.end]) }
    guard let first = replacements.first else { return }
    let place = Place(start: span.start, end: span.end, bytes: first.bytes)
    if let known = places[place] {
      mutations[known].rules = rules.flatMap { mutations[known].rules?.union($0) }
      return
    }
    places[place] = mutations.count
    mutations.append(
      Mutation(span: span, original: original, replacements: replacements, owner: owner, rules: rules))
  }
}
