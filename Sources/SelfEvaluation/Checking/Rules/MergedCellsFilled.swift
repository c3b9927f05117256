// N114: blanks below a merged cell.

extension Rule {
  static let mergedCellsFilled = Rule(
    .mergedCellsFilled,
    title: "按上一行填补的空白",
    why: "合并单元格另存为CSV后只剩第一格有字，下面的空白按上一行填补；填补的归属应当让人核对",
    remedy: "核对填补后的归属；要避免时先取消合并并填满再另存",
    firing: Example(.replace("targets.csv", "部门整体,过程,预算执行", with: ",过程,预算执行")),
    clean: Example())
}
