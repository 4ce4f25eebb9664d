import Diagnostics
import Glibc

/// A program that makes PDF of a document.
struct PrintingProgram: Sendable, Hashable {
  /// What kind of program it is.
  enum Kind: Sendable, Hashable {
    /// Prints pages.
    case browser
    /// Converts documents of word processors.
    case office
  }

  /// How it is asked.
  let kind: Kind
  /// Where it lies.
  let path: String

  private static let browsers = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "chrome-headless-shell",
    "microsoft-edge", "brave-browser",
  ]
  private static let offices = ["soffice", "libreoffice"]

  /// The names that are looked for, in this order.
  static var names: [String] { browsers + offices }

  /// The programs that lie in the folders of a search path, browsers first.
  static func present(in path: String) -> [PrintingProgram] {
    let folders = path.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
    func find(_ names: [String], _ kind: Kind) -> [PrintingProgram] {
      names.compactMap { name in
        let files = folders.map { (folder: String) -> String in "\(folder)/\(name)" }
        return files.first { access($0, X_OK) == 0 }.map { PrintingProgram(kind: kind, path: $0) }
      }
    }
    return find(browsers, .browser) + find(offices, .office)
  }

  /// The name of the file it prints.
  private var source: String {
    switch kind {
    case .browser: "report.html"
    case .office: "report.docx"
    }
  }

  /// The bytes of the PDF made of a document. Where only its sheets are to be counted, it need not say what a reader's
  /// program makes use of: its structure takes a browser as long as the sheets.
  func print(_ document: [[UInt8]], isForCounting: Bool = false) throws(PrintingFailure) -> [UInt8] {
    let folder = try TemporaryFolder()
    do throws(PrintingFailure) {
      try folder.write(document, to: source)
      let size = document.reduce(0) { $0 + $1.count }
      // A long document takes minutes on a slow machine; a program that hangs is stopped some time.
      let limit = 120 + size / 8_000
      switch kind {
      case .office: try run(officeArguments(folder.path), in: folder, limit: limit)
      case .browser: try browse(in: folder, limit: limit, isForCounting: isForCounting)
      }
      let bytes = try folder.read("report.pdf")
      folder.remove()
      return bytes
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Prints a page. A browser walls itself off from what it shows, for which it needs more than some machines and
  /// containers allow; what it shows here asks for nothing and holds no foreign script, so it may do without there.
  private func browse(
    in folder: TemporaryFolder, limit: Int, isForCounting: Bool
  ) throws(PrintingFailure) {
    let extent = isForCounting ? "--disable-pdf-tagging" : "--generate-pdf-document-outline"
    let arguments = [extent] + browserArguments(folder.path)
    guard geteuid() != 0 else {
      try run(["--no-sandbox"] + arguments, in: folder, limit: limit)
      return
    }
    do throws(PrintingFailure) {
      try run(arguments, in: folder, limit: limit)
    } catch {
      guard case .ended(_, let log) = error, log.contains("sandbox") else { throw error }
      try run(["--no-sandbox"] + arguments, in: folder, limit: limit)
    }
  }

  private func run(
    _ arguments: [String], in folder: TemporaryFolder, limit: Int
  ) throws(PrintingFailure) {
    let outcome = try ChildProcess.run(path, arguments, in: folder, seconds: limit)
    switch outcome {
    // Without a status, the PDF itself has to show that it was made.
    case .exited(0), .unknown: break
    case .exited(let status): throw .ended(.status(status), log: folder.log)
    case .killed(let signal): throw .ended(.signal(signal), log: folder.log)
    case .overdue: throw .overdue(seconds: limit)
    }
    guard folder.holds("report.pdf") else { throw .wroteNothing(log: folder.log) }
  }

  private func browserArguments(_ folder: String) -> [String] {
    [
      "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
      "--disable-sync", "--disable-component-update", "--disable-crash-reporter", "--disable-breakpad",
      "--disable-dev-shm-usage",
      // The page asks for nothing; neither shall the program.
      "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--print-to-pdf-no-header",
      "--print-to-pdf=\(folder)/report.pdf", "file://\(folder)/\(source)",
    ]
  }

  private func officeArguments(_ folder: String) -> [String] {
    [
      "--headless", "--norestore", "--nodefault", "--nolockcheck",
      "-env:UserInstallation=file://\(folder)/profile",
      "--convert-to", "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}",
      "--outdir", folder, "\(folder)/\(source)",
    ]
  }
}
