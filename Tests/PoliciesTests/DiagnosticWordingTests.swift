import Diagnostics
import Testing

/// Habits of all messages of this part, tried on a policy with many faults.
@Suite struct DiagnosticWordingTests {
  private static let faulty = policy(
    """
    paramters: {}
    in_force: {from: 2022-11-01, to: 2021-01-01}
    parameters:
      days: {unit: days, stricter: more, history: [{from: 2022-11-01, value: 45, cite: drat 제4조}, {from: 2022-01-01, value: 1}]}
      share: {value: 1:30}
      list: {value: [a, 1]}
      mode: {value: friday, choices: [monday]}
      cut: {value: 1,000}
      unit: {type: date, unit: days, value: 2022-01-01}
      two: {value: 1, history: [{from: 2022-01-01, value: 1}]}
    tables:
      t: {inputs: [a], outputs: [n], rows: [["< 2", 1], ["[1..3)", 2]]}
      u: {inputs: [a], outputs: [n], rows: [["< 2", 1], ["[3..2]", 2], [1]]}
    definitions: {if: 1, scheme: 2}
    rules:
      - id: A
        title: a
        cite: act 1
        severity: majr
        history: []
        for_each: {as: award, in: scheme.awards, where: award.urgent}
        let: {x: award.valu, z: "table.t(award.hours).n"}
        require: z > 1
        message: "{award.id|iso} {x:이} {z|isso} {y + 1} {z"
        exceptions:
          - {id: E, when: true, effect: not_required, replace: {z: "1"}}
          - {id: E, when: award.urgent, replace: {zz: "1"}}
        waivable: {by: [kr.ftc]}
        cost: award.first_payment
      - {id: A, title: b, cite: c, severity: minor, check: manual, require: true}
      - {id: B, title: b, cite: c, severity: minor, replaces: B, as_of: scheme.id}
    """)

  @Test func `the policy has many kinds of faults`() {
    #expect(Set(Self.faulty.codes).count > 25)
    #expect(Self.faulty.model == nil)
  }

  @Test func `every message is there in Korean and English and says where and what to do`() {
    for diagnostic in Self.faulty.log.entries where diagnostic.code.hasPrefix("policy.") {
      let code = Comment(rawValue: diagnostic.code)
      #expect(diagnostic.location != nil, code)
      #expect(diagnostic.help != nil, code)
      for text in [diagnostic.message, diagnostic.help].compactMap({ $0 }) {
        #expect(text.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, code)
        let plain = text.en.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
        #expect(!plain.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, code)
        #expect(!text.en.hasSuffix("."), code)
        #expect(text.en.first?.isUppercase != true, code)
      }
    }
  }

  @Test func `loading is the same every time`() {
    let again = policy(
      Self.faulty.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(11).joined(
        separator: "\n"))
    #expect(again.log.sorted == Self.faulty.log.sorted)
  }
}
