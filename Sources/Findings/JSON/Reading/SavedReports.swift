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
      let tree = try JSONTree(file.bytes)
      let places = try places(in: tree)
      let reading = JSONReading(tree)
      var reports: [AuditReport] = []
      for place in places {
        let report = try decoded(at: place, reading)
        try report.checkCounts(at: tree.range(place), tree.path(to: place))
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
        help: LocalizedText(
          ko: "`audit run 보상안 --output json=경로`로 저장한 보고서를 주십시오",
          en: "give a report that `audit run SCHEME --output json=PATH` saved"))
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
        : LocalizedText(
          ko: "`audit run 보상안 --output json=경로`로 저장한 보고서를 주십시오",
          en: "give a report that `audit run SCHEME --output json=PATH` saved"))
  }
}
