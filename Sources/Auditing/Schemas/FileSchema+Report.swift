import Diagnostics
import Findings

extension FileSchema {
  /// Reports, `guideline_report/1`, one or several.
  static let report = FileSchema(
    "report", format: AuditReport.Format.version1.rawValue, ko: "점검 보고서", en: "the report of an audit",
    isRepeatable: true,
    [
      SchemaObject(
        "report", ko: "보고서", en: "a report",
        [
          .must("format", .word([AuditReport.Format.version1.rawValue]), "형식", "the format"),
          .must(
            "tool",
            .members([
              .must("name", .string, "이름", "its name"), .must("version", .string, "판", "its version"),
            ]), "도구", "the program"),
          .must("inputs", .list(.object("input")), "읽은 파일", "every file that was read"),
          .must("scheme", .object("audited"), "보상안", "the scheme"),
          .must("policies", .list(.object("policy")), "기준", "the policies"),
          .must("options", .object("options"), "선택", "what the user chose"),
          .must(
            "law",
            .members([
              .must("mode", .word(["written", "date"]), "방식", "where the dates came from"),
              .may("date", .day, "기준일", "the user's date"),
            ]), "기준 시점", "which law"),
          .must("provenance", .orNull(.object("provenance")), "문서의 성격", "what kind of document it is"),
          .may("facts", .object("facts"), "기관이 확인한 사실", "an authority's facts"),
          .may("redacted", .flag, "비공개본인지", "whether confidential facts were withheld"),
          .may("withheld", .list(.string), "가린 사실의 경로", "paths of what was withheld"),
          .may("confidential", .object("confidential"), "비공개 대상", "what is confidential"),
          .must("notCovered", .list(.object("uncovered")), "점검하지 않은 조문", "articles that no rule covers"),
          .must("units", .map(text), "단위의 이름", "names of units"),
          .must("summary", .object("summary"), "요약", "verdict and counts"),
          .must("rules", .list(.object("rule")), "규칙별 결과", "every rule with its worst outcome"),
          .must("needs", .list(.object("need")), "보완할 사실", "missing facts"),
          .must("findings", .list(.object("finding")), "조사 결과", "all findings"),
        ]),
      SchemaObject(
        "input", ko: "읽은 파일", en: "a file that was read",
        [
          .must("path", .string, "경로", "its path"),
          .must("sha256", .pattern("^[0-9a-f]{64}$"), "SHA-256", "SHA-256"),
          .may("format", .string, "첫 줄의 형식", "its first line"),
        ]),
      SchemaObject(
        "audited", ko: "보상안", en: "the scheme",
        [
          .must("id", .orNull(.string), "식별자", "its id"), .must("title", .orNull(text), "제목", "its title"),
          .must("path", .string, "파일", "its file"),
          .may("headlines", .list(.object("headline")), "소개하는 사실", "facts that introduce it"),
          .may(
            "references", .list(.object("headline")), "다른 요소를 가리키는 사실(서비스의 운영 사업자 등)",
            "facts with which elements name others, such as the operator of a service"),
        ]),
      SchemaObject(
        "headline", ko: "소개하는 사실", en: "a fact that introduces a scheme",
        [path, name, .must("value", value, "값", "its value"), .must("file", .string, "파일", "the file"), line]),
      SchemaObject(
        "policy", ko: "기준", en: "a policy",
        [
          .must("id", .string, "식별자", "its id"), .must("version", .string, "판", "its version"),
          .must("title", text, "제목", "its title"),
          .must(
            "legal", .members([status, effect, .may("note", text, "비고", "a note")]), "법적 성격",
            "its legal nature"),
          .must(
            "review",
            .orNull(
              .members([
                .must("status", .string, "상태", "how far it got"), .may("by", .string, "기관", "who"),
                .may("on", .string, "날짜", "the day"), .may("document", .string, "문서", "the document"),
              ])),
            "문안 검토", "who approved its wording"),
        ]),
      SchemaObject(
        "options", ko: "선택", en: "what the user chose",
        [
          .must("profile", .orNull(.string), "프로파일", "the profile"),
          .may("facts", .string, "확인 사실 파일", "the authority's file"),
          .must("waivers", .list(.string), "유예 파일", "waiver files"),
          .may("decisions", .list(.string), "의견 파일", "files of decisions"),
          .must("failOn", .string, "상태 1의 기준", "what makes the status 1"),
          .must("strict", .flag, "엄격", "whether it is strict"),
          .must("language", .word(Language.allCases.map(\.rawValue)), "언어", "the language"),
          .may("today", .string, "검토일", "the day of the audit, from which days left are counted"),
        ]),
      SchemaObject(
        "provenance", ko: "문서의 성격", en: "what kind of document it is",
        [
          .must("kind", .word(["filed", "draft", "reconstructed"]), "종류", "who stands behind it"),
          .may("by", .string, "쓴 사람", "who"), .may("on", .string, "날짜", "the day"),
          .may("note", text, "비고", "a note"),
        ]),
      SchemaObject(
        "facts", ko: "기관이 확인한 사실", en: "an authority's facts",
        [
          .must("path", .string, "파일", "the file"), .must("by", .string, "기관", "who found them"),
          .may("on", .string, "날짜", "the day"),
          .must("differences", .list(.object("difference")), "다른 사실", "what differs"),
          .must("confirmed", .count, "같은 사실의 수", "how many agree"),
        ]),
      SchemaObject(
        "difference", ko: "다른 사실", en: "a fact that differs",
        [
          path, name, .must("company", .orNull(value), "회사가 적은 값", "what the company states"),
          .must("companyLocation", .orNull(place), "그 자리", "where"),
          .must("authority", value, "기관이 확인한 값", "what the authority states"),
          .must("location", place, "그 자리", "where"),
        ]),
      SchemaObject(
        "confidential", ko: "비공개 대상", en: "what is confidential",
        [
          .must("paths", .list(.string), "경로", "paths"),
          .must(
            "elements",
            .list(
              .members([
                .must("list", .string, "목록", "the list"), .must("label", .string, "이름", "its name"),
                .must("position", .count, "자리", "its place, from 1"),
              ])),
            "이름이 비공개인 원소", "elements whose names are"),
          .must("hidesTitle", .flag, "보상안의 이름", "whether the scheme's name is"),
        ]),
      SchemaObject(
        "uncovered", ko: "점검하지 않은 조문", en: "an article that no rule covers",
        [
          .must("instrument", text, "법령", "the instrument"), .must("article", text, "조문", "the article"),
          .may("on", .string, "번호의 기준일", "the day of its number"),
          .may(
            "numbers",
            .list(
              .members([
                .must("article", text, "번호", "the number"), .may("from", .string, "첫날", "first day"),
                .may("to", .string, "마지막 날", "last day"), .must("verified", .flag, "확인", "checked"),
              ])),
            "번호의 판", "its numbers"),
          .may("title", text, "제목", "its title"), .may("why", text, "까닭", "why"),
        ]),
      SchemaObject(
        "summary", ko: "요약", en: "verdict and counts",
        [
          .must("verdict", .word(Summary.Verdict.allCases.map(\.rawValue)), "종합", "the verdict"),
          .must("word", text, "그 말", "its word"),
          .must("disclaimer", text, "결과의 성격", "what it is not"),
          .must("rules", counts, "규칙 수", "rules by outcome"),
          .must("findings", counts, "조사 결과 수", "findings by outcome"),
          .must(
            "byEffect",
            .map(
              .members([
                .must("rules", counts, "규칙 수", "rules"), .must("findings", counts, "조사 결과 수", "findings"),
              ])), "효력별", "by effect"),
          .must("exit", .count, "종료 상태", "the exit status"),
        ]),
      SchemaObject(
        "rule", ko: "규칙과 결과", en: "a rule with its worst outcome",
        [
          .must("policy", .string, "기준", "the policy"), .must("rule", .string, "규칙", "the rule"),
          .must("title", text, "제목", "its title"), effect, severity,
          outcome, .must("findings", .count, "조사 결과 수", "how many findings"),
        ]),
      SchemaObject(
        "need", ko: "보완할 사실", en: "a fact that findings wait for",
        [
          path, name, kind, .must("findings", .count, "기다리는 조사 결과", "findings that wait"),
          .must("alone", .count, "이것만 기다리는 것", "of them for nothing else"),
          .must("location", .orNull(place), "적을 자리", "where"),
        ]),
      finding,
      SchemaObject(
        "authority", ko: "기관", en: "a body",
        [.must("id", .string, "식별자", "its id"), .must("name", text, "이름", "its name"), oneOf]),
      SchemaObject(
        "possible", ko: "있을 수 있는 판", en: "a version that the date leaves possible",
        [
          .must("text", text, "글", "what it says"), .may("from", .string, "첫날", "its first day"),
          .may("to", .string, "마지막 날", "its last day"), .may("id", .string, "기관의 식별자", "the body's id"),
        ]),
      SchemaObject(
        "evidence", ko: "적힌 사실", en: "a stated fact that decided",
        [
          path, name, .must("value", value, "값", "its value"), .must("file", .string, "파일", "the file"), line,
          .must("column", .count, "칸", "column, from 1"), .may("source", text, "출처", "its source"),
        ]),
      SchemaObject(
        "missing", ko: "모자란 것", en: "what was needed and could not be used",
        [
          kind, path, name, .may("value", value, "알려진 것", "what is known"),
          .must("location", .orNull(place), "적을 자리", "where"),
        ]),
      SchemaObject(
        "assumed", ko: "전제한 사실", en: "an unstated fact with a meaning",
        [path, name, .may("value", value, "전제한 값", "what was taken"), .may("why", text, "까닭", "why")]),
      SchemaObject(
        "list", ko: "목록", en: "a list whose completeness mattered",
        [
          path, name, .must("count", .count, "원소 수", "its length"),
          .must("location", .orNull(.object("span")), "자리", "where"), confidential,
        ]),
      SchemaObject(
        "further", ko: "더 있는 미달", en: "elements that fail too",
        [path.optional, name.optional, .must("count", .count, "수", "how many")]),
      SchemaObject(
        "parameter", ko: "쓰인 수치", en: "a number that was used",
        [
          .must("name", .string, "이름", "its name"), .must("title", text, "제목", "its title"),
          .must("value", value, "값", "its value"),
        ] + version + [.must("tightened", .orNull(text), "강화한 까닭", "why a profile made it stricter"), later]),
      SchemaObject(
        "table", ko: "쓰인 행", en: "a table's row that was used",
        [
          .must("name", .string, "이름", "its name"), .must("title", text, "제목", "its title"),
          .must(
            "row",
            .members([
              .must("number", .count, "행(가렸으면 0)", "its place, 0 where withheld"),
              .must("inputs", .list(.object("named")), "조건", "its conditions"),
              .must("outputs", .list(.object("named")), "결과", "what it gives"),
            ]), "행", "the row"),
        ] + version + [later]),
      SchemaObject(
        "later", ko: "다음 판", en: "a later version",
        [
          .must("from", .string, "첫날", "first day"), .must("values", .list(.object("named")), "값", "values"),
          cite, isDefault, verified,
        ]),
      SchemaObject(
        "date", ko: "판을 고른 날짜", en: "a date that picked versions",
        [
          .must("expression", .string, "식", "the expression"), .may("title", text, "제목", "its title"),
          .must("value", value, "날짜", "the day"),
          .must("overridden", .flag, "사용자가 정함", "the user's own date"),
        ]),
      SchemaObject(
        "step", ko: "계산", en: "a step",
        [
          .must("name", .string, "이름", "its name"), .must("title", .orNull(text), "제목", "its title"),
          .must("expression", .string, "식", "the expression"), .must("value", value, "값", "its value"),
          .may("unmoved", value, "달력이 옮기기 전의 날", "the last day before the calendar moved it"),
        ]),
      SchemaObject(
        "binding", ko: "대상", en: "what a name stands for",
        [.must("name", .string, "이름", "the name"), path.optional]),
      SchemaObject(
        "citation", ko: "근거", en: "a citation",
        [
          .must("cite", text, "적힌 곳", "the place"),
          .must("status", .orNull(.word(LegalStatus.allCases.map(\.rawValue))), "지위", "what kind of text"),
          verified, .may("url", .string, "주소", "its address"), oneOf,
        ]),
      SchemaObject(
        "exception", ko: "예외", en: "an exception",
        [
          .must("id", .string, "식별자", "its id"), .must("title", text, "제목", "its title"),
          .may("cite", text, "근거", "where it is written"),
          .must("state", .word(["granted", "open", "claimed"]), "상태", "whether its case was shown"),
          .must("effect", .word(["not_required", "replace"]), "효과", "what it does"),
          .must("review", .flag, "사람의 확인", "a person confirms"), .may("proof", .string, "입증자료", "its proof"),
          .may("inForce", .object("period"), "시행 기간", "when it is in force"),
        ]),
      SchemaObject(
        "waiver", ko: "유예", en: "a waiver",
        [
          .must("id", .string, "식별자", "its id"),
          .must("state", .word(["applied", "undecided"]), "상태", "whether it holds"),
          .must("grantedBy", .object("authority"), "기관", "the body"),
          .must("grantedOn", .string, "받아들인 날", "the day"),
          .must("expires", .string, "마지막 날", "the last day"), .may("basis", text, "근거", "what it rests on"),
          .may("reason", text, "이유", "why"), .may("document", .string, "문서", "the document"),
        ]),
      SchemaObject(
        "decision", ko: "사람의 판단", en: "a person's judgement",
        [
          .may("from", .word(outcomes), "전", "the outcome it judged"),
          .may("to", .word(outcomes), "후", "the outcome it came to"), .may("reply", .string, "회신", "a reply"),
          .must("by", .string, "누가", "who"),
          .must("on", .string, "날짜", "the day"), .may("reason", text, "이유", "why"),
          .may("document", .string, "문서", "the document"),
          .must("stale", .flag, "효력 잃음", "its facts have changed"),
        ]),
      SchemaObject(
        "deadline", ko: "기한", en: "a deadline",
        [
          .must("title", text, "제목", "its title"), .may("last", value, "마지막 날", "its last day"),
          .may("text", text, "법문의 말", "words of the law"), .may("from", value, "기산일", "from when it runs"),
          .may("default", .flag, "도구의 수치로 셈", "whether it is counted by a number of the tool's own"),
          .may("verified", .flag, "확인한 수치로 셈", "whether its numbers were checked against their sources"),
        ]),
      SchemaObject(
        "words_withheld", ko: "비공개본에서 대신할 말", en: "what a redacted report says instead",
        [
          .may("subject", .string, "대상", "the subject"), .may("subjectName", text, "대상의 이름", "its name"),
          .may("message", text, "내용", "the message"), .may("remedy", text, "보완", "the remedy"),
          .may("question", text, "물음", "the question"),
        ]),
    ] + ReportSchema.values)

