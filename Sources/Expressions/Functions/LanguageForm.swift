import Diagnostics

/// A form of the language that is no function but has a place on the functions page: an operator, a macro, `has`.
package struct LanguageForm: Sendable {
  /// What it is looked up by: `has`, `&&`, `p`.
  package var name: String
  /// How it is written, each way.
  package var forms: [String]
  /// What the page says of it.
  package var manual: Manual

  /// A form with its entry.
  package init(_ name: String, forms: [String], manual: Manual) {
    self.name = name
    self.forms = forms
    self.manual = manual
  }

  /// All forms, by topic.
  package static var all: [LanguageForm] { facts + conditions + elements + numbers }
}

extension LanguageForm {
  private static var facts: [LanguageForm] {
    [
      LanguageForm(
        "fact", forms: ["incident.date", "award.service.class"],
        manual: Manual(
          .facts, ko: "보상안에 적힌 사실입니다. 점(`.`)으로 이어 적고, 참조에 `.`을 붙이면 가리키는 항목의 사실입니다.",
          en:
            "A fact of the scheme, by its dotted path; a `.` after a reference leads to the element it names.",
          unknown: LocalizedText(
            ko: "아무도 말하지 않았거나 `none`이면 모름이고 보완할 자료로 나옵니다. 용어집에 `absent:`가 있으면 그 뜻으로 읽습니다.",
            en:
              "Unknown, and listed as missing, where nobody has said or it is `none`; with `absent:` in the vocabulary, what that says."
          ),
          examples: [
            .init("incident.cap", "50000"), .init("awards[0].service.fee", "4900"),
            .init("incident.days", "unknown"),
          ])),
      LanguageForm(
        "has", forms: ["has(path)"],
        manual: Manual(
          .facts, ko: "값이 적혀 있는지입니다. 적지 않았으면 거짓이며, 그렇게 보았다는 것이 전제로 나옵니다.",
          en:
            "Whether a value is stated. Where nobody has said it is false, and the finding lists that as assumed.",
          notes: LocalizedText(
            ko: "적지 않은 것에 정말 뜻이 있을 때만 쓰십시오. 없다고 밝혔는지 물으려면 `stated`를 씁니다.",
            en: "Only where silence has a meaning; to ask whether somebody has said so use `stated`."),
          parameters: [.init("path", ko: "사실의 경로", en: "the path of a fact")],
          unknown: LocalizedText(
            ko: "경로의 앞부분(단계, `find`, 표)을 모르면 모름입니다. 사실 자체는 모르는 일이 없습니다.",
            en: "Unknown only where what stands before the fact (a step, `find`, a table) is."),
          examples: [
            .init("has(incident.cap)", "true"), .init("has(incident.channel)", "false"),
            .init("has(incident.days)", "false"),
          ])),
      LanguageForm(
        "stated", forms: ["stated(path)"],
        manual: Manual(
          .facts, ko: "값이 적혀 있으면 참, 없다고 밝혔으면(`none`) 거짓, 아무도 말하지 않았으면 모름입니다.",
          en: "True for a stated value, false for a declared `none`, unknown while nobody has said.",
          parameters: [.init("path", ko: "사실이나 묶음의 경로", en: "the path of a fact or group")],
          unknown: LocalizedText(ko: "아무도 말하지 않았으면 모름입니다.", en: "Unknown while nobody has said."),
          examples: [
            .init("stated(incident.cap)", "true"), .init("stated(incident.channel)", "false"),
            .init("stated(incident.days)", "unknown"),
          ])),
      LanguageForm(
        "opt", forms: ["opt(path, default)"],
        manual: Manual(
          .facts, ko: "사실의 값이며, 아무도 말하지 않았거나 `none`이면 기본값입니다. 말하지 않아 기본값을 쓴 것은 전제로 나옵니다.",
          en: "A fact's value, or the default where nobody has said (listed as assumed) or it is `none`.",
          parameters: [
            .init("path", ko: "사실의 경로", en: "the path of a fact"),
            .init("default", ko: "대신 쓸 값. 사실과 같은 종류", en: "what to take instead, of the same type"),
          ],
          units: LocalizedText(ko: "기본값의 단위는 사실과 같거나 없습니다.", en: "The default has the fact's unit or none."),
          unknown: LocalizedText(
            ko: "사실의 범위만 적혀 있으면 그 범위입니다.", en: "Of a fact with bounds only, its bounds."),
          examples: [
            .init("opt(incident.cap, 0)", "50000"), .init("opt(incident.days, 7)", "7"),
            .init("opt(incident.channel, 'mail')", "'mail'"),
          ])),
      LanguageForm(
        "find", forms: ["find(list, 'field', value)"],
        manual: Manual(
          .facts, ko: "사실이 값과 같은 첫 항목입니다. 뒤에 `.`을 붙여 그 항목의 사실을 읽습니다.",
          en: "The first element whose fact equals a value; a `.` after it reads facts of that element.",
          parameters: [
            .init("list", ko: "항목의 목록", en: "the list of elements"),
            .init("field", ko: "따옴표로 적은 사실의 이름", en: "a fact's name, in quotes"),
            .init("value", ko: "찾는 값", en: "the value to look for"),
          ],
          unknown: LocalizedText(
            ko: "맞는 항목이 없거나, 그 앞에 맞을지도 모르는 항목이 있으면 모름입니다.",
            en: "Unknown where no element fits, or one before it may fit."),
          examples: [
            .init("find(awards, 'group', 'paid').value", "45000"),
            .init("find(awards, 'group', 'shop').value", "unknown"),
          ])),
      LanguageForm(
        "p", forms: ["p.NAME"],
        manual: Manual(
          .facts, ko: "기준의 매개변수입니다. 그 날짜에 시행 중인 값을 쓰며, 어느 값인지 결과에 남습니다.",
          en:
            "A parameter of the policy, in the version in force on the date that counts; the finding says which.",
          units: LocalizedText(ko: "매개변수의 `unit:`입니다.", en: "That of the parameter's `unit:`."),
          unknown: LocalizedText(
            ko: "그 날짜의 값이 없거나 날짜를 모르면 모름입니다.",
            en: "Unknown where no version holds on the date, or the date is unknown."),
          examples: [
            .init("p.claim_days", "30"),
            .init("days_after(incident.date, p.claim_days)", "date('2022-11-14')"),
          ])),
      LanguageForm(
        "table", forms: ["table.NAME(input, …).output"],
        manual: Manual(
          .facts, ko: "결정표에서 조건에 맞는 행입니다. 뒤에 `.`을 붙여 결과 열을 읽습니다.",
          en: "The row of a decision table that the inputs fit; a `.` after it reads an output column.",
          parameters: [.init("input", ko: "표의 입력 열마다 값 하나", en: "one value for each input column")],
          unknown: LocalizedText(
            ko: "맞는 행이 없거나, 입력을 몰라 행이 정해지지 않으면 모름입니다. 범위나 다투는 값이 여러 행에 맞으면 그 행들의 값 가운데 하나입니다.",
            en:
              "Unknown where no row fits, or an unknown input leaves open which does. Where bounds or disputed values fit several rows it is one of theirs."
          ),
          examples: [
            .init("table.rate('free', 100).multiple", "1"),
            .init("table.rate('paid', 45000).name", "'large'"),
            .init("table.rate('shop', 1).multiple", "unknown"),
          ])),
    ]
  }

