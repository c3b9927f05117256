// The roll-up across units.

enum OverviewRoller {
  /// What figures must have in common to be rolled up together.
  private struct Key: Hashable {
    let name: String
    /// Only where some unit has the name twice.
    let levelTwo: String
    let kind: String
    let measure: String
    let method: RollUpMethod
    let largeIsWorse: Bool
  }

  /// Rolls up; `places` says where each unit stands in the overview. Also tells how many indicators are left out
  /// because only one unit has them.
  static func roll(_ items: [OverviewItem], places: [Int32]) -> ([OverviewFigure], lonely: Int) {
    let names = NameKeys(items)
    var groups: [Key: [Int]] = [:]
    for (index, item) in items.enumerated() { groups[key(item, names), default: []].append(index) }
    var figures: [OverviewFigure] = []
    var lonely = 0
    for group in groups.values {
      let members = group.map { (unit: places[Int(items[$0].unit)], item: Int32($0)) }
        .sorted { ($0.unit, items[Int($0.item)].position) < ($1.unit, items[Int($1.item)].position) }
      if members.allSatisfy({ $0.unit == members[0].unit }) {
        lonely += 1
      } else {
        figures.append(figure(members, items))
      }
    }
    return (figures.sorted(by: precedes), lonely)
  }

  /// Folded names, each folded once, and which of them some unit has twice.
  private struct NameKeys {
    private var keys: [String: String] = [:]
    private var repeated: Set<String> = []

    init(_ items: [OverviewItem]) {
      var own: Set<String> = []
      var unit: Int32 = -1
      for item in items {
        if item.unit != unit { (own, unit) = ([], item.unit) }
        let key = keys[item.name] ?? Name(item.name).loose.text
        keys[item.name] = key
        if !own.insert(key).inserted { repeated.insert(key) }
      }
    }

    subscript(item: OverviewItem) -> (name: String, levelTwo: String) {
      let key = keys[item.name] ?? item.name
      return (key, repeated.contains(key) ? Folding.key(item.levelTwo) : "")
    }
  }

  private static func key(_ item: OverviewItem, _ names: NameKeys) -> Key {
    let name = names[item]
    let kind: String
    switch item.target {
    case .number, .range: kind = "数"
    default: kind = item.target.kind
    }
    let isWorst = item.method == .worst && kind == "数"
    return Key(
      name: name.name, levelTwo: name.levelTwo, kind: kind, measure: item.target.measure?.base ?? "",
      method: item.method, largeIsWorse: isWorst && Direction(item.target) == .largeIsWorse)
  }

  /// As on the sheets: by the foremost place an indicator has on any of them, then by name.
  private static func precedes(_ left: OverviewFigure, _ right: OverviewFigure) -> Bool {
    let (a, b) = (left.foremost, right.foremost)
    if a != b { return a < b }
    if left.name != right.name { return Bytewise.precedes(left.name, right.name) }
    if left.method != right.method { return Bytewise.precedes(left.method.rawValue, right.method.rawValue) }
    if left.measure.text != right.measure.text {
      return Bytewise.precedes(left.measure.text, right.measure.text)
    }
    // No two groups have the same first member.
    return (left.items[0].unit, left.position) < (right.items[0].unit, right.position)
  }

  private static func figure(
    _ places: [(unit: Int32, item: Int32)], _ items: [OverviewItem]
  ) -> OverviewFigure {
    let members = places.map { (unit: Int($0.unit), item: items[Int($0.item)]) }
    let first = members[0].item
    // Of several spellings and scales the smallest, so that order decides nothing.
    let measure =
      members.compactMap(\.item.target.measure).min {
        $0.factor != $1.factor ? $0.factor < $1.factor : Bytewise.precedes($0.text, $1.text)
      } ?? .none
    let applicable = members.filter { $0.item.actual != nil && $0.item.actual != .notApplicable }
    let rolled = applicable.isEmpty ? Rolled(remark: "都不适用") : value(applicable, first, measure)
    var units = 0
    for (index, member) in members.enumerated() where index == 0 || members[index - 1].unit != member.unit {
      units += 1
    }
    return OverviewFigure(
      name: members.map(\.item.name).min(by: Bytewise.precedes) ?? first.name,
      levelOne: members.map(\.item.levelOne).min(by: Bytewise.precedes) ?? first.levelOne,
      method: first.method, measure: measure, units: units, applicable: applicable.count,
      met: applicable.count { $0.item.isMet == true }, value: rolled.value,
      target: target(members, first, measure), remark: rolled.remark, decisive: rolled.decisive,
      items: places, foremost: members.map(\.item.position).min() ?? 0, position: first.position)
  }

