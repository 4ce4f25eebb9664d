import Diagnostics
import Findings

extension FileSchema {
  /// Vocabularies, `guideline_vocabulary/1`.
  static let vocabulary = FileSchema(
    "vocabulary", format: "guideline_vocabulary/1", ko: "용어집: 보상안에 적을 수 있는 사실",
    en: "a vocabulary: the facts a scheme may state",
    [
      SchemaObject(
        "vocabulary", ko: "용어집", en: "a vocabulary",
        [
          .must("format", .word(["guideline_vocabulary/1"]), "형식", "the format"),
          .must("id", .text, "식별자", "its id"),
          .must("version", .text, "판", "its version"), .may("title", .words, "제목", "its title"),
          .may("note", .any, "비고", "a note"), .may("notes", .any, "비고", "notes"),
          .may("facts", .map(.object("fact")), "사실(경로마다)", "the facts, by their paths"),
          .may("choices", .map(choices), "함께 쓰는 선택지", "choices that facts share"),
          .may("records", .map(label), "묶음의 이름", "names of records"),
          .may("units", .map(label), "단위의 이름", "names of units"),
        ]),
      SchemaObject(
        "fact", ko: "사실 하나", en: "one fact",
        [
          .may(
            "type",
            .word(["bool", "number", "string", "choice", "date", "timestamp", "list", "ref", "record"]), "종류",
            "its type"),
          .may("unit", .text, "단위", "its unit"), .may("of", .text, "목록 원소의 종류", "type of a list's elements"),
          .may("to", .text, "가리키는 목록", "the list that it refers to"),
          .may("all", .flag, "`all`도 되는지", "whether it takes `all`"),
          .may("key", .flag, "원소의 이름인지", "whether elements are known by it"),
          .may("open", .flag, "다른 값도 되는지", "whether other members may come"),
          .may("choices", choices, "선택지", "its members, or the name of shared ones"),
          .may("absent", .any, "적지 않았을 때의 뜻", "what silence means"),
          .may("absent_why", .words, "그 까닭", "why it may mean that"),
          .may("when", .expression, "있을 수 있는 조건", "when it exists"),
          .may("is", .expression, "계산하는 식", "how it is computed"),
          .may("needs_proof", .text, "입증이 필요함", "whether or by what it is proven"),
          .may("confidential", .flag, "비공개 대상", "whether a redacted report withholds it"),
          .may("filed", .flag, "제출일인지", "whether it is the day of filing"),
          .may("headline", .flag, "보상안을 소개하는 사실인지", "whether it introduces a scheme"),
          .may("ko", .text, "한국어 이름", "Korean name"), .may("en", .text, "영어 이름", "English name"),
          .may("note", .words, "비고", "a note"),
        ]),
      SchemaObject(
        "label", ko: "이름", en: "a name",
        [
          .may("ko", .text, "한국어", "Korean"), .may("en", .text, "영어", "English"),
          .may("note", .any, "비고", "a note"),
        ]),
      SharedSchema.words,
    ])
  private static let label = SchemaShape.either([.text, .object("label"), .null])
  private static let choices = SchemaShape.either([.text, .list(.text), .map(label)])

