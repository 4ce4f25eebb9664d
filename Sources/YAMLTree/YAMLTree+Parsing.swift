package import Diagnostics

extension YAMLTree {
  /// Reads one document; nil when an error was reported that changes what the rest of it means.
  ///
  /// A repeated key, of which the first stays, or a forbidden character in a text leaves a tree, so that the
  /// other problems of the file are found in the same pass; the log holds the error.
  package static func parse(_ file: SourceFile, into log: inout DiagnosticLog) -> YAMLTree? {
    guard let input = InputCheck(file, into: &log) else { return nil }
    let builder = TreeBuilder(reading: file, input: input)
    log.append(contentsOf: builder.problems)
    return builder.isUsable ? builder.tree() : nil
  }

  /// Reads one document as far as it can be read; nil when nothing of it can.
  ///
  /// Where YAML loses its way the lines in question are passed over, and where a text does not mean what it says its
  /// node is marked (`YAMLNode.isBroken`), so that the other problems of the file are found in the same pass. The
  /// tree is whole only if no error was added to the log.
  package static func parseRest(_ file: SourceFile, into log: inout DiagnosticLog) -> YAMLTree? {
    guard let input = InputCheck(file, into: &log) else { return nil }
    let builder = TreeBuilder(reading: file, input: input)
    guard !builder.isUsable else {
      log.append(contentsOf: builder.problems)
      return builder.tree()
    }
    var mending = Mending(file, input: input)
    return mending.tree(after: builder, into: &log)
  }
}

extension TreeBuilder {
  /// Reads a file, or a copy of its bytes in which some were replaced by as many others.
  init(reading file: SourceFile, input: InputCheck, bytes: [UInt8]? = nil) {
    self.init(file, input: input, bytes: bytes ?? file.bytes)
    let text = self.bytes
    unsafe text.withUnsafeBufferPointer { bytes in
      let text = unsafe UnsafeBufferPointer(rebasing: bytes[input.start...])
      do throws(ParserProblem) {
        var events = try unsafe EventParser(text)
        try read(&events)
      } catch {
        report(error)
      }
    }
  }

  /// What was read; nil if there is no document.
  func tree() -> YAMLTree? {
    root.map {
      YAMLTree(records: records, children: children, text: text, keys: keys, rootID: $0, files: [file])
    }
  }

  /// Reads the document to its end or to the first problem that ends it.
  fileprivate mutating func read(_ events: inout EventParser) throws(ParserProblem) {
    while true {
      let event = try events.next()
      do throws(Unreadable) {
        switch event {
        case .streamStart, .documentStart: break
        case .scalar: try addScalar(events)
        case .alias: try addAlias(events)
        case .sequenceStart: try open(.sequence, events)
        case .mappingStart: try open(.mapping, events)
        case .sequenceEnd, .mappingEnd: close(events)
        case .documentEnd:
          finish()
          checkRemainder(from: cursor.offset(of: events.endIndex))
          return
        case .streamEnd:
          reportEmpty()
          return
        }
      } catch {
        return
      }
    }
  }

  /// Looks past the document by itself: libyaml's time for a second one's directives is not bounded.
  private mutating func checkRemainder(from offset: Int) {
    if let root, records[Int(root)].kind == .scalar, records[Int(root)].count == 0,
      records[Int(root)].style == .plain
    {
      reportEmpty()
    }
    var index = offset
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#"): index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      default:
        let line = bytes[index..<(bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)]
        if line.elementsEqual("...".utf8) {
          index = line.endIndex
          continue
        }
        let isDocument = line.starts(with: "---".utf8) || line.first == UInt8(ascii: "%")
        report(isDocument ? .secondDocument : .trailingText, at: index..<line.endIndex)
        return
      }
    }
  }

  private mutating func reportEmpty() {
    add(
      Words(
        "yaml.empty", ko: "파일에 내용이 없습니다", en: "the file is empty",
        help: LocalizedText(
          ko: "첫 줄에 `format:`을 적으십시오", en: "begin it with a `format:` line")),
      at: 0..<0)
  }
}
