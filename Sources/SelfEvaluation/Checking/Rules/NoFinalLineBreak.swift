// N119: a file that ends in the middle of a line.

extension Rule {
  static let noFinalLineBreak = Rule(
    .noFinalLineBreak,
    title: "最后一行没有换行",
    why: "表格软件另存的CSV每行末尾都有换行；最后一行没有，可能是文件没有存完或没有传完，最后一格只剩一半也看不出来",
    remedy: "核对最后一行的最后一格是否完整；完整的不必改动",
    firing: Example(.replace("actuals.csv", "使用人员满意度,90%,93%,,,,满意度调查\n", with: "使用人员满意度,90%,93%,,,,满意度")),
    clean: Example(.replace("actuals.csv", "使用人员满意度,90%,93%,,,,满意度调查\n", with: "使用人员满意度,90%,93%,,,,满意度\n")))
}
