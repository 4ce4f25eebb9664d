import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

/// Evaluates one checked expression over a scheme: once, or for each subject of the rule that it speaks of.
struct TrialRun {
  /// Subjects shown; more are only counted.
  static let longestList = 20

  private let expression: CheckedExpression
  private let scheme: Scheme
  private let scope: TrialScope
  private let evaluation: Evaluation
  private let writer: TrialWriter

  /// - Parameter day: in place of every date that would pick versions.
  init(_ expression: CheckedExpression, scheme: Scheme, scope: TrialScope, asOf day: Day?) {
    self.expression = expression
    self.scheme = scheme
    self.scope = scope
    evaluation = Evaluation(facts: scheme.facts, program: scope.policy.program, asOf: day)
    writer = TrialWriter(
      expression, scheme: scheme, scope: scope, evaluation: evaluation, isOverridden: day != nil)
  }

  /// The values with their grounds; why one could not be computed is reported too.
  func trial(diagnostics: inout DiagnosticLog) -> Trial {
    evaluation.startRule(asOf: scope.rule.asOf ?? scope.policy.asOf)
    var trial = Trial(sheet: Sheet(writer.header + [.gap]), standing: .known)
    guard !expression.usedLocals.isEmpty else {
      let answer = writer.answer(on: nil, diagnostics: &diagnostics)
      trial.add(answer)
      return trial
    }
    let enumeration = SubjectEnumeration(scope.rule.subjects, in: evaluation)
    if enumeration.isEmpty {
      trial.sheet.pieces.append(
        .row(
          ko: "값", en: "value",
          LocalizedText(ko: "이 규칙의 대상이 없음", en: "none: the rule has no subject in this scheme")))
      trial.sheet.pieces += writer.grounds(enumeration.grounds)
      return trial
    }
    for (index, subject) in enumeration.subjects.enumerated() {
      let answer = answer(on: subject, diagnostics: &diagnostics)
      if index < Self.longestList {
        trial.add(answer)
      } else {
        trial.standing = max(trial.standing, answer.standing)
      }
    }
    let rest = enumeration.subjects.count - Self.longestList
    if rest > 0 {
      trial.sheet.pieces.append(.gap)
      trial.sheet.pieces.append(
        .paragraph(ko: "그 밖의 대상 \(rest)건", en: "\(rest) more subjects", indent: 0))
    }
    return trial
  }

  private func answer(on subject: Subject, diagnostics: inout DiagnosticLog) -> TrialWriter.Answer {
    evaluation.startSubject(subject.locals, grounds: subject.localGrounds)
    var answer: TrialWriter.Answer
    switch subject.standing {
    case .member: answer = writer.answer(on: subject, diagnostics: &diagnostics)
    case .doubtful:
      answer = writer.answer(on: subject, diagnostics: &diagnostics)
      answer.pieces.append(
        .row(
          ko: "유의", en: "note",
          LocalizedText(ko: "이 규칙의 대상인지 알 수 없음", en: "whether the rule reaches it is not known")))
      answer.pieces += writer.missing(subject.grounds)
      answer.standing = max(answer.standing, .open)
    case .unlisted, .rest:
      let text = LocalizedText(ko: "알 수 없음: 대상이 모두 적혀 있지 않음", en: "unknown: not all subjects are stated")
      answer = TrialWriter.Answer(
        pieces: [.row(ko: "값", en: "value", text)] + writer.grounds(subject.grounds), standing: .open)
    case .childless:
      let text = LocalizedText(ko: "이 안에는 규칙의 대상이 없음", en: "none: the rule has no subject in this one")
      answer = TrialWriter.Answer(
        pieces: [.row(ko: "값", en: "value", text)] + writer.grounds(subject.grounds), standing: .known)
    case .failed(let error), .untestable(let error):
      answer = TrialWriter.Answer(
        pieces: writer.failure(error) + writer.grounds(subject.grounds), standing: .failed)
      diagnostics.append(writer.problem(error, in: subject.grounds, of: scope.rule.subjects.last?.list))
    }
    answer.pieces = [.heading(writer.name(of: subject).within("== ", ""))] + answer.pieces
    return answer
  }
}

extension Trial {
  /// Adds what came of one subject.
  fileprivate mutating func add(_ answer: TrialWriter.Answer) {
    sheet.pieces += answer.pieces
    standing = max(standing, answer.standing)
  }
}
