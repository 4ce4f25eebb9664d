import Diagnostics
import Expressions
import Findings
import Policies

/// Objects that several kinds of files share.
enum SharedSchema {
  /// `{ko, en}`.
  static let words = SchemaObject(
    "words", ko: "두 언어의 글. 하나만 적으면 둘을 대신함", en: "a text in both languages; one stands for both if alone",
    [.may("ko", .text, "한국어", "Korean"), .may("en", .text, "영어", "English")])
  /// `{from, to}`.
  static let period = SchemaObject(
    "period", ko: "기간(양 끝 포함)", en: "a time, both ends inclusive",
    [.may("from", .orNull(.day), "첫날", "first day"), .may("to", .orNull(.day), "마지막 날", "last day")])
  /// An entry of a history of texts.
  static let wordsVersion = SchemaObject(
    "words_version", ko: "그날부터의 글", en: "a text from a day on",
    [
      .may("ko", .text, "한국어", "Korean"), .may("en", .text, "영어", "English"),
      .may("value", .words, "글", "the text"), .may("text", .words, "글", "the text"),
      .may("cite", .cite, "근거", "where it is written"),
    ] + version.filter { $0.key != "cite" })
  /// `{history: […]}` of texts.
  static let wordsHistory = SchemaObject(
    "words_history", ko: "때에 따라 바뀌는 글", en: "a text that changes with time",
    [.must("history", .list(.object("words_version")), "판", "its versions")])
  /// The keys that every version of something dated may have.
  static let version: [SchemaEntry] = [
    .may("from", .orNull(.day), "이 판의 첫날", "first day of this version"),
    .may("to", .orNull(.day), "이 판의 마지막 날", "last day of this version"),
    .may("cite", .cite, "적힌 곳", "where it is written"),
    .may("status", .word(LegalStatus.allCases.map(\.rawValue)), "글의 지위", "what kind of text it is"),
    .may("verified", .flag, "원문과 대조했는지", "whether it was checked against its source"),
    .may("default", .flag, "도구가 정한 값인지", "whether it is the tool's own number"),
    .may("note", .words, "비고", "a note"),
  ]
  /// What says the type of values.
  static let type: [SchemaEntry] = [
    .may(
      "type", .word(["bool", "number", "string", "choice", "date", "timestamp", "duration", "list"]), "값의 종류",
      "type of the values"),
    .may("of", .text, "목록 원소의 종류", "type of a list's elements"),
    .may("unit", .text, "단위", "unit"),
    .may("choices", .any, "고를 수 있는 값", "members of the choice"),
    .may("open", .flag, "적힌 값 밖의 값도 되는지", "whether other members may come"),
  ]

  static let all = [words, period, wordsVersion, wordsHistory]
}