  private static let finding = SchemaObject(
    "finding", ko: "조사 결과", en: "the outcome of a rule for a subject",
    [
      .must("policy", .string, "기준", "the policy"), .must("rule", .string, "규칙", "the rule"),
      .must("part", .orNull(.string), "각 호", "the part"),
      .may("measure", .flag, "지표인지", "whether it is a measure"),
      .must("subject", .orNull(.string), "대상", "the subject"),
      .may("subjectName", text, "대상의 이름", "its name"),
      .must("title", text, "제목", "the rule's title"), .may("partTitle", text, "호의 제목", "the part's title"),
      .may("text", text, "요구하는 바", "the requirement"),
      .may("textOneOf", .list(.object("possible")), "있을 수 있는 문언", "wordings that the date leaves possible"),
      outcome,
      .must("word", text, "결과의 말", "its word"), effect, status,
      .must("firm", .flag, "확정된 수치에만 의존", "rests on firm numbers only"), severity,
      .must("authority", .orNull(.object("authority")), "기관", "who issued it"),
      .may("sanction", text, "위반 시 효과", "what may follow"),
      .may("inForce", .object("period"), "시행 기간", "when it is in force"),
      .must("message", .orNull(text), "내용", "what is wrong"),
      .must("remedy", .orNull(text), "보완할 내용", "what to change"),
      .must("question", .orNull(text), "물음", "what a person decides"),
      .must("actual", .orNull(value), "보상안의 값", "what the scheme says"),
      .may("actualText", text, "그 말", "words for it"),
      .must("expected", .orNull(value), "요구되는 값", "what is asked"),
      .may("expectedText", text, "그 말", "words for it"),
      .must("evidence", .list(.object("evidence")), "적힌 사실", "stated facts"),
      .must("missing", .list(.object("missing")), "모자란 것", "what is missing"),
      .must("assumed", .list(.object("assumed")), "전제", "assumptions"),
      .must("lists", .list(.object("list")), "목록", "lists"),
      .may("further", .list(.object("further")), "더 있는 미달", "further failures"),
      .must("parameters", .list(.object("parameter")), "수치", "numbers"),
      .must("tables", .list(.object("table")), "표", "table rows"),
      .must("dates", .list(.object("date")), "날짜", "dates"),
      .must("steps", .list(.object("step")), "계산", "steps"),
      .may("bindings", .list(.object("binding")), "대상", "what names stand for"),
      .must("citations", .list(.object("citation")), "근거", "citations"),
      .must("exception", .orNull(.object("exception")), "예외", "the exception"),
      .must("waiver", .orNull(.object("waiver")), "유예", "the waiver"),
      .must("decision", .orNull(.object("decision")), "사람의 판단", "a person's judgement"),
      .may("earlierDecisions", .list(.object("decision")), "앞선 판단", "judgements before it"),
      .may("factsDigest", .pattern("^[0-9a-f]{32}$"), "사실의 지문", "digest of the facts that decided"),
      .must("proof", .word(["none", "company", "authority"]), "입증", "whose proof supports it"),
      .must(
        "cost",
        .orNull(
          .members([.must("title", text, "제목", "what is counted"), .must("value", value, "값", "the amount")])),
        "비용", "what it costs to mend"), .may("deadline", .object("deadline"), "기한", "its deadline"),
      .must("location", .orNull(place), "볼 자리", "where to look"),
      .may("withheld", .object("words_withheld"), "비공개본의 말", "words of a redacted report"),
      .must("helpUri", .orNull(.string), "설명 쪽", "a page about the rule"),
      .must("fingerprint", .pattern("^[0-9a-f]{32}$"), "지문", "what identifies it"),
    ])

