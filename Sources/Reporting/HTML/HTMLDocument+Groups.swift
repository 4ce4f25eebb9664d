extension HTMLDocument {
  /// The start of an entry, with the places of what it can be chosen by.
  mutating func putGroupStart(_ group: FindingGroup) {
    if filterPlace == nil { filterPlace = sectionPlace }
    isInGroup = true
    writer.markup("<article class=\"entry")
    if let tone = HTMLFacets.tone(ofOutcome: group.outcome) {
      writer.markup(" ")
      writer.markup(tone)
    }
    writer.markup("\"")
    if let name = anchors.claim(group.anchor) {
      writer.markup(" id=\"")
      writer.known(name)
      writer.markup("\"")
    }
    let places = facets.add(group)
    writer.markup(" data-o=\"")
    writer.number(places.outcome)
    writer.markup("\" data-e=\"")
    writer.number(places.effect)
    writer.markup("\" data-s=\"")
    for (index, subject) in places.subjects.enumerated() {
      if index > 0 { writer.markup(" ") }
      writer.number(subject)
    }
    writer.markup("\">\n")
  }

  /// The end of an entry.
  mutating func putGroupEnd() {
    writer.markup("</article>\n")
    isInGroup = false
  }
}
