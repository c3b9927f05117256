// E305: a rubric row that is unknown or has an illegal value.

extension Rule {
  static let illegalRubric = Rule(
    .illegalRubric,
    title: "评分办法有误",
    why: "权重、区间和公式决定每一分；写错的项若被忽略，得分就不是单位以为的那样算出来的；等级、区间的下限要由高到低，有权重的一级指标不能又是别的指标的同义词",
    remedy: "改成合法的项和值；合法的项见 Templates/README.md",
    firing: Example(.write("rubric.csv", "项,值,依据\n超额扣减,20,本单位规定\n")),
    clean: Example(.write("rubric.csv", "项,值,依据\n超额扣减,20%,本单位规定\n")))
}
