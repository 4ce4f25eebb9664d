package import Diagnostics
import Expressions
package import YAMLTree

/// Files `guideline_waivers/1`.
extension WaiverFile {
  /// The first line of such a file.
  package static let format = "guideline_waivers/1"

  private static let keys = ["format", "id", "title", "waivers", "note"]
  private static let waiverKeys = [
    "id", "rule", "when", "granted_by", "granted_on", "expires", "basis", "reason", "document", "scheme",
  ]

  /// Reads waivers; nil when one has an error. Rules, bodies and conditions are checked by `check(against:)`.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> WaiverFile? {
    let (file, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? file : nil
  }

  /// Reads the waivers that are sound, so that their names can be checked in the same pass.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (file: WaiverFile?, isWhole: Bool) {
    let (file, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("waiver")
      let root = reader.file(tree, format: format)
      return (root.flatMap { Self.file($0, of: tree, &reader) }, reader)
    }
    return (file, isWhole)
  }

  private static func file(_ root: YAMLNode, of tree: YAMLTree, _ reader: inout Reader) -> WaiverFile? {
    guard let file = tree.files.first else { return nil }
    let what = LocalizedText(ko: "적용 유예", en: "a waiver")
    guard reader.mapping(root, keys: keys, of: LocalizedText(ko: "유예 파일", en: "a waiver file")) else {
      return nil
    }
    let items = reader.required("waivers", in: root, of: LocalizedText(ko: "유예 파일", en: "a waiver file"))
      .flatMap {
        reader.items($0, of: LocalizedText(ko: "적용 유예", en: "waivers"))
      }
    var places: [String: SourceSpan] = [:]
    let waivers = (items ?? []).compactMap { item -> Waiver? in
      guard reader.mapping(item, keys: waiverKeys, of: what) else { return nil }
      if let id = item["id"] { _ = reader.isNew(id, &places, what) }
      return reader.waiver(item, what)
    }
    return WaiverFile(waivers: waivers, file: file)
  }
}

extension Reader {
  fileprivate mutating func waiver(_ item: YAMLNode, _ what: LocalizedText) -> Waiver? {
    let id = required("id", in: item, of: what).flatMap { identifier($0, what) }
    let rule = required("rule", in: item, of: what)
    let ruleID = rule.flatMap { identifier($0, LocalizedText(ko: "규칙 식별자", en: "a rule's id")) }
    let by = required("granted_by", in: item, of: what)
    let body = by.flatMap { identifier($0, LocalizedText(ko: "유예한 기관", en: "the body that granted it")) }
    let on = required("granted_on", in: item, of: what).flatMap {
      day($0, LocalizedText(ko: "유예한 날", en: "the day it was granted"))
    }
    let expires = required("expires", in: item, of: what).flatMap {
      day($0, LocalizedText(ko: "유예의 마지막 날", en: "the last day it holds"))
    }
    if let on, let expires, expires < on {
      error(
        "period", at: item["expires"]?.span, ko: "유예가 시작하기 전에 끝납니다",
        en: "the waiver expires before it is granted",
        help: LocalizedText(ko: "`granted_on`과 `expires`를 확인하십시오", en: "check `granted_on` and `expires`"))
    }
    let basis = required("basis", in: item, of: what).flatMap {
      localized($0, LocalizedText(ko: "유예의 근거", en: "the waiver's basis"))
    }
    let reason = required("reason", in: item, of: what).flatMap {
      localized($0, LocalizedText(ko: "유예의 이유", en: "the waiver's reason"))
    }
    let document = item.stated("document").flatMap {
      text($0, LocalizedText(ko: "문서 번호", en: "the document"))
    }
    let scheme = item.stated("scheme").flatMap { text($0, LocalizedText(ko: "보상안 식별자", en: "a scheme's id")) }
    guard let id, let rule, let ruleID, let by, let body, let on, let expires, let basis, let reason else {
      return nil
    }
    return Waiver(
      id: id, rule: ruleID, when: item.stated("when"), grantedBy: body, grantedOn: on, expires: expires,
      basis: basis, reason: reason, document: document, scheme: scheme, span: (item["id"] ?? item).span,
      ruleSpan: rule.span, grantedBySpan: by.span)
  }
}
