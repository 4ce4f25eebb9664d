import Diagnostics

extension HTMLDocument {
  /// A chart is a drawing, what its colours and patterns mean, and a table of the exact figures.
  mutating func putChart(_ chart: Chart) {
    charts += 1
    writer.markup("<figure class=\"chart\"><figcaption>")
    writer.text(chart.title)
    writer.markup("</figcaption>\n")
    var drawing = HTMLChart(chart, number: charts, language: info.language)
    drawing.draw(on: &writer)
    writer.markup("<details><summary>")
    writer.text(say(HTMLWords.figures))
    writer.markup("</summary>\n")
    putTable(of: chart)
    writer.markup("</details></figure>\n")
  }
}
