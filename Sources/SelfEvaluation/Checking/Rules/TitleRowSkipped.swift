// N112: title rows above the heading.

extension Rule {
  static let titleRowSkipped = Rule(
    .titleRowSkipped,
    title: "表头之前的标题行",
    why: "从表格软件另存的文件常在表头上面留有表名、单位和金额单位，这些行不是数据，跳过时应当说明",
    remedy: "核对跳过的确是标题；不必改动",
    firing: Example(.replace("unit.csv", "项,内容", with: "示例检验所基本情况,\n项,内容")),
    clean: Example(.replace("unit.csv", "项,内容", with: ",\n项,内容")))
}