  /// Comparisons of the law of two days, `guideline_law_comparison/1`.
  static let lawComparison = FileSchema(
    "law-comparison", format: LawComparison.Format.version1.rawValue, ko: "두 날의 법에 따른 점검의 비교",
    en: "one scheme under the law of two days",
    [
      SchemaObject(
        "comparison", ko: "비교", en: "a comparison",
        [
          .must("format", .word([LawComparison.Format.version1.rawValue]), "형식", "the format"),
          .must(
            "tool",
            .members([
              .must("name", .string, "이름", "its name"), .must("version", .string, "판", "its version"),
            ]), "도구", "the program"),
          .must(
            "inputs",
            .list(
              .members([
                .must("path", .string, "경로", "its path"),
                .must("sha256", .pattern("^[0-9a-f]{64}$"), "SHA-256", "SHA-256"),
                .may("format", .string, "형식", "its format"),
              ])), "읽은 파일", "files"),
          .must(
            "scheme",
            .members([
              .must("id", .orNull(.string), "식별자", "its id"),
              .must("title", .orNull(text), "제목", "its title"), .must("path", .string, "파일", "its file"),
            ]), "보상안", "the scheme"),
          .may(
            "provenance", .word(["filed", "draft", "reconstructed"]), "문서의 성격", "what kind of document it is"),
          .must(
            "policies",
            .list(
              .members([
                .must("id", .string, "식별자", "its id"), .must("version", .string, "판", "its version"),
                .must("title", text, "제목", "its title"),
              ])), "기준", "policies"),
          .must(
            "options",
            .members([
              .must("profile", .orNull(.string), "프로파일", "the profile"),
              .must("waivers", .list(.string), "유예", "waivers"),
              .must("facts", .orNull(.string), "확인 사실", "the authority's file"),
              .may("today", .string, "검토일", "the day of the audit"),
            ]), "선택", "options"),
          .may("redacted", .flag, "비공개본인지", "whether confidential facts were withheld"),
          .may("withheld", .list(.string), "가린 사실의 경로", "paths of what was withheld"),
          .must("from", .object("day"), "앞의 법", "the earlier law"),
          .must("to", .object("day"), "뒤의 법", "the later law"),
          .must(
            "counts",
            .members(
              ["outcome", "grounds", "citation", "equal", "sanctions"].map {
                .must($0, .count, "`\($0)`의 수", "number of `\($0)`")
              }), "수", "counts"),
          .must("laterLawNote", text, "단서", "the proviso"),
          .must("disclaimer", text, "결과의 성격", "what it is not"), .must("units", .map(text), "단위", "units"),
          .must("changes", .list(.object("change")), "달라진 것", "what differs"),
        ]),
      SchemaObject(
        "day", ko: "한 날의 법에 따른 결과", en: "the result under the law of a day",
        [
          .must("date", .string, "날짜", "the day"),
          .must("verdict", .word(Summary.Verdict.allCases.map(\.rawValue)), "종합", "the verdict"),
          .must("word", text, "그 말", "its word"),
          .must("findings", .map(.count), "조사 결과 수", "findings by outcome"),
        ]),
      SchemaObject(
        "change", ko: "달라진 것", en: "a finding that differs",
        [
          .must("change", .word(FindingChange.Kind.allCases.map(\.rawValue)), "무엇이", "what differs"),
          .must(
            "tendency", .orNull(.word(FindingChange.Tendency.allCases.map(\.rawValue))), "방향",
            "for whom the later law is better"),
          .must("concernsSanctions", .flag, "제재와 관련", "whether sanctions are concerned"),
          .must("policy", .string, "기준", "the policy"), .must("rule", .string, "규칙", "the rule"),
          .must("part", .orNull(.string), "호", "the part"),
          .must("subject", .orNull(.string), "대상", "the subject"),
          .may("subjectName", text, "대상의 이름", "its name"), .must("title", text, "제목", "the title"),
          .may("partTitle", text, "호의 제목", "the part's title"), effect, status, severity,
          .must("from", .orNull(.object("side")), "앞의 법에서", "under the earlier law"),
          .must("to", .orNull(.object("side")), "뒤의 법에서", "under the later law"),
          .must("reasons", .list(.object("reason")), "까닭", "why"),
          .must("fingerprint", .pattern("^[0-9a-f]{32}$"), "지문", "what identifies it"),
        ]),
      SchemaObject(
        "side", ko: "한 법에서의 결과", en: "the outcome under one law",
        [
          outcome, .must("word", text, "그 말", "its word"),
          .must("wholeRule", .flag, "규칙 전체의 결과", "of the whole rule"),
          .may("message", text, "내용", "the message"), .may("question", text, "물음", "the question"),
          .may("actual", value, "보상안의 값", "what the scheme says"),
          .may("expected", value, "요구되는 값", "what is asked"),
        ]),
      SchemaObject(
        "reason", ko: "까닭", en: "a reason",
        [
          .must("kind", .word(LawReason.Kind.allCases.map(\.rawValue)), "종류", "what it is"),
          .must("name", .string, "이름", "its name"), .must("title", text, "제목", "its title"),
          .must("from", .orNull(.object("basis")), "앞의 법", "under the earlier law"),
          .must("to", .orNull(.object("basis")), "뒤의 법", "under the later law"),
        ]),
      SchemaObject(
        "basis", ko: "한 법에서의 값", en: "what it is under one law",
        [
          .must("values", .list(.object("named")), "값", "values"), .may("text", text, "말", "words"),
          .must("from", .orNull(.string), "첫날", "first day"),
          .must("to", .orNull(.string), "마지막 날", "last day"), cite, isDefault, verified,
        ]),
    ] + ReportSchema.values)

