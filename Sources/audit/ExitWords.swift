import Diagnostics

/// What the statuses of an audit say, for the pages of help that name them.
enum ExitWords {
  /// All of them in one paragraph.
  static let list = LocalizedText(
    ko:
      "종료 상태: 0 --fail-on(적지 않으면 law) 이상인 미달이 없음 · 1 있음 · 2 점검할 수 없거나 기준 오류인 항목이 있음 · "
      + "3 법령 규칙을 판단할 자료가 모자람(--strict이면 모든 규칙). 여럿이면 2, 1, 3, 0의 차례로 앞선 것",
    en:
      "Exit status: 0 no failure at or above --fail-on (law unless given) · 1 there is one · 2 could not audit, or a "
      + "rule is in error · 3 too little is known to decide a rule of law (--strict: any rule). Of several it is the "
      + "first of 2, 1, 3, 0")
}
