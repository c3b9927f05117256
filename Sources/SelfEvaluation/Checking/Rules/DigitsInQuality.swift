// W218: a target of words that contains digits.

extension Rule {
  static let digitsInQuality = Rule(
    .digitsInQuality,
    title: "定性指标值含有数字",
    why: "含有数字却不以比较符号或数字开头的指标值按定性处理；能量化的指标写成文字，就只能按档次计分",
    remedy: "改成“≥1项”这样的形式；确为定性则不必改动",
    firing: Example(
      .replace("targets.csv", "强制检定经费,决策,项目立项,,立项依据充分性,充分,充分", with: "强制检定经费,决策,项目立项,,立项依据充分性,充分,完成1项论证"),
      .replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,充分,达成")),
    clean: Example(
      .replace("targets.csv", "强制检定经费,决策,项目立项,,立项依据充分性,充分,充分", with: "强制检定经费,决策,项目立项,,立项依据充分性,≥1项,≥1项"),
      .replace("actuals.csv", "立项依据充分性,充分,充分", with: "立项依据充分性,1项,1项")))
}
