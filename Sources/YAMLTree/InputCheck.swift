import Diagnostics

/// Looks at a file's bytes before libyaml does, so that what libyaml reads is clean UTF-8 text.
struct InputCheck {
  /// The first byte of the text, after a byte order mark.
  private(set) var start = 0
  /// Whether every byte is ASCII, so that offsets in scalars and in bytes are the same.
  private(set) var isASCII = true
  private let file: SourceFile
  private let bytes: [UInt8]
  private var problems = 0

  /// Checks the whole file; nil when it cannot be read as YAML text, which is then reported.
  init?(_ file: SourceFile, into log: inout DiagnosticLog) {
    self.file = file
    bytes = file.bytes
    guard bytes.count <= YAMLLimits.bytes else {
      let mebibytes = YAMLLimits.bytes >> 20
      log.error(
        "yaml.too-large", at: SourceSpan(file: file, start: 0, end: 0),
        ko: "파일이 너무 큽니다(\(bytes.count)바이트, 한도 \(mebibytes) MiB)",
        en: "the file is too large (\(bytes.count) bytes, the limit is \(mebibytes) MiB)",
        help: LocalizedText(ko: "파일을 나누십시오", en: "split the file"))
      return nil
    }
    guard !reportWideEncoding(into: &log) else { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let isText = checkText(into: &log)
    let hasNoTagDirective = checkDirectives(into: &log)
    guard isText, hasNoTagDirective else { return nil }
  }

  // MARK: UTF-16 and UTF-32

  private func reportWideEncoding(into log: inout DiagnosticLog) -> Bool {
    let head = Array(bytes.prefix(4)) + [1, 1, 1, 1]
    let name: String
    switch (head[0], head[1], head[2], head[3]) {
    case (0xFF, 0xFE, 0, 0), (1..., 0, 0, 0): name = "UTF-32LE"
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...): name = "UTF-32BE"
    case (0xFF, 0xFE, _, _), (1..., 0, _, _): name = "UTF-16LE"
    case (0xFE, 0xFF, _, _), (0, 1..., _, _): name = "UTF-16BE"
    default: return false
    }
    guard bytes.count >= 2 else { return false }
    var problem = Diagnostic(
      code: "yaml.not-utf8", at: SourceSpan(file: file, start: 0, end: 0),
      ko: "파일이 UTF-8이 아니라 \(name)로 저장되어 있습니다",
      en: "the file is saved as \(name), not as UTF-8", help: Self.conversion(from: name))
    problem.excerpt = nil
    log.append(problem)
    return true
  }

  private static func conversion(from encoding: String) -> LocalizedText {
    let command = "`iconv -f \(encoding) -t UTF-8 FILE > NEW`"
    return LocalizedText(
      ko: "편집기에서 UTF-8로 다시 저장하거나 \(command)로 변환하십시오",
      en: "save it as UTF-8 in your editor, or convert it with \(command)")
  }

  // MARK: Characters

