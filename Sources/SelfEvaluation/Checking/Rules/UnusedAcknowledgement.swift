// W242: an explanation that explains nothing, or an error.

extension Rule {
  static let unusedAcknowledgement = Rule(
    .unusedAcknowledgement,
    title: "说明没有用上",
    why: "已改正的问题不再需要说明；位置或编码写错的说明也不会起作用；错误只能改正，不能用说明代替",
    remedy: "核对编码和位置，不再需要时删去这一行",
    firing: Example(.write("acknowledged.csv", "编码,位置,说明\nW309,强制检定经费/强制检定台件数,新增站点集中送检\n")),
    clean: Example(
      .replace("actuals.csv", "28600台", with: "40000台"),
      .write("acknowledged.csv", "编码,位置,说明\nW309,强制检定经费/强制检定台件数,新增站点集中送检\n")))
}
