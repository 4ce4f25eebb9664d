import Diagnostics

extension FunctionLibrary {
  /// What asks whether lists hold a value.
  static let memberships: [Function] = [
    Function(
      "overlap", [.init([.list(.any("T")), .list(.any("T"))], .exact(.bool))], lifting: .none,
      manual: {
        Manual(
          .lists, ko: "두 목록에 같은 항목이 있는지입니다.", en: "Whether two lists share an element.",
          parameters: [
            .init("a", ko: "한 목록", en: "one list"), .init("b", ko: "다른 목록", en: "the other"),
          ], unknown: doubtfulMembers,
          examples: [
            .init("overlap(['a', 'b'], ['b'])", "true"), .init("overlap([1], [])", "false"),
            .init("overlap(awards.map(a, a.group), ['shop'])", "false"),
          ])
      }
    ) { call in overlap(call) },
    Function(
      "not_in", [.init([.any("T"), .list(.any("T"))], .exact(.bool))], lifting: .none,
      manual: {
        Manual(
          .lists, ko: "값이 목록에 없는지입니다. `!(value in list)`와 같습니다.",
          en: "Whether a list does not hold a value: the same as `!(value in list)`.",
          parameters: [
            .init("value", ko: "찾는 값", en: "the value to look for"), .init("list", ko: "목록", en: "the list"),
          ], unknown: doubtfulMembers,
          examples: [
            .init("not_in('c', ['a', 'b'])", "true"), .init("not_in(1, [1])", "false"),
            .init("not_in(3000, awards.map(a, a.value))", "false"),
          ])
      }
    ) { call in
      // The checker writes `!(value in list)` instead; only unchecked expressions come here.
      switch membership(of: call.arguments[0], in: call.arguments[1], call) {
      case .bool(let answer): .bool(!answer)
      case let other: other
      }
    },
    Function(
      "covers", [.init([.list(.any("R")), .exact(.string)], .exact(.bool))], lifting: .none,
      manual: {
        Manual(
          .lists, ko: "대상 목록이 그 항목을 가리키거나 `all`(전체)인지입니다.",
          en: "Whether a list of references holds an id, or `all`.",
          parameters: [
            .init("refs", ko: "가리키는 값의 목록", en: "the references"),
            .init("id", ko: "항목의 식별자", en: "the id of an element"),
          ], unknown: doubtfulMembers,
          examples: [
            .init("covers(['all'], 'talk')", "true"), .init("covers(['pay'], 'talk')", "false"),
            .init("awards.exists(a, covers(a.services, 'talk'))", "true"),
          ])
      }
    ) { call in
      let direct = membership(of: call.arguments[1], in: call.arguments[0], call)
      switch direct {
      case .bool(false), .unknown: break
      default: return direct
      }
      let whole = membership(of: .string("all"), in: call.arguments[0], call)
      guard direct.isUnknown, case .bool(false) = whole else { return whole }
      return .unknown
    },
  ]

  private static let doubtfulMembers = LocalizedText(
    ko: "확실한 항목이 답을 정하며, 불확실하거나 모르는 항목이 답을 바꿀 수 있을 때만 모름입니다.",
    en: "Sure members decide; unknown only where a doubtful or unknown one could change the answer.")

  /// `value in list` with doubt about members and values.
  private static func membership(of value: Value, in container: Value, _ call: FunctionCall) -> Value {
    if value.isUnknown { return .unknown }
    guard case .list(let list) = container else { return call.mistyped }
    guard call.evaluation.charge(list.elements.count) else { return call.evaluation.budgetError }
    var isOpen = false
    let members = list.elements
    let elements = members.span
    for position in elements.indices {
      switch Value.equal(value, elements[position].value, in: call.evaluation.facts) {
      case true? where elements[position].isCertain: return .bool(true)
      case false?: continue
      case true?, nil: isOpen = true
      }
    }
    if isOpen, case .either(let readings) = value,
      readings.allSatisfy({ reading in
        list.elements.contains {
          $0.isCertain && Value.equal(reading, $0.value, in: call.evaluation.facts) == true
        }
      })
    {
      return .bool(true)
    }
    if let incomplete = list.incomplete {
      call.evaluation.log.append(.missing(incomplete, .incomplete))
      isOpen = true
    }
    return isOpen ? .unknown : .bool(false)
  }

  private static func overlap(_ call: FunctionCall) -> Value {
    guard case .list(let list) = call.arguments[0], case .list = call.arguments[1] else {
      return call.mistyped
    }
    var isOpen = false
    for element in list.elements {
      switch membership(of: element.value, in: call.arguments[1], call) {
      case .bool(true):
        if element.isCertain { return .bool(true) }
        isOpen = true
      case .bool: break
      case .unknown: isOpen = true
      case let other: return other
      }
    }
    if let incomplete = list.incomplete, case .list(let other) = call.arguments[1],
      !other.elements.isEmpty || other.incomplete != nil
    {
      call.evaluation.log.append(.missing(incomplete, .incomplete))
      isOpen = true
    }
    return isOpen ? .unknown : .bool(false)
  }
}
