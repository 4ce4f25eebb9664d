import Diagnostics
import Findings
import Foundation
import Testing

@testable import Auditing

@Suite struct ParcelTests {
  @Test func `the whole set audits its own plan`() throws {
    let set = try FixtureSet.named("parcel")
    let report = try set.audit(schemeAt: FixtureSet.folder + "/parcel/schemes/plan.yaml")
    for finding in report.findings {
      print(finding.id, finding.outcome.rawValue, finding.actual?.text ?? "-", finding.expected?.text ?? "-", finding.message?.ko ?? "", finding.question?.ko ?? "", finding.missing.map(\.path), finding.evidence.map(\.path), finding.lists.map(\.path), finding.assumed.map(\.path))
    }
  }
}
