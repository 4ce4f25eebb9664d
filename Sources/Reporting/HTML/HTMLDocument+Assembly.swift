import Diagnostics
import Findings

extension HTMLDocument {
  /// Puts the page together.
  consuming func finish() -> [[UInt8]] {
    closeLists(above: 0)
    closeSections(from: 1)
    putPlaces()
    let isPlain = contentsPlace == nil
    writer.markup(isPlain ? "</header>\n</main>\n" : "</div>\n</main>\n")
    let parts = HTMLContents(language: info.language)
    let style = HTMLStyle.text(
      title: info.title, widths: widths.sorted(), labels: columnLabels, isLandscape: template.isLandscape,
      isForPaper: isForPaper, sheets: part.sheets)
    let contents = isForPaper ? [] : parts.bytes(contents)
    let choice = isForPaper ? [] : parts.bytes(facets)
    var tail = HTMLWriter()
    if !isForPaper {
      tail.markup("<script>")
      tail.markup(HTMLScript.text)
      tail.markup("</script>\n")
    }
    tail.markup("</body>\n</html>\n")
    tail.cut()

    writer.cut()
    var pieces = head(style: style, hasContents: !contents.isEmpty, isPlain: isPlain)
    for (place, piece) in writer.pieces.enumerated() {
      if place == contentsPlace { pieces += contents }
      if place == filterPlace { pieces += choice }
      pieces.append(piece)
    }
    return pieces + tail.pieces
  }

  /// Everything before the document's own blocks.
  private func head(style: String, hasContents: Bool, isPlain: Bool) -> [[UInt8]] {
    var writer = HTMLWriter()
    writer.markup("<!DOCTYPE html>\n<html lang=\"")
    writer.known(info.language.rawValue)
    writer.markup("\">\n<head>\n<meta charset=\"utf-8\">\n")
    writer.markup(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
    writer.known(Base64.digest(of: style))
    writer.markup("'; script-src 'sha256-")
    writer.known(Base64.digest(of: HTMLScript.text.description))
    writer.markup("'; base-uri 'none'; form-action 'none'\">\n<title>")
    writer.text(info.title)
    if !info.about.isEmpty {
      writer.markup(" — ")
      writer.text(info.about)
    }
    writer.markup("</title>\n<meta name=\"description\" content=\"")
    writer.text(info.about.isEmpty ? info.title : "\(info.title): \(info.about)")
    writer.markup("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    writer.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    writer.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    // Telephone numbers, dates and addresses of a report are no links.
    writer.markup(
      "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n")
    writer.markup("<style>")
    writer.known(style)
    writer.markup("</style>\n</head>\n<body class=\"")
    writer.known(template.name)
    if hasContents { writer.markup(" with-contents") }
    writer.markup("\">\n")
    if !isPlain, !isForPaper {
      writer.markup("<a class=\"skip\" href=\"#_text\">")
      writer.text(say(HTMLWords.skip))
      writer.markup("</a>\n")
    }
    writer.markup("<main>\n")
    writer.cut()
    return writer.pieces
  }
}
