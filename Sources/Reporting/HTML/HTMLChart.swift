import Diagnostics

/// A chart drawn as inline SVG: the width follows the page, the height the number of bars, and letters keep their
/// size. Bars are told apart by pattern as well as by colour.
struct HTMLChart {
  /// More bars than this are left to the table.
  static let mostBars = 60
  /// So many bars make one drawing: paper breaks between drawings, not within a bar.
  private static let barsOfDrawing = 5
  /// Cells of text that fit on a line even on a phone.
  private static let lineCells = 44
  private static let lineHeight = 18
  private static let barHeight = 15
  private static let gap = 10
  /// A part narrower than so many percent has no room for its figure.
  private static let roomForFigure = 7.0

  private let chart: Chart
  private let number: Int
  private let language: Language
  private let bars: ArraySlice<Chart.Bar>
  /// A range is drawn to its end if that is not more than so many times the longest bar.
  private static let mostOfRange = 3.0

  /// The length that takes the whole width.
  private let scale: Double
  /// Whether any bar stands for a range.
  private let hasRanges: Bool
  private var y = 0

  /// A drawing of a chart, the `number`th of its page.
  init(_ chart: Chart, number: Int, language: Language) {
    self.chart = chart
    self.number = number
    self.language = language
    bars = chart.bars.prefix(Self.mostBars)
    let lengths = bars.map { bar in bar.parts.reduce(0) { $0 + Self.length($1) } }
    let known = max(lengths.max() ?? 0, chart.mark.map(Self.length) ?? 0)
    // One range of unknown extent must not make the others too short to be told apart: it goes on at the edge.
    let ends = bars.flatMap(\.parts).compactMap(Self.greatest).filter { $0 <= known * Self.mostOfRange }
    scale = max(known, ends.max() ?? 0)
    hasRanges = bars.contains { $0.parts.contains { Self.greatest($0) != nil } }
  }

  /// Writes legend and drawing.
  mutating func draw(on writer: inout HTMLWriter) {
    if chart.series.count > 1 || hasRanges { putLegend(&writer) }
    var rest = bars
    var part = 1
    repeat {
      let some = rest.prefix(Self.barsOfDrawing)
      rest = rest.dropFirst(some.count)
      drawBars(some, part: part, on: &writer)
      part += 1
    } while !rest.isEmpty
    if bars.count < chart.bars.count {
      writer.markup("<p class=\"note\">")
      writer.text(HTMLWords.drawnOnly(bars.count, of: chart.bars.count)[language])
      writer.markup("</p>\n")
    }
  }

  /// Writes one drawing. The first tells those who hear it of all bars; the others say nothing more.
  private mutating func drawBars(_ bars: ArraySlice<Chart.Bar>, part: Int, on writer: inout HTMLWriter) {
    let lines = bars.map(lines(of:))
    let top = chart.mark == nil ? 0 : Self.lineHeight + 4
    let height = lines.reduce(top) { $0 + $1.count * Self.lineHeight + Self.barHeight + Self.gap }
    if part == 1 {
      writer.known("<svg role=\"img\" aria-labelledby=\"_t\(number) _d\(number)\" height=\"\(height)\">")
      writer.known("<title id=\"_t\(number)\">")
      writer.text(chart.title)
      writer.known("</title><desc id=\"_d\(number)\">")
      writer.text(HTMLWords.described(self.bars.count)[language])
      writer.markup("</desc>\n<defs>")
      for series in chart.series.indices { putPattern(series, &writer) }
      if hasRanges { putRangePattern(&writer) }
      writer.markup("</defs>\n")
    } else {
      writer.known("<svg aria-hidden=\"true\" height=\"\(height)\">\n")
    }
    y = top
    if let mark = chart.mark { putMarkLabel(mark, &writer) }
    for (bar, lines) in zip(bars, lines) { put(bar, lines, &writer) }
    writer.markup("</svg>\n")
  }

  // MARK: Bars