extension FileSchema {
  /// Policies, `guideline_policy/1`.
  static let policy = FileSchema(
    "policy", format: "guideline_policy/1", ko: "기준: 하나의 지침을 규칙으로 적은 파일",
    en: "a policy: one guideline as rules",
    [
      SchemaObject(
        "policy", ko: "기준", en: "a policy",
        [
          .must("format", .word(["guideline_policy/1"]), "형식", "the format"),
          .must("id", .text, "식별자", "its id"), .may("version", .text, "판", "its version"),
          .must("title", .words, "제목", "its title"),
          .may(
            "vocabulary", .text, "용어집의 식별자(기본 compensation_scheme)",
            "id of the vocabulary (compensation_scheme)"),
          .may(
            "authority", .either([.text, .object("authority"), .list(.object("authority_version"))]), "소관 기관",
            "who issued it"),
          .must("legal", .object("legal"), "법적 성격", "its legal nature"),
          .may(
            "sources", .map(.either([.text, .object("words"), .object("source")])), "인용에 쓰는 출처",
            "sources that citations begin with"),
          .may("in_force", .object("period"), "시행 기간", "when it is in force"),
          .must("as_of", .expression, "판을 고르는 날짜의 식", "the date that picks versions"),
          .may("calendar", .text, "달력의 식별자", "id of the calendar"),
          .may("review", .object("review"), "문안 검토", "who reviewed its wording"),
          .may(
            "parameters", .map(.either([.text, .list(.object("parameter_version")), .object("parameter")])),
            "수치", "its numbers"),
          .may("tables", .map(.object("table")), "결정표", "its decision tables"),
          .may(
            "definitions", .map(.either([.expression, .object("step")])), "정의",
            "computations that all rules share"),
          .may("rules", .named("rule", under: "rule_of_id"), "규칙", "its rules"),
          .may("measures", .named("measure", under: "measure_of_id"), "지표", "quantities that show adequacy"),
        ]),
      SchemaObject(
        "authority", ko: "기관", en: "a body in place",
        authority + [.may("history", .list(.object("authority_version")), "이름의 판", "its names")]),
      SchemaObject(
        "authority_version", ko: "그날부터의 기관", en: "a body from a day on", authority + SharedSchema.version),
      SchemaObject(
        "legal", ko: "법적 성격", en: "a legal nature",
        [
          .may("status", .word(LegalStatus.allCases.map(\.rawValue)), "글의 지위", "what kind of text it is"),
          .may("effect", .word(Effect.allCases.map(\.rawValue)), "효력", "what weight it has"),
          .may("note", .words, "비고", "a note"), .may("basis", .cite, "근거", "what it rests on"),
          .may("verified", .flag, "확인 여부", "whether it was checked"),
        ]),
      SchemaObject(
        "source", ko: "출처", en: "a source",
        [
          .may("kind", .text, "종류", "what it is"), .may("cite", .words, "인용하는 이름", "how it is cited"),
          .may("ko", .text, "한국어 이름", "Korean name"), .may("en", .text, "영어 이름", "English name"),
          .may("url", .text, "주소", "its address"), .may("date", .text, "날짜", "its day"),
          .may("note", .words, "비고", "a note"),
          .may("verified", .flag, "원문과 대조했는지", "whether it was checked"),
        ]),
      SchemaObject(
        "review", ko: "문안 검토", en: "a review",
        [
          .must("status", .text, "`approved` 등", "`approved`, or how far it got"),
          .may("by", .text, "검토한 기관", "who reviewed it"),
          .may("on", .orNull(.day), "날짜", "the day"), .may("document", .text, "문서", "the document"),
        ]),
      SchemaObject(
        "parameter", ko: "수치", en: "a number of the policy",
        [
          .may("title", .words, "제목", "its title"),
          .may("stricter", .word(["lower", "higher", "more"]), "엄격해지는 방향", "which way is stricter"),
          .may("as_of", .expression, "판을 고르는 날짜", "the date that picks its version"),
          .may("history", .list(.object("parameter_version")), "판", "its versions"),
          .may("value", .any, "값", "its value"),
        ] + SharedSchema.type + SharedSchema.version),
      SchemaObject(
        "parameter_version", ko: "그날부터의 값", en: "a value from a day on",
        [.must("value", .any, "값", "the value")] + SharedSchema.version),
      SchemaObject(
        "table", ko: "결정표", en: "a decision table",
        [
          .may("title", .words, "제목", "its title"),
          .may("as_of", .expression, "판을 고르는 날짜", "the date that picks its version"),
          .must("inputs", columns, "입력 열", "its input columns"),
          .must("outputs", columns, "출력 열", "its output columns"),
          .may("hit", .word(["unique"]), "맞는 행", "which row counts"),
          .may("history", .list(.object("table_version")), "판", "its versions"),
          .may("rows", .list(.list(.any)), "행", "its rows"),
        ] + SharedSchema.version),
      SchemaObject(
        "column", ko: "열", en: "a column",
        [.must("name", .text, "이름", "its name"), .may("title", .words, "제목", "its title")] + SharedSchema.type
      ),
      SchemaObject(
        "table_version", ko: "그날부터의 행", en: "rows from a day on",
        [.must("rows", .list(.list(.any)), "행", "the rows")] + SharedSchema.version),
      SchemaObject(
        "step", ko: "계산", en: "a step of a computation",
        [
          .may("title", .words, "제목", "its title"), .may("unit", .text, "단위", "its unit"),
          .must("is", .expression, "식", "its expression"), .may("note", .words, "비고", "a note"),
        ]),
      rule, rule.renamed("rule_of_id", optional: ["id"]),
      SchemaObject(
        "part", ko: "각 호", en: "a part of a rule",
        [
          .must("id", .text, "식별자", "its id"), .may("title", .words, "제목", "its title"),
          .may("cite", .datedWords, "근거", "where it is written"),
        ] + demand),
      SchemaObject(
        "subjects", ko: "규칙을 적용할 대상", en: "what a rule is applied to",
        [
          .must("as", .text, "식에서 쓰는 이름", "the name that expressions use"),
          .must("in", .expression, "목록", "the list"),
          .may("if_none", .word(ifNone), "대상이 없을 때의 결과", "the outcome where there is none"),
          .may("where", .any, "쓰지 않음", "retired"), .may("prev", .any, "쓰지 않음", "retired"),
        ]),
      SchemaObject(
        "exception", ko: "예외", en: "an exception",
        [
          .must("id", .text, "식별자", "its id"), .may("title", .words, "제목", "its title"),
          .may("cite", .datedWords, "근거", "where it is written"),
          .may("in_force", .object("period"), "시행 기간", "when it is in force"),
          .must("when", .expression, "조건", "its condition"),
          .may("proof", .text, "입증자료인 사실", "the fact that is its proof"),
          .may("effect", .word(["not_required", "replace"]), "효과", "what it does"),
          .may(
            "replace", .map(.either([.expression, .object("step")])), "바꾸어 계산할 값",
            "steps computed another way"),
          .may("review", .word(["manual"]), "사람의 확인", "a person confirms"),
          .may("note", .words, "비고", "a note"),
        ]),
      SchemaObject(
        "cost", ko: "비용", en: "what it costs to mend",
        [
          .may("title", .words, "제목", "its title"), .may("unit", .text, "단위", "its unit"),
          .must("is", .expression, "식", "the amount"), .may("note", .words, "비고", "a note"),
        ]),
      SchemaObject(
        "deadline", ko: "기한", en: "a deadline",
        [
          .may("title", .words, "제목", "its title"), .may("is", .expression, "마지막 날의 식", "its last day"),
          .may("text", .words, "법문의 말", "words of the law"),
          .may("from", .expression, "기산일", "from when it runs"),
        ]),
      SchemaObject(
        "waivable", ko: "유예할 수 있음", en: "who may waive it",
        [
          .must("by", .oneOrMore(.text), "유예할 수 있는 기관", "bodies that may"),
          .must("basis", .words, "근거", "what that rests on"),
        ]),
      measure, measure.renamed("measure_of_id", optional: ["id"]),
    ] + SharedSchema.all)