  private struct Rolled {
    var value = ""
    var remark = ""
    var decisive: Int?
  }

  private static func value(
    _ members: [(unit: Int, item: OverviewItem)], _ first: OverviewItem, _ measure: Measure
  ) -> Rolled {
    // Not by an actual: the first unit's may be 不适用.
    guard first.target.measure != nil else { return words(members, first) }
    if [.mean, .weightedMean, .ratio].contains(first.method) {
      let parts = members.compactMap(\.item.parts)
      guard parts.count == members.count, let sum = RollUpFormula.sum(parts) else {
        return Rolled(remark: "缺少权数，或超出范围")
      }
      return rolled(RollUpFormula.divide(first.method, sum, in: measure))
    }
    let numbers = members.compactMap { member in
      member.item.actual?.number.map { (member.unit, term($0, member.item)) }
    }
    var result = rolled(
      RollUpFormula.apply(first.method, to: numbers.map(\.1), in: measure, direction: Direction(first.target))
    )
    if [.worst, .maximum, .minimum].contains(first.method) {
      let scaled = numbers.map { Int128($0.1.value.millionths) * Int128($0.1.factor) }
      let takesLargest =
        first.method == .maximum || first.method == .worst && Direction(first.target) == .largeIsWorse
      let extreme = takesLargest ? scaled.max() : scaled.min()
      // Where all are equal, nobody decided.
      if scaled.contains(where: { $0 != extreme }) {
        result.decisive = zip(numbers, scaled).first { $0.1 == extreme }?.0.0
      }
    }
    return result
  }

  private static func rolled(_ result: RollUpFormula.Result) -> Rolled {
    switch result {
    case .value(let value): Rolled(value: value.text)
    case .zeroDenominator: Rolled(remark: "权数合计为0")
    case .missingWeight: Rolled(remark: "缺少权数")
    case .outOfRange: Rolled(remark: "超出可精确计算的范围")
    }
  }

  private static func term(_ value: Quantity, _ item: OverviewItem) -> Term {
    Term(value: value, factor: item.target.measure?.factor ?? 1, weight: nil, weightFactor: 1)
  }

  /// Qualitative results, dates and 序时进度: the worst, as in a unit; of dates the latest, or what the method says.
  private static func words(_ members: [(unit: Int, item: OverviewItem)], _ first: OverviewItem) -> Rolled {
    let isEarliest = first.method == .minimum && first.target.kind == "截止"
    func decides(_ left: OverviewItem, over right: OverviewItem) -> Bool {
      guard let one = left.actual, let other = right.actual else { return false }
      // A grade has the share it earns by its unit's own rubric.
      return isEarliest
        ? Roller.isWorse(other, one, defaults: .init()) : Roller.isWorse(one, other, defaults: .init())
    }
    guard let member = members.min(by: { decides($0.item, over: $1.item) }) else { return Rolled() }
    var text = member.item.value
    // Each unit has words of its own; across units the grade counts.
    if case .attainment(let grade, let percent)? = member.item.actual {
      text = member.item.isBare ? grade.word : "\(grade.word) \(percent?.text ?? "")%"
    }
    // Where all are equal, nobody decided.
    let isShared = !members.contains { decides(member.item, over: $0.item) }
    return Rolled(value: text, decisive: isShared ? nil : member.unit)
  }

  /// The formula applied to the targets, also of units to which the indicator does not apply (FORMATS §1.3); empty for
  /// words that differ, and where a quotient's parts are not known.
  private static func target(
    _ members: [(unit: Int, item: OverviewItem)], _ first: OverviewItem, _ measure: Measure
  ) -> String {
    let goals = members.compactMap { member in
      member.item.target.quantity.map { term($0, member.item) }
    }
    if goals.count == members.count, ![.mean, .weightedMean, .ratio].contains(first.method) {
      let result = RollUpFormula.apply(
        first.method, to: goals, in: measure, direction: Direction(first.target))
      return rolled(result).value
    }
    // The same bare number means different things in 台 and in 万台.
    let texts = Set(
      members.map { member -> String in
        let own = member.item.target.measure ?? .none
        guard own.factor != measure.factor else { return member.item.target.bare }
        return member.item.target.quantity.flatMap { own.convert($0, to: measure) }?.text ?? ""
      })
    return texts.count == 1 ? texts.first ?? "" : ""
  }
}
