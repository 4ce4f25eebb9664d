import Diagnostics
import Findings

/// Prints documents as pages in a browser.
enum PaperPrinting {
  /// Most browsers that run at once: each takes a few hundred megabytes.
  private static let mostAtOnce = 8

  /// The PDF of a document: of a long one part by part, unless a part cannot be printed or put together with others.
  static func print(
    _ reports: [AuditReport], _ options: RenderOptions, with program: PrintingProgram,
    longest: Int = PaperParts.longest
  ) throws(PrintingFailure) -> [UInt8] {
    let parts = parts(reports, options, longest: longest)
    // Where several browsers at once are too many, one may do.
    if parts.count > 1, let bytes = try? print(parts, with: program) { return bytes }
    let whole = parts.count > 1 ? self.parts(reports, options, longest: .max) : parts
    return try program.print(whole.flatMap { $0.finish() })
  }

  private static func parts(
    _ reports: [AuditReport], _ options: RenderOptions, longest: Int
  ) -> [HTMLDocument] {
    var paper = PaperParts(options.template.info(reports, options), options, longest: longest)
    options.template.write(reports, options, to: &paper)
    return paper.finish()
  }

  /// Prints parts and puts them together; nil where that cannot be done.
  ///
  /// Each is printed twice: how many sheets all have is known, and stands on each of them, once all are printed.
  private static func print(
    _ parts: [HTMLDocument], with program: PrintingProgram
  ) throws(PrintingFailure) -> [UInt8]? {
    var counts: [Int] = []
    for count in try files(parts, with: program, isForCounting: true, { PDFFile($0)?.pageCount }) {
      guard let count else { return nil }
      counts.append(count)
    }
    let whole = counts.reduce(0, +)
    var numbered = parts
    var first = 1
    for (index, count) in counts.enumerated() {
      numbered[index].part.sheets = HTMLPart.Sheets(first: first, count: whole)
      first += count
    }
    let files = try files(numbered, with: program, isForCounting: false, PDFFile.init).compactMap { $0 }
    guard files.map(\.pageCount) == counts else { return nil }
    return PDFJoining.join(files)
  }

  /// Prints parts, several at once; what is made of the bytes of each.
  private static func files<File: Sendable>(
    _ parts: [HTMLDocument], with program: PrintingProgram, isForCounting: Bool,
    _ file: @Sendable ([UInt8]) -> File?
  ) throws(PrintingFailure) -> [File?] {
    var files: [File?] = []
    while files.count < parts.count {
      let results = Parallel.map(Array(parts[files.count...].prefix(mostAtOnce))) { part in
        Result { () throws(PrintingFailure) -> File? in
          file(try program.print(part.finish(), isForCounting: isForCounting))
        }
      }
      for result in results { files.append(try result.get()) }
    }
    return files
  }
}