  private static var conditions: [LanguageForm] {
    [
      LanguageForm(
        "&&", forms: ["a && b"],
        manual: Manual(
          .conditions, ko: "둘 다 참인지입니다(그리고). 한쪽이 거짓이면 다른 쪽을 몰라도 거짓입니다.",
          en: "Whether both hold. If one is false the whole is, whatever the other.",
          errors: LocalizedText(
            ko: "한쪽이 오류여도 다른 쪽이 거짓이면 거짓이고, 다른 쪽이 모름이면 모름입니다.",
            en: "An error on one side gives way to a false, or to an unknown, on the other."),
          unknown: LocalizedText(ko: "다른 쪽이 거짓이 아니면 모름입니다.", en: "Unknown unless the other side is false."),
          examples: [
            .init("true && false", "false"), .init("false && 1 / (1 - 1) > 0", "false"),
            .init("true && incident.days > 1", "unknown"),
          ])),
      LanguageForm(
        "||", forms: ["a || b"],
        manual: Manual(
          .conditions, ko: "하나라도 참인지입니다(또는). 한쪽이 참이면 다른 쪽을 몰라도 참입니다.",
          en: "Whether at least one holds. If one is true the whole is, whatever the other.",
          errors: LocalizedText(
            ko: "한쪽이 오류여도 다른 쪽이 참이면 참이고, 다른 쪽이 모름이면 모름입니다.",
            en: "An error on one side gives way to a true, or to an unknown, on the other."),
          unknown: LocalizedText(ko: "다른 쪽이 참이 아니면 모름입니다.", en: "Unknown unless the other side is true."),
          examples: [
            .init("true || incident.days > 1", "true"), .init("false || incident.days > 1", "unknown"),
          ])),
      LanguageForm(
        "!", forms: ["!a"],
        manual: Manual(
          .conditions, ko: "조건이 참이 아닌지입니다. YAML에서는 식 전체를 따옴표로 묶습니다.",
          en: "Whether a condition does not hold. In YAML the whole expression is put in quotes.",
          unknown: LocalizedText(ko: "조건을 모르면 모름입니다.", en: "Unknown where the condition is."),
          examples: [.init("!false", "true"), .init("!(incident.days > 1)", "unknown")])),
      LanguageForm(
        "==", forms: ["a == b", "a != b"],
        manual: Manual(
          .conditions, ko: "두 값이 같은지, 다른지입니다. 같은 종류의 값만 비교합니다.",
          en: "Whether two values are equal, or not. Only values of one type are compared.",
          units: LocalizedText(
            ko: "수는 단위가 같아야 하며, 단위 없는 수는 상대의 단위를 따릅니다.",
            en: "Numbers have one unit; a bare number takes the other's."),
          unknown: LocalizedText(
            ko: "범위만 알거나 자료가 엇갈리는 값은 어느 경우에나 답이 같으면 답이 있고, 아니면 모름입니다.",
            en:
              "Where only bounds are known or sources disagree: known if every reading gives the same answer."
          ),
          examples: [
            .init("1.50 == 1.5", "true"), .init("date('2022-10-15') != incident.date", "false"),
            .init("[1, 2] == [2, 1]", "false"),
          ])),
      LanguageForm(
        "<", forms: ["a < b", "a <= b", "a > b", "a >= b"],
        manual: Manual(
          .conditions, ko: "작은지(미만), 작거나 같은지(이하), 큰지(초과), 크거나 같은지(이상)입니다. 날짜와 시각은 이른 것이 작습니다.",
          en:
            "Whether a value is below, at most, above, at least another. Of dates and moments the earlier is the smaller.",
          units: LocalizedText(
            ko: "수는 단위가 같아야 하며, 단위 없는 수는 상대의 단위를 따릅니다.",
            en: "Numbers have one unit; a bare number takes the other's."),
          unknown: LocalizedText(
            ko: "범위만 아는 값은 범위 전체에서 답이 같으면 답이 있고, 아니면 모름입니다.",
            en: "With bounds only: known if the whole range gives the same answer."),
          examples: [
            .init("2 < 10", "true"), .init("'나' <= '가'", "false"),
            .init("incident.date >= date('2022-10-15')", "true"),
          ])),
      LanguageForm(
        "in", forms: ["x in list"],
        manual: Manual(
          .conditions, ko: "값이 목록에 있는지입니다.", en: "Whether a list holds a value.",
          parameters: [
            .init("x", ko: "찾는 값", en: "the value to look for"), .init("list", ko: "목록", en: "the list"),
          ],
          unknown: LocalizedText(
            ko: "확실한 항목이 답을 정하며, 불확실하거나 모르는 항목이 답을 바꿀 수 있을 때만 모름입니다.",
            en: "Sure members decide; unknown only where a doubtful or unknown one could change the answer."),
          examples: [
            .init("'b' in ['a', 'b']", "true"), .init("45000 in awards.map(a, a.value)", "true"),
            .init("7 in awards.map(a, a.count)", "unknown"),
          ])),
      LanguageForm(
        "if", forms: ["if(condition, yes, no)", "condition ? yes : no"],
        manual: Manual(
          .conditions, ko: "조건이 참이면 앞의 값, 거짓이면 뒤의 값입니다. 고르지 않은 쪽은 셈하지 않습니다.",
          en: "One value if a condition holds, another if not. What is not chosen is not evaluated.",
          parameters: [
            .init("condition", ko: "조건", en: "the condition"),
            .init("yes", ko: "참일 때의 값", en: "the value if it holds"),
            .init("no", ko: "거짓일 때의 값. 같은 종류", en: "the value if not, of the same type"),
          ],
          units: LocalizedText(
            ko: "두 값의 단위가 같아야 하며, 단위 없는 수는 상대의 단위를 따릅니다.",
            en: "Both values have one unit; a bare number takes the other's."),
          unknown: LocalizedText(ko: "조건을 모르면 모름입니다.", en: "Unknown where the condition is."),
          examples: [
            .init("if(incident.cap > 0, 'capped', 'open')", "'capped'"), .init("true ? 1 : 1 / (1 - 1)", "1"),
            .init("if(incident.days > 1, 1, 2)", "unknown"),
          ])),
    ]
  }

