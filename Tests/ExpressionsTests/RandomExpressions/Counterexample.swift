import Expressions
import TestSupport

/// An expression and a scheme for which something does not hold, made as small as it can be.
struct Counterexample: CustomStringConvertible {
  typealias Scheme = [String: Shop.Stated]

  var expression: TypedExpression
  var scheme: Scheme
  /// What does not hold.
  var problem: String

  var description: String { "\(expression)\n  \(problem)\n  \(Shop.text(scheme))" }

  /// The smallest that is found by leaving out and simplifying one thing after another, as long as there still is a
  /// problem.
  func shrunk(_ problem: (TypedExpression, Scheme) -> String?) -> Counterexample {
    var best = self
    var isSmaller = true
    var tries = 0
    while isSmaller, tries < 4000 {
      isSmaller = false
      for expression in best.expression.simpler.sorted(by: { $0.description.count < $1.description.count })
      where expression.description.count < best.expression.description.count {
        tries += 1
        if let found = problem(expression, best.scheme) {
          best = Counterexample(expression: expression, scheme: best.scheme, problem: found)
          isSmaller = true
          break
        }
      }
      for scheme in Self.simpler(best.scheme) {
        tries += 1
        if let found = problem(best.expression, scheme) {
          best = Counterexample(expression: best.expression, scheme: scheme, problem: found)
          isSmaller = true
          break
        }
      }
    }
    return best
  }

  /// The scheme with one thing left out or said more plainly.
  private static func simpler(_ scheme: Scheme) -> [Scheme] {
    scheme.keys.sorted().flatMap { name -> [Scheme] in
      var without = scheme
      without[name] = nil
      // An element keeps what identifies it.
      let isKey = name == "id"
      return (isKey ? [] : [without])
        + simpler(scheme[name] ?? .none).map { stated in
          var changed = scheme
          changed[name] = stated
          return changed
        }
    }
  }

  private static func simpler(_ stated: Shop.Stated) -> [Shop.Stated] {
    func lessOne<T>(_ values: [T]) -> [[T]] {
      values.indices.map { place in
        var less = values
        less.remove(at: place)
        return less
      }
    }
    switch stated {
    case .text, .number, .bool, .none, .group: return []
    case .between(let low, let high): return [low, high].compactMap(\.self)
    case .either(let readings): return readings
    case .texts(let texts, let isIncomplete):
      return lessOne(texts).map { .texts($0, isIncomplete: isIncomplete) }
        + (isIncomplete ? [.texts(texts, isIncomplete: false)] : [])
    case .values(let values, let isIncomplete):
      return lessOne(values).map { .values($0, isIncomplete: isIncomplete) }
        + (isIncomplete ? [.values(values, isIncomplete: false)] : [])
    case .records(let records, let isIncomplete):
      var results = lessOne(records).map { Shop.Stated.records($0, isIncomplete: isIncomplete) }
      if isIncomplete { results.append(.records(records, isIncomplete: false)) }
      for (place, record) in records.enumerated() {
        for simpler in simpler(record) {
          var changed = records
          changed[place] = simpler
          results.append(.records(changed, isIncomplete: isIncomplete))
        }
      }
      return results
    }
  }
}
