import Diagnostics
import Testing

@testable import Auditing

/// What operators, quantifiers and functions read as.
@Suite struct ReadingSentenceTests {
  /// A condition and what it reads as.
  struct Row: Sendable, CustomTestStringConvertible {
    var condition: String
    var ko: String
    var en: String
    var testDescription: String { condition }

    init(_ condition: String, _ ko: String, _ en: String) {
      (self.condition, self.ko, self.en) = (condition, ko, en)
    }
  }

  static let rows: [Row] = [
    Row("shop.open", "〈영업 여부〉가 ‘예’이어야 한다.", "〈open〉 must be “yes”."),
    Row("!shop.open", "〈영업 여부〉가 ‘아니요’이어야 한다.", "〈open〉 must be “no”."),
    Row("shop.price < 5", "〈가격〉이 5원 미만이어야 한다.", "〈price〉 must be less than KRW 5."),
    Row("shop.price <= 5", "〈가격〉이 5원 이하이어야 한다.", "〈price〉 must be at most KRW 5."),
    Row("shop.price > 5", "〈가격〉이 5원 초과이어야 한다.", "〈price〉 must be more than KRW 5."),
    Row(
      "shop.price >= p.limit", "〈가격〉이 〈한도〉(5,000원) 이상이어야 한다.",
      "〈price〉 must be at least 〈limit〉 (KRW 5,000)."),
    Row("!(shop.price < 5)", "〈가격〉이 5원 미만이 아니어야 한다.", "〈price〉 must not be less than KRW 5."),
    Row(
      "shop.opened <= date('2022-12-29')", "〈개점일〉이 2022. 12. 29. 이전이어야 한다.",
      "〈opened〉 must be on or before 29 December 2022."),
    Row(
      "shop.opened < shop.filed", "〈개점일〉이 〈제출일〉 전이어야 한다.", "〈opened〉 must be before 〈filed〉."),
    Row("shop.price == 5", "〈가격〉이 5원이어야 한다.", "〈price〉 must be KRW 5."),
    Row(
      "shop.price != shop.price + 1", "〈가격〉이 (〈가격〉에 1원을 더한 값)과 달라야 한다.",
      "〈price〉 must not be the same as (〈price〉 plus KRW 1)."),
    Row(
      "shop.open && shop.sign", "〈영업 여부〉가 ‘예’이고 〈간판〉이 ‘예’이어야 한다.",
      "〈open〉 must be “yes” and 〈sign〉 must be “yes”."),
    Row(
      "shop.open || shop.sign", "〈영업 여부〉가 ‘예’이거나 〈간판〉이 ‘예’이어야 한다.",
      "Either 〈open〉 must be “yes” or 〈sign〉 must be “yes”."),
    Row(
      "shop.open && (shop.sign || shop.small)",
      """
      다음의 요건을 모두 갖추어야 한다.
      가. 〈영업 여부〉가 ‘예’일 것
      나. 〈간판〉이 ‘예’이거나 〈소규모〉가 ‘예’일 것
      """,
      """
      All of the following must hold.
      a. 〈open〉 is “yes”
      b. either 〈sign〉 is “yes” or 〈small〉 is “yes”
      """),
    Row(
      "shop.open && shop.sign || shop.small",
      """
      다음의 어느 하나에 해당하여야 한다.
      가. 〈영업 여부〉가 ‘예’이고 〈간판〉이 ‘예’인 경우
      나. 〈소규모〉가 ‘예’인 경우
      """,
      """
      At least one of the following must hold.
      a. 〈open〉 is “yes” and 〈sign〉 is “yes”
      b. 〈small〉 is “yes”
      """),
    Row(
      "!(shop.open && shop.sign)",
      """
      다음의 요건을 모두 갖춘 것은 아니어야 한다.
      가. 〈영업 여부〉가 ‘예’일 것
      나. 〈간판〉이 ‘예’일 것
      """,
      """
      It must not be the case that all of the following hold.
      a. 〈open〉 is “yes”
      b. 〈sign〉 is “yes”
      """),
    Row(
      "!(shop.open || shop.sign)",
      """
      다음의 어느 것에도 해당하지 아니하여야 한다.
      가. 〈영업 여부〉가 ‘예’인 경우
      나. 〈간판〉이 ‘예’인 경우
      """,
      """
      None of the following may hold.
      a. 〈open〉 is “yes”
      b. 〈sign〉 is “yes”
      """),
    Row("stated(shop.proof)", "〈증빙〉이 적혀 있어야 한다.", "〈proof〉 must be stated."),
    Row("!stated(shop.proof)", "〈증빙〉이 적혀 있지 아니하여야 한다.", "〈proof〉 must not be stated."),
    Row(
      "has(shop.proof)", "〈증빙〉이 (적지 않으면 없는 것으로 보아) 적혀 있어야 한다.",
      "〈proof〉 must be stated (silence counting as no)."),
    Row(
      "opt(shop.price, 7) > 5", "〈가격〉(적지 않거나 없다고 적으면 7원)이 5원 초과이어야 한다.",
      "〈price〉 (if that is not stated or stated as none, KRW 7) must be more than KRW 5."),
    Row(
      "shop.items.exists(i, i.kind == 'food')", "〈상품〉 가운데 그 〈종류〉가 ‘food’인 것이 하나 이상 있어야 한다.",
      "There must be at least one among 〈items〉 for which its 〈kind〉 is “food”."),
    Row(
      "!shop.items.exists(i, i.kind == 'food')", "〈상품〉 가운데 그 〈종류〉가 ‘food’인 것이 하나도 없어야 한다.",
      "There must be none among 〈items〉 for which its 〈kind〉 is “food”."),
    Row(
      "shop.items.all(i, i.kind != 'food')", "〈상품〉 모두에 대하여 그 〈종류〉가 ‘food’가 아니어야 한다.",
      "For every one of 〈items〉, its 〈kind〉 must not be “food”."),
    Row(
      "shop.items.exists_one(i, i.price > 5)", "〈상품〉 가운데 그 〈가격〉이 5원 초과인 것이 하나만 있어야 한다.",
      "There must be exactly one among 〈items〉 for which its 〈price〉 is more than KRW 5."),
    Row(
      "shop.items.all(i, i.marks.exists(m, m.text == i.name))",
      """
      〈상품〉(그 각각을 이하 ‘상품 A’라 한다) 모두에 대하여 다음의 요건을 갖추어야 한다.
      – 상품 A의 〈표시〉 가운데 그 〈문구〉가 상품 A의 〈상품명〉과 같은 것이 하나 이상 있을 것
      """,
      """
      For every one of 〈items〉 (each called “item A” here), the following must hold.
      – there is at least one among 〈marks〉 of item A for which its 〈text〉 is the same as 〈name〉 of item A
      """),
    Row(
      "shop.items.filter(i, i.kind in p.kinds).size() >= 3",
      "〈상품〉 가운데 그 〈종류〉가 〈대상 종류〉(food, toy) 가운데 하나인 것의 수가 3 이상이어야 한다.",
      "The number of (those of 〈items〉 for which its 〈kind〉 is among 〈kinds〉 (food, toy)) must be at least 3."
    ),
    Row(
      "'red' in shop.tags", "〈꼬리표〉에 ‘red’가 들어 있어야 한다.", "“red” must be among 〈tags〉."),
    Row("shop.items.size() == 0", "〈상품〉이 하나도 없어야 한다.", "There must be none among 〈items〉."),
    Row(
      "sum(shop.items.map(i, i.price)) <= shop.price * 2 - 1",
      "〈상품〉 각각의 〈가격〉의 합이 (〈가격〉에 2를 곱한 값에서 1을 뺀 값) 이하이어야 한다.",
      "The sum of the 〈price〉 of each of 〈items〉 must be at most ((〈price〉 times 2) minus 1)."),
    Row(
      "shop.price * (2 - shop.size) > 1", "〈가격〉에 (2에서 〈크기〉를 뺀 값)을 곱한 값이 1 초과이어야 한다.",
      "(〈price〉 times (2 minus 〈size〉)) must be more than 1."),
    Row(
      "round_up(shop.price / 3, 10) == -shop.size",
      "〈가격〉을 3으로 나눈 값을 10 단위로 올림한 값이 (〈크기〉에 -1을 곱한 값)과 같아야 한다.",
      "(〈price〉 divided by 3) rounded up to a multiple of 10 must be the same as (minus 〈size〉)."),
    Row(
      "if(shop.small, 3, 5) < shop.price", "(〈소규모〉가 ‘예’이면 3, 그렇지 않으면 5)가 〈가격〉 미만이어야 한다.",
      "(3 if 〈small〉 is “yes”, otherwise 5) must be less than 〈price〉."),
    Row(
      "find(shop.items, 'id', 'a').price > 5",
      "(〈상품〉 가운데 그 〈상품 번호〉가 ‘a’와 같은 것)의 〈가격〉이 5원 초과이어야 한다.",
      "〈price〉 of (the one of 〈items〉 whose 〈item id〉 is the same as “a”) must be more than KRW 5."),
    Row(
      "find(shop.items, 'name', 'a').price > 5",
      "(〈상품〉 가운데 그 〈상품명〉이 ‘a’와 같은 첫째 것)의 〈가격〉이 5원 초과이어야 한다.",
      "〈price〉 of (the first of 〈items〉 whose 〈name〉 is the same as “a”) must be more than KRW 5."),
    Row(
      "min(shop.price, 7) > 5", "〈가격〉과 7원 가운데 작은 것이 5원 초과이어야 한다.",
      "The smaller of 〈price〉 and KRW 7 must be more than KRW 5."),
    Row(
      "max(shop.opened, shop.filed) <= date('2022-12-29')",
      "〈개점일〉과 〈제출일〉 가운데 늦은 것이 2022. 12. 29. 이전이어야 한다.",
      "The later of 〈opened〉 and 〈filed〉 must be on or before 29 December 2022."),
    Row(
      "table.rate('food', shop.size).times > 2",
      "〈요율표〉에서 ‘food’, 〈크기〉에 해당하는 〈배수〉가 2 초과이어야 한다.",
      "〈times〉 of (the row of 〈rates〉 for “food” and 〈size〉) must be more than 2."),
    Row(
      "overlap(shop.tags, ['a', 'b'])", "〈꼬리표〉에 (‘a’, ‘b’) 가운데 하나 이상이 들어 있어야 한다.",
      "At least one of 〈tags〉 must be among (“a”, “b”)."),
    Row(
      "!overlap(shop.tags, ['a', 'b'])", "〈꼬리표〉에 (‘a’, ‘b’) 가운데 어느 것도 들어 있지 아니하여야 한다.",
      "None of 〈tags〉 may be among (“a”, “b”)."),
    Row(
      "shop.proof.startsWith('가')", "글 〈증빙〉이 ‘가’로 시작하여야 한다.",
      "〈proof〉 must be a text that begins with “가”."),
    Row(
      "days_inclusive(shop.opened, shop.filed) >= 14",
      "〈개점일〉부터 〈제출일〉까지의 일수(첫날과 마지막 날 산입)가 14일 이상이어야 한다.",
      "The days from 〈opened〉 to 〈filed〉 (both counted) must be at least 14 days."),
  ]

  @Test func `every condition reads as a sentence that demands it, in Korean`() throws {
    let read = try ReadSentences.requirements(Self.rows.map(\.condition), .ko)
    for (row, text) in zip(Self.rows, read) { #expect(text == row.ko, "\(row.condition)") }
  }

  @Test func `every condition reads as a sentence that demands it, in English`() throws {
    let read = try ReadSentences.requirements(Self.rows.map(\.condition), .en)
    for (row, text) in zip(Self.rows, read) { #expect(text == row.en, "\(row.condition)") }
  }
}