  private mutating func put(_ bar: Chart.Bar, _ lines: [Line], _ writer: inout HTMLWriter) {
    for line in lines {
      y += Self.lineHeight
      putText(line.text, x: "0", y: y - 5, &writer)
      if let figure = line.figure { putText(figure, x: "100%", y: y - 5, anchor: "end", &writer) }
    }
    writer.known("<rect class=\"track\" x=\"0\" y=\"\(y)\" width=\"100%\" height=\"\(Self.barHeight)\"/>\n")
    var start = 0.0
    for (index, part) in bar.parts.enumerated() where index < chart.series.count {
      let share = share(of: part)
      putRange(part, from: start + share, &writer)
      guard share > 0 else { continue }
      writer.known("<rect x=\"\(percent(start))\" y=\"\(y)\" width=\"\(percent(share))\"")
      writer.known(" height=\"\(Self.barHeight)\" fill=\"url(#_p\(number)-\(index))\"><title>")
      writer.text("\(chart.series[index].name): \(part.text)")
      writer.known("</title></rect>")
      writer.known("<rect class=\"edge\" x=\"\(percent(start))\" y=\"\(y)\" width=\"\(percent(share))\"")
      writer.known(" height=\"\(Self.barHeight)\"/>\n")
      if chart.series.count > 1, share >= Self.roomForFigure, DisplayWidth.of(part.text) <= 3 {
        putText(
          part.text, x: percent(start + share / 2), y: y + 12, anchor: "middle", kind: "part", &writer)
      }
      start += share
    }
    if let mark = chart.mark, Self.length(mark) > 0 {
      let x = percent(share(of: mark))
      writer.known(
        "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(y)\" y2=\"\(y + Self.barHeight + 4)\"/>\n")
    }
    y += Self.barHeight + Self.gap
  }

  private func putMarkLabel(_ mark: Chart.Part, _ writer: inout HTMLWriter) {
    let share = share(of: mark)
    putText(
      mark.text, x: percent(share), y: Self.lineHeight - 4,
      anchor: share > 66 ? "end" : share < 33 ? "start" : "middle", &writer)
  }

  private func putText(
    _ text: String, x: String, y: Int, anchor: String? = nil, kind: String? = nil,
    _ writer: inout HTMLWriter
  ) {
    writer.known("<text x=\"\(x)\" y=\"\(y)\"")
    if let anchor { writer.known(" text-anchor=\"\(anchor)\"") }
    if let kind { writer.known(" class=\"\(kind)\"") }
    writer.markup(">")
    writer.text(text)
    writer.markup("</text>\n")
  }

  // MARK: Colours and patterns

  private func putLegend(_ writer: inout HTMLWriter) {
    writer.markup("<ul class=\"legend\">")
    for (index, series) in chart.series.enumerated() where occurs(index) && chart.series.count > 1 {
      writer.markup("<li><svg aria-hidden=\"true\" width=\"16\" height=\"16\">")
      writer.known("<rect width=\"16\" height=\"16\" fill=\"url(#_p\(number)-\(index))\"/>")
      writer.markup("<rect class=\"edge\" width=\"16\" height=\"16\"/></svg>")
      writer.text(series.name)
      writer.markup("</li>\n")
    }
    if hasRanges {
      putLegend(fill: "_p\(number)-0", HTMLWords.least, &writer)
      putLegend(fill: "_r\(number)", HTMLWords.range, &writer)
    }
    writer.markup("</ul>\n")
  }

  private func putLegend(fill: String, _ text: LocalizedText, _ writer: inout HTMLWriter) {
    writer.markup("<li><svg aria-hidden=\"true\" width=\"16\" height=\"16\">")
    writer.known("<rect width=\"16\" height=\"16\" fill=\"url(#\(fill))\"/>")
    writer.markup("<rect class=\"edge\" width=\"16\" height=\"16\"/></svg>")
    writer.text(text[language])
    writer.markup("</li>\n")
  }

  // MARK: Ranges

  /// What a value may be beyond its least: hatched, up to its greatest or to the edge.
  private func putRange(_ part: Chart.Part, from start: Double, _ writer: inout HTMLWriter) {
    guard let greatest = Self.greatest(part), scale > 0, start < 100 else { return }
    let end = min(100, start + max(0, greatest - Self.length(part)) / scale * 100)
    guard end > start else { return }
    writer.known("<rect x=\"\(percent(start))\" y=\"\(y)\" width=\"\(percent(end - start))\"")
    writer.known(" height=\"\(Self.barHeight)\" fill=\"url(#_r\(number))\"/>\n")
  }