  // ── what stands in many places ─────────────────────────────────────────────

  private static let text = SchemaShape.object("text")
  private static let value = SchemaShape.object("value")
  private static let place = SchemaShape.object("location")
  private static let outcomes = Outcome.allCases.map(\.rawValue)
  private static let counts = SchemaShape.members(
    Outcome.allCases.map { .must($0.rawValue, .count, $0.word.ko, $0.word.en) })
  private static let path = SchemaEntry.must("path", .string, "경로", "its path")
  private static let name = SchemaEntry.must("name", text, "이름", "what people call it")
  private static let line = SchemaEntry.must("line", .count, "줄", "line, from 1")
  private static let kind = SchemaEntry.must(
    "kind", .word(MissingFact.Kind.allCases.map(\.rawValue)), "까닭", "why it could not be used")
  private static let outcome = SchemaEntry.must("outcome", .word(outcomes), "결과", "the outcome")
  private static let effect = SchemaEntry.must(
    "effect", .word(Effect.allCases.map(\.rawValue)), "효력", "what weight it has")
  private static let status = SchemaEntry.must(
    "status", .word(LegalStatus.allCases.map(\.rawValue)), "지위", "what kind of text it is")
  private static let severity = SchemaEntry.must(
    "severity", .word(RuleSeverity.allCases.map(\.rawValue)), "중요도", "how much it matters")
  private static let cite = SchemaEntry.must("cite", .orNull(text), "적힌 곳", "where it is written")
  private static let isDefault = SchemaEntry.must("default", .flag, "도구의 값", "the tool's own number")
  private static let verified = SchemaEntry.must("verified", .flag, "확인", "checked against its source")
  private static let oneOf = SchemaEntry.may(
    "oneOf", .list(.object("possible")), "있을 수 있는 판", "versions that the date leaves possible")
  private static let later = SchemaEntry.may("later", .list(.object("later")), "다음 판", "later versions")
  private static let confidential = SchemaEntry.may(
    "confidential", .flag, "비공개 대상", "whether a redacted report withholds it")
  private static let version: [SchemaEntry] = [
    .must("from", .orNull(.string), "판의 첫날", "first day of the version"),
    .must("on", .orNull(.string), "판을 고른 날", "the date that picked it"), cite, isDefault, verified,
  ]
}

