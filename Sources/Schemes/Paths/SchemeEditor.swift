import Diagnostics
import Expressions
import YAMLTree

/// Applies the entries of `set:` to a tree, one after the other.
struct SchemeEditor {
  /// The tree with the edits so far.
  var tree: YAMLTree
  /// What paths may name.
  let vocabulary: Vocabulary
  /// What could not be done.
  var log = DiagnosticLog()

  /// Starts from a scheme's tree, which stays as it is.
  init(tree: YAMLTree, vocabulary: Vocabulary) {
    self.tree = tree
    self.vocabulary = vocabulary
  }

  /// Gives the place of a path a value.
  mutating func assign(_ assignment: SchemeEdit.Assignment, _ path: SchemePath) {
    guard let place = place(assignment, path) else { return }
    if let (list, key) = place.newElement {
      add(assignment, path, key: key, to: list, place)
    } else if place.chain.count == 1, place.node != nil {
      return
    } else if let node = place.node {
      guard isAlone(place, assignment) else { return }
      tree = tree.replacing([.replace(node, with: assignment.value)])
    } else {
      guard isAlone(place, assignment) else { return }
      var edits: [YAMLEdit] = []
      if let obsolete = place.obsolete { edits.append(.remove(obsolete)) }
      edits.append(.insertPath(place.missing, value: assignment.value, into: place.base))
      tree = tree.replacing(edits)
    }
  }

  /// Takes out what the paths lead to, all at once.
  mutating func remove(_ removals: [(SchemeEdit.Assignment, SchemePath)]) {
    var edits: [YAMLEdit] = []
    for (assignment, path) in removals {
      guard let place = place(assignment, path) else { continue }
      if let (_, _) = place.newElement {
        reportFailure(
          TreePlace.Failure(reason: .unknownElement(elementKeys(place)), step: path.steps.count - 1),
          assignment, path)
      } else if let node = place.node {
        guard isAlone(place, assignment) else { continue }
        edits.append(.remove(node))
      } else {
        log.warning(
          "edit.nothing-to-remove", at: assignment.span,
          ko: "`\(Quoted.text(assignment.text))`은(는) 적혀 있지 않습니다",
          en: "`\(Quoted.text(assignment.text))` is not stated, so nothing is taken out",
          help: LocalizedText(ko: "경로를 확인하거나 이 줄을 지우십시오", en: "check the path, or take this line out"))
      }
    }
    if !edits.isEmpty { tree = tree.replacing(edits) }
  }

  /// Takes paths out of `incomplete:` that led to a list before the edits and no longer do.
  mutating func forgetIncomplete(from original: YAMLTree) {
    guard let before = original.root["incomplete"], let after = tree.root["incomplete"] else { return }
    var led: Set<String> = []
    for item in before.kind == .sequence ? before.items : [before] {
      if leadsToList(item, in: original) { led.insert(item.text) }
    }
    let items = after.kind == .sequence ? after.items : [after]
    let stale = items.filter { led.contains($0.text) && !leadsToList($0, in: tree) }
    if !stale.isEmpty { tree = tree.replacing(stale.map { .remove($0) }) }
  }

  private func leadsToList(_ node: YAMLNode, in tree: YAMLTree) -> Bool {
    guard node.kind == .scalar, let path = try? SchemePath(node.text),
      let place = try? TreePlace(path, in: tree, vocabulary: vocabulary)
    else { return false }
    return place.node?.kind == .sequence
  }

  // ── elements ─────────────────────────────────────────────────────────────────

  private mutating func add(
    _ assignment: SchemeEdit.Assignment, _ path: SchemePath, key: String, to list: YAMLNode,
    _ place: TreePlace
  ) {
    guard isAlone(place, assignment) else { return }
    let value = assignment.value
    switch place.content {
    case .group(let type, _):
      let record = vocabulary.environment.records[type]
      guard let slot = record.key, value.kind == .mapping else {
        // Something else than a mapping is reported where the scheme is read.
        tree = tree.replacing([.append(value, to: list)])
        return
      }
      let words = record.fields[slot].name.split(separator: ".").map(String.init)
      if let stated = TreePlace.key(of: value, words) {
        guard stated == key else {
          reportOtherKey(stated, key, assignment)
          return
        }
        tree = tree.replacing([.append(value, to: list)])
        return
      }
      let edited = tree.replacing([.append(value, to: list)])
      guard let place = try? TreePlace(path.dropLast(), in: edited, vocabulary: vocabulary),
        let element = place.node?.items.last, let name = keyNode(key, at: value)
      else { return }
      tree = edited.replacing([.insertPath(words, value: name, into: element)])
    case .value, .list, .free:
      if value.kind == .scalar, value.text != key {
        reportOtherKey(value.text, key, assignment)
        return
      }
      tree = tree.replacing([.append(value, to: list)])
    }
  }

  /// A scalar with a key's text that claims the line of the value it belongs to.
  private func keyNode(_ key: String, at value: YAMLNode) -> YAMLNode? {
    let location = value.span.location
    var text = String(repeating: "\n", count: max(0, location.line - 1)) + "\""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    var log = DiagnosticLog()
    return YAMLTree.parse(SourceFile(path: location.file, bytes: Array((text + "\"\n").utf8)), into: &log)?
      .root
  }

  private func elementKeys(_ place: TreePlace) -> [String] {
    guard let list = place.newElement?.list, case .group(let type, _) = place.content else { return [] }
    let record = vocabulary.environment.records[type]
    let words = record.key.map { record.fields[$0].name.split(separator: ".").map(String.init) } ?? []
    return list.items.prefix(SchemeLimits.suggestionKeys).compactMap { TreePlace.key(of: $0, words) }
  }
}
