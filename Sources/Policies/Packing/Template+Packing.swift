import Expressions

extension Template {
  /// Reads a template.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(ko: try pack.list(Piece.init(from:)), en: try pack.list(Piece.init(from:)))
  }

  /// Writes the template.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    for pieces in [ko, en] {
      try pack.list(pieces) { pack, piece throws(PackFailure) in try piece.write(to: &pack) }
    }
  }
}

extension Template.Piece {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self = try pack.bool() ? .value(Template.Placeholder(from: &pack)) : .text(pack.string())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    switch self {
    case .text(let text):
      pack.bool(false)
      pack.string(text)
    case .value(let placeholder):
      pack.bool(true)
      try placeholder.write(to: &pack)
    }
  }
}

extension Template.Placeholder {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      value: try CheckedExpression.read(from: &pack), style: try pack.member(),
      particle: try pack.optional { pack throws(PackFailure) in (try pack.string(), try pack.string()) })
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    try value.write(to: &pack)
    pack.member(style)
    try pack.optional(particle) { pack, particle in
      pack.string(particle.0)
      pack.string(particle.1)
    }
  }
}
