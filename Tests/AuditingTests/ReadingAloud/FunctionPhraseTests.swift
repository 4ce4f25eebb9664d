import Expressions
import Findings
import Testing

@testable import Auditing

/// The words of functions.
@Suite struct FunctionPhraseTests {
  @Test func `every function has words for every number of arguments it takes`() {
    for function in FunctionLibrary.standard.functions {
      for overload in function.overloads {
        let count = overload.parameters.count
        #expect(
          FunctionPhrase.named(function.name)?.form(for: count) != nil,
          "`\(function.name)` with \(count) arguments needs words in FunctionPhrase")
        if overload.isVariadic {
          #expect(FunctionPhrase.named(function.name)?.form(for: count + 3)?.ko.contains("{*}") == true)
        }
      }
    }
  }

  @Test func `the words of a function name every argument in both languages`() {
    for phrase in FunctionPhrase.all {
      for form in phrase.forms where !form.ko.contains("{*}") {
        for place in 1...form.arguments {
          #expect(form.ko.contains("{\(place)"), "\(phrase.name): \(form.ko)")
          let english = (phrase.isPredicate ? phrase.subject : "") + form.en
          #expect(english.contains("{\(place)"), "\(phrase.name): \(english)")
        }
      }
    }
  }

  @Test func `two functions never read alike`() {
    let forms = FunctionPhrase.all.flatMap { phrase in
      phrase.forms.map { (phrase.name, $0.ko, (phrase.isPredicate ? phrase.subject : "") + $0.en) }
    }
    #expect(Set(forms.map(\.1)).count == forms.count)
    #expect(Set(forms.map(\.2)).count == forms.count)
  }

  @Test func `what answers yes or no has a verb`() {
    for function in FunctionLibrary.standard.functions {
      let isPredicate = function.overloads.allSatisfy { $0.result == .exact(.bool) }
      #expect(FunctionPhrase.named(function.name)?.isPredicate == isPredicate, "\(function.name)")
    }
  }
}
