// E904: a page of ours whose table differs from its CSV.

extension Rule {
  static let tableDiffersFromCSV = Rule(
    .tableDiffersFromCSV,
    title: "生成的网页与CSV不一致",
    why: "网页表格与 CSV 从写成的文件中读回，逐格比较；不同就不能出具，因为看的与交的不是同一个数",
    remedy: "报告程序维护者，并附上填报目录",
    unexampled: "这是程序自身的问题，填报数据中没有这种情形")
}