  private static var elements: [LanguageForm] {
    let variable = Manual.Parameter("x", ko: "항목을 부를 이름", en: "a name for the element")
    let list = Manual.Parameter("list", ko: "목록", en: "the list")
    let condition = Manual.Parameter("condition", ko: "항목에 대한 조건", en: "a condition on the element")
    let decided = LocalizedText(
      ko: "확실한 항목이 답을 정하며, 불확실한 항목이나 모르는 조건이 답을 바꿀 수 있을 때만 모름입니다.",
      en:
        "Sure members decide; unknown only where a doubtful member or an unknown test could change the answer."
    )
    return [
      LanguageForm(
        "exists", forms: ["list.exists(x, condition)"],
        manual: Manual(
          .elements, ko: "조건에 맞는 항목이 하나라도 있는지입니다.", en: "Whether at least one element fits the condition.",
          parameters: [list, variable, condition],
          errors: LocalizedText(
            ko: "조건의 오류는 맞는 항목이 없을 때만 오류입니다.", en: "An error in a test counts only where no element fits."),
          unknown: decided,
          examples: [
            .init("[1, 2, 3].exists(x, x > 2)", "true"),
            .init("awards.exists(a, a.group == 'shop')", "false"),
            .init("awards.exists(a, a.count > 5)", "unknown"), .init("[].exists(x, x > 2)", "false"),
          ])),
      LanguageForm(
        "all", forms: ["list.all(x, condition)"],
        manual: Manual(
          .elements, ko: "모든 항목이 조건에 맞는지입니다. 빈 목록이면 참입니다.",
          en: "Whether every element fits the condition; true for an empty list.",
          parameters: [list, variable, condition],
          errors: LocalizedText(
            ko: "조건의 오류는 맞지 않는 항목이 없을 때만 오류입니다.", en: "An error in a test counts only where no element fails."
          ),
          unknown: decided,
          examples: [
            .init("[1, 2, 3].all(x, x > 0)", "true"), .init("awards.all(a, a.value >= 5000)", "false"),
            .init("[].all(x, x > 0)", "true"),
          ])),
      LanguageForm(
        "exists_one", forms: ["list.exists_one(x, condition)"],
        manual: Manual(
          .elements, ko: "조건에 맞는 항목이 꼭 하나인지입니다.", en: "Whether exactly one element fits the condition.",
          parameters: [list, variable, condition],
          errors: LocalizedText(
            ko: "조건에 오류가 있으면 오류입니다.", en: "An error in a test."),
          unknown: LocalizedText(
            ko: "불확실한 항목이나 모르는 조건이 답을 바꿀 수 있으면 모름입니다.",
            en: "Unknown where a doubtful member or an unknown test could change the answer."),
          examples: [
            .init("[1, 2, 3].exists_one(x, x > 2)", "true"), .init("[1, 2, 3].exists_one(x, x > 1)", "false"),
            .init("[0, 1].exists_one(x, 1 / x > 0)", "error"),
          ])),
      LanguageForm(
        "filter", forms: ["list.filter(x, condition)"],
        manual: Manual(
          .elements, ko: "조건에 맞는 항목의 목록입니다.", en: "The elements that fit the condition.",
          parameters: [list, variable, condition],
          errors: LocalizedText(ko: "조건에 오류가 있으면 오류입니다.", en: "An error in a test."),
          unknown: LocalizedText(
            ko: "조건을 모르는 항목은 불확실한 항목으로 남습니다.",
            en: "An element whose test is unknown stays as a doubtful member."),
          examples: [
            .init("[1, 2, 3].filter(x, x > 1)", "[2, 3]"),
            .init("awards.filter(a, a.group == 'free').size()", "1"),
            .init("awards.filter(a, a.count > 1).exists(a, a.value > 0)", "true"),
          ])),
      LanguageForm(
        "map", forms: ["list.map(x, value)", "list.map(x, condition, value)"],
        manual: Manual(
          .elements, ko: "항목마다의 값으로 된 목록입니다. 조건을 적으면 맞는 항목의 값만 들어갑니다.",
          en: "A list with a value for each element; with a condition only for those that fit.",
          parameters: [
            list, variable, condition, .init("value", ko: "항목에 대한 식", en: "an expression of the element"),
          ],
          errors: LocalizedText(ko: "조건이나 식에 오류가 있으면 오류입니다.", en: "An error in a test or a value."),
          unknown: LocalizedText(
            ko: "불확실한 항목의 값은 불확실하고, 모르는 값은 모르는 채로 들어갑니다.",
            en: "The value of a doubtful member is doubtful; an unknown value stays in the list as unknown."),
          examples: [
            .init("[1, 2, 3].map(x, x * 2)", "[2, 4, 6]"), .init("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"),
            .init("awards.map(a, a.value)", "[3000, 45000]"),
          ])),
      LanguageForm(
        "[]", forms: ["list[place]", "[a, b, …]"],
        manual: Manual(
          .elements, ko: "목록의 몇째 항목입니다. 0부터 셉니다. 값들을 대괄호로 묶으면 목록입니다.",
          en: "The element at a place, counted from 0. Values in brackets make a list.",
          parameters: [list, .init("place", ko: "0부터 센 자리", en: "the place, counted from 0")],
          errors: LocalizedText(ko: "그런 자리가 없으면 오류입니다.", en: "A place that the list does not have."),
          unknown: LocalizedText(
            ko: "그 자리까지에 불확실한 항목이 있으면 모름입니다.", en: "Unknown where a doubtful member stands up to that place."),
          examples: [
            .init("[10, 20][1]", "20"), .init("awards[0].value", "3000"), .init("[10, 20][2]", "error"),
          ])),
    ]
  }

