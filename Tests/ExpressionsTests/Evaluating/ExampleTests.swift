import Diagnostics
import Expressions
import Testing

@Suite struct `Examples of functions` {
  struct Case: Sendable, CustomTestStringConvertible {
    var function: String
    var example: Function.Example

    var testDescription: String { "\(example.expression) → \(example.result)" }
  }

  static let cases = FunctionLibrary.standard.functions.flatMap { function in
    function.examples.map { Case(function: function.name, example: $0) }
  }

  @Test(arguments: cases)
  func `an example gives what it says`(_ item: Case) {
    let result = Bench.run(item.example.expression).value
    if item.example.result == "error" {
      #expect(result.hasPrefix("error ") || result.hasPrefix("refused: "), "\(result)")
    } else {
      #expect(result == Bench.run(item.example.result).value)
      #expect(!result.hasPrefix("refused: ") && result != "unknown")
    }
  }

  @Test func `every function has examples and both languages`() {
    for function in FunctionLibrary.standard.functions {
      #expect(!function.examples.isEmpty, "\(function.name)")
      #expect(!function.documentation.ko.isEmpty && !function.documentation.en.isEmpty, "\(function.name)")
    }
  }
}
