// The scoring rules in force (评分办法): shares, bands, formulas and grades, each with its basis.

/// 优 良 中 差, 财预〔2020〕10号.
public enum Grade: String, Sendable, CaseIterable {
  /// From 90 points.
  case excellent = "优"
  /// From 80 points.
  case good = "良"
  /// From 60 points.
  case fair = "中"
  /// Below 60 points. The bounds are those of the built-in rubrics; a rubric may set others.
  case poor = "差"
}

/// A rubric after reading; built in, or built in with overrides.
public struct Rubric: Sendable {
  /// The name it is chosen by: `jiangsu`, `mof`, `hubei`, or the path of a file.
  public let name: String
  /// 名称, as printed.
  public let title: String
  /// 假设: what in it is no official rule; every document says so. Empty where there is nothing.
  public let assumption: String
  /// Shares of level 1 for project sheets, in the rubric's order.
  let project: [LevelShare]
  /// The same for project sheets with a level-1 成本, where the rubric distinguishes them.
  let projectWithCost: [LevelShare]
  let unit: [LevelShare]
  /// Level-1 names that mean the same, folded: 产出指标 → 产出.
  let synonyms: [String: String]
  /// 预算执行率分值: points of the separate execution row; 0 for none.
  let executionPoints: Points
  /// Lower bound of each qualitative band in percent; the upper one is the next band's lower one, or 100.
  let bands: Percents
  /// Percentage scored where none is given.
  let defaults: Percents
  /// 反向公式=比例: ≤ targets that are missed score w·t/a instead of losing in proportion to the excess.
  let reverseByRatio: Bool
  /// 等于公式=偏离: = targets score by deviation on both sides.
  let equalByDeviation: Bool
  /// 超额扣减 in percent: what an actual above 130 % of its target loses.
  let excessDeduction: Quantity
  /// Lower bounds of 优, 良, 中 in points.
  let grades: Bounds
  /// All rows, for printing the rubric with its bases.
  public let rows: [RubricRow]

  /// One entry of the shares: the level-1 names that share it (效益+满意度 share evenly) and its points.
  struct LevelShare: Hashable, Sendable {
    let levels: [String]
    let points: Points
  }

  /// A percentage for each attainment that has one.
  struct Percents: Sendable {
    var full: Quantity?
    var partly: Quantity?
    var missed: Quantity?

    subscript(attainment: Attainment) -> Quantity? {
      switch attainment {
      case .full: full
      case .partly: partly
      case .missed: missed
      }
    }
  }

  /// The lower bounds of 优, 良 and 中.
  struct Bounds: Sendable {
    let excellent: Points
    let good: Points
    let fair: Points

    subscript(grade: Grade) -> Points? {
      switch grade {
      case .excellent: excellent
      case .good: good
      case .fair: fair
      case .poor: nil
      }
    }
  }

  /// The grade of a total.
  public func grade(_ total: Points) -> Grade {
    for grade in [Grade.excellent, .good, .fair] {
      if let bound = grades[grade], total >= bound { return grade }
    }
    return .poor
  }

  /// The canonical name of a level-1 heading.
  func canonical(_ levelOne: String) -> String {
    let key = Folding.key(levelOne)
    return synonyms[key] ?? key
  }

  /// The shares that apply to a sheet.
  func shares(of sheet: Sheet) -> [LevelShare] {
    if sheet.isUnit { return unit }
    guard !projectWithCost.isEmpty else { return project }
    return sheet.indicators.contains { canonical($0.levelOne).isSameText("成本") } ? projectWithCost : project
  }

  /// The percentages that may be given with a grade: lower bound, upper bound, whether the upper belongs to it.
  func band(of attainment: Attainment) -> (lower: Quantity, upper: Quantity, closed: Bool) {
    let lower = bands[attainment] ?? .zero
    guard let above = Attainment(rawValue: attainment.rawValue + 1) else { return (lower, .hundred, true) }
    return (lower, bands[above] ?? .hundred, false)
  }
}
