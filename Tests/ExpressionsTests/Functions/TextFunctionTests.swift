import Expressions
import Testing

@Suite struct `Functions on texts` {
  @Test(arguments: [
    ("'가나다'.charAt(0)", "가"), ("'가나다'.charAt(3)", ""), ("'가나다'.charAt(4)", "error invalidArgument"),
    ("'가나다'.charAt(-1)", "error invalidArgument"), ("'가나다'.charAt(0.5)", "error invalidArgument"),
    ("'한국한국'.indexOf('국')", "1"), ("'한국한국'.indexOf('국', 2)", "3"), ("'한국'.indexOf('', 2)", "2"),
    ("'한국'.indexOf('국', 2)", "-1"), ("'한국'.indexOf('국', 3)", "error invalidArgument"),
    ("'aaab'.indexOf('aab')", "1"), ("'한국'.indexOf('한국어')", "-1"),
    ("'한국한국'.lastIndexOf('국')", "3"), ("'한국한국'.lastIndexOf('국', 2)", "1"),
    ("'한국'.lastIndexOf('')", "2"), ("'한국'.lastIndexOf('', 1)", "1"), ("'aaaa'.lastIndexOf('aa', 3)", "2"),
    ("'한국'.lastIndexOf('한국어')", "-1"), ("''.lastIndexOf('')", "0"),
    ("'한국'.lastIndexOf('국', 3)", "error invalidArgument"),
  ])
  func `places count scalars from nought`(text: String, value: String) {
    #expect(Bench.run(text).value == value)
  }

  @Test(arguments: [
    ("'제15조'.substring(1)", "15조"), ("'제15조'.substring(4)", ""), ("'제15조'.substring(1, 3)", "15"),
    ("'제15조'.substring(5)", "error invalidArgument"), ("'제15조'.substring(2, 1)", "error invalidArgument"),
    ("'제15조'.substring(0, 5)", "error invalidArgument"), ("'제15조'.substring(-1)", "error invalidArgument"),
    ("'가가가'.replace('가', '나', 2)", "나나가"), ("'가가가'.replace('가', '나', 0)", "가가가"),
    ("'가가가'.replace('가', '나', -1)", "나나나"), ("'가나'.replace('', '-')", "-가-나-"),
    ("'aaa'.replace('aa', 'b')", "ba"), ("'가'.replace('가', '', 1.5)", "error invalidArgument"),
    ("join('가,나,다'.split(','), '/')", "가/나/다"), ("join('가,나,다'.split(',', 2), '/')", "가/나,다"),
    ("'가,나'.split(',', 0).size()", "0"), ("join('가나'.split(''), '/')", "가/나"), ("''.split('').size()", "0"),
    ("''.split(',').size()", "1"), ("join('가나다'.split('', 2), '/')", "가/나다"),
    ("join(',가,'.split(','), '/')", "/가/"), ("'가'.split(',', 1.5)", "error invalidArgument"),
    ("'\\u3000 가 나\\u00a0\\n'.trim()", "가 나"), ("'\\u200b가'.trim().size()", "2"), ("' \\t'.trim()", ""),
    ("'AbÉ가'.lowerAscii()", "abÉ가"), ("'aBé가'.upperAscii()", "ABé가"), ("'ⓐa'.upperAscii()", "ⓐA"),
    ("'가나🐱'.reverse()", "🐱나가"), ("strings.quote('가\"\\n\\\\')", "\"가\\\"\\n\\\\\""),
  ])
  func `texts are cut, changed and put together`(text: String, value: String) {
    #expect(Bench.run(text).value == value)
  }

  @Test func `an unknown text leaves the result unknown`() {
    #expect(Bench.run("incident.channel.split(',').size() > 0").missing == ["incident.channel missing"])
    #expect(Bench.run("'%s'.format([incident.channel])").value == "unknown")
    #expect(Bench.run("'a'.replace('a', incident.channel)").value == "unknown")
  }

  @Test func `a text of which sources disagree gives a result if every reading gives the same`() {
    let facts: [String: Shop.Stated] = ["incident.channel": .either(["sms", "SMS"])]
    #expect(Bench.run("incident.channel.lowerAscii() == 'sms'", facts).value == "true")
    #expect(Bench.run("incident.channel.indexOf('s')", facts).value == "0 | -1")
  }

  @Test func `composed and decomposed letters are different texts`() {
    #expect(Bench.run("'\\uac00' == '\\u1100\\u1161'").value == "false")
    #expect(Bench.run("'\\u1100\\u1161' in ['\\uac00']").value == "false")
    #expect(Bench.run("distinct(['\\uac00', '\\u1100\\u1161', '\\uac00']).size()").value == "2")
    #expect(Bench.run("'\\uac00'.contains('\\u1100')").value == "false")
  }

  @Test func `a text may not grow past its limit`() {
    // Each replacement makes it sixteen times as long.
    let growing = (0..<8).reduce("'a'") { text, _ in text + ".replace('a', 'aaaaaaaaaaaaaaaa')" }
    #expect(Bench.run(growing + ".size()").value == "error limit")
  }
}
