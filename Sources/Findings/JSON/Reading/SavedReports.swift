public import Diagnostics

/// Why a file is no saved report that this program can read.
public struct SavedReportProblem: Error, Sendable {
  /// The problem with its place, in words for the one who saved the file.
  public let diagnostic: Diagnostic

  init(_ problem: JSONProblem, _ file: SourceFile) {
    diagnostic = Diagnostic(
      code: "report.json",
      at: SourceSpan(file: file, start: problem.bytes.lowerBound, end: problem.bytes.upperBound),
      ko: problem.message.ko, en: problem.message.en, help: problem.help)
  }
}

extension AuditReport {
  /// Bytes that the JSON of saved reports may have.
  package static let longestJSON = JSONTree.longest

  /// Reads one report from its JSON, `guideline_report/1`.
  public init(json: [UInt8]) throws(SavedReportProblem) {
    let file = SourceFile(path: "-", bytes: json)
    let reports = try Self.saved(in: file)
    guard reports.count == 1, let report = reports.first else {
      throw SavedReportProblem(
        JSONProblem(
          at: 0..<0, ko: "보고서 하나가 와야 함: \(reports.count)개가 있음",
          en: "expected one report, found \(reports.count)"),
        file)
    }
    self = report
  }

  /// Reads a saved file: one report, or an array of reports as an audit of several schemes writes it.
  public static func saved(in file: SourceFile) throws(SavedReportProblem) -> [AuditReport] {
    do throws(JSONProblem) {
      try checkBeginning(of: file.bytes)
      let tree = try JSONTree(file.bytes)
      let places = try places(in: tree)
      let reading = JSONReading(tree)
      var reports: [AuditReport] = []
      for place in places {
        let report = try decoded(at: place, reading)
        try report.checkCounts(at: place, in: tree)
        try checkRedaction(of: place, tree)
        reports.append(report)
      }
      return reports
    } catch {
      throw SavedReportProblem(error, file)
    }
  }

  private static func decoded(at place: Int, _ reading: JSONReading) throws(JSONProblem) -> AuditReport {
    do {
      return try reading.value(AuditReport.self, at: place)
    } catch let problem as JSONProblem {
      throw problem
    } catch {
      throw JSONProblem(
        at: reading.tree.range(place).prefix(1), ko: "보고서로 읽을 수 없음", en: "not readable as a report")
    }
  }

  private static let howToSave = LocalizedText(
    ko: "`audit run 보상안 --output json=경로`로 저장한 보고서를 주십시오",
    en: "give a report that `audit run SCHEME --output json=PATH` saved")

  /// Refuses a file of another kind, such as a scheme or a page, in words about the file.
  private static func checkBeginning(of bytes: [UInt8]) throws(JSONProblem) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard
      let first = bytes.indices.dropFirst(mark).first(where: {
        ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[$0])
      })
    else { return }
    let literals = ["true", "false", "null"].map { Array($0.utf8) }
    guard !literals.contains(where: { bytes[first...].starts(with: $0) }) else { return }
    switch bytes[first] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...,
      UInt8(ascii: "<"), UInt8(ascii: "#"), UInt8(ascii: "%"):
      break
    default: return
    }
    throw JSONProblem(
      at: first..<first, ko: "저장한 보고서가 아님: JSON은 `{`나 `[`로 시작함",
      en: "no saved report: JSON begins with `{` or `[`", help: howToSave)
  }

  /// Refuses a report that calls itself redacted and is not, or that still holds what a redacted one has lost.
  private static func checkRedaction(of place: Int, _ tree: JSONTree) throws(JSONProblem) {
    func isSaid(_ key: String) -> Int? {
      tree.value(of: key, in: place).flatMap { tree.nodes[$0].kind == .null ? nil : $0 }
    }
    let withheld = isSaid("withheld")
    guard let said = isSaid("redacted") ?? withheld else { return }
    let isRedacted = isSaid("redacted").map { tree.nodes[$0].kind == .yes } ?? true
    guard isRedacted != (withheld != nil) || (isRedacted && isSaid("confidential") != nil) else { return }
    throw JSONProblem(
      at: tree.range(said),
      ko: "비공개본이라는 표시(`redacted`)가 내용(`withheld`, `confidential`)과 맞지 않음",
      en:
        "what the report says of its redaction (`redacted`) does not fit what it holds (`withheld`, `confidential`)",
      help: LocalizedText(
        ko: "저장한 뒤에 고친 보고서로 보입니다. 비공개본은 `audit render 보고서 --redact`로 만드십시오",
        en:
          "the report was changed after it was saved; make a redacted one with `audit render REPORT --redact`"
      ))
  }

  /// The reports of a file; a file of another format is refused before anything in it is read.
  private static func places(in tree: JSONTree) throws(JSONProblem) -> [Int] {
    var places = [0]
    if tree.nodes[0].kind == .array {
      places = []
      var place = 1
      while place < tree.nodes.count {
        places.append(place)
        place = Int(tree.nodes[place].next)
      }
      guard !places.isEmpty else {
        throw JSONProblem(
          at: tree.range(0), ko: "보고서가 하나도 없음", en: "the file holds no report",
          help: LocalizedText(
            ko: "점검이 보고서를 썼는지 보십시오(종료 상태 2이면 쓰지 않음)",
            en: "see whether the audit wrote one (with status 2 it writes none)"))
      }
    }
    for place in places { try checkFormat(of: place, tree) }
    return places
  }

  private static func checkFormat(of place: Int, _ tree: JSONTree) throws(JSONProblem) {
    let known = Format.version1.rawValue
    guard tree.nodes[place].kind == .object, let format = tree.value(of: "format", in: place),
      tree.nodes[format].kind == .string
    else {
      throw JSONProblem(
        at: tree.range(place).prefix(1), ko: "`\"format\": \"\(known)\"`이 있는 객체가 와야 함",
        en: "expected an object with `\"format\": \"\(known)\"`",
        help: howToSave)
    }
    let name = tree.string(format)
    guard name != known else { return }
    let shown = tree.quoted(format)
    throw JSONProblem(
      at: tree.range(format), ko: "이 프로그램은 `\(known)`을 읽음. 이 파일의 형식은 `\(shown)`",
      en: "this program reads `\(known)`, and the file is of format \(shown)",
      help: name.hasPrefix("guideline_report/")
        ? LocalizedText(
          ko: "보고서를 쓴 판이나 더 새로운 판의 audit로 출력하거나, 이 판으로 보상안을 다시 점검하십시오",
          en:
            "render it with the version of audit that wrote it or a newer one, or audit the scheme again with this one"
        )
        : howToSave)
  }
}