/// Values and places of reports.
private enum ReportSchema {
  static let values = [
    SchemaObject(
      "text", ko: "두 언어의 글", en: "a text in both languages",
      [.must("ko", .string, "한국어", "Korean"), .must("en", .string, "영어", "English")]),
    SchemaObject(
      "value", ko: "값", en: "a value",
      [
        .must("type", .word(ReportValue.Kind.allCases.map(\.rawValue)), "종류", "what it is"),
        .must("text", .string, "언어와 무관한 글", "canonical text"), .may("exact", .string, "분수", "a fraction"),
        .may("unit", .string, "단위", "its unit"),
        .may("label", .object("text"), "부르는 말", "what people call it"),
        .may("items", .list(.object("value")), "원소", "members"),
        .may("fields", .list(.object("named")), "항목", "fields"),
        .may("atLeast", .object("value"), "하한", "the low end"),
        .may("atMost", .object("value"), "상한", "the high end"),
        .may("confidential", .flag, "비공개 대상", "whether a redacted report withholds it"),
      ]),
    SchemaObject(
      "named", ko: "이름 있는 값", en: "a value under a name",
      [
        .must("name", .string, "이름", "the name"), .may("title", .object("text"), "제목", "its title"),
        .must("value", .object("value"), "값", "the value"),
      ]),
    SchemaObject(
      "period", ko: "기간", en: "a time, both ends inclusive",
      [.may("from", .string, "첫날", "first day"), .may("to", .string, "마지막 날", "last day")]),
    SchemaObject("span", ko: "자리", en: "a place", span),
    SchemaObject(
      "location", ko: "자리와 그 줄", en: "a place with its line",
      span + [
        .must("excerpt", .string, "그 줄의 글", "the line"),
        .may("excerptColumn", .count, "그 글이 시작하는 칸", "the column at which it begins"),
        .may("confidential", .flag, "비공개 대상", "whether a redacted report withholds it"),
      ]),
  ]
  private static let span: [SchemaEntry] = [
    .must("file", .string, "파일", "the file"), .must("line", .count, "줄", "line, from 1"),
    .must("column", .count, "칸", "column, from 1"), .must("endLine", .count, "끝 줄", "last line"),
    .must("endColumn", .count, "끝 칸", "first column after it"),
  ]
}
