// The names of columns: one case per canonical heading of any file (FORMATS §1).

/// A canonical heading; its raw value is its position among all of them.
enum Heading: Int, Sendable, CaseIterable {
  case item, content, projectCode, project, authority, projectType, projectLevel, start, finish,
    implementer, leader, telephone, email, necessity, feasibility, projectContent, longTermGoal,
    annualGoal, problems, correctiveMeasure, direction, fund, initialBudget, budget, adjustedBudget,
    halfPlan, halfExecuted, executed, levelOne, levelTwo, keyTask, levelThree, halfTarget, yearTarget,
    weight, halfActual, yearActual, expected, likelihood, reported, reason, evidence, comparator,
    targetValue, measure, unitIndicator, unitLevelTwo, method, projectIndicator, projectLevelTwo,
    rollUpWeight, note, value, basis, code, place

  /// What users write.
  var name: String {
    switch self {
    case .item: "项"
    case .content: "内容"
    case .projectCode: "项目编码"
    case .project: "项目名称"
    case .authority: "主管部门"
    case .projectType: "项目类型"
    case .projectLevel: "项目级次"
    case .start: "开始时间"
    case .finish: "完成时间"
    case .implementer: "实施单位"
    case .leader: "项目负责人"
    case .telephone: "联系电话"
    case .email: "邮箱"
    case .necessity: "立项必要性"
    case .feasibility: "实施可行性"
    case .projectContent: "项目实施内容"
    case .longTermGoal: "中长期目标"
    case .annualGoal: "年度目标"
    case .problems: "存在问题"
    case .correctiveMeasure: "改进措施"
    case .direction: "收支"
    case .fund: "资金名称"
    case .initialBudget: "年初预算数"
    case .budget: "全年预算数"
    case .adjustedBudget: "调整预算数"
    case .halfPlan: "半年计划执行数"
    case .halfExecuted: "半年执行数"
    case .executed: "全年执行数"
    case .levelOne: "一级指标"
    case .levelTwo: "二级指标"
    case .keyTask: "重点工作"
    case .levelThree: "三级指标"
    case .halfTarget: "半年指标值"
    case .yearTarget: "全年指标值"
    case .weight: "分值"
    case .halfActual: "半年完成值"
    case .yearActual: "全年完成值"
    case .expected: "全年预计完成值"
    case .likelihood: "完成目标可能性"
    case .reported: "自评得分"
    case .reason: "偏差原因"
    case .evidence: "佐证材料"
    case .comparator: "比较方式"
    case .targetValue: "目标值"
    case .measure: "计量单位"
    case .unitIndicator: "单位指标"
    case .unitLevelTwo: "单位二级指标"
    case .method: "汇总方式"
    case .projectIndicator: "项目指标"
    case .projectLevelTwo: "项目二级指标"
    case .rollUpWeight: "权数"
    case .note: "说明"
    case .value: "值"
    case .basis: "依据"
    case .code: "编码"
    case .place: "位置"
    }
  }
}
