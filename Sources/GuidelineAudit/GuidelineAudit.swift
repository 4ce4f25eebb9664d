/// Everything a program needs that embeds the audit: policies, reports, findings and formats.
@_exported public import Auditing
@_exported public import Diagnostics
@_exported public import Findings
@_exported public import Reporting
