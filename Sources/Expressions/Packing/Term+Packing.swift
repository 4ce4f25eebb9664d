extension Term {
  private enum Tag: UInt8 {
    case constant, local, cell, parameter, root, field, follow, and, or, not, conditional, equals, differs,
      compare,
      arithmetic, negate, contains, index, list, call, table, macro, hasRoot, has, optRoot, opt, statedRoot,
      stated, find
  }

  /// Reads a term.
  init(from pack: inout PackReader) throws(PackFailure) {
    try pack.enter()
    defer { pack.leave() }
    guard let tag = Tag(rawValue: try pack.byte()) else { throw .damaged }
    switch tag {
    case .constant: self = .constant(try Value(from: &pack))
    case .local: self = .local(try pack.int())
    case .cell: self = .cell(try CellID(from: &pack))
    case .parameter: self = .parameter(try pack.int())
    case .root:
      let slot = try pack.int()
      guard pack.environment.records.first?.fields.indices.contains(slot) == true else { throw .damaged }
      self = .root(slot: slot)
    case .field: self = .field(try Term(from: &pack), try FieldID(from: &pack))
    case .follow: self = .follow(try Term(from: &pack), try ValueType.Reference(from: &pack))
    case .and: self = .and(try Term(from: &pack), try Term(from: &pack))
    case .or: self = .or(try Term(from: &pack), try Term(from: &pack))
    case .not: self = .not(try Term(from: &pack))
    case .conditional:
      self = .conditional(try Term(from: &pack), try Term(from: &pack), try Term(from: &pack))
    case .equals, .differs:
      self = .equals(
        try Term(from: &pack), try Term(from: &pack), negated: tag == .differs, at: try pack.range())
    case .compare:
      self = .compare(
        try pack.member(), try Term(from: &pack), try Term(from: &pack), at: try pack.range())
    case .arithmetic:
      self = .arithmetic(
        try pack.member(), try Term(from: &pack), try Term(from: &pack), at: try pack.range())
    case .negate: self = .negate(try Term(from: &pack), at: try pack.range())
    case .contains:
      self = .contains(element: try Term(from: &pack), list: try Term(from: &pack), at: try pack.range())
    case .index: self = .index(try Term(from: &pack), try Term(from: &pack), at: try pack.range())
    case .list: self = .list(try pack.list(Term.init(from:)))
    case .call:
      self = .call(try Function.read(from: &pack), try pack.list(Term.init(from:)), at: try pack.range())
    case .table: self = .table(try pack.int(), try pack.list(Term.init(from:)), at: try pack.range())
    case .macro: self = .macro(try Macro.read(from: &pack))
    case .hasRoot: self = .has(of: nil, try FieldID(from: &pack))
    case .has: self = .has(of: try Term(from: &pack), try FieldID(from: &pack))
    case .optRoot: self = .opt(of: nil, try FieldID(from: &pack), fallback: try Term(from: &pack))
    case .opt:
      self = .opt(of: try Term(from: &pack), try FieldID(from: &pack), fallback: try Term(from: &pack))
    case .statedRoot: self = .stated(of: nil, try FieldID(from: &pack))
    case .stated: self = .stated(of: try Term(from: &pack), try FieldID(from: &pack))
    case .find:
      self = .find(
        list: try Term(from: &pack), field: try FieldID(from: &pack), value: try Term(from: &pack),
        at: try pack.range())
    }
  }

  /// Writes the term.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    switch self {
    case .constant(let value):
      pack.tag(Tag.constant)
      try value.write(to: &pack)
    case .local(let local):
      pack.tag(Tag.local)
      pack.int(local)
    case .cell(let cell):
      pack.tag(Tag.cell)
      cell.write(to: &pack)
    case .parameter(let parameter):
      pack.tag(Tag.parameter)
      pack.int(parameter)
    case .root(let slot):
      pack.tag(Tag.root)
      pack.int(slot)
    case .field(let of, let field):
      try Self.write(.field, [of], to: &pack)
      field.write(to: &pack)
    case .follow(let of, let reference):
      try Self.write(.follow, [of], to: &pack)
      reference.write(to: &pack)
    case .and(let a, let b): try Self.write(.and, [a, b], to: &pack)
    case .or(let a, let b): try Self.write(.or, [a, b], to: &pack)
    case .not(let a): try Self.write(.not, [a], to: &pack)
    case .conditional(let a, let b, let c): try Self.write(.conditional, [a, b, c], to: &pack)
    case .equals(let a, let b, let negated, let range):
      try Self.write(negated ? .differs : .equals, [a, b], at: range, to: &pack)
    case .compare(let order, let a, let b, let range):
      try Self.write(.compare, order, [a, b], at: range, to: &pack)
    case .arithmetic(let operation, let a, let b, let range):
      try Self.write(.arithmetic, operation, [a, b], at: range, to: &pack)
    case .negate(let a, let range): try Self.write(.negate, [a], at: range, to: &pack)
    case .contains(let element, let list, let range):
      try Self.write(.contains, [element, list], at: range, to: &pack)
    case .index(let a, let b, let range): try Self.write(.index, [a, b], at: range, to: &pack)
    case .list(let terms):
      pack.tag(Tag.list)
      try Self.write(terms, to: &pack)
    case .call(let function, let arguments, let range):
      pack.tag(Tag.call)
      try function.write(to: &pack)
      try Self.write(arguments, to: &pack)
      pack.range(range)
    case .table(let table, let arguments, let range):
      pack.tag(Tag.table)
      pack.int(table)
      try Self.write(arguments, to: &pack)
      pack.range(range)
    case .macro(let macro):
      pack.tag(Tag.macro)
      try macro.write(to: &pack)
    case .has(let of, let field):
      try Self.write(of == nil ? .hasRoot : .has, of.map { [$0] } ?? [], to: &pack)
      field.write(to: &pack)
    case .opt(let of, let field, let fallback):
      try Self.write(of == nil ? .optRoot : .opt, of.map { [$0] } ?? [], to: &pack)
      field.write(to: &pack)
      try fallback.write(to: &pack)
    case .stated(let of, let field):
      try Self.write(of == nil ? .statedRoot : .stated, of.map { [$0] } ?? [], to: &pack)
      field.write(to: &pack)
    case .find(let list, let field, let value, let range):
      try Self.write(.find, [list], to: &pack)
      field.write(to: &pack)
      try value.write(to: &pack)
      pack.range(range)
    // Conformance rows only.
    case .select, .map, .hasKey, .error: throw .unwritable
    }
  }

  private static func write(
    _ tag: Tag, _ terms: [Term], at range: Range<Int>? = nil, to pack: inout PackWriter
  ) throws(PackFailure) {
    pack.tag(tag)
    for term in terms { try term.write(to: &pack) }
    if let range { pack.range(range) }
  }

  private static func write<Operator: RawRepresentable<String>>(
    _ tag: Tag, _ operation: Operator, _ terms: [Term], at range: Range<Int>, to pack: inout PackWriter
  ) throws(PackFailure) {
    pack.tag(tag)
    pack.member(operation)
    for term in terms { try term.write(to: &pack) }
    pack.range(range)
  }

  private static func write(_ terms: [Term], to pack: inout PackWriter) throws(PackFailure) {
    try pack.list(terms) { pack, term throws(PackFailure) in try term.write(to: &pack) }
  }
}

