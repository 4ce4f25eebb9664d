import Testing

@testable import Reporting

@Suite struct `Korean of official documents` {
  @Test(arguments: [
    ("예상 현금 지출액이 없습니다.", "예상 현금 지출액이 없음."),
    ("사용 기간 90일이 365일보다 짧습니다.", "사용 기간 90일이 365일보다 짧음."),
    ("계산하면 82.95%입니다. 허용 오차는 0.05입니다.", "계산하면 82.95%임. 허용 오차는 0.05임."),
    ("서류를 요구합니다.", "서류를 요구함."),
    ("기간(2022. 11. 21.)에 들지 않습니다. 늦은 때입니다.", "기간(2022. 11. 21.)에 들지 않음. 늦은 때임."),
    ("기한에 듭니다.", "기한에 듦."),
    ("상당한 이유가 있는가?", "상당한 이유가 있는가?"),
    ("보완한다.", "보완한다."),
    ("없습니다", "없음"),
    ("", ""),
  ]) func `statements end in nouns`(_ text: String, _ stated: String) {
    #expect(OfficialKorean.stated(text) == stated)
  }

  @Test(arguments: [
    ("적으십시오.", "적"), ("정하십시오.", "정하"), ("알리십시오.", "알리"), ("서류를 요구하지 마십시오.", "서류를 요구하지 않"),
    ("바로잡으십시오.", "바로잡"), ("기간을 이으십시오.", "기간을 잇"), ("모으십시오.", "모으"), ("받으십시오.", "받"),
  ]) func `what is bidden becomes what may be thought about`(_ text: String, _ stem: String) {
    #expect(OfficialKorean.asked(text, .suggestion) == "\(stem)는 방안을 검토할 수 있음")
    #expect(OfficialKorean.asked(text, .request) == "\(stem)도록 요청함")
    #expect(OfficialKorean.asked(text, .advice) == "\(stem)는 것이 바람직함")
  }

  @Test func `several biddings are one request`() {
    let text = "늦은 까닭을 적으십시오. 첫 지급은 2022. 11. 21. 안에 시작하십시오."
    #expect(OfficialKorean.asked(text, .request) == "늦은 까닭을 적도록, 첫 지급은 2022. 11. 21. 안에 시작하도록 요청함")
    #expect(OfficialKorean.asked("표를 만드십시오.", .request) == "표를 만들도록 요청함")
    #expect(OfficialKorean.asked("표를 만드십시오.", .suggestion) == "표를 만드는 방안을 검토할 수 있음")
  }

  @Test(arguments: [
    ("사유를 덧붙이는 것이 좋습니다.", "사유를 덧붙이는 것이 좋음."), ("사유를 적으십시오.", "사유를 적도록 요청함"),
    ("사유를 적으십시오. 기한이 없습니다.", "“사유를 적으십시오. 기한이 없습니다.”"), ("사유의 기재", "“사유의 기재”"),
  ]) func `a proposal is asked, stated or quoted`(_ text: String, _ proposed: String) {
    #expect(OfficialKorean.proposed(text, .request) == proposed)
  }

  @Test(arguments: ["", "보완 필요.", "적으십시오. 기한은 30일이다.", "십시오."]) func `what bids nothing stays as it is`(
    _ text: String
  ) {
    #expect(OfficialKorean.asked(text, .request) == nil)
  }
}
