import Diagnostics

/// Stops the reading of a file after a problem that was reported.
struct Unreadable: Error {}

/// Turns libyaml's events into the arena, one pass, and reports what a reader would not expect.
struct TreeBuilder {
  /// A list or mapping that is being read.
  struct Frame {
    /// The list or mapping.
    var node: UInt32
    /// Where its children begin in `pending`.
    var firstPending: Int
    /// Whether it is written in brackets or braces.
    var isFlow: Bool
    /// The name that aliases know it by.
    var anchor: String?
    /// The byte after what was last read in it.
    var lastEnd: Int
    /// Nodes below it with aliases followed, saturating.
    var expanded = 1
    /// Levels below it with aliases followed.
    var height = 1
    /// Whether a plain scalar in it has a bracket or quote.
    var hasOpener = false

    /// Takes note of a node that is complete.
    mutating func add(end: Int, expanded more: Int, height below: Int) {
      lastEnd = max(lastEnd, end)
      let (sum, overflow) = expanded.addingReportingOverflow(more)
      expanded = overflow ? Int.max : sum
      height = max(height, below + 1)
    }
  }

  /// What an alias stands for.
  struct Anchor {
    /// The anchored node.
    var node: UInt32
    /// Its nodes with aliases followed, saturating.
    var expanded: Int
    /// Its levels with aliases followed.
    var height: Int
    /// Whether it is still being read.
    var isOpen: Bool
  }

  /// The file that is read.
  let file: SourceFile
  /// The file's bytes.
  let bytes: [UInt8]
  /// Turns the parser's offsets into bytes.
  var cursor: ByteCursor
  /// The nodes so far.
  var records: [NodeRecord] = []
  /// The children of the lists and mappings that are complete.
  var children: [UInt32] = []
  /// The text of the scalars so far.
  var text: [UInt8] = []
  /// The distinct keys so far.
  var keys = KeyTable()
  /// What was reported so far.
  var problems = DiagnosticLog()
  /// The number of nodes when a trap was last found in a scalar; what follows at once may come of it.
  var troubledAt: Int?
  /// Whether the tree means what the author wrote but for the places that were reported.
  var isUsable = true
  /// Where YAML lost its way, and what would bring it back.
  var damages: [Damage] = []
  /// The document's node, once it is complete.
  private(set) var root: UInt32?
  /// The children of what is open, the innermost's last.
  private var pending: [UInt32] = []
  /// The lists and mappings that are open, the innermost last.
  private(set) var frames: [Frame] = []
  private var flowDepth = 0
  private var anchors: [String: Anchor] = [:]
  /// For each key, the mapping in which it was last seen and where.
  private var lastSeen: [(mapping: UInt32, key: UInt32)] = []
  private var largestAlias: (place: Range<Int>, expanded: Int)?
  private var rootExpanded = 1

  /// An empty arena for a file whose bytes were checked.
  init(_ file: SourceFile, input: InputCheck, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    cursor = ByteCursor(bytes, base: input.start, isASCII: input.isASCII)
    let expected = min(bytes.count / 12 + 16, YAMLLimits.nodes)
    records.reserveCapacity(expected)
    children.reserveCapacity(expected)
    text.reserveCapacity(bytes.count)
  }

