/// The verbs of Korean conditions, with the endings that sentences of rules need.
enum KoreanVerb: Sendable {
  /// 이다, after a noun.
  case copula
  /// 아니다, after a noun with its particle.
  case notCopula
  /// 있다.
  case exist
  /// 없다.
  case lack
  /// 같다.
  case same
  /// 다르다.
  case differ
  /// 하다, after a noun of action.
  case act
  /// 되다.
  case become
  /// 갖추다, after 갖.
  case furnish
  /// 아니하다, after the 지 of an adjective or of 있다.
  case beNot
  /// 아니하다, after the 지 of a verb.
  case doNot

  /// How a clause goes on after its verb.
  enum Ending: Int, Sendable, CaseIterable {
    /// `…이다`.
    case plain
    /// `…인` before a noun.
    case noun
    /// `…이고`.
    case and
    /// `…이거나`.
    case or
    /// `…이면`.
    case when
    /// `…이어야 한다`.
    case must
    /// `…일 것`, an item of a list of conditions.
    case demand
    /// `…인지`.
    case whether
  }

  /// The verb with an ending.
  func with(_ ending: Ending) -> String { forms[ending.rawValue] }

  private var forms: [String] {
    switch self {
    case .copula: ["이다", "인", "이고", "이거나", "이면", "이어야 한다", "일 것", "인지"]
    case .notCopula: ["아니다", "아닌", "아니고", "아니거나", "아니면", "아니어야 한다", "아닐 것", "아닌지"]
    case .exist: ["있다", "있는", "있고", "있거나", "있으면", "있어야 한다", "있을 것", "있는지"]
    case .lack: ["없다", "없는", "없고", "없거나", "없으면", "없어야 한다", "없을 것", "없는지"]
    case .same: ["같다", "같은", "같고", "같거나", "같으면", "같아야 한다", "같을 것", "같은지"]
    case .differ: ["다르다", "다른", "다르고", "다르거나", "다르면", "달라야 한다", "다를 것", "다른지"]
    case .act: ["한다", "하는", "하고", "하거나", "하면", "하여야 한다", "할 것", "하는지"]
    case .become: ["된다", "되는", "되고", "되거나", "되면", "되어야 한다", "될 것", "되는지"]
    case .furnish: ["춘다", "춘", "추고", "추거나", "추면", "추어야 한다", "출 것", "추었는지"]
    case .beNot:
      ["아니하다", "아니한", "아니하고", "아니하거나", "아니하면", "아니하여야 한다", "아니할 것", "아니한지"]
    case .doNot:
      ["아니한다", "아니하는", "아니하고", "아니하거나", "아니하면", "아니하여야 한다", "아니할 것", "아니하는지"]
    }
  }

  /// What stands between the stem and the verb of the opposite, and that verb.
  var opposite: (link: String, verb: KoreanVerb) {
    switch self {
    case .copula: ("이 ", .notCopula)
    case .notCopula: ("", .copula)
    case .exist: ("있지 ", .beNot)
    case .lack: ("없지 ", .beNot)
    case .same: ("", .differ)
    case .differ: ("", .same)
    case .act: ("하지 ", .doNot)
    case .become: ("되지 ", .doNot)
    case .furnish: ("추지 ", .doNot)
    case .beNot, .doNot: ("아니하지 ", .doNot)
    }
  }
}