  private func putRangePattern(_ writer: inout HTMLWriter) {
    writer.known(
      "<pattern id=\"_r\(number)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
    writer.markup("<rect class=\"ground\" width=\"8\" height=\"8\"/>")
    putShape("path", "f-plain", "d=\"M0 8L8 0H6L0 6ZM8 8V6L6 8Z\"", &writer)
    writer.markup("</pattern>")
  }

  /// Whether a part of any bar can be seen.
  private func occurs(_ series: Int) -> Bool {
    bars.contains { series < $0.parts.count && Self.length($0.parts[series]) > 0 }
  }

  /// The first series of a tone is solid, the others of the same tone are hatched, dotted, striped.
  private func putPattern(_ index: Int, _ writer: inout HTMLWriter) {
    let tone = chart.series[index].tone
    let before = chart.series[..<index].reduce(0) { $0 + ($1.tone == tone ? 1 : 0) }
    let fill: StaticString =
      switch tone {
      case .plain: "f-plain"
      case .bad: "f-bad"
      case .open: "f-open"
      case .good: "f-good"
      case .faint: "f-faint"
      }
    writer.known(
      "<pattern id=\"_p\(number)-\(index)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
    writer.known("<rect class=\"\(before == 0 ? fill : "ground")\" width=\"8\" height=\"8\"/>")
    switch before % 4 {
    case 1: putShape("path", fill, "d=\"M0 5L5 0H8L0 8ZM8 5V8H5Z\"", &writer)
    case 2: putShape("circle", fill, "cx=\"4\" cy=\"4\" r=\"2.6\"", &writer)
    case 3: putShape("path", fill, "d=\"M0 1H8V5H0Z\"", &writer)
    default: if before > 0 { putShape("path", fill, "d=\"M1 0H5V8H1Z\"", &writer) }
    }
    writer.markup("</pattern>")
  }

  private func putShape(
    _ name: StaticString, _ fill: StaticString, _ shape: StaticString, _ writer: inout HTMLWriter
  ) {
    writer.known("<\(name) class=\"\(fill)\" \(shape)/>")
  }

  // MARK: Lengths

  /// A length that can be drawn: what is not known, or below nothing, takes no room.
  private static func length(_ part: Chart.Part) -> Double {
    guard let length = part.length, length.isFinite, length > 0 else { return 0 }
    return length
  }

  /// The greatest length of a range; nil for what is none.
  private static func greatest(_ part: Chart.Part) -> Double? {
    guard let greatest = part.greatest, !greatest.isNaN, greatest > length(part) else { return nil }
    return greatest
  }

  private func share(of part: Chart.Part) -> Double {
    scale > 0 ? Self.length(part) / scale * 100 : 0
  }

  /// With two digits behind the point, the same on every machine.
  private func percent(_ share: Double) -> String {
    let hundredths = Int((max(0, min(share, 100)) * 100).rounded())
    let rest = hundredths % 100
    return rest == 0 ? "\(hundredths / 100)%" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }

  // MARK: Labels

  /// A line above a bar; the last may end with the bar's figure.
  private struct Line {
    var text: String
    var figure: String?
  }

  private func lines(of bar: Chart.Bar) -> [Line] {
    var lines = broken(InertText.of(bar.label)).map { Line(text: $0) }
    let isPlain = chart.series.count == 1
    guard isPlain, let figure = bar.parts.first?.text, let last = lines.last else { return lines }
    if DisplayWidth.of(last.text) + DisplayWidth.of(figure) + 2 <= Self.lineCells {
      lines[lines.count - 1].figure = figure
    } else {
      lines += broken(InertText.of(figure)).map { Line(text: $0) }
    }
    return lines
  }

  /// A text in lines that fit, broken at spaces or, where there are none, anywhere; cut short after three.
  private func broken(_ text: String) -> [String] {
    var lines = [""]
    var width = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let cells = DisplayWidth.of(String(word))
      if width > 0, width + 1 + cells > Self.lineCells {
        lines.append("")
        width = 0
      }
      if width > 0 {
        lines[lines.count - 1] += " "
        width += 1
      }
      for character in word {
        let cells = DisplayWidth.of(character)
        if width + cells > Self.lineCells {
          lines.append("")
          width = 0
        }
        lines[lines.count - 1].append(character)
        width += cells
      }
    }
    return lines.count > 3 ? Array(lines.prefix(2)) + [lines[2] + "…"] : lines
  }
}
