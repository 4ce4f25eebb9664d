/// The scheme and the policy that the examples of the functions page read, as YAML.
package enum ManualSample {
  /// Facts. `incident.days` and the second award's `count` are not stated.
  package static let facts = """
    incident:
      date: 2022-10-15
      cap: 50000
      channel: none
    services:
      - {id: talk, class: talk, fee: 0}
      - {id: pay, class: pay, fee: 4900}
    awards:
      - {id: A1, service: pay, services: [pay], group: free, value: 3000, count: 2}
      - {id: A2, service: talk, services: [all], group: paid, value: 45000}
    outages:
      - {from: "2022-10-15T15:30:00+09:00", to: "2022-10-15T19:30:00+09:00"}
      - {from: "2022-11-01T00:00:00+09:00", to: "2022-11-01T01:00:00+09:00"}
    tiers:
      - {range: {ge: 0, lt: 300000}, pays: 30000}
      - {range: {gt: 300000, le: 500000}, pays: 50000}
      - {range: {gt: 500000, le: none}, pays: 70000}
    """

  /// A parameter and a table; `-` is any value.
  package static let policy = """
    parameters:
      claim_days: {value: 30, unit: days}
    tables:
      rate:
        inputs: [group, value]
        outputs: [multiple, name]
        rows:
          - [free, "-", 1, any]
          - [paid, "< 10000", 2, small]
          - [paid, ">= 10000", 3, large]
    """
}
