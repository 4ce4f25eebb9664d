import Diagnostics
import Expressions
import Policies

/// The subjects of a rule, found list by list from the outer to the inner.
struct SubjectEnumeration: Sendable {
  /// In the order of the lists; doubtful and unknown ones stand among the others.
  private(set) var subjects: [Subject] = [.scheme]
  /// What it rests on that there is none; empty where there are some.
  private(set) var grounds = ExpandedGrounds()

  /// Enumerates the lists in the rule that was started last.
  init(_ lists: [SubjectList], in evaluation: Evaluation) {
    var pieces: [ExpandedGrounds] = []
    let whole = lists.first?.ifNone ?? .notApplicable
    for (level, list) in lists.enumerated() {
      let isPlain = PlainSelection.isPlain(list.list.term, in: evaluation.program)
      var next: [Subject] = []
      for subject in subjects {
        guard subject.standing.isElement else {
          next.append(subject)
          continue
        }
        evaluation.startSubject(subject.locals, grounds: subject.localGrounds)
        let found = evaluation.evaluate(elementsOf: list.list)
        let source = evaluation.expand(found.list.grounds)
        pieces.append(subject.grounds)
        pieces.append(source)
        let elements = ListElements(
          parent: subject, source: source, errors: found.errors, isPlain: isPlain,
          ifNone: level > 0 ? list.ifNone : nil,
          meansNothingEmpty: level > 0 && list.ifNone != nil || whole == .notApplicable,
          evaluation: evaluation)
        next.append(contentsOf: elements.subjects(of: found.list.value))
      }
      subjects = next
    }
    if subjects.isEmpty { grounds = ExpandedGrounds(union: pieces) }
    if !lists.isEmpty { evaluation.startSubject([]) }
  }

  /// Whether the rule has no subject at all, for sure.
  var isEmpty: Bool { subjects.isEmpty }
}

/// Turns the value of one list into subjects below one parent.
private struct ListElements {
  /// The subject that the list belongs to.
  let parent: Subject
  /// What the list rests on.
  let source: ExpandedGrounds
  /// Why the test of some elements failed, by their places.
  let errors: [Int: EvaluationError]
  /// Whether the list only selects elements, so that one element does not depend on the others.
  let isPlain: Bool
  /// What it means for the parent that the list is empty; nil: the parent is passed over.
  let ifNone: Outcome?
  /// Whether an empty list would leave nothing but what is not applicable, as far as the rule is.
  let meansNothingEmpty: Bool
  /// Where the list was evaluated.
  let evaluation: Evaluation

  /// The subjects that a list's value gives.
  func subjects(of value: Value) -> [Subject] {
    switch value {
    case .list(let list):
      if let ifNone, list.elements.isEmpty, list.incomplete == nil { return [childless(ifNone)] }
      return members(of: list)
    case .error(let error):
      if case .doubtful = parent.standing { return [unlisted] }
      var subject = parent
      subject.standing = .failed(error)
      subject.grounds.merge(source)
      return [subject]
    default: return [unlisted]
    }
  }

  private var yieldsToGate: Bool {
    if case .member = parent.standing { meansNothingEmpty } else { false }
  }

  private var unlisted: Subject {
    var subject = parent
    subject.standing = .unlisted
    subject.yieldsToGate = yieldsToGate
    subject.grounds.merge(source)
    return subject
  }

  /// The parent with nothing below it. One in doubt stays in doubt.
  private func childless(_ outcome: Outcome) -> Subject {
    var subject = parent
    switch parent.standing {
    case .doubtful: return unlisted
    case .untestable: break
    case .member, .unlisted, .rest, .childless, .failed: subject.standing = .childless(outcome)
    }
    subject.grounds.merge(source)
    return subject
  }

  private func members(of list: ListValue) -> [Subject] {
    var subjects: [Subject] = []
    subjects.reserveCapacity(list.elements.count + 1)
    var labels: Set<String> = []
    for (position, element) in list.elements.enumerated() {
      var name = SubjectLabel.name(of: element.value, at: position, in: evaluation.facts)
      if !labels.insert(name).inserted {
        name = "#\(position + 1)"
        labels.insert(name)
      }
      subjects.append(member(element, named: name, error: errors[position]))
    }
    if let incomplete = list.incomplete {
      var rest = parent
      rest.label = parent.label(below: "[*]")
      rest.standing = .rest
      rest.yieldsToGate = yieldsToGate
      rest.grounds.merge(source)
      rest.grounds.merge(evaluation.expand([.missing(incomplete, .incomplete)]))
      subjects.append(rest)
    }
    return subjects
  }

  private func member(
    _ element: ListValue.Element, named name: String, error: EvaluationError?
  ) -> Subject {
    var subject = parent
    let own = evaluation.expand(element.grounds)
    subject.locals.append(element.value)
    subject.localGrounds.append(needsGrounds(element.value) ? own.plain : [])
    subject.label = parent.label(below: name)
    if case .member = parent.standing, let error {
      subject.standing = .untestable(error)
    } else if error == nil, !element.isCertain {
      subject.standing = .doubtful
    }
    if !standsForItself(element.value) { subject.grounds.merge(source) }
    subject.grounds.merge(own)
    return subject
  }

  /// Whether an element's own grounds say all that makes it a member: the others play no role.
  private func standsForItself(_ value: Value) -> Bool {
    if case .record(.fact) = value { isPlain } else { false }
  }

  private func needsGrounds(_ value: Value) -> Bool {
    switch value {
    case .unknown, .range, .either: true
    default: false
    }
  }
}
