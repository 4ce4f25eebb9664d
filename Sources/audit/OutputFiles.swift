import Diagnostics
import Glibc

/// The files that a command is to write: looked at before anything is written, and written all or, if it can be helped,
/// none.
struct OutputFiles {
  /// Their paths as they were given.
  let paths: [String]
  /// Whether standard output is written to as well.
  var usesStandardOutput = false

  /// Two of the paths that lead to one file, however they are spelled; nil where each has its own.
  var double: (String, String)? {
    var known: [FilePlace: String] = [:]
    for path in paths {
      guard let place = FilePlace(path) else { continue }
      if let first = known[place] { return (first, path) }
      known[place] = path
    }
    return nil
  }

  /// Refuses a file that standard output goes into, and places where no file can be written.
  func check(_ language: Language) throws {
    let screen = usesStandardOutput ? FilePlace(descriptor: Console.Stream.output.rawValue) : nil
    for path in paths {
      let shown = Printable.escaped(path)
      if let screen, FilePlace(path) == screen {
        try Console.refuse(
          LocalizedText(
            ko: "`\(shown)`에는 표준 출력도 쓰이므로 두 형식이 섞입니다. 다른 경로를 적으십시오",
            en: "standard output goes into `\(shown)` as well; give another path"), language)
      }
      if let reason = Self.obstacle(path) {
        try Console.refuse(
          LocalizedText(
            ko: "`\(shown)`에 쓸 수 없습니다: \(reason.ko). 아무 파일도 쓰지 않았습니다",
            en: "cannot write `\(shown)`: \(reason.en); no file was written"), language)
      }
    }
  }

  /// Refuses to overwrite a file that was read.
  func check(against inputs: [String], _ language: Language) throws {
    guard !paths.isEmpty else { return }
    var read: [FilePlace: String] = [:]
    for input in inputs where input != "-" {
      if let place = FilePlace(input) { read[place] = input }
    }
    for path in paths {
      guard let input = FilePlace(path).flatMap({ read[$0] }) else { continue }
      let shown = Printable.escaped(path)
      let other = input == path ? "" : " (`\(Printable.escaped(input))`)"
      try Console.refuse(
        LocalizedText(
          ko: "`\(shown)`\(other)은(는) 점검에 쓴 입력 파일이므로 덮어쓰지 않습니다. 다른 경로를 적으십시오",
          en: "`\(shown)`\(other) is an input and is not overwritten; give another path"), language)
    }
  }

  /// Writes pieces into each of the files; where the room or a right is missing nothing is replaced.
  func write(_ pieces: [[[UInt8]]], _ language: Language) throws {
    var prepared: [File.Prepared] = []
    for (path, pieces) in zip(paths, pieces) {
      do throws(File.Failure) {
        prepared.append(try File.prepare(path, with: pieces))
      } catch {
        for file in prepared { file.discard() }
        try Console.refuse(Self.cannotWrite(path, error, after: []), language)
      }
    }
    // A device or pipe can still refuse; nothing is replaced before it has not.
    let order = prepared.indices.sorted { prepared[$0].isStream && !prepared[$1].isStream }
    var written: [String] = []
    for (turn, place) in order.enumerated() {
      do throws(File.Failure) {
        try prepared[place].put()
        written.append(paths[place])
      } catch {
        for rest in order[(turn + 1)...] { prepared[rest].discard() }
        try Console.refuse(Self.cannotWrite(paths[place], error, after: written), language)
      }
    }
  }

  /// Why a path cannot be written; nil where nothing is known to be in the way.
  private static func obstacle(_ path: String) -> LocalizedText? {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return File.Failure(code: EISDIR).reason }
      if status.st_mode & S_IFMT != S_IFREG {
        return access(path, W_OK) == 0 ? nil : File.Failure(code: errno).reason
      }
    }
    // A file is put in the place of the old one: the folder must let it.
    return access(FilePlace.folder(of: FilePlace.target(of: path)), W_OK | X_OK) == 0
      ? nil : File.Failure(code: errno).reason
  }

  private static func cannotWrite(
    _ path: String, _ failure: File.Failure, after written: [String]
  ) -> LocalizedText {
    let shown = Printable.escaped(path)
    let list = written.map { "`\(Printable.escaped($0))`" }.joined(separator: ", ")
    return LocalizedText(
      ko: "`\(shown)`에 쓸 수 없습니다: \(failure.reason.ko). "
        + (list.isEmpty ? "아무 파일도 쓰지 않았습니다" : "먼저 쓴 파일: \(list)"),
      en: "cannot write `\(shown)`: \(failure.reason.en); "
        + (list.isEmpty ? "no file was written" : "written before it: \(list)"))
  }
}
