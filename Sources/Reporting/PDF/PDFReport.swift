import Diagnostics
import Findings

/// A report as PDF: printed by a browser that is present, else converted by an office suite that is.
enum PDFReport {
  /// Renders reports; the same reports and the same program give the same bytes.
  static func render(_ reports: [AuditReport], _ options: RenderOptions) throws(RenderFailure) -> [[UInt8]] {
    try render(reports, options, with: PrintingProgram.present(in: Environment.searchPath))
  }

  /// Renders reports with the first of some programs that can.
  static func render(
    _ reports: [AuditReport], _ options: RenderOptions, with programs: [PrintingProgram]
  ) throws(RenderFailure) -> [[UInt8]] {
    guard !programs.isEmpty else { throw PDFFailure.noProgram() }
    var refusals: [String] = []
    for program in programs {
      let print: () throws(PrintingFailure) -> [UInt8]
      switch program.kind {
      case .browser:
        print = { () throws(PrintingFailure) in try PaperPrinting.print(reports, options, with: program) }
      case .office:
        let document = try ReportFormat.pdf.document(LoneDocument<DOCXDocument>.self, reports, options)
        print = { () throws(PrintingFailure) in try program.print(document) }
      }
      do throws(PrintingFailure) {
        var bytes = try print()
        guard PDFBytes.isWhole(bytes) else { throw PrintingFailure.wroteNothing(log: "") }
        PDFBytes.settle(&bytes)
        return [bytes]
      } catch {
        refusals.append("\(program.path): \(error.words[options.language])")
      }
    }
    throw PDFFailure.refused(refusals)
  }
}

/// Why there is no PDF, and what to install.
enum PDFFailure {
  private static let help = LocalizedText(
    ko: """
      크로미움 계열 브라우저와 한글 글꼴을 설치하십시오: 데비안·우분투는 `apt-get install chromium fonts-nanum`, 페도라는 \
      `dnf install chromium google-noto-sans-cjk-fonts`. 리브레오피스(`apt-get install libreoffice-writer-nogui fonts-nanum`)도 쓸 수 있습니다.
      """,
    en: """
      install a Chromium browser and Korean fonts: on Debian or Ubuntu `apt-get install chromium fonts-nanum`, on Fedora \
      `dnf install chromium google-noto-sans-cjk-fonts`; LibreOffice will do, too \
      (`apt-get install libreoffice-writer-nogui fonts-nanum`)
      """)

  /// No program that prints is on the search path.
  static func noProgram() -> RenderFailure {
    let names = PrintingProgram.names.joined(separator: ", ")
    return RenderFailure(
      LocalizedText(
        ko: "PDF로 인쇄할 프로그램이 없습니다(PATH에서 찾은 이름: \(names)).",
        en: "no program that prints PDF was found (looked in PATH for \(names))"),
      help: help)
  }

  /// Every program that was found failed.
  static func refused(_ refusals: [String]) -> RenderFailure {
    let list = Printable.escaped(refusals.joined(separator: "; "))
    return RenderFailure(
      LocalizedText(ko: "PDF로 인쇄하지 못했습니다. \(list).", en: "PDF could not be printed: \(list)"), help: help)
  }
}
