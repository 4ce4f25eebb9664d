import Diagnostics
import Findings

/// The table of contents of a page, and what lets readers choose entries.
struct HTMLContents {
  /// A heading that the table of contents leads to.
  struct Entry {
    /// Its rank, 1 or 2.
    var level: Int
    /// The name of its place.
    var name: String
    /// Its text.
    var text: String
  }

  /// From so many headings on there is a table of contents.
  private static let fewest = 3
  /// So many subjects fit into a list to pick from; of more, a part of the name is asked for.
  private static let mostListed = 200

  /// The language of the page.
  let language: Language

  /// The table of contents; nothing where there is little to lead to.
  func bytes(_ entries: [Entry]) -> [[UInt8]] {
    guard entries.count >= Self.fewest else { return [] }
    var writer = HTMLWriter()
    writer.markup("<nav aria-label=\"")
    writer.text(HTMLWords.contents[language])
    writer.markup("\"><details open><summary>")
    writer.text(HTMLWords.contents[language])
    writer.markup("</summary>\n<ol>\n")
    var isNested = false
    for (index, entry) in entries.enumerated() {
      if entry.level > 1, index > 0 {
        writer.markup(isNested ? "</li>\n" : "\n<ol>\n")
        isNested = true
      } else {
        if isNested { writer.markup("</li></ol>\n") }
        if index > 0 { writer.markup("</li>\n") }
        isNested = false
      }
      writer.markup("<li><a href=\"#")
      writer.known(entry.name)
      writer.markup("\">")
      writer.text(entry.text)
      writer.markup("</a>")
    }
    if isNested { writer.markup("</li></ol>\n") }
    writer.markup("</li>\n</ol></details></nav>\n")
    writer.cut()
    return writer.pieces
  }

  /// The choice of entries by outcome, effect, service and subject, which a script shows; nothing where there is no choice.
  func bytes(_ facets: HTMLFacets) -> [[UInt8]] {
    guard facets.entries > 1 else { return [] }
    var writer = HTMLWriter()
    writer.markup("<form id=\"_filter\" autocomplete=\"off\" hidden aria-label=\"")
    writer.text(HTMLWords.filter[language])
    writer.markup("\" data-all=\"")
    writer.text(HTMLWords.all[language])
    writer.markup("\" data-whole=\"")
    writer.text(HTMLWords.whole[language])
    writer.markup("\" data-some=\"")
    writer.text(HTMLWords.some[language])
    writer.markup("\">\n<details open><summary>")
    writer.text(HTMLWords.filter[language])
    writer.markup("</summary>\n")
    let outcomes = facets.outcomes.ordered(as: Outcome.worstFirst.map(\.rawValue))
    put(outcomes, "o", HTMLWords.outcome, to: &writer) { HTMLFacets.label(ofOutcome: $0, language) }
    let effects = facets.effects.ordered(as: Effect.allCases.map(\.rawValue))
    put(effects, "e", HTMLWords.effect, to: &writer) { HTMLFacets.label(ofEffect: $0, language) }
    put(facets.owners, id: "_owner", key: "w", HTMLWords.owner, to: &writer)
    put(facets.subjects, id: "_subject", key: "s", HTMLWords.subject, to: &writer)
    writer.markup("<button type=\"reset\">")
    writer.text(HTMLWords.reset[language])
    writer.markup("</button>\n</details></form>\n<p id=\"_count\" role=\"status\" hidden></p>\n")
    writer.cut()
    return writer.pieces
  }

  private func put(
    _ values: [(place: Int, value: HTMLFacets.Value)], _ name: StaticString, _ title: LocalizedText,
    to writer: inout HTMLWriter,
    label: (String) -> String
  ) {
    guard values.count > 1 else { return }
    writer.markup("<fieldset><legend>")
    writer.text(title[language])
    writer.markup("</legend>")
    for (place, value) in values {
      writer.markup("<label><input type=\"checkbox\" name=\"")
      writer.markup(name)
      writer.markup("\" value=\"")
      writer.number(place)
      writer.markup("\" data-code=\"")
      writer.text(value.name)
      writer.markup("\"> <span>")
      writer.text(label(value.name))
      writer.markup("</span> ")
      writer.number(value.count)
      writer.markup("</label>\n")
    }
    writer.markup("</fieldset>\n")
  }

  /// Names to choose one of: a list, or a part of a name where there are very many.
  private func put(
    _ facet: HTMLFacets.Facet, id: StaticString, key: StaticString, _ title: LocalizedText,
    to writer: inout HTMLWriter
  ) {
    guard facet.values.count > 1 else { return }
    let isListed = facet.values.count <= Self.mostListed
    writer.markup("<p class=\"pick\"><label for=\"")
    writer.markup(id)
    writer.markup("\">")
    writer.text(title[language])
    writer.markup("</label> ")
    writer.markup(isListed ? "<select id=\"" : "<input type=\"search\" id=\"")
    writer.markup(id)
    writer.markup("\" data-key=\"")
    writer.markup(key)
    if isListed {
      writer.markup("\"><option value=\"\">")
      writer.text(HTMLWords.anySubject[language])
      writer.markup("</option>\n")
    } else {
      writer.markup("\" placeholder=\"")
      writer.text(HTMLWords.subjectHint[language])
      writer.markup("\"><datalist>\n")
    }
    for (place, value) in facet.values.enumerated().sorted(by: { $0.element.name < $1.element.name }) {
      writer.markup("<option data-place=\"")
      writer.number(place)
      writer.markup("\" value=\"")
      writer.text(value.name)
      writer.markup("\">")
      writer.text(value.name)
      writer.markup(" (")
      writer.number(value.count)
      writer.markup(")</option>\n")
      writer.close()
    }
    writer.markup(isListed ? "</select></p>\n" : "</datalist></p>\n")
  }
}
