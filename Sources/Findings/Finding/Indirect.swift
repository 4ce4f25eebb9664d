/// Keeps a value that is often absent outside the struct it belongs to, so that many structs stay small.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  /// Starts with a value or none.
  public init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.init)
  }

  /// The value; setting it makes a new box.
  public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}
