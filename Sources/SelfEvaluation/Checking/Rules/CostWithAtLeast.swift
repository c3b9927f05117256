// W320: a cost that should be at least so much.

extension Rule {
  static let costWithAtLeast = Rule(
    .costWithAtLeast,
    title: "成本指标写成“不低于”",
    why: "成本指标控制的是花费的上限，写成“≥”就成了花得越多越好；复核时这样的指标不予认可。节约率、降低额一类除外",
    remedy: "改成“≤”；确是越多越好的，换到相应的二级指标之下",
    firing: Example(.replace("targets.csv", "会议费成本,≤550元/人/天,≤550元/人/天", with: "会议费成本,≥500元/人/天,≥500元/人/天")),
    clean: Example(
      .replace("targets.csv", "会议费成本,≤550元/人/天,≤550元/人/天", with: "会议费节约率,≥2%,≥5%"),
      .replace("actuals.csv", "会议费成本,500元/人/天,520元/人/天", with: "会议费节约率,3%,6%"))
  ) { examination in
    examination.rows.compactMap { examined in
      guard case .number(let comparator, _, _)? = examined.indicator.year?.target,
        comparator == .atLeast || comparator == .above, examined.isUnder("成本"),
        !examined.indicator.name.hasBytes(ofOneOf: savings)
      else { return nil }
      return examined.aboutTarget(
        .costWithAtLeast, "成本指标的全年指标值是“\(examined.indicator.year?.text ?? "")”，成本应当控制上限",
        remedy: "改成“≤”；确是越多越好的，换到相应的二级指标之下")
    }
  }

  /// Words in names of cost indicators of which more is better.
  private static let savings = ["节约", "节省", "降低", "下降", "压减", "压缩", "减少"]
}
