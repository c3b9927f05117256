// Stage 4: the rule book. Its order is the order of the catalogue.

public enum RuleBook {
  /// Every rule, by code.
  public static let rules: [Rule] = []

  /// The rule of a code.
  public static func rule(_ code: Code) -> Rule? { rules.first { $0.code == code } }

  /// The findings of all rules of judgement.
  static func examine(_ examination: Examination) -> [Finding] {
    rules.flatMap { $0.examine?(examination) ?? [] }
  }
}
