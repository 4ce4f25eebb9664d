import Diagnostics
import Testing
import YAMLTree

@Suite struct EncodingTests {
  private func problem(_ bytes: [UInt8]) throws -> Diagnostic {
    let reading = Reading(bytes: bytes)
    #expect(reading.tree == nil)
    #expect(reading.problems.count == 1)
    return try #require(reading.problems.first)
  }

  @Test func `Korean in CP949 is recognised and the command to convert it given`() throws {
    // "name: 카카오 보상안" as a Korean office program saves it.
    let korean: [UInt8] = [0xC4, 0xAB, 0xC4, 0xAB, 0xBF, 0xC0, 0x20, 0xBA, 0xB8, 0xBB, 0xF3, 0xBE, 0xC8]
    let problem = try problem(Array("format: x/1\nname: ".utf8) + korean + [0x0A])
    #expect(problem.code == "yaml.not-utf8")
    #expect(problem.place.hasPrefix("2:7-"))
    #expect(problem.message.en.contains("CP949"))
    #expect(problem.help?.en.contains("iconv -f CP949 -t UTF-8 FILE > NEW") == true)
    #expect(problem.help?.ko.contains("iconv -f CP949 -t UTF-8 FILE > NEW") == true)
  }

  @Test(
    arguments: [
      [0xE9, 0x0A], [0xC3], [0xEA, 0xB0], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are named where they stand`(bytes: [UInt8]) throws {
    let problem = try problem(Array("가: 나\nb: x".utf8) + bytes)
    #expect(problem.code == "yaml.not-utf8")
    #expect(problem.place.hasPrefix("2:5-"))
    #expect(problem.message.en.contains("0x" + String(bytes[0], radix: 16, uppercase: true)))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00], "UTF-16LE"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16BE"),
      ([0x61, 0x00, 0x3A, 0x00], "UTF-16LE"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16BE"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
      ([0x61, 0, 0, 0, 0x3A, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x61, 0, 0, 0, 0x3A], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"),
    ] as [([UInt8], String)])
  func `wide encodings are named with the command to convert them`(bytes: [UInt8], name: String) throws {
    let problem = try problem(bytes)
    #expect(problem.code == "yaml.not-utf8")
    #expect(problem.message.ko.contains(name))
    #expect(problem.help?.ko.contains("iconv -f \(name) -t UTF-8 FILE > NEW") == true)
  }

  @Test func `any bytes at all end in a tree or in an error`() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let alphabet: [UInt8] =
      Array("ab:-[]{}!&*#|>'\"%@`,? \n\t\\".utf8) + [0xEA, 0xB0, 0x80, 0xC2, 0xA0, 0, 0xFF, 0x0D]
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<Int(state >> 59) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let reading = Reading(bytes: bytes)
      #expect(reading.tree != nil || reading.problems.contains { $0.severity == .error }, "\(bytes)")
      for problem in reading.problems { _ = DiagnosticRenderer(language: .ko, color: false).render(problem) }
    }
  }
}
