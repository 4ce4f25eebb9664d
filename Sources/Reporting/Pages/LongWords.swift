/// Divides words that are longer than a line, for readers that let them run out of a cell or of the page.
///
/// Nothing is added to the text: lines end within it, best after a sign that separates, as the `/` of a path.
enum LongWords {
  /// A character with the room that it takes.
  private struct Letter {
    /// Whose run it is.
    var run: Int
    var character: Character
    var extent: Int
    /// A line may end after it: a space, or a letter of a script without spaces.
    var endsWord: Bool
  }

  /// A paragraph in parts, each of which begins a line; one part where no word is longer than a line.
  ///
  /// `room` is that of a line, in thousandths of the letters' height.
  static func lines(of runs: [Run], room: Int) -> [[Run]] {
    guard TextExtent.lines(of: runs, room: room).longestUnbroken > room else { return [runs] }
    let letters = letters(of: runs)
    let cuts = cuts(letters, room: max(1000, room))
    guard !cuts.isEmpty else { return [runs] }
    var lines: [[Run]] = [[]]
    var text = ""
    func flush(_ run: Int) {
      if !text.isEmpty { lines[lines.count - 1].append(runs[run].with(text)) }
      text = ""
    }
    for (place, letter) in letters.enumerated() {
      if place > 0, letters[place - 1].run != letter.run { flush(letters[place - 1].run) }
      if cuts.contains(place) {
        flush(letter.run)
        lines.append([])
      }
      text.append(letter.character)
    }
    if let last = letters.last { flush(last.run) }
    return lines
  }

  private static func letters(of runs: [Run]) -> [Letter] {
    var letters: [Letter] = []
    for (index, run) in runs.enumerated() {
      for character in run.text {
        let extent = TextExtent.of(character, code: run.isCode, strong: run.isStrong)
        letters.append(
          Letter(
            run: index, character: character, extent: extent, endsWord: TextExtent.endsWord(character)))
      }
    }
    return letters
  }

  /// Places before which a line ends.
  private static func cuts(_ letters: [Letter], room: Int) -> Set<Int> {
    var cuts: Set<Int> = []
    var start = 0
    while start < letters.count {
      var end = start
      var extent = 0
      while end < letters.count {
        extent += letters[end].extent
        end += 1
        if letters[end - 1].endsWord { break }
      }
      if extent > room { cut(letters, start..<end, room, &cuts) }
      start = end
    }
    return cuts
  }

  private static func cut(_ letters: [Letter], _ word: Range<Int>, _ room: Int, _ cuts: inout Set<Int>) {
    var filled = 0
    var start = word.lowerBound
    var (best, good): (Int?, Int?)
    var place = word.lowerBound
    while place < word.upperBound {
      filled += letters[place].extent
      if filled > room, place > start {
        start = best ?? good ?? place
        cuts.insert(start)
        (best, good) = (nil, nil)
        filled = letters[start...place].reduce(0) { $0 + $1.extent }
      }
      if filled * 2 > room {
        switch letters[place].character {
        case "/", ",", ";", "&", "?", "|", ")", "]", "}": best = place + 1
        case "-", "_", ".", ":", "=": good = place + 1
        default: break
        }
      }
      place += 1
    }
  }
}

extension Run {
  /// Another text of the same look that leads to the same place.
  func with(_ text: String) -> Run {
    Run(text, strong: isStrong, code: isCode, tone: tone, link: link)
  }
}
