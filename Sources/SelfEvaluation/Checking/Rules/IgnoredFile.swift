// W116: a file whose name is not one of the contract.

extension Rule {
  static let ignoredFile = Rule(
    .ignoredFile,
    title: "没有读取的文件",
    why: "填报目录只读约定名称的文件；名称差一个字母就读不到，所以逐个说明",
    remedy: "改成约定的文件名；各项目的完成值放进 actuals 文件夹，其余移出填报目录",
    firing: Example(.write("budget1.csv", "项目名称,收支,资金名称,全年预算数\n")),
    clean: Example(.rename("budget.csv", to: "Budget.CSV")))
}
