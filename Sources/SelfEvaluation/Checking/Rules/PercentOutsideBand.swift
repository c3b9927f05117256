// E223: a percentage that does not belong to its grade.

extension Rule {
  static let percentOutsideBand = Rule(
    .percentOutsideBand,
    title: "比例与等级不符",
    why: "财预〔2020〕10号把定性指标分为三档，各有比例区间：达成100%—80%，部分达成80%—60%，未达成60%—0%；评分办法可以另定",
    remedy: "改比例，或改成相应的等级",
    firing: Example(.replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,充分,部分达成 85%")),
    clean: Example(.replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,充分,达成 85%")))
}
