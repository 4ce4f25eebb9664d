import Expressions
import Testing

@Suite struct `Formatting texts` {
  @Test(arguments: [
    ("'%s'.format([0.10])", "0.1"), ("'%s'.format([1 / 3])", "≈0.3333"), ("'%d'.format([-12])", "-12"),
    ("'%d'.format([3.14])", "3.14"), ("'%s'.format([[1.5, 2]])", "[1.5, 2]"),
    ("'%s'.format([[['가'], []]])", "[[가], []]"), ("'%s'.format([date('2022-10-15')])", "2022-10-15"),
    ("'%s'.format([timestamp('2022-10-15T15:30:00+09:00')])", "2022-10-15T06:30:00Z"),
    ("'%s'.format([timestamp('2022-10-15T06:30:00.250Z')])", "2022-10-15T06:30:00.25Z"),
    ("'%s'.format([duration('-1h0.5s')])", "-3600.5s"), ("'%s/%s'.format([true, false])", "true/false"),
    ("'100%%'.format([])", "100%"), ("'%%%s%%'.format(['가'])", "%가%"),
    ("'%f'.format([2])", "2.000000"), ("'%.0f'.format([2.5])", "2"), ("'%.0f'.format([-3.5])", "-4"),
    ("'%.1f'.format([-0.04])", "0.0"), ("'%.2f'.format([1 / 3])", "0.33"),
    ("'%.3f'.format([0.0005])", "0.000"),
    ("'%.3f'.format([0.0015])", "0.002"), ("'%.2f'.format([999.995])", "1000.00"),
    ("'%e'.format([0])", "0.000000e+00"), ("'%.2e'.format([-1234.5])", "-1.23e+03"),
    ("'%.0e'.format([95])", "1e+02"), ("'%.0e'.format([85])", "8e+01"), ("'%.1e'.format([9.96])", "1.0e+01"),
    ("'%.3e'.format([1 / 3])", "3.333e-01"), ("'%.1e'.format([0.00001])", "1.0e-05"),
    ("'%.2e'.format([1 / 1000])", "1.00e-03"), ("'%.2e'.format([999.4])", "9.99e+02"),
    ("'%x'.format([255])", "ff"), ("'%X'.format([-255])", "-FF"), ("'%o'.format([8])", "10"),
    ("'%b'.format([-5])", "-101"), ("'%b'.format([true])", "1"), ("'%x'.format([0])", "0"),
    ("'%x'.format(['가a'])", "eab08061"), ("'%X'.format(['가'])", "EAB080"),
    ("'%x'.format([340282366920938463463374607431768211456])", "100000000000000000000000000000000"),
  ])
  func `every verb writes its values`(text: String, value: String) {
    #expect(Bench.run(text).value == value)
  }

  @Test(arguments: [
    ("'%s: %d일'.format([awards[0].id, 3])", "A1: 3일"), ("'%s'.format([[1], [2]].map(x, x))", "[1]"),
  ])
  func `values of several types may be written out beside a format`(text: String, value: String) {
    #expect(Bench.run(text, ["awards": .records([["id": "A1"]])]).value == value)
  }

  @Test(arguments: [
    ("'%a'.format([1])", "knows no `%a`"), ("'%s %s'.format(['a'])", "has 2 places and is given 1 value"),
    ("'%s'.format(['a', 'b'])", "has 1 place and is given 2 values"),
    ("'%d'.format([incident.date])", "expected a number for `%d`; `incident.date` is a date"),
    ("'%x'.format([incident.planned])", "expected a whole number or a text for `%x`"),
    ("'%s'.format([awards[0]])", "expected a value that can be written as text for `%s`"),
    ("'%s'.format([nothing])", "unknown name `nothing`"),
    ("'%s'.format(['a', 1].map(x, x))", "expected a text; `1` is a number"),
  ])
  func `what a format that is written out cannot do is reported when it is checked`(
    text: String, problem: String
  ) {
    let result = Bench.run(text).value
    #expect(result.hasPrefix("refused: ") && result.contains(problem), "\(result)")
  }

  /// Runs a text as a format that is known only when it is evaluated.
  private func run(_ text: String) -> Outcome {
    let parts = text.split(separator: "'.format", maxSplits: 1)
    return Bench.run(
      "(incident.channel + '')" + ".format" + parts[1],
      ["incident.channel": .text(String(parts[0].dropFirst()))])
  }

  @Test(arguments: [
    "'%a'.format([1])", "'%E'.format([1])", "'%'.format([1])", "'%.'.format([1])", "'%.f'.format([1])",
    "'%.2'.format([1])", "'%.2s'.format(['a'])", "'%.101f'.format([1])",
    "'%.99999999999999999999f'.format([1])",
    "'%s %s'.format(['a'])", "'%d'.format(['1'])", "'%d'.format([true])", "'%x'.format([0.5])",
    "'%o'.format([1 / 2])", "'%b'.format(['1'])", "'%f'.format(['1'])", "'%e'.format([date('2022-10-15')])",
    "'%x'.format([true])", "'%d'.format([duration('1s')])", "'% s'.format(['a'])",
  ])
  func `what cannot be written is an error`(text: String) {
    #expect(run(text).value == "error invalidArgument")
  }

  @Test func `values that no place asks for are passed over where the format is not written out`() {
    #expect(run("'%s'.format(['가', '나'])").value == "가")
  }

  @Test func `values that are not known leave the text unknown`() {
    let stated: [String: Shop.Stated] = ["awards": .records([["id": "A1", "value": 5], ["id": "A2"]])]
    #expect(Bench.run("'%s'.format([awards.map(a, a.value)])", stated).value == "unknown")
    #expect(
      Bench.run("'%s'.format([awards.map(a, a.value)])", stated).missing == ["awards[A2].value missing"])
    #expect(Bench.run("'%d'.format([incident.cap])", ["incident.cap": .atLeast(5)]).value == "unknown")
  }

  @Test(arguments: ["1", "12", "123.45", "0.5", "-7.25", "99999.5", "0.0625", "1000000"])
  func `decimals and powers of ten agree with what was written`(number: String) throws {
    let exact = try #require(Rational(decimal: number))
    for digits in 0...8 {
      let fixed = Bench.run("'%.\(digits)f'.format([\(number)])").value
      let rounded = try exact.rounded(to: Rational(numerator: 1, denominator: power(digits)), .halfEven)
      #expect(Rational(decimal: fixed) == rounded, "\(fixed)")
      #expect(fixed.split(separator: ".").dropFirst().first?.count ?? 0 == digits)
      let scientific = Bench.run("'%.\(digits)e'.format([\(number)])").value.split(separator: "e")
      let size = try #require(Int(scientific[1]))
      let mantissa = try #require(Rational(decimal: String(scientific[0])))
      #expect(mantissa.absolute >= Rational(1) && mantissa.absolute < Rational(10))
      let scale = Rational(power(abs(size)))
      let value = size < 0 ? try mantissa.divided(by: scale) : try mantissa.multiplied(by: scale)
      let error = try value.subtracting(exact).absolute
      // At most half a unit of the last digit.
      let unit = try size < 0 ? Rational(1).divided(by: scale) : scale
      let half = try unit.divided(by: Rational(2 * power(digits)))
      #expect(error <= half)
    }
  }

  private func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}
