// W245: a form that came back with another target.

extension Rule {
  static let changedTarget = Rule(
    .changedTarget,
    title: "填报表中的指标值被改动",
    why: "发给项目填写的表里印有指标值，只供对照；填报人改了它，计分仍按绩效目标，但双方看的已不是同一个目标",
    remedy: "核对是谁改的；确要调整目标的，改 targets.csv，否则改回填报表",
    firing: Example(.column("actuals.csv", "目标值", ["", "", "", "26000"])),
    clean: Example(.column("actuals.csv", "目标值", ["", "", "", "28000.0"])))
}
