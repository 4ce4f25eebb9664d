import Diagnostics
import Testing

@Suite struct `Names that were probably meant` {
  @Test(arguments: [
    ("first_paymnt", "first_payment"), ("First_Payment", "first_payment"), ("first-payment", "first_payment"),
    ("fisrt_payment", "first_payment"), ("서비쓰", "서비스"), ("보상엑", "보상액"), ("서스비", "서비스"),
    // The words in another order, or joined in another way.
    ("payment_first", "first_payment"), ("paymentFirst", "first_payment"),
    // The keyboard was set to the other script.
    ("tjqltm", "서비스"), ("qhtkddor", "보상액"), ("ㅔ묘", "pay"), ("ㅁㅈㅁㄱㅇ", "award"), ("RkRk", "까까"),
  ])
  func `are found`(written: String, meant: String) {
    let names = ["first_payment", "서비스", "보상액", "pay", "award", "까까", "unrelated"]
    #expect(Suggestion.nearest(to: written, among: names) == meant)
  }

  @Test(arguments: ["deadline", "x", "", "구역", "rkrk", "first", String(repeating: "a", count: 5_000)])
  func `are not guessed where nothing is near`(written: String) {
    #expect(Suggestion.nearest(to: written, among: ["first_payment", "서비스", "보상액", "까까까까"]) == nil)
  }

  @Test func `a mistake in one letter of a syllable is nearer than another syllable`() {
    #expect(Suggestion.nearest(to: "기한일", among: ["기간일", "시작일"]) == "기간일")
  }

  @Test func `of two that are as near the first in order is named`() {
    #expect(Suggestion.nearest(to: "cart", among: ["care", "card"]) == "card")
  }
}
