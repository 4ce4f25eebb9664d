package import Diagnostics

extension MissingFact.Kind {
  /// Why a fact could not be used, in words.
  package var words: LocalizedText {
    switch self {
    case .missing: LocalizedText(ko: "미기재", en: "not stated")
    case .none:
      LocalizedText(ko: "값이 필요하나 없음으로 기재됨", en: "stated as none, where a value is needed")
    case .bounds: LocalizedText(ko: "범위만 기재됨", en: "only bounded")
    case .disputed: LocalizedText(ko: "출처 간 다툼", en: "sources disagree")
    case .incomplete: LocalizedText(ko: "일부만 기재된 목록", en: "the list is not complete")
    case .proof: LocalizedText(ko: "입증자료 미기재", en: "no proof is stated")
    case .version: LocalizedText(ko: "적용일에 해당하는 수치 없음", en: "no version for the date")
    case .row: LocalizedText(ko: "해당하는 행 없음", en: "no row for the inputs")
    case .calendar: LocalizedText(ko: "달력이 다루지 않는 날", en: "a day outside the calendar")
    }
  }
}
