import Diagnostics
import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain 한글 😀", "plain 한글 😀"), ("a\u{1B}[0m", "a\\u{1B}[0m"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
    ("\u{0}", "\\u{0}"),
    ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{2066}b", "a\\u{2066}b"),
    ("a\u{200B}b", "a\\u{200B}b"),
    ("\u{FEFF}a", "\\u{FEFF}a"), ("가\u{3164}나", "가\\u{3164}나"), ("\u{2028}", "\\u{2028}"), ("👩‍👩‍👧", "👩‍👩‍👧"),
    ("❤️", "❤️"), ("a\u{200D}b", "a\\u{200D}b"), ("a\u{FE0F}", "a\\u{FE0F}"), ("\u{E0041}", "\\u{E0041}"),
    ("\u{FFFF}", "\\u{FFFF}"),
    ("\u{AD}", "\\u{AD}"), ("e\u{301}", "e\u{301}"),
  ])
  func `what could deceive is written out`(text: String, expected: String) {
    #expect(Printable.escaped(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `line feeds may be kept`() {
    #expect(Printable.escaped("a\n\u{1B}b", keepingLines: true) == "a\n\\u{1B}b")
  }

  @Test func `long texts are cut`() {
    #expect(Printable.shortened("가나다라", to: 4) == "가나다라")
    #expect(Printable.shortened("가나다라마", to: 4) == "가나다라…")
    #expect(Printable.shortened("\u{1B}", to: 4) == "\\u{1B}")
  }
}

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("first_paymnt", ["id", "first_payment", "first_day"], "first_payment"),
      ("serivces", ["services", "service"], "services"),
      ("Services", ["services"], "services"), ("outage-hours", ["outage_hours"], "outage_hours"),
      ("보싱안", ["보상안", "보험"], "보상안"),
      ("보산안", ["보상안"], "보상안"), ("xyz", ["abc", "services"], nil), ("id", ["services", "is"], "is"),
      ("", ["a"], nil), ("a", [], nil),
      ("same", ["same"], nil), ("cat", ["bat", "car"], "bat"), ("cat", ["car", "bat"], "bat"),
    ] as [(String, [String], String?)])
  func `the nearest name is suggested`(written: String, names: [String], expected: String?) {
    #expect(Suggestion.nearest(to: written, among: names) == expected)
  }

  @Test func `very long names are not compared`() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b"]) == nil)
    #expect(Suggestion.nearest(to: "a", among: [long]) == nil)
  }
}
