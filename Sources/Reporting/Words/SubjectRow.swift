import Diagnostics

/// Subjects in a row as a letter tells them: parts of one thing once with it (`멜론 / 원인·연락처`), and things with the same
/// parts once with these (`(멜론, 카카오T 블루) / 원인`).
struct SubjectRow {
  /// Things with the parts that are meant.
  private struct Line {
    var owners: [String]
    var parts: [String]
    let place: String
  }

  private let language: Language
  private var lines: [Line] = []

  /// An empty row.
  init(_ language: Language) {
    self.language = language
  }

  /// Adds a subject by its name, `thing / part` for a part of a thing, with its place behind it.
  mutating func add(_ name: String, place: String = "") {
    let parts = name.split(separator: " / ").map(String.init)
    let owner = parts.dropLast().joined(separator: " / ")
    guard !owner.isEmpty, let part = parts.last else {
      return lines.append(Line(owners: [], parts: [name], place: place))
    }
    if let last = lines.last, last.owners == [owner], last.place == place {
      lines[lines.count - 1].parts.append(part)
    } else {
      lines.append(Line(owners: [owner], parts: [part], place: place))
    }
  }

  /// The subjects, those that share what they are parts of or what parts they have in one text.
  var texts: [String] {
    var merged: [Line] = []
    for line in lines {
      if let last = merged.last, !line.owners.isEmpty, !last.owners.isEmpty, last.parts == line.parts,
        last.place.isEmpty, line.place.isEmpty
      {
        merged[merged.count - 1].owners += line.owners
      } else {
        merged.append(line)
      }
    }
    return merged.map(text)
  }

  private func text(_ line: Line) -> String {
    guard !line.owners.isEmpty else { return line.parts.joined() + line.place }
    let owners = line.owners.joined(separator: ", ")
    let parts = line.parts.joined(separator: language == .ko ? "·" : ", ")
    // Commas in English would part what belongs together.
    let isPlain = line.parts.count == 1 || language == .ko
    return (line.owners.count == 1 ? owners : "(\(owners))") + " / " + (isPlain ? parts : "(\(parts))")
      + line.place
  }
}
