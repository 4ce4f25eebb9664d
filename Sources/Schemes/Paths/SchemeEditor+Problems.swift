import Diagnostics
import YAMLTree

extension SchemeEditor {
  /// The place of a path, or nil when it leads nowhere, which is reported.
  mutating func place(_ assignment: SchemeEdit.Assignment, _ path: SchemePath) -> TreePlace? {
    do throws(TreePlace.Failure) {
      return try TreePlace(path, in: tree, vocabulary: vocabulary)
    } catch {
      reportFailure(error, assignment, path)
      return nil
    }
  }

  /// Reports a path that leads nowhere, at the step that fails.
  mutating func reportFailure(
    _ failure: TreePlace.Failure, _ assignment: SchemeEdit.Assignment, _ path: SchemePath
  ) {
    let located = path.steps[failure.step]
    let span = assignment.span(of: located.range)
    let text = Quoted.text(path.text(through: failure.step))
    var word = ""
    switch located.step {
    case .name(let name), .key(let name): word = name
    case .position(let position): word = "#\(position + 1)"
    }
    switch failure.reason {
    case .unknownName(let names):
      let near = Suggestion.nearest(to: Quoted.text(word), among: names)
      log.error(
        "edit.unknown-fact", at: span, ko: "`\(text)`은(는) 용어집에 없는 사실입니다", en: "unknown fact `\(text)`",
        help: near.map(Suggestion.question))
    case .unknownElement(let keys):
      let near = word.hasPrefix("#") ? nil : Suggestion.nearest(to: Quoted.text(word), among: keys)
      log.error(
        "edit.unknown-element", at: span, ko: "`\(text)`에 해당하는 항목이 보상안에 없습니다",
        en: "the scheme has no element `\(text)`",
        help: near.map(Suggestion.question)
          ?? LocalizedText(
            ko: "항목을 새로 만들려면 그 항목 전체를 값으로 적으십시오. 보기: `\"scheme.awards[A9]\": {group: free}`",
            en: "to add an element give it whole, such as `\"scheme.awards[A9]\": {group: free}`"))
    case .noList:
      log.error(
        "edit.no-list", at: span, ko: "`\(text)`을(를) 찾을 목록이 적혀 있지 않습니다",
        en: "the list that would hold `\(text)` is not stated",
        help: LocalizedText(ko: "목록 전체를 `[…]`로 적으십시오", en: "give the whole list as `[…]`"))
    case .notAList:
      log.error(
        "edit.not-a-list", at: span, ko: "`\(text)` 앞에는 목록이 와야 합니다", en: "there is no list before `\(text)`")
    }
  }

  /// Reports a new element whose value names another key than its path.
  mutating func reportOtherKey(_ stated: String, _ key: String, _ assignment: SchemeEdit.Assignment) {
    log.error(
      "edit.other-key", at: assignment.span,
      ko: "경로의 `\(Quoted.text(key))`와(과) 값에 적힌 `\(Quoted.text(stated))`이(가) 다릅니다",
      en: "the path names `\(Quoted.text(key))` and the value `\(Quoted.text(stated))`",
      help: LocalizedText(ko: "둘을 같게 적으십시오", en: "make the two agree"))
  }

  /// Whether a change at a place changes that place alone; a node that aliases share cannot be edited.
  mutating func isAlone(_ place: TreePlace, _ assignment: SchemeEdit.Assignment) -> Bool {
    guard mayHoldAliases else { return true }
    let shared = sharedNodes()
    guard let node = place.chain.first(where: { shared.contains($0) }) else { return true }
    log.error(
      "edit.shared-node", at: assignment.span,
      ko: "`\(Quoted.text(assignment.text))`의 자리는 별칭(`*`)으로 여러 곳이 함께 써서 따로 고칠 수 없습니다",
      en: "the place of `\(Quoted.text(assignment.text))` is shared by an alias and cannot be changed alone",
      help: LocalizedText(
        ko: "바탕 보상안에서 그 자리를 별칭 없이 적으십시오", en: "write it out in the scheme that the test starts from"),
      notes: [
        Diagnostic.Note(LocalizedText(ko: "함께 쓰는 자리", en: "the shared place"), at: node.span.location)
      ])
    return false
  }

  private var mayHoldAliases: Bool {
    tree.files.contains { $0.bytes.contains(UInt8(ascii: "*")) && $0.bytes.contains(UInt8(ascii: "&")) }
  }

  /// The nodes that stand in more than one place.
  private func sharedNodes() -> Set<YAMLNode> {
    var seen: Set<YAMLNode> = []
    var shared: Set<YAMLNode> = []
    var rest = [tree.root]
    while let node = rest.popLast() {
      guard seen.insert(node).inserted else {
        shared.insert(node)
        continue
      }
      switch node.kind {
      case .scalar: break
      case .sequence: rest += node.items
      case .mapping: rest += node.entries.map(\.value)
      }
    }
    return shared
  }
}
