package import Diagnostics
package import Expressions

/// What kind of document a scheme file is.
package struct SchemeProvenance: Sendable {
  /// How the file came about.
  package enum Kind: String, Sendable, CaseIterable {
    /// Handed in by the company.
    case filed
    /// Written by the company, not handed in.
    case draft
    /// Built by others from public reports: not a document of the company.
    case reconstructed
  }

  package let kind: Kind
  /// Who wrote the file.
  package let by: String?
  package let on: Day?
  /// The file says in so many words that the company did not hand it in.
  package let isDeclaredNotFiled: Bool
  package let note: LocalizedText?
  package let url: String?
  package let span: SourceSpan
}

/// What facts rest on: a publication, a report, a calculation.
package struct SchemeSource: Sendable {
  package let name: String
  package let title: LocalizedText
  /// Such as `company_publication`, `news`, `authority`.
  package let kind: String?
  package let date: Day?
  /// Such as `verified`, `inferred`.
  package let confidence: String?
  package let url: String?
  package let note: LocalizedText?
  package let span: SourceSpan
}
