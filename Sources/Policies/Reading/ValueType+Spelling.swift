import Diagnostics
import Expressions

extension ValueType {
  /// How a value of the type is written in a policy file.
  var spelling: LocalizedText {
    switch self {
    case .bool: LocalizedText(ko: "`true` 또는 `false`로 쓰십시오", en: "write `true` or `false`")
    case .number: LocalizedText(ko: "`30`이나 `12.5`처럼 쓰십시오", en: "write it like `30` or `12.5`")
    case .date: LocalizedText(ko: "`2022-12-29`처럼 쓰십시오", en: "write it like `2022-12-29`")
    case .timestamp:
      LocalizedText(ko: "`2022-10-15T15:30+09:00`처럼 쓰십시오", en: "write it like `2022-10-15T15:30+09:00`")
    case .duration: LocalizedText(ko: "`1h30m`처럼 쓰십시오", en: "write it like `1h30m`")
    case .list: LocalizedText(ko: "`[a, b]`처럼 쓰십시오", en: "write it like `[a, b]`")
    case .string, .choice, .record, .reference, .group, .pair, .interval, .dyn, .null, .map:
      LocalizedText(ko: "`type:`을 확인하십시오", en: "check `type:`")
    }
  }
}
