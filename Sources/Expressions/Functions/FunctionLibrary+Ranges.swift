import Diagnostics

extension FunctionLibrary {
  /// Functions of ranges of numbers.
  static let ranges: [Function] = [
    Function(
      "gaps", [.init([.ranges("U")], .list(.interval("U")))], lifting: .none,
      manual: {
        Manual(
          .ranges, ko: "범위들 사이에 빠진 구간의 목록입니다.",
          en: "The stretches between ranges that belong to none of them.",
          notes: LocalizedText(
            ko: "가장 낮은 끝과 가장 높은 끝 사이만 봅니다. 한 점만 빠져도(`미만`과 `초과` 사이) 구간입니다.",
            en:
              "Only what lies between the lowest and the highest end counts. A single missing point, between `lt` and `gt`, is a gap."
          ),
          parameters: [rangeList], units: oneUnit, unknown: openRanges,
          examples: [.init("gaps(tiers).size()", "1"), .init("gaps([]).size()", "0")])
      }
    ) { call in overIntervals(call, Ranges.gaps) },
    Function(
      "overlaps", [.init([.ranges("U")], .list(.interval("U")))], lifting: .none,
      manual: {
        Manual(
          .ranges, ko: "둘 이상의 범위에 속하는 구간의 목록입니다.", en: "The stretches that belong to more than one range.",
          parameters: [rangeList], units: oneUnit, unknown: openRanges,
          examples: [.init("overlaps(tiers).size()", "0"), .init("overlaps([]).size()", "0")])
      }
    ) { call in overIntervals(call, Ranges.overlaps) },
  ]

  private static var rangeList: Manual.Parameter {
    .init("ranges", ko: "범위의 목록", en: "the ranges")
  }
  private static let oneUnit = LocalizedText(
    ko: "네 끝은 모두 같은 단위여야 하고, 구간의 단위도 그것입니다.", en: "All ends have one unit, which the stretches have too.")
  private static let openRanges = LocalizedText(
    ko: "적혀 있지 않거나 범위만 아는 끝이 있으면 모름입니다.", en: "Unknown where an end is not stated, or only bounded.")

  private static func overIntervals(
    _ call: FunctionCall, _ body: ([NumberInterval]) -> [NumberInterval]
  ) -> Value {
    switch call.intervals(0) {
    case .elements(let intervals): return .list(ListValue(values: body(intervals).map { .interval($0) }))
    case .failed(let value): return value
    }
  }
}