  private static var numbers: [LanguageForm] {
    [
      LanguageForm(
        "+", forms: ["a + b", "a - b", "-a"],
        manual: Manual(
          .numbers, ko: "합과 차입니다. `+`는 글과 목록을 이어 붙이고, 시각에 시간 길이를 더합니다.",
          en: "Sum and difference. `+` also joins texts and lists, and adds a length of time to a moment.",
          units: LocalizedText(
            ko: "단위가 같아야 하며, 단위 없는 수는 상대의 단위를 따릅니다.",
            en: "Both numbers have one unit; a bare number takes the other's."),
          errors: LocalizedText(ko: "결과가 4,096비트를 넘으면 오류입니다.", en: "A result of more than 4,096 bits."),
          unknown: LocalizedText(ko: "범위만 아는 수의 결과는 범위입니다.", en: "With bounds only, the result is bounded."),
          examples: [
            .init("0.1 + 0.2 == 0.3", "true"), .init("'제' + '15' + '조'", "'제15조'"),
            .init("[1] + [2]", "[1, 2]"),
          ])),
      LanguageForm(
        "*", forms: ["a * b", "a / b"],
        manual: Manual(
          .numbers, ko: "곱과 몫입니다. 나눗셈도 정확하며 반올림하지 않습니다.",
          en: "Product and quotient. Division is exact too and never rounds.",
          units: LocalizedText(
            ko: "결과에는 단위가 없으므로 단계의 `unit:`으로 다시 붙입니다. `percent`는 곱하거나 나누지 않습니다.",
            en:
              "The result is bare: a step's `unit:` gives it one again. A `percent` is neither multiplied nor divided."
          ),
          errors: LocalizedText(
            ko: "0으로 나누거나 결과가 4,096비트를 넘으면 오류입니다.",
            en: "Division by zero, or a result of more than 4,096 bits."),
          unknown: LocalizedText(
            ko: "범위만 아는 수의 결과는 범위이며, 0일 수도 있는 수로 나누면 모름입니다.",
            en: "With bounds only, the result is bounded; unknown after division by what may be 0."),
          examples: [
            .init("10000 / 30 * 3 == 1000", "true"), .init("7 / 2", "3.5"), .init("1 / (1 - 1)", "error"),
          ])),
      LanguageForm(
        "%", forms: ["a % b"],
        manual: Manual(
          .numbers, ko: "정수를 나눈 나머지입니다. 부호는 앞의 수를 따릅니다.",
          en: "The remainder of whole numbers, with the sign of the first.",
          errors: LocalizedText(
            ko: "정수가 아니거나 0으로 나누면 오류입니다.", en: "Numbers that are not whole, or division by zero."),
          unknown: LocalizedText(ko: "범위만 아는 수가 있으면 모름입니다.", en: "Unknown with bounds only."),
          examples: [.init("7 % 2", "1"), .init("-7 % 2", "-1"), .init("1.5 % 1", "error")])),
    ]
  }
}
