extension HTMLDocument {
  /// The start of an entry, with the places of what it can be chosen by.
  mutating func putGroupStart(_ group: FindingGroup) {
    if filterPlace == nil { filterPlace = sectionPlace }
    putEntryStart(group)
    if let name = anchors.claim(group.anchor) {
      writer.markup(" id=\"")
      writer.known(name)
      writer.markup("\"")
    }
    let entry = facets.add(group)
    writer.markup(" data-o=\"")
    writer.number(entry.outcome)
    writer.markup("\" data-e=\"")
    writer.number(entry.effect)
    writer.markup("\" data-n=\"")
    writer.number(group.findings)
    writer.markup("\" data-w=\"")
    putShares(entry.owners)
    writer.markup("\" data-s=\"")
    putShares(entry.subjects)
    writer.markup("\">\n")
  }

  /// The start of an entry's tag, and of what is set as the entry's outcome is.
  mutating func putEntryStart(_ group: FindingGroup) {
    self.group = group
    writer.markup("<article class=\"entry")
    if let tone = HTMLFacets.tone(ofOutcome: group.outcome) {
      writer.markup(" ")
      writer.markup(tone)
    }
    writer.markup("\"")
  }

  /// Names by their places, each with the number of its findings: `0:4 3:1`.
  private mutating func putShares(_ shares: [(place: Int, findings: Int)]) {
    for (index, share) in shares.enumerated() {
      if index > 0 { writer.markup(" ") }
      writer.number(share.place)
      writer.markup(":")
      writer.number(share.findings)
    }
  }

  /// The end of an entry.
  mutating func putGroupEnd() {
    writer.markup("</article>\n")
    group = nil
  }
}