  /// Calendars, `guideline_calendar/1`.
  static let calendar = FileSchema(
    "calendar", format: "guideline_calendar/1", ko: "달력: 근무일과 기간의 계산",
    en: "a calendar: working days and how periods are counted",
    [
      SchemaObject(
        "calendar", ko: "달력", en: "a calendar",
        [
          .must("format", .word(["guideline_calendar/1"]), "형식", "the format"),
          .must("id", .text, "식별자", "its id"),
          .may("title", .words, "제목", "its title"),
          .may("utc_offset", .pattern(#"^[+-]\d{2}:\d{2}$"#), "표준시와의 차이", "its offset from UTC"),
          .may("modes", .map(.object("mode")), "기간 계산 방식", "ways of counting"),
          .may(
            "weekend", .list(.word(["sun", "mon", "tue", "wed", "thu", "fri", "sat"])), "주말", "weekend days"),
          .may("holidays", .list(.object("holiday")), "공휴일", "holidays"),
          .must("covers", .object("span"), "다루는 기간", "the days it covers"),
          .may("note", .any, "비고", "a note"),
        ] + counting),
      SchemaObject(
        "mode", ko: "기간 계산 방식", en: "a way of counting",
        counting + [
          .may("ko", .text, "한국어 이름", "Korean name"), .may("en", .text, "영어 이름", "English name"),
          .may("source", .any, "출처", "its source"), .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "holiday", ko: "공휴일", en: "a holiday",
        [
          .must("date", .day, "날짜", "its day"), .may("ko", .text, "한국어 이름", "Korean name"),
          .may("en", .text, "영어 이름", "English name"),
          .may("source", .any, "출처", "its source"),
          .may("uncertain", .flag, "확정되지 않음", "whether it may still change"),
          .may("verified", .flag, "대조했는지", "whether it was checked"), .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "span", ko: "기간", en: "a span of days",
        [.must("from", .day, "첫날", "first day"), .must("to", .day, "마지막 날", "last day")]),
      SharedSchema.words,
    ])
  private static let counting: [SchemaEntry] = [
    .may("first_day", .word(["excluded", "included"]), "초일 산입", "whether the first day counts"),
    .may(
      "last_day", .word(["next_working_day", "as_is"]), "말일이 휴일일 때", "what a last day on a holiday becomes"),
  ]

  /// Registers, `guideline_register/1`.
  static let register = FileSchema(
    "register", format: "guideline_register/1", ko: "등록부: 기관과 법령·기준",
    en: "a register: bodies and instruments",
    [
      SchemaObject(
        "register", ko: "등록부", en: "a register",
        [
          .must("format", .word(["guideline_register/1"]), "형식", "the format"),
          .may("id", .text, "식별자", "its id"),
          .may("title", .words, "제목", "its title"),
          .may("bodies", .named("body", under: "body_of_id"), "기관", "bodies"),
          .may("instruments", .named("instrument", under: "instrument_of_id"), "법령·기준", "instruments"),
          .may("pages", .text, "규칙 쪽의 주소", "address of rule pages"), .may("sources", .any, "출처", "sources"),
          .may("note", .any, "비고", "a note"),
        ]),
      body, body.renamed("body_of_id", optional: ["id"]), instrument,
      instrument.renamed("instrument_of_id", optional: ["id"]), article,
      article.renamed("article_of_id", optional: ["id"]),
      SchemaObject(
        "name_version", ko: "그날부터의 이름", en: "a name from a day on",
        [
          .may("ko", .text, "한국어", "Korean"), .may("en", .text, "영어", "English"),
          .may("name", .words, "이름", "the name"),
          .may("value", .words, "이름", "the name"),
        ] + SharedSchema.version),
      SchemaObject(
        "number_version", ko: "그날부터의 조문 번호", en: "an article's number from a day on",
        [.may("number", .words, "번호", "the number"), .may("value", .words, "번호", "the number")]
          + SharedSchema.version),
      SharedSchema.words,
    ])
  private static let names = SchemaShape.either([.words, .list(.object("name_version"))])
  private static let numbers = SchemaShape.either([.words, .list(.object("number_version"))])
  private static let body = SchemaObject(
    "body", ko: "기관", en: "a body",
    [
      .must("id", .text, "식별자", "its id"), .may("ko", .text, "한국어 이름", "Korean name"),
      .may("en", .text, "영어 이름", "English name"),
      .may("name", names, "이름", "its name"), .may("names", names, "이름의 판", "its names"),
      .may("history", names, "이름의 판", "its names"),
      .may("competence", .oneOrMore(.words), "소관 사무", "what it is competent for"),
      .may("url", .text, "주소", "its address"),
      .may("note", .any, "비고", "a note"),
    ])
  private static let instrument = SchemaObject(
    "instrument", ko: "법령·기준", en: "an instrument",
    [
      .must("id", .text, "식별자", "its id"),
      .must("kind", .word(LegalStatus.allCases.map(\.rawValue)), "종류", "what it is"),
      .may("ko", .text, "한국어 이름", "Korean name"), .may("en", .text, "영어 이름", "English name"),
      .may("title", .words, "이름", "its name"),
      .may("body", .text, "소관 기관", "its body"), .may("authority", .text, "소관 기관", "its body"),
      .may("url", .text, "주소", "its address"),
      .may(
        "articles",
        .either([
          .list(.object("article")),
          .map(.either([.text, .list(.object("number_version")), .object("article_of_id")])),
        ]), "조문", "its articles"), .may("note", .any, "비고", "a note"),
    ])
  private static let article = SchemaObject(
    "article", ko: "조문", en: "an article",
    [
      .must("id", .text, "식별자", "its id"), .may("number", numbers, "번호", "its number"),
      .may("numbers", numbers, "번호의 판", "its numbers"),
      .may("history", numbers, "번호의 판", "its numbers"), .may("ko", .text, "한국어 제목", "Korean title"),
      .may("en", .text, "영어 제목", "English title"), .may("title", .words, "제목", "its title"),
      .may("covered", .flag, "규칙이 다루는지", "whether rules cover it"),
      .may("why", .words, "다루지 않는 까닭", "why not"),
      .may("by", .any, "다루는 규칙", "what covers it"), .may("url", .text, "주소", "its address"),
      .may("note", .any, "비고", "a note"),
    ])

  /// Profiles, `guideline_profile/1`.
  static let profile = FileSchema(
    "profile", format: "guideline_profile/1", ko: "프로파일: 규칙의 선택과 강화",
    en: "a profile: a selection that may only tighten",
    [
      SchemaObject(
        "profile", ko: "프로파일", en: "a profile",
        [
          .must("format", .word(["guideline_profile/1"]), "형식", "the format"),
          .must("id", .text, "식별자", "its id"),
          .may("title", .words, "제목", "its title"), .may("policies", .oneOrMore(.text), "기준", "policies"),
          .may("select", .oneOrMore(.text), "고를 규칙", "rules to select"),
          .may("tighten", .map(.object("tightening")), "강화할 수치", "numbers to tighten"),
          .may("as_of", .text, "기준일", "the date of the law"), .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "tightening", ko: "강화", en: "a tightened number",
        [.must("value", .any, "값", "the value"), .must("reason", .words, "이유", "why")]), SharedSchema.words,
    ])

  /// Waivers, `guideline_waivers/1`.
  static let waivers = FileSchema(
    "waivers", format: "guideline_waivers/1", ko: "유예: 기관이 받아들인 미달",
    en: "waivers: deviations that a body accepted",
    [
      SchemaObject(
        "waivers", ko: "유예 파일", en: "a file of waivers",
        [
          .must("format", .word(["guideline_waivers/1"]), "형식", "the format"),
          .may("id", .text, "식별자", "its id"),
          .may("title", .words, "제목", "its title"),
          .must("waivers", .list(.object("waiver")), "유예", "the waivers"), .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "waiver", ko: "유예", en: "a waiver",
        [
          .must("id", .text, "식별자", "its id"), .must("rule", .text, "규칙", "the rule"),
          .may("when", .expression, "대상", "which subjects"),
          .must("granted_by", .text, "기관", "the body"), .must("granted_on", .day, "받아들인 날", "the day"),
          .must("expires", .day, "마지막 날", "the last day"),
          .must("basis", .words, "근거", "what it rests on"), .must("reason", .words, "이유", "why"),
          .may("document", .text, "문서", "the document"),
          .may("scheme", .text, "보상안의 식별자", "id of the scheme"),
        ]), SharedSchema.words,
    ])

  /// Recorded decisions, `guideline_decisions/1`.
  static let decisions = FileSchema(
    "decisions", format: "guideline_decisions/1", ko: "의견: 조사 결과에 대한 판단과 답",
    en: "decisions: recorded judgements and replies on findings",
    [
      SchemaObject(
        "decisions", ko: "의견 파일", en: "a file of decisions",
        [
          .must("format", .word(["guideline_decisions/1"]), "형식", "the format"),
          .may("id", .text, "식별자", "its id"),
          .may("title", .words, "제목", "its title"),
          .must("decisions", .list(.object("decision")), "의견", "the decisions"),
          .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "decision", ko: "의견", en: "a decision",
        [
          .must("rule", .text, "규칙", "the rule"), .may("subject", .text, "대상", "the subject"),
          .may("scheme", .text, "보상안의 식별자", "id of the scheme"),
          .may("from", outcome, "그때의 결과", "the outcome it judges"),
          .may("to", .word(["pass", "fail", "unknown", "not_applicable"]), "판단", "the judgement"),
          .may("reply", .word(["accept", "dispute", "will_fix"]), "사업자의 답", "the company's reply"),
          .must("by", .text, "누가", "who"),
          .must("on", .day, "날짜", "the day"), .may("reason", .words, "이유", "why"),
          .may("document", .text, "문서", "the document"),
          .must("digest", .text, "사실의 지문", "digest of the facts that decided"),
        ]), SharedSchema.words,
    ])

  /// Tests of policies, `guideline_test/1`.
  static let tests = FileSchema(
    "test", format: "guideline_test/1", ko: "시험: 기준이 내야 할 결과", en: "tests: what policies must come to",
    [
      SchemaObject(
        "tests", ko: "시험 파일", en: "a file of tests",
        [
          .must("format", .word(["guideline_test/1"]), "형식", "the format"),
          .may("id", .text, "식별자", "its id"), .may("title", .words, "제목", "its title"),
          .may("policy", .text, "기준", "the policy"),
          .may("base", .text, "바탕 보상안", "the scheme that cases change"),
          .may("cases", .list(.object("case")), "시험", "the cases"),
          .may(
            "not_noticed", .list(.object("unnoticed")), "알아채지 못해도 되는 변경",
            "changes that no test needs to notice"),
          .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "case", ko: "시험 하나", en: "a case",
        [
          .must("name", .text, "이름", "its name"),
          .may("only", .flag, "적은 것만 있어야 하는지", "whether nothing else may come out"),
          .may("base", .text, "바탕 보상안", "the scheme it changes"),
          .may("set", .map(.any), "바꿀 사실", "facts to set"),
          .must("expect", .map(.either([outcome, .object("expectation")])), "기대하는 결과", "what is expected"),
          .may("waivers", .oneOrMore(.text), "유예 파일", "waiver files"),
          .may("profile", .text, "프로파일", "the profile"),
          .may("as_of", .text, "기준일", "the date of the law"), .may("note", .any, "비고", "a note"),
        ]),
      SchemaObject(
        "expectation", ko: "기대하는 결과", en: "an expectation",
        [
          .may("outcome", outcome, "결과", "the outcome"),
          .may("actual", .any, "보상안의 값", "what the scheme says"),
          .may("expected", .any, "요구되는 값", "what is asked"), .may("exception", .text, "예외", "the exception"),
          .may("waiver", .text, "유예", "the waiver"),
          .may("missing", .oneOrMore(.text), "모자란 사실", "missing facts"),
          .may("assumed", .oneOrMore(.text), "전제한 사실", "assumed facts"),
        ]),
      SchemaObject(
        "unnoticed", ko: "알아채지 못해도 되는 변경", en: "a change that no test needs to notice",
        [
          .must("in", .text, "규칙, 수치나 표", "the rule, number or table"),
          .must("change", .text, "변경", "the change"),
          .must("why", .words, "까닭", "why"),
        ]), SharedSchema.words,
    ])
  private static let outcome = SchemaShape.word(Outcome.allCases.map(\.rawValue))
}
