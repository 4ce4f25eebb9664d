public import Diagnostics

// The words of a verdict, all in one place. A machine finds no violation: that is the authority's decision after
// hearing the company, so no word here states one as a fact.

extension Finding {
  /// The outcome in words, weighed by the rule's effect, with what narrows it.
  public var word: LocalizedText {
    switch outcome {
    case .fail: heading.failureWord
    case .unknown: unknownWord
    case .waived: waivedWord
    case .notApplicable: notApplicableWord
    case .notInForce: notInForceWord
    case .pass, .manual, .notSelected, .info, .error: outcome.word
    }
  }

  private var unknownWord: LocalizedText {
    guard let kind = missing.first?.kind, missing.allSatisfy({ $0.kind == kind }) else {
      return Outcome.unknown.word
    }
    if kind == .disputed {
      return LocalizedText(ko: "자료 보완 필요(사실 다툼)", en: "more information needed (disputed)")
    }
    if kind == .bounds {
      return LocalizedText(ko: "자료 보완 필요(범위 확인 필요)", en: "more information needed (only bounded)")
    }
    return Outcome.unknown.word
  }

  private var waivedWord: LocalizedText {
    guard let waiver else { return Outcome.waived.word }
    return LocalizedText(
      ko: "적용 유예(\(DateText.day(waiver.expires, .ko))까지)",
      en: "waived until \(DateText.day(waiver.expires, .en))")
  }

  private var notApplicableWord: LocalizedText {
    guard let exception, exception.state == .granted else { return Outcome.notApplicable.word }
    return LocalizedText(
      ko: "해당 없음(\(exception.title.ko))", en: "not applicable (\(exception.title.en))")
  }

  /// Which of the two it is follows from the first date used, the one that asked whether the rule is in force.
  private var notInForceWord: LocalizedText {
    guard let date = dates.first?.value.text, !date.isEmpty else { return Outcome.notInForce.word }
    if let from = heading.inForce.from, date < from {
      return LocalizedText(ko: "시행 전", en: "not yet in force")
    }
    if let to = heading.inForce.to, date > to {
      return LocalizedText(ko: "폐지", en: "no longer in force")
    }
    return Outcome.notInForce.word
  }
}

extension RuleHeading {
  /// The word for `fail`, with a remark where no body has confirmed the text.
  public var failureWord: LocalizedText {
    let word = effect.failureWord
    guard status == .reportedUnconfirmed else { return word }
    return LocalizedText(ko: "\(word.ko), 기관 미확인", en: "\(word.en), not confirmed by the body")
  }
}

extension Outcome {
  /// The outcome in words, whatever the rule's effect.
  public var word: LocalizedText {
    switch self {
    case .pass: LocalizedText(ko: "충족", en: "met")
    case .fail: LocalizedText(ko: "미충족", en: "not met")
    case .unknown: LocalizedText(ko: "자료 보완 필요", en: "more information needed")
    case .manual: LocalizedText(ko: "판단 필요", en: "judgement needed")
    case .waived: LocalizedText(ko: "적용 유예", en: "waived")
    case .notApplicable: LocalizedText(ko: "해당 없음", en: "not applicable")
    case .notInForce: LocalizedText(ko: "시행 전 / 폐지", en: "not yet / no longer in force")
    case .notSelected: LocalizedText(ko: "점검 제외", en: "not selected")
    case .info: LocalizedText(ko: "참고", en: "note")
    case .error: LocalizedText(ko: "기준 오류", en: "error in the policy")
    }
  }
}

extension Effect {
  /// The word for `fail` of a rule of this effect.
  public var failureWord: LocalizedText {
    switch self {
    case .law: LocalizedText(ko: "위반 소지", en: "potential violation")
    case .contract: LocalizedText(ko: "약관 불부합", en: "contrary to the terms")
    case .standard: LocalizedText(ko: "기준 미달", en: "below standard")
    case .recommendation: LocalizedText(ko: "권고 미반영", en: "recommendation not reflected")
    case .interpretation:
      LocalizedText(ko: "해석례·선례 불부합", en: "contrary to interpretation or precedent")
    case .draft: LocalizedText(ko: "안 미충족(시행 전)", en: "draft not met")
    case .reference: LocalizedText(ko: "참고 기준 미충족", en: "reference not met")
    }
  }

  /// What people call the effect.
  public var label: LocalizedText {
    switch self {
    case .law: LocalizedText(ko: "법령", en: "law")
    case .contract: LocalizedText(ko: "약관", en: "terms")
    case .standard: LocalizedText(ko: "분쟁해결기준", en: "standard")
    case .recommendation: LocalizedText(ko: "권고", en: "recommendation")
    case .interpretation: LocalizedText(ko: "해석례·선례", en: "interpretation or precedent")
    case .draft: LocalizedText(ko: "안(시행 전)", en: "draft")
    case .reference: LocalizedText(ko: "참고 기준", en: "reference")
    }
  }
}

extension LegalStatus {
  /// What people call a text of this kind.
  public var label: LocalizedText {
    switch self {
    case .statute: LocalizedText(ko: "법률", en: "statute")
    case .decree: LocalizedText(ko: "시행령", en: "decree")
    case .notice: LocalizedText(ko: "고시", en: "notice")
    case .terms: LocalizedText(ko: "약관", en: "terms")
    case .criterion: LocalizedText(ko: "분쟁해결기준", en: "dispute-settlement criterion")
    case .guideline: LocalizedText(ko: "가이드라인", en: "guideline")
    case .recommendation: LocalizedText(ko: "권고", en: "recommendation")
    case .interpretation: LocalizedText(ko: "해석례", en: "interpretation")
    case .precedent: LocalizedText(ko: "선례", en: "precedent")
    case .proposed: LocalizedText(ko: "제정안·개정안", en: "proposed text")
    case .bill: LocalizedText(ko: "법률안", en: "bill")
    case .reportedUnconfirmed: LocalizedText(ko: "보도(기관 미확인)", en: "reported, not confirmed by the body")
    case .goodPractice: LocalizedText(ko: "모범 사례", en: "good practice")
    case .illustrative: LocalizedText(ko: "예시", en: "illustrative")
    case .toolDefault: LocalizedText(ko: "도구 기본값", en: "default of the tool")
    }
  }
}

extension RuleSeverity {
  /// The label that Korean documents use, and the English one.
  public var label: LocalizedText {
    switch self {
    case .critical: LocalizedText(ko: "상", en: "critical")
    case .major: LocalizedText(ko: "중", en: "major")
    case .minor: LocalizedText(ko: "하", en: "minor")
    case .note: LocalizedText(ko: "참고", en: "note")
    }
  }
}

extension Summary.Verdict {
  /// The overall verdict in words.
  public var word: LocalizedText {
    switch self {
    case .potentialViolations: LocalizedText(ko: "위반 소지 있음", en: "potential violations")
    case .incomplete: LocalizedText(ko: "보완 필요", en: "more needed")
    case .noneFound: LocalizedText(ko: "법령상 문제 확인되지 않음", en: "no legal problem found")
    }
  }
}

extension Summary {
  /// What an audit is not; it stands below every verdict.
  public static let disclaimer = LocalizedText(
    ko: "제출된 자료에 적힌 사실만을 점검한 결과이며 처분이나 유권해석이 아님",
    en: "a check of the stated facts only, neither a decision nor a legal interpretation")
}
