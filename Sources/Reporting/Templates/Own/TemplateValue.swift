import Mustache
import Synchronization

/// What a name of a template stands for. Objects compute what is asked of them and nothing else.
indirect enum TemplateValue: Sendable {
  /// Nothing is known or stated; a section for it is left out.
  case nothing
  /// A text; a section for an empty one is left out.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// Values one after the other.
  case list([TemplateValue])
  /// A thing with names of its own; nil for a name that it does not have.
  case object(@Sendable (String) -> TemplateValue?)

  /// A text, or nothing where there is none.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .nothing
  }

  /// Texts one after the other.
  init(_ texts: [String]) {
    self = .list(texts.map { .text($0) })
  }
}

/// A value on its way into a template, which counts how much is asked for.
struct TemplateNode: MustacheParent, MustacheCustomRenderable, Sendable {
  let value: TemplateValue
  let budget: TemplateBudget

  /// What is read; empty for what is no text.
  var renderText: String {
    guard case .text(let text) = value else { return "" }
    return InertText.of(text)
  }

  /// Whether a section for it is left out.
  var isNull: Bool {
    switch value {
    case .nothing: true
    case .text(let text): text.isEmpty
    case .flag, .list, .object: false
    }
  }

  /// What the library finds under a name.
  func child(named name: String) -> Any? {
    let child: TemplateValue
    switch value {
    case .object(let member):
      guard let found = member(name) else { return nil }
      child = found
    case .nothing: child = .nothing
    case .text, .flag, .list: return nil
    }
    switch child {
    case .flag(let flag): return flag
    case .list(let values):
      guard budget.take(values.count) else { return [TemplateNode]() }
      return values.map { TemplateNode(value: $0, budget: budget) }
    case .nothing, .text, .object: return TemplateNode(value: child, budget: budget)
    }
  }
}

/// Bounds what a template can make of a report.
final class TemplateBudget: Sendable {
  private struct State {
    var left: Int
    var isSpent = false
  }

  /// Bytes of text that a template may come to, counted as if every element took the whole template.
  static let most = 1 << 31

  private let size: Int
  private let state = Mutex(State(left: TemplateBudget.most))

  /// A budget for a template of so many bytes.
  init(templateSize: Int) {
    size = max(1, templateSize)
  }

  /// Counts elements that are to be gone through; false once there are too many.
  func take(_ elements: Int) -> Bool {
    state.withLock { state in
      let (cost, overflow) = elements.multipliedReportingOverflow(by: size)
      guard !overflow, cost <= state.left else {
        state.isSpent = true
        return false
      }
      state.left -= cost
      return true
    }
  }

  /// Whether the template asked for too much.
  var isSpent: Bool { state.withLock { $0.isSpent } }
}
