import Schemes

extension FileSchema {
  /// Schemas of what does not depend on a vocabulary, in the order in which they are listed.
  package static let fixed = [
    report, lawComparison, policy, vocabulary, calendar, register, profile, waivers, decisions, tests,
  ]
}

extension PolicySet {
  /// Every kind of file that has a schema; those of schemes and of an authority's facts are made from a vocabulary, of
  /// which there may be several.
  package func schemas(vocabulary id: String?) -> [FileSchema] {
    let vocabularies = vocabularies.values.sorted { $0.id < $1.id }.filter { id == nil || $0.id == id }
    let several = vocabularies.count > 1
    return FileSchema.fixed
      + vocabularies.flatMap { vocabulary in
        [FileSchema.scheme(of: vocabulary), FileSchema.authorityFacts(of: vocabulary)].map { schema in
          several ? schema.named("\(vocabulary.id).\(schema.name)") : schema
        }
      }
  }
}

extension FileSchema {
  /// The same schema under another name.
  fileprivate func named(_ name: String) -> FileSchema {
    FileSchema(name, of: self)
  }
}