  /// Checks every byte; false when a problem was reported.
  private mutating func checkText(into log: inout DiagnosticLog) -> Bool {
    let own = bytes
    let bytes = own.span
    var index = start
    let count = bytes.count
    while problems < 20 {
      while index + 8 <= count, bytes[index] < 0x80,
        ByteWord(bytes, at: index).isPrintableOrLineFeed
      {
        index += 8
      }
      while index < count, bytes[index] &- 0x20 < 0x5F { index += 1 }
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        switch byte {
        case 0x09, 0x0A: break
        case 0x0D: checkReturn(at: index, into: &log)
        default: report(.init(byte), at: index, length: 1, into: &log)
        }
        index += 1
      } else {
        isASCII = false
        // From U+3000 to U+CFFF every character is an ordinary one.
        if byte &- 0xE3 < 10, index + 2 < count, bytes[index + 1] & 0xC0 == 0x80,
          bytes[index + 2] & 0xC0 == 0x80
        {
          index += 3
          continue
        }
        guard let (scalar, length) = decode(at: index) else {
          reportInvalidByte(at: index, into: &log)
          return false
        }
        switch scalar.value {
        case 0xAC00...0xD7A3, 0xA0...0x2027, 0x2030...0xABFF: break
        case 0xFEFF, 0xFFFE, 0xFFFF, 0x80...0x9F, 0x2028, 0x2029:
          report(scalar, at: index, length: length, into: &log)
        default: break
        }
        index += length
      }
    }
    return problems == 0
  }

  private func decode(at index: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for place in (index + 1)..<(index + length) {
      guard bytes[place] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[place] & 0x3F)
    }
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, length)
  }

  private mutating func checkReturn(at index: Int, into log: inout DiagnosticLog) {
    if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return }
    problems += 20
    log.error(
      "yaml.carriage-return", at: SourceSpan(file: file, start: index, end: index + 1),
      ko: "줄바꿈(LF)이 뒤따르지 않는 캐리지 리턴(CR)이 있습니다",
      en: "a carriage return without a line feed",
      help: LocalizedText(
        ko: "줄 끝을 LF 또는 CRLF로 저장하십시오", en: "save the file with LF or CR LF line ends"))
  }

  private mutating func report(
    _ scalar: Unicode.Scalar, at index: Int, length: Int, into log: inout DiagnosticLog
  ) {
    problems += 1
    let span = SourceSpan(file: file, start: index, end: index + length)
    let name = scalar.codePointName
    switch scalar.value {
    case 0x85, 0x2028, 0x2029:
      log.error(
        "yaml.line-separator", at: span,
        ko: "보이지 않는 줄 구분 문자 \(name)가 있습니다",
        en: "an invisible line separator \(name), which is not a line end here",
        help: LocalizedText(
          ko: "지우고 보통의 줄바꿈을 쓰십시오", en: "delete it and use an ordinary line end"))
    case 0xFEFF:
      log.error(
        "yaml.control-character", at: span,
        ko: "파일 중간에 바이트 순서 표시(\(name))가 있습니다",
        en: "a byte order mark (\(name)) in the middle of the file",
        help: LocalizedText(
          ko: "이 자리의 보이지 않는 문자를 지우십시오", en: "delete the invisible character at this place"))
    default:
      log.error(
        "yaml.control-character", at: span,
        ko: "제어 문자 \(name)는 쓸 수 없습니다", en: "the control character \(name) is not allowed",
        help: LocalizedText(
          ko: "이 자리의 보이지 않는 문자를 지우십시오", en: "delete the invisible character at this place"))
    }
  }

  private mutating func reportInvalidByte(at index: Int, into log: inout DiagnosticLog) {
    problems += 1
    if looksLikeCP949 {
      let first = bytes[start...].firstIndex { $0 >= 0x80 } ?? index
      let span = SourceSpan(file: file, start: first, end: min(bytes.count, first + 2))
      let byte = Self.hexadecimal(bytes[first])
      log.error(
        "yaml.not-utf8", at: span,
        ko: "파일이 UTF-8이 아닙니다. CP949(EUC-KR)로 저장된 것으로 보입니다(이 자리의 바이트 \(byte))",
        en: "the file is not UTF-8; it looks like CP949 (EUC-KR): byte \(byte) here",
        help: Self.conversion(from: "CP949"))
    } else {
      let span = SourceSpan(file: file, start: index, end: index + 1)
      let byte = Self.hexadecimal(bytes[index])
      log.error(
        "yaml.not-utf8", at: span,
        ko: "이 자리의 바이트 \(byte)는 UTF-8이 아닙니다", en: "byte \(byte) here is not UTF-8",
        help: LocalizedText(
          ko: "편집기에서 UTF-8로 다시 저장하십시오. 인코딩을 알면 `iconv -f 인코딩 -t UTF-8 FILE > NEW`로 변환할 수 있습니다",
          en: "save it as UTF-8 in your editor; if you know its encoding, "
            + "`iconv -f ENCODING -t UTF-8 FILE > NEW` converts it"))
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }

  /// Whether the beginning of the file reads as Korean in CP949: pairs of bytes, mostly Hangul syllables.
  private var looksLikeCP949: Bool {
    var pairs = 0
    var syllables = 0
    var index = start
    let end = min(bytes.count, start + 65_536)
    while index < end {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 { continue }
      guard lead >= 0x81, lead <= 0xFE else { return false }
      guard index < bytes.count else { break }
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x81...0xFE: break
      default: return false
      }
      pairs += 1
      if lead >= 0xB0, lead <= 0xC8, bytes[index] >= 0xA1 { syllables += 1 }
      index += 1
    }
    return syllables * 2 >= pairs && pairs > 0
  }

  // MARK: Directives

  /// Refuses `%TAG` before libyaml reads it, whose time grows with the square of their number.
  private func checkDirectives(into log: inout DiagnosticLog) -> Bool {
    var index = start
    while index < bytes.count {
      let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[index..<lineEnd]
      if line.starts(with: "%TAG".utf8) {
        log.error(
          "yaml.tag", at: SourceSpan(file: file, start: index, end: index + 4),
          ko: "태그 선언(`%TAG`)은 쓸 수 없습니다", en: "a `%TAG` directive is not supported",
          help: LocalizedText(ko: "이 줄을 지우십시오", en: "delete this line"))
        return false
      }
      let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      guard first == nil || first == UInt8(ascii: "#") || first == UInt8(ascii: "%") else { return true }
      index = lineEnd + 1
    }
    return true
  }
}