extension Term.Macro {
  /// Reads a macro; how it is decided without a log is compiled anew.
  fileprivate static func read(from pack: inout PackReader) throws(PackFailure) -> Term.Macro {
    Term.Macro(
      kind: try pack.member(), list: try Term(from: &pack), local: try pack.int(),
      condition: try pack.optional(Term.init(from:)), body: try Term(from: &pack),
      join: try pack.optional { pack throws(PackFailure) in
        Term.Join(field: try FieldID(from: &pack), value: try Term(from: &pack))
      },
      in: pack.environment, at: try pack.range())
  }

  /// Writes the macro.
  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.member(kind)
    try list.write(to: &pack)
    pack.int(local)
    try pack.optional(condition) { pack, term throws(PackFailure) in try term.write(to: &pack) }
    try body.write(to: &pack)
    try pack.optional(join) { pack, join throws(PackFailure) in
      join.field.write(to: &pack)
      try join.value.write(to: &pack)
    }
    pack.range(at)
  }
}

extension Function {
  /// Reads which function of the language is meant.
  fileprivate static func read(from pack: inout PackReader) throws(PackFailure) -> Function {
    let functions = FunctionLibrary.standard.functions
    let place = try pack.int()
    guard functions.indices.contains(place) else { throw .damaged }
    return functions[place]
  }

  /// Writes the function's place among those of the language.
  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    guard let place = FunctionLibrary.standard.functions.firstIndex(where: { $0 === self }) else {
      throw .unwritable
    }
    pack.int(place)
  }
}
