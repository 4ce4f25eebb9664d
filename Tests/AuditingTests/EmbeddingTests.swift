import GuidelineAudit
import Testing

/// What a program needs to write to audit a scheme.
@Suite struct EmbeddingTests {
  @Test func `five lines load policies, audit a scheme and read its findings`() throws {
    let folder = FixtureSet.folder + "/parcel"
    let policies = try PolicySet(directory: folder)
    let report = try policies.audit(schemeAt: folder + "/schemes/plan.yaml")
    var lines: [String] = []
    for finding in report.findings where finding.outcome == .fail {
      lines.append(finding.message?.ko ?? finding.title.ko)
    }
    #expect(lines.contains("동부선에 대한 지급이 없습니다."))
  }
}
