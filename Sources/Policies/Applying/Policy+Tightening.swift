package import Diagnostics
import Expressions
import YAMLTree

/// What a profile makes of a policy's parameters.
extension Policy {
  /// The policy with the parameters that a profile tightens; a version that is stricter already keeps its value.
  ///
  /// A value that would loosen a parameter is an error. Parameters of other policies are passed over: the
  /// profile's names are checked by `Profile.check(against:)`.
  package func applying(_ profile: Profile, diagnostics: inout DiagnosticLog) -> Policy {
    var policy = self
    var reader = Reader("profile")
    defer { diagnostics.append(contentsOf: reader.log) }
    if let policies = profile.policies, !policies.contains(where: { $0.text == id }) { return policy }
    for tightening in profile.tighten where tightening.policy == nil || tightening.policy == id {
      guard let index = policy.program.parameters.firstIndex(where: { $0.name == tightening.parameter })
      else {
        continue
      }
      let parameter = policy.program.parameters[index]
      let what = LocalizedText(ko: "매개변수 `\(parameter.name)`", en: "parameter `\(parameter.name)`")
      guard let stricter = parameter.stricter else {
        if policy.lostNames.contains(Parameter.mark(of: parameter.name)) { continue }
        reader.error(
          "no-direction", at: tightening.span, ko: "\(what.ko)은(는) 어느 쪽이 엄격한지 정해지지 않아 강화할 수 없습니다",
          en: "\(what.en) does not say which way is stricter, so it cannot be tightened",
          help: LocalizedText(
            ko: "기준의 매개변수에 `stricter: lower | higher | more`를 쓰십시오",
            en: "give the policy's parameter `stricter: lower`, `higher` or `more`"))
        continue
      }
      guard
        let read = reader.value(tightening.value, as: parameter.type, in: program.environment, what)
      else { continue }
      policy.program.parameters[index].history = parameter.history.tightened(
        to: read.value, stricter, reason: tightening.reason)
      let changed = policy.program.parameters[index].history.versions.contains {
        $0.provenance.tightened != nil
      }
      let keepsAll = parameter.history.versions.contains {
        $0.value.isAtMostAsStrict(as: read.value, stricter)
      }
      if !keepsAll {
        let direction = stricter.words
        let values = parameter.history.versions.map(\.value.written).joined(separator: ", ")
        reader.error(
          "loosened", at: tightening.value.span,
          ko: "프로파일은 강화만 할 수 있는데 \(what.ko)의 값(\(values))보다 느슨합니다",
          en: "a profile may only tighten, and this is looser than \(what.en) (\(values))",
          help: LocalizedText(ko: "\(direction.ko)을 쓰십시오", en: "write \(direction.en)"))
      } else if !changed {
        reader.warning(
          "not-tightened", at: tightening.value.span, ko: "\(what.ko)의 값이 이미 이만큼 엄격합니다",
          en: "\(what.en) is as strict already",
          help: LocalizedText(ko: "이 항목을 빼도 됩니다", en: "this entry can be taken out"))
      } else {
        reader.warnOfStricterVersions(of: parameter, than: read.value, stricter, at: tightening.value.span)
      }
    }
    return policy
  }
}

extension Reader {
  /// Warns that a value tightens some versions of a parameter and is looser than others, which keep their own.
  fileprivate mutating func warnOfStricterVersions(
    of parameter: Parameter, than value: Value, _ stricter: Parameter.Stricter, at span: SourceSpan
  ) {
    let kept = parameter.history.versions.filter { !$0.value.isAtMostAsStrict(as: value, stricter) }
    guard !kept.isEmpty else { return }
    let direction = stricter.words
    let ko = kept.map { "\($0.from.map { $0.iso + "부터 " } ?? "")\($0.value.written)" }.joined(separator: ", ")
    let en = kept.map { "\($0.value.written)\($0.from.map { " from " + $0.iso } ?? "")" }
      .joined(separator: ", ")
    warning(
      "looser-version", at: span,
      ko: "매개변수 `\(parameter.name)`의 일부 판(\(ko))보다 느슨하므로 그 판에는 기준의 값이 그대로 쓰입니다",
      en:
        "this is looser than some versions of parameter `\(parameter.name)` (\(en)), which keep their values",
      help: LocalizedText(
        ko: "모든 판을 강화하려면 \(direction.ko)을 쓰십시오", en: "write \(direction.en) to tighten every version"))
  }
}

extension Dated<Value> {
  /// Every version with the stricter of its value and another.
  fileprivate func tightened(
    to value: Value, _ stricter: Parameter.Stricter, reason: LocalizedText
  ) -> Dated<Value> {
    Dated(
      versions: versions.map { version in
        guard let joined = version.value.joined(with: value, stricter) else { return version }
        var version = version
        version.value = joined
        version.provenance.tightened = reason
        return version
      })
  }
}

extension Value {
  /// The stricter of two values, if that is not this one already.
  fileprivate func joined(with other: Value, _ stricter: Parameter.Stricter) -> Value? {
    switch stricter {
    case .lower, .higher:
      guard let mine = axisPlace, let theirs = other.axisPlace, mine != theirs else { return nil }
      return (theirs < mine) == (stricter == .lower) ? other : nil
    case .more:
      guard case .list(let mine) = self, case .list(let theirs) = other else { return nil }
      let known = Set(mine.elements.compactMap(\.value.text))
      let added = theirs.elements.filter { $0.value.text.map { !known.contains($0) } ?? false }
      return added.isEmpty ? nil : .list(ListValue(mine.elements + added))
    }
  }

  /// Whether another value asks as much as this one or more.
  fileprivate func isAtMostAsStrict(as other: Value, _ stricter: Parameter.Stricter) -> Bool {
    switch stricter {
    case .lower, .higher:
      guard let mine = axisPlace, let theirs = other.axisPlace else { return false }
      return mine == theirs || (theirs < mine) == (stricter == .lower)
    case .more:
      guard case .list(let mine) = self, case .list(let theirs) = other else { return false }
      let known = Set(theirs.elements.compactMap(\.value.text))
      return mine.elements.allSatisfy { $0.value.text.map(known.contains) ?? false }
    }
  }

  /// A scalar's text, to compare members of lists.
  private var text: String? {
    word ?? axisPlace?.fractionText
  }

  /// The value as an author writes it.
  fileprivate var written: String {
    switch self {
    case .number(let number): number.decimalText.text
    case .date(let day): day.iso
    case .timestamp(let instant): instant.text
    case .duration(let span): span.text
    case .bool, .string: word ?? ""
    case .list(let list): "[" + list.elements.map(\.value.written).joined(separator: ", ") + "]"
    case .record, .interval, .range, .either, .unknown, .error, .null, .map: "?"
    }
  }
}

extension Parameter {
  /// Stands among a policy's lost names where what a parameter says of its stricter way has an error.
  static func mark(of parameter: String) -> String { "stricter " + parameter }
}

extension Parameter.Stricter {
  fileprivate var words: LocalizedText {
    switch self {
    case .lower: LocalizedText(ko: "더 작은 값", en: "a lower value")
    case .higher: LocalizedText(ko: "더 큰 값", en: "a higher value")
    case .more: LocalizedText(ko: "기준의 항목을 모두 담은 목록", en: "a list that holds every member of the policy's")
    }
  }
}
