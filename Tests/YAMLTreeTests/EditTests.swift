import Diagnostics
import Testing
import YAMLTree

@Suite struct EditTests {
  private func value(_ text: String) throws -> YAMLNode {
    var log = DiagnosticLog()
    let tree = YAMLTree.parse(SourceFile(path: "edit.yaml", bytes: Array("v: \(text)".utf8)), into: &log)
    return try #require(tree?.root["v"])
  }

  private let text = "a: 1\nb: {x: 2, y: [3, 4]}\nc: &k {p: 5}\nd: *k\n"

  @Test func `a replaced node keeps its place in its own file`() throws {
    let root = try Reading.root(text)
    let edited = root.tree.replacing([.replace(try #require(root["b"]?["x"]), with: try value("{n: [가]}"))])
      .root
    #expect(edited.outline == "{a: 1, b: {x: {n: [가]}, y: [3, 4]}, c: {p: 5}, d: {p: 5}}")
    #expect(edited["b"]?["x"]?["n"]?.items.first?.span.location.file == "edit.yaml")
    #expect(edited["b"]?["x"]?["n"]?.items.first?.span.source == "가")
    #expect(edited["b"]?["y"]?.span.location.file == "test.yaml")
    #expect(edited["b"]?["y"]?.span.source == "[3, 4]")
    #expect(edited.tree.files.map(\.path) == ["test.yaml", "edit.yaml"])
    #expect(root["b"]?["x"]?.text == "2")
  }

  @Test func `items and entries are removed by their values`() throws {
    let root = try Reading.root(text)
    let list = try #require(root["b"]?["y"])
    let edited = root.tree.replacing([.remove(list.items[0]), .remove(try #require(root["a"]))]).root
    #expect(edited.outline == "{b: {x: 2, y: [4]}, c: {p: 5}, d: {p: 5}}")
    #expect(root.tree.replacing([.remove(root)]).root.outline == root.outline)
  }

  @Test func `a shared node changes wherever it is used`() throws {
    let root = try Reading.root(text)
    let edited = root.tree.replacing([.replace(try #require(root["d"]?["p"]), with: try value("6"))]).root
    #expect(edited.outline.hasSuffix("c: {p: 6}, d: {p: 6}}"))
    #expect(root.tree.replacing([.remove(try #require(root["d"]))]).root.count == 2)
  }

  @Test func `entries are added, or given another value`() throws {
    let root = try Reading.root(text)
    let b = try #require(root["b"])
    let edited = root.tree.replacing([
      .insert(key: "z", value: try value("7"), into: b), .insert(key: "x", value: try value("8"), into: b),
      .insert(key: "보상", value: try value("9"), into: b),
      .insert(key: "\u{1107}\u{1169}\u{1109}\u{1161}\u{11BC}", value: try value("10"), into: b),
    ]).root
    #expect(edited["b"]?.outline == "{x: 8, y: [3, 4], z: 7, 보상: 10}")
    #expect(edited["b"]?["z"]?.text == "7")
    #expect(edited["b"]?.entries[2].key.span.location.file == "edit.yaml")
  }

  @Test func `items are added at the end`() throws {
    let root = try Reading.root(text)
    let list = try #require(root["b"]?["y"])
    let edits: [YAMLEdit] = [
      .append(try value("5"), to: list), .append(root, to: list), .remove(list.items[0]),
    ]
    let edited = root.tree.replacing(edits).root
    #expect(edited["b"]?["y"]?.items.count == 3)
    #expect(edited["b"]?["y"]?.items[2].outline == root.outline)
  }

  @Test func `a path makes the mappings that are missing`() throws {
    let root = try Reading.root(text + "e:\n")
    let edited = root.tree.replacing([
      .insertPath(["m", "n", "o"], value: try value("1"), into: root),
      .insertPath(["m", "n", "q"], value: try value("2"), into: root),
      .insertPath(["e", "f"], value: try value("3"), into: root),
      .insertPath(["b", "x"], value: try value("4"), into: root),
      .insertPath(["a", "s"], value: try value("5"), into: root),
    ]).root
    #expect(edited["m"]?.outline == "{n: {o: 1, q: 2}}")
    #expect(edited["e"]?.outline == "{f: 3}")
    #expect(edited["b"]?["x"]?.text == "4")
    #expect(edited["a"]?.outline == "{s: 5}")
    #expect(edited["m"]?.span.location.file == "edit.yaml")
  }

  @Test func `edits follow one another`() throws {
    let root = try Reading.root(text)
    let b = try #require(root["b"])
    let edited = root.tree.replacing([
      .remove(try #require(b["x"])), .insert(key: "x", value: try value("new"), into: b),
      .replace(try #require(root["a"]), with: try value("{}")),
      .insertPath(["q"], value: try value("1"), into: try #require(root["a"])),
    ]).root
    #expect(edited["b"]?.outline == "{x: new, y: [3, 4]}")
    #expect(edited["a"]?.outline == "{q: 1}")
    #expect(
      edited.tree.replacing([.insertPath(["a", "q"], value: try value("2"), into: edited)]).root["a"]?.outline
        == "{q: 2}")
  }

  @Test func `an edit that does not fit changes nothing`() throws {
    let root = try Reading.root(text)
    let other = try value("[1]")
    let edits: [YAMLEdit] = [
      .append(other, to: root), .insert(key: "k", value: other, into: try #require(root["a"])),
      .remove(other),
      .replace(other, with: root), .insertPath([], value: other, into: root),
    ]
    #expect(root.tree.replacing(edits).root.outline == root.outline)
  }

  @Test func `positions inside a scalar hold after an edit`() throws {
    let root = try Reading.root(text)
    let edited = root.tree.replacing([.replace(try #require(root["a"]), with: try value("\"x\\u00e9y\""))])
      .root
    #expect(edited["a"]?.span(ofText: 3..<4).source == "y")
    #expect(edited["a"]?.isQuoted == true)
  }
}