  /// A place in the file.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: range.lowerBound, end: range.upperBound)
  }

  /// The place of a node.
  func span(of node: UInt32) -> SourceSpan {
    let record = records[Int(node)]
    return span(Int(record.start)..<Int(record.end))
  }

  // MARK: Events

  /// Adds a scalar and checks it.
  mutating func addScalar(_ event: borrowing EventParser) throws(Unreadable) {
    let isKey = expectsKey
    let style = event.style
    let scan = event.withText { ScalarScan($0) }
    let anchor = event.anchor
    let start: Int
    var end: Int
    let hasTag = event.hasTag
    if anchor == nil, !hasTag {
      start = cursor.offset(of: event.startIndex)
      let verbatim = style == .plain && scan.count == event.endIndex - event.startIndex
      end =
        verbatim
        ? cursor.skip(to: event.endIndex, bytes: scan.byteCount) : cursor.offset(of: event.endIndex)
    } else {
      end = cursor.offset(of: event.endIndex)
      start = try beginning(event, upTo: end)
    }
    if style == .literal || style == .folded {
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    }
    var record = NodeRecord(
      kind: .scalar, style: style, start: UInt32(start), end: UInt32(max(start, end)), first: 0, count: 0)
    record.isBroken = hasTag
    event.withText { store($0, scan, isKey: isKey, in: &record) }
    let id = try append(record)
    check(id, scan, isKey: isKey)
    place(id, end: end, expanded: 1, height: 0)
    if let anchor {
      anchors[anchor] = Anchor(node: id, expanded: 1, height: 0, isOpen: false)
    }
    if frames.isEmpty { return }
    if scan.hasOpener, style == .plain { frames[frames.count - 1].hasOpener = true }
  }

  /// Adds a reference to an anchored node.
  mutating func addAlias(_ event: borrowing EventParser) throws(Unreadable) {
    let end = cursor.offset(of: event.endIndex)
    let start = cursor.offset(of: event.startIndex)
    let place = start..<max(start, end)
    let name = event.aliasName
    guard let anchor = anchors[name] else {
      throw report(.unknownAlias(name), at: place)
    }
    if anchor.isOpen { throw report(.enclosingAlias(name), at: place) }
    if expectsKey {
      report(.aliasAsKey(name), at: place)
      breakInnermost()
    }
    if frames.count + anchor.height > YAMLLimits.depth { throw report(.tooDeep, at: place) }
    if anchor.expanded > largestAlias?.expanded ?? 0 { largestAlias = (place, anchor.expanded) }
    self.place(anchor.node, end: end, expanded: anchor.expanded, height: anchor.height)
  }

  /// Begins a list or mapping.
  mutating func open(_ kind: YAMLNode.Kind, _ event: borrowing EventParser) throws(Unreadable) {
    let end = cursor.offset(of: event.endIndex)
    let start = try beginning(event, upTo: max(end, cursor.offset(of: event.startIndex)))
    let isFlow = event.isFlow
    let isKey = expectsKey
    if isKey {
      report(.complexKey, at: start..<max(start, end))
      breakInnermost()
    }
    if isFlow { flowDepth += 1 }
    if flowDepth > YAMLLimits.flowDepth || frames.count >= YAMLLimits.depth {
      throw report(.tooDeep, at: start..<max(start, end))
    }
    var record = NodeRecord(
      kind: kind, style: .plain, start: UInt32(start), end: UInt32(start), first: 0, count: 0)
    record.isBroken = isKey || event.hasTag
    let id = try append(record)
    let anchor = event.anchor
    if let anchor { anchors[anchor] = Anchor(node: id, expanded: 0, height: 0, isOpen: true) }
    frames.append(
      Frame(node: id, firstPending: pending.count, isFlow: isFlow, anchor: anchor, lastEnd: start))
  }

  /// Ends the innermost list or mapping.
  mutating func close(_ event: borrowing EventParser) {
    guard let frame = frames.popLast() else { return }
    var end = frame.lastEnd
    if frame.isFlow {
      flowDepth -= 1
      end = cursor.offset(of: event.endIndex)
    }
    let id = frame.node
    let first = children.count
    for index in frame.firstPending..<pending.count { children.append(pending[index]) }
    pending.removeSubrange(frame.firstPending...)
    var record = records[Int(id)]
    record.end = UInt32(max(end, Int(record.start)))
    record.first = UInt32(first)
    record.count = UInt32(children.count - first)
    records[Int(id)] = record
    if frame.isFlow, frame.hasOpener { reportSplit(first..<children.count, of: id) }
    if record.kind == .mapping { reportDuplicates(first..<children.count, mapping: id) }
    if let anchor = frame.anchor, anchors[anchor]?.node == id {
      anchors[anchor] = Anchor(node: id, expanded: frame.expanded, height: frame.height, isOpen: false)
    }
    place(id, end: end, expanded: frame.expanded, height: frame.height)
  }

  /// Marks the innermost list or mapping, whose entries may not be those that the author meant.
  mutating func breakInnermost() {
    if let frame = frames.last { records[Int(frame.node)].isBroken = true }
  }

  /// Checks what only the whole document shows.
  mutating func finish() {
    let (product, overflow) = records.count.multipliedReportingOverflow(by: YAMLLimits.expandedNodesPerNode)
    let allowed =
      overflow ? Int.max : product.addingReportingOverflow(YAMLLimits.expandedNodesBesides).partialValue
    if rootExpanded > allowed, let alias = largestAlias { report(.aliasBomb(allowed), at: alias.place) }
  }

  // MARK: Parts of the arena

  /// Whether the next node is a mapping's key.
  private var expectsKey: Bool {
    guard let frame = frames.last, records[Int(frame.node)].kind == .mapping else { return false }
    return (pending.count - frame.firstPending).isMultiple(of: 2)
  }

  /// Whether a scalar that begins at `start` is a value on the line of its key.
  func isBesideKey(_ start: Int) -> Bool {
    guard let frame = frames.last, records[Int(frame.node)].kind == .mapping, !expectsKey,
      frame.lastEnd <= start
    else { return false }
    return !bytes[frame.lastEnd..<start].contains(0x0A)
  }

  private mutating func append(_ record: NodeRecord) throws(Unreadable) -> UInt32 {
    guard records.count < YAMLLimits.nodes else {
      throw report(.tooManyNodes, at: Int(record.start)..<Int(record.end))
    }
    records.append(record)
    return UInt32(records.count - 1)
  }

  private mutating func place(_ id: UInt32, end: Int, expanded: Int, height: Int) {
    guard !frames.isEmpty else {
      root = id
      rootExpanded = expanded
      return
    }
    pending.append(id)
    frames[frames.count - 1].add(end: end, expanded: expanded, height: height)
  }

  private mutating func store(
    _ words: Span<UInt8>, _ scan: ScalarScan, isKey: Bool, in record: inout NodeRecord
  ) {
    guard scan.mayNeedNormalizing, scan.combining == nil else {
      store(words, isKey: isKey, in: &record)
      return
    }
    let original = unsafe words.withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
    let normalized = Normalization.nfc(original)
    record.isNormalized = !normalized.utf8.elementsEqual(original.utf8)
    store(normalized.utf8.span, isKey: isKey, in: &record)
  }

  private mutating func store(_ words: Span<UInt8>, isKey: Bool, in record: inout NodeRecord) {
    if isKey {
      let key = keys.intern(words, in: &text)
      let range = keys.range(of: key)
      record.key = key
      record.first = UInt32(range.lowerBound)
      record.count = UInt32(range.count)
    } else {
      record.first = UInt32(text.count)
      unsafe words.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
      record.count = UInt32(text.count) - record.first
    }
  }

  /// Where a node begins after its anchor; a tag is refused.
  private mutating func beginning(
    _ event: borrowing EventParser, upTo end: Int
  ) throws(Unreadable) -> Int {
    let start = cursor.offset(of: event.startIndex)
    let hasTag = event.hasTag
    guard hasTag || event.anchor != nil else { return start }
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "!"):
        let tagEnd = endOfWord(index)
        if hasTag { report(.tag(String(decoding: bytes[index..<tagEnd], as: UTF8.self)), at: index..<tagEnd) }
        index = tagEnd
      case UInt8(ascii: "&"): index = endOfWord(index)
      case UInt8(ascii: "#"): index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return index
      }
    }
    return max(start, end)
  }

  private func endOfWord(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
  }

  // MARK: Collections

  private mutating func reportSplit(_ own: Range<Int>, of collection: UInt32) {
    var split = FlowSplit()
    for index in own {
      let id = children[index]
      let record = records[Int(id)]
      guard record.kind == .scalar, record.style == .plain else { continue }
      let words = text[Int(record.first)..<Int(record.first) + Int(record.count)]
      if let opener = split.feed(words, id: id) {
        report(.split, at: Int(records[Int(opener)].start)..<Int(record.end))
        for id in opener...id { records[Int(id)].isBroken = true }
        records[Int(collection)].isBroken = true
        return
      }
    }
  }

  /// Reports keys that the mapping already has; only the first entry of each stays.
  private mutating func reportDuplicates(_ own: Range<Int>, mapping: UInt32) {
    while lastSeen.count < keys.count { lastSeen.append((.max, 0)) }
    var kept = own.lowerBound
    for index in stride(from: own.lowerBound, to: own.upperBound, by: 2) {
      let id = children[index]
      let key = records[Int(id)].key
      if key != NodeRecord.noKey {
        let seen = lastSeen[Int(key)]
        if seen.mapping == mapping {
          reportDuplicate(String(decoding: text[keys.range(of: key)], as: UTF8.self), at: id, first: seen.key)
          continue
        }
        lastSeen[Int(key)] = (mapping, id)
      }
      children[kept] = id
      children[kept + 1] = children[index + 1]
      kept += 2
    }
    children.removeLast(own.upperBound - kept)
    records[Int(mapping)].count = UInt32(kept - own.lowerBound)
  }
}
