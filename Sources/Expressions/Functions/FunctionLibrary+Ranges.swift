extension FunctionLibrary {
  static let ranges: [Function] = [
    Function(
      "gaps", [.init([.ranges("U")], .list(.interval("U")))],
      ko: "범위(`range.gt`·`ge`, `range.lt`·`le`)들 사이에 빠진 구간의 목록입니다.",
      en:
        "The stretches between ranges (`range.gt` or `ge`, `range.lt` or `le`) that belong to none of them.",
      examples: [.init("gaps([]).size()", "0")], lifting: .none
    ) { call in overIntervals(call, Ranges.gaps) },
    Function(
      "overlaps", [.init([.ranges("U")], .list(.interval("U")))], ko: "둘 이상의 범위에 속하는 구간의 목록입니다.",
      en: "The stretches that belong to more than one range.", examples: [.init("overlaps([]).size()", "0")],
      lifting: .none
    ) { call in overIntervals(call, Ranges.overlaps) },
  ]

  private static func overIntervals(
    _ call: FunctionCall, _ body: ([NumberInterval]) -> [NumberInterval]
  ) -> Value {
    switch call.intervals(0) {
    case .elements(let intervals): return .list(ListValue(values: body(intervals).map { .interval($0) }))
    case .failed(let value): return value
    }
  }
}
