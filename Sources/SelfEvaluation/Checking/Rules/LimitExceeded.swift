// E109: more bytes, rows or columns than a submission can have.

extension Rule {
  static let limitExceeded = Rule(
    .limitExceeded,
    title: "文件超出可处理的大小",
    why: "单个文件以16 MiB、2万行、1000列为限，一个填报目录以1000个项目、每表2000个指标、共20万行为限，超过时多半放错了文件；停在这里，比读出一半数据稳妥",
    remedy: "核对是否放错了文件，或把数据拆分到 actuals 文件夹的多个文件",
    firing: Example(.append("unit.csv", "主要成效" + String(repeating: ",", count: 1_000) + "\n")),
    clean: Example(
      .append(
        "unit.csv",
        ["主要成效,按期完成", "结果应用,改进管理"].map { $0 + String(repeating: ",", count: 998) + "\n" }.joined())))
}
