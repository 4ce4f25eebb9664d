package import Diagnostics
import Expressions
package import Findings
import Schemes

extension PolicySet {
  /// What a vocabulary says: all of it, or of what a path names; nil where there is no such thing, which is reported.
  ///
  /// - Parameters:
  ///   - path: a fact, a group, a record, an element of a scheme, the beginning of paths, or a name; nil: everything.
  ///   - id: the vocabulary; nil: the only one. With several and no path they are listed.
  package func vocabularySheet(
    _ path: String?, of id: String?, diagnostics: inout DiagnosticLog
  ) -> Sheet? {
    let known = vocabularies.keys.sorted()
    if let id, vocabularies[id] == nil {
      unknownVocabulary(id, known, &diagnostics)
      return nil
    }
    let chosen = (id.map { [$0] } ?? known).compactMap { vocabularies[$0] }
    guard let path else {
      return chosen.count == 1 ? whole(chosen[0]) : Self.list(of: chosen)
    }
    let found = chosen.compactMap { vocabulary in
      VocabularyLookup(map: FactMap(vocabulary)).find(path).map { (vocabulary, $0) }
    }
    guard let (vocabulary, target) = found.first else {
      unknownFact(path, chosen, &diagnostics)
      return nil
    }
    guard found.count == 1 else {
      let names = found.map { "`\($0.0.id)`" }.joined(separator: ", ")
      diagnostics.error(
        "vocabulary.several", at: nil, ko: "`\(Printable.shortened(path))`은(는) 여러 용어집에 있습니다: \(names)",
        en: "`\(Printable.shortened(path))` is in several vocabularies: \(names)",
        help: LocalizedText(ko: "`--vocabulary 식별자`로 하나를 고르십시오", en: "choose one with `--vocabulary ID`"))
      return nil
    }
    return FactSheet(FactMap(vocabulary), reads: FactReads(self, vocabulary: vocabulary.id)).sheet(of: target)
  }

  private func whole(_ vocabulary: Vocabulary) -> Sheet {
    let map = FactMap(vocabulary)
    var sheet = Sheet([.title(Self.title(of: vocabulary))])
    let facts = map.fields.count { map.environment.field($0).type != .group }
    let records = map.environment.records.count - 1
    sheet.pieces += [
      .row(ko: "보상안의 첫 줄", en: "schemes begin with", LocalizedText("`format: \(vocabulary.format)`")),
      .row(
        ko: "내용", en: "holds",
        LocalizedText(
          ko: "사실 \(facts)개, 목록 요소의 종류 \(records)개", en: "\(facts) facts, \(records) kinds of list elements")),
      .row(ko: "파일", en: "file", LocalizedText(vocabulary.file.path)),
      .paragraph(
        ko: "`이름[]`은 목록이고 그 아래는 요소마다 적는 사실입니다. 따로 밝히지 않은 사실은 적지 않으면 모르는 것으로 봅니다.",
        en:
          "`name[]` is a list, and what stands below it is said of each element. A fact that is not stated is "
          + "unknown, unless its line says otherwise."),
      .gap,
    ]
    sheet.pieces += VocabularyTree(map).rows()
    return sheet
  }

  private static func title(of vocabulary: Vocabulary) -> LocalizedText {
    guard let title = vocabulary.title else { return LocalizedText(vocabulary.format) }
    return .joined([LocalizedText(vocabulary.format), title], separator: " — ")
  }

  private static func list(of vocabularies: [Vocabulary]) -> Sheet {
    Sheet(
      [.title(LocalizedText(ko: "용어집 \(vocabularies.count)개", en: "\(vocabularies.count) vocabularies"))]
        + vocabularies.map { vocabulary in
          .row(
            LocalizedText(vocabulary.id), vocabulary.title ?? LocalizedText(vocabulary.file.path), indent: 2)
        } + [
          .gap,
          .paragraph(
            ko: "하나를 보려면 `--vocabulary 식별자`를 붙이십시오.", en: "Show one with `--vocabulary ID`.", indent: 0),
        ])
  }

  /// Whether a vocabulary is among those that are loaded, or none is asked for; one that is not is reported.
  package func knowsVocabulary(_ id: String?, diagnostics: inout DiagnosticLog) -> Bool {
    guard let id, vocabularies[id] == nil else { return true }
    unknownVocabulary(id, vocabularies.keys.sorted(), &diagnostics)
    return false
  }

  private func unknownVocabulary(_ id: String, _ known: [String], _ diagnostics: inout DiagnosticLog) {
    let shown = Printable.shortened(id)
    diagnostics.error(
      "vocabulary.unknown", at: nil, ko: "용어집 `\(shown)`이(가) 없습니다", en: "there is no vocabulary `\(shown)`",
      help: Suggestion.help(for: id, among: known))
  }

  private func unknownFact(_ path: String, _ chosen: [Vocabulary], _ diagnostics: inout DiagnosticLog) {
    let help = chosen.lazy.compactMap { VocabularyLookup(map: FactMap($0)).help(for: path) }.first
    let shown = Printable.shortened(path)
    diagnostics.error(
      "vocabulary.unknown-fact", at: nil, ko: "용어집에 `\(shown)`(이)라는 사실이나 이름이 없습니다",
      en: "the vocabulary has no fact or name `\(shown)`",
      help: help
        ?? LocalizedText(
          ko: "모든 사실은 `audit vocabulary`로 볼 수 있습니다", en: "`audit vocabulary` lists every fact"))
  }
}
