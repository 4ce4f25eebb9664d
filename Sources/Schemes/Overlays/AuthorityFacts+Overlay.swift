package import Diagnostics
import Expressions
package import YAMLTree

extension AuthorityFacts {
  /// What the file states, as paths into a scheme.
  private struct Statement {
    var path: String
    var value: YAMLNode
  }

  /// A scheme's tree with the authority's facts in place of the company's. Nodes keep the places they have in their
  /// own files.
  ///
  /// Elements of keyed lists are found by their keys: what the file states of one counts, the rest stays as the company
  /// states it; an element that the scheme does not have is added. Any other list takes the place of the company's.
  /// `null` says nothing.
  package func overlaid(
    on tree: YAMLTree, vocabulary: Vocabulary, diagnostics: inout DiagnosticLog
  ) -> YAMLTree {
    var editor = SchemeEditor(tree: tree, vocabulary: vocabulary)
    addSources(to: &editor)
    var statements: [Statement] = []
    collect(
      self.tree.root, type: TypeEnvironment.root, entry: 0, path: "", over: tree, vocabulary, &statements,
      &editor.log)
    guard statements.count <= SchemeLimits.edits else {
      editor.log.error(
        "facts.too-many", at: statements.first?.value.span,
        ko: "확인 사실은 \(SchemeLimits.edits)개까지 놓을 수 있습니다",
        en: "up to \(SchemeLimits.edits) facts can be laid over a scheme")
      diagnostics.append(contentsOf: editor.log)
      return tree
    }
    for statement in statements {
      let assignment = SchemeEdit.Assignment(text: statement.path, key: nil, value: statement.value)
      guard let path = try? SchemePath(statement.path) else { continue }
      editor.assign(assignment, path)
    }
    diagnostics.append(contentsOf: editor.log)
    return editor.tree
  }

  /// The sources that the authority names stand beside the company's.
  private func addSources(to editor: inout SchemeEditor) {
    guard let sources = tree.root["sources"], sources.kind == .mapping else { return }
    let known = editor.tree.root["sources"]
    for (key, value) in sources.entries {
      guard known?[key.text] == nil else {
        editor.log.error(
          "facts.repeated-source", at: key.span,
          ko: "출처 `\(Quoted.text(key.text))`은(는) 보상안에도 있는 이름입니다",
          en: "source `\(Quoted.text(key.text))` is a name that the scheme uses too",
          help: LocalizedText(ko: "다른 이름을 쓰십시오", en: "give it another name"))
        continue
      }
      editor.tree = editor.tree.replacing([
        .insertPath(["sources", key.text], value: value, into: editor.tree.root)
      ])
    }
  }

  /// Goes down a mapping beside the vocabulary, as deep as facts can be told apart.
  private func collect(
    _ node: YAMLNode, type: Int, entry: Int, path: String, over tree: YAMLTree, _ vocabulary: Vocabulary,
    _ statements: inout [Statement], _ log: inout DiagnosticLog
  ) {
    let shape = vocabulary.shapes[type]
    let isRoot = type == TypeEnvironment.root && entry == 0
    for (key, value) in node.entries {
      let name = key.text
      if value.isNull || (isRoot && Vocabulary.header.contains(name)) { continue }
      let below = path.isEmpty ? name : path + "." + name
      let statement = Statement(path: below, value: value)
      if name == Vocabulary.sourceKey { continue }
      guard let child = shape.child(of: entry, named: name) else {
        let near = Suggestion.nearest(to: Quoted.text(name), among: shape.names(in: entry))
        log.error(
          "facts.unknown-fact", at: key.span, ko: "`\(Quoted.text(name))`은(는) 용어집에 없는 이름입니다",
          en: "unknown fact `\(Quoted.text(name))`", help: near.map(Suggestion.question))
        continue
      }
      switch shape.entries[child].form {
      case .group where value.kind == .mapping:
        collect(value, type: type, entry: child, path: below, over: tree, vocabulary, &statements, &log)
      case .records(let element) where value.kind == .sequence && !value.items.isEmpty:
        guard let place = place(below, in: tree, vocabulary), place.kind == .sequence,
          let keyName = Self.keyName(of: element, vocabulary)
        else {
          statements.append(statement)
          continue
        }
        for item in value.items {
          collectElement(
            item, keyName: keyName, type: element, list: below, over: tree, vocabulary, &statements, &log)
        }
      case .group, .records, .scalar, .scalars:
        statements.append(statement)
      }
    }
  }

  private func collectElement(
    _ item: YAMLNode, keyName: [String], type: Int, list: String, over tree: YAMLTree,
    _ vocabulary: Vocabulary, _ statements: inout [Statement], _ log: inout DiagnosticLog
  ) {
    guard item.kind == .mapping, let id = TreePlace.key(of: item, keyName) else {
      let name = keyName.joined(separator: ".")
      log.error(
        "facts.no-key", at: item.span, ko: "어느 항목의 사실인지 `\(name)`을(를) 적어야 합니다",
        en: "the element needs its `\(name)`, so that it can be found in the scheme")
      return
    }
    let path = list + "[" + Facts.quotedKey(id) + "]"
    if place(path, in: tree, vocabulary) == nil {
      statements.append(Statement(path: path, value: item))
      return
    }
    collect(item, type: type, entry: 0, path: path, over: tree, vocabulary, &statements, &log)
  }

  private func place(_ path: String, in tree: YAMLTree, _ vocabulary: Vocabulary) -> YAMLNode? {
    guard let path = try? SchemePath(path) else { return nil }
    return (try? TreePlace(path, in: tree, vocabulary: vocabulary))?.node
  }

  /// The words of the fact that names a list's elements; nil where nothing does.
  private static func keyName(of type: Int, _ vocabulary: Vocabulary) -> [String]? {
    let record = vocabulary.environment.records[type]
    return record.key.map { record.fields[$0].name.split(separator: ".").map(String.init) }
  }
}
