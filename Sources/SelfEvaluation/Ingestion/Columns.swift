// The files of a submission folder and their columns (FORMATS §1), as data.

/// One column: its canonical heading, other headings it is known by, and whether the file needs it.
struct Column: Hashable, Sendable {
  let heading: String
  let aliases: [String]
  let required: Bool

  init(_ heading: String, _ aliases: String..., required: Bool = false) {
    (self.heading, self.aliases, self.required) = (heading, aliases, required)
  }
}

/// The columns of one kind of file, and which of them inherit from the row above (merged cells lost by Excel).
struct Layout: Sendable {
  let columns: [Column]
  /// Headings in the order of their rank; a blank one inherits where those before it equal the row above.
  let inherited: [String]

  static let unit = Layout(
    columns: [Column("项", required: true), Column("内容", required: true)], inherited: [])

  static let projects = Layout(
    columns: [
      Column("项目编码"), Column("项目名称", required: true), Column("主管部门"), Column("项目类型"), Column("项目级次"),
      Column("开始时间"), Column("完成时间"), Column("实施单位"), Column("项目负责人"), Column("联系电话"), Column("邮箱"),
      Column("立项必要性"), Column("实施可行性"), Column("项目实施内容"), Column("中长期目标"), Column("年度目标"),
      Column("存在问题"), Column("改进措施"),
    ], inherited: [])

  static let budget = Layout(
    columns: [
      Column("项目名称", required: true), Column("收支", required: true), Column("资金名称", required: true),
      Column("年初预算数"), Column("全年预算数", required: true), Column("调整预算数"), Column("半年计划执行数"),
      Column("半年执行数"), Column("全年执行数"),
    ], inherited: ["项目名称", "收支"])

  static let targets = Layout(
    columns: [
      Column("项目名称", required: true), Column("一级指标", required: true), Column("二级指标", required: true),
      Column("重点工作"), Column("三级指标", required: true), Column("半年指标值", "半年(程)指标值"),
      Column("全年指标值", "全年(程)指标值", "年度指标值", "指标值", required: true), Column("分值", "权重"),
    ], inherited: ["项目名称", "一级指标", "二级指标"])

  static let actuals = Layout(
    columns: [
      Column("项目名称", required: true), Column("二级指标"), Column("三级指标", required: true), Column("半年完成值"),
      Column("全年完成值", "实际完成值"), Column("全年预计完成值"), Column("完成目标可能性"), Column("自评得分", "得分"),
      Column("偏差原因", "偏差原因分析"), Column("改进措施"), Column("佐证材料"),
      // What a form shows of the target; read back only to see whether it was changed.
      Column("一级指标"), Column("比较方式"), Column("目标值"), Column("计量单位"),
    ], inherited: ["项目名称", "二级指标"])

  static let rollUp = Layout(
    columns: [
      Column("单位指标", required: true), Column("单位二级指标"), Column("汇总方式", required: true),
      Column("项目名称", required: true), Column("项目指标", required: true), Column("项目二级指标"), Column("权数"),
      Column("说明"),
    ], inherited: [])

  static let rubric = Layout(
    columns: [Column("项", required: true), Column("值", required: true), Column("依据")], inherited: [])

  static let acknowledged = Layout(
    columns: [Column("编码", required: true), Column("位置", required: true), Column("说明", required: true)],
    inherited: [])
}