  private static let ifNone = ["pass", "fail", "unknown", "manual", "not_applicable", "info"]
  private static let columns = SchemaShape.either([.list(.either([.text, .object("column")])), .map(.any)])
  private static let authority: [SchemaEntry] = [
    .may("id", .text, "등록부의 식별자", "its id in the register"), .may("ko", .text, "한국어 이름", "Korean name"),
    .may("en", .text, "영어 이름", "English name"),
  ]
  private static let steps = SchemaShape.map(.either([.expression, .object("step")]))

  /// What a rule and each of its parts may ask and say.
  private static let demand: [SchemaEntry] = [
    .may("let", steps, "계산", "its steps"), .may("require", .expression, "요구하는 조건", "what is required"),
    .may("actual", .either([.expression, .object("step")]), "보상안의 값", "what the scheme says"),
    .may("expected", .either([.expression, .object("step")]), "요구되는 값", "what is asked"),
    .may("actual_text", .words, "보상안의 값을 이르는 말", "words for what the scheme says"),
    .may("expected_text", .words, "요구되는 값을 이르는 말", "words for what is asked"),
    .may("message", .words, "미달의 내용", "what is wrong"), .may("remedy", .words, "보완할 내용", "what to change"),
    .may("deadline", .either([.expression, .object("deadline")]), "기한", "until when it can be met"),
  ]
  private static let rule = SchemaObject(
    "rule", ko: "규칙", en: "a rule",
    [
      .must("id", .text, "바뀌지 않는 식별자", "its id, which never changes"),
      .must("title", .words, "제목", "its title"),
      .must(
        "cite",
        .either([
          .text, .object("words"), .list(.object("words_version")), .object("words_history"), .list(.text),
        ]), "근거", "where it is written"),
      .may("text", .datedWords, "요구하는 바를 풀어 쓴 글", "the requirement in plain words"),
      .must("severity", .word(RuleSeverity.allCases.map(\.rawValue)), "중요도", "how much it matters"),
      .may("legal", .object("legal"), "기준과 다른 법적 성격", "its own legal nature"),
      .may("as_of", .expression, "판을 고르는 날짜", "its own date for versions"),
      .may("in_force", .object("period"), "시행 기간", "when it is in force"),
      .may("rationale", .words, "취지", "why it is there"),
      .may("sanction", .words, "위반 시 효과", "what may follow"),
      .may("replaces", .oneOrMore(.text), "대신한 규칙", "the rule before it"),
      .may("applies_when", .expression, "적용 요건", "when it applies"),
      .may("for_each", .oneOrMore(.object("subjects")), "적용 대상", "what it is applied to"),
      .may("parts", .list(.object("part")), "각 호", "its parts"),
      .may("exceptions", .list(.object("exception")), "예외", "its exceptions"),
      .may("manual_when", .expression, "사람이 판단할 때", "when a person decides"),
      .may("question", .words, "판단할 물음", "what a person is asked"),
      .may("check", .word(["manual", "info"]), "판정하지 않는 규칙", "a rule that decides nothing"),
      .may("message_if_none", .words, "대상이 없을 때의 말", "what is wrong where there is no subject"),
      .may("remedy_if_none", .words, "대상이 없을 때 보완할 내용", "what to change then"),
      .may("cost", .either([.expression, .object("cost")]), "고치는 비용", "what it costs to mend"),
      .may("waivable", .object("waivable"), "유예", "who may waive it"),
      .may("history", .any, "쓰지 않음", "retired"),
    ] + demand)
  private static let measure = SchemaObject(
    "measure", ko: "지표", en: "a measure",
    [
      .must("id", .text, "식별자", "its id"), .may("title", .words, "제목", "its title"),
      .may("cite", .datedWords, "근거", "where it is written"),
      .may("for_each", .oneOrMore(.object("subjects")), "대상", "what it is applied to"),
      .may("let", steps, "계산", "its steps"),
      .must("is", .expression, "식", "its expression"), .may("unit", .text, "단위", "its unit"),
      .may("note", .words, "비고", "a note"),
    ])
}
