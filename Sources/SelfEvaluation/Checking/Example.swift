// Examples of findings: small edits of one small sound submission.

/// A submission written as changes to `Example.base`; no change is the base itself, which has no findings but notes.
public struct Example: Sendable {
  /// One change to the base.
  public enum Edit: Sendable {
    /// Replaces the first occurrence of a text in a file.
    case replace(String, String, with: String)
    /// Appends lines to a file.
    case append(String, String)
    /// Writes a whole file.
    case write(String, String)
    /// Writes a file as bytes, for encodings and damage below the text.
    case bytes(String, [UInt8])
    /// Leaves a file out.
    case remove(String)
  }

  public let edits: [Edit]
  public let period: Period

  /// The base with these changes, examined for a period.
  init(_ edits: Edit..., period: Period = .year) { (self.edits, self.period) = (edits, period) }

  /// The files of the example, sorted by path.
  public var files: [SourceFile] {
    var files = Dictionary(uniqueKeysWithValues: Example.base.map { ($0.path, $0.bytes) })
    for edit in edits {
      switch edit {
      case .replace(let path, let old, let new):
        files[path] = Array(Example.replacing(old, with: new, in: String(decoding: files[path] ?? [], as: UTF8.self)).utf8)
      case .append(let path, let text): files[path, default: []] += Array(text.utf8)
      case .write(let path, let text): files[path] = Array(text.utf8)
      case .bytes(let path, let bytes): files[path] = bytes
      case .remove(let path): files[path] = nil
      }
    }
    return files.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
  }

  /// Replaces the first occurrence; a text that does not occur leaves the file as it is (the rule's test then fails).
  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  /// A sound submission of one unit and two projects: everything met, everything reconciled.
  public static let base: [SourceFile] = [
    ("unit.csv", "项,内容\n单位名称,示例检验所\n年度,2023\n主管部门,示例市场监督管理局\n年度目标,完成年度检定任务\n"),
    (
      "projects.csv",
      "项目编码,项目名称,主管部门,开始时间,完成时间\n001,强制检定经费,示例市场监督管理局,2023.01,2023.12\n002,能力提升经费,示例市场监督管理局,2023.01,2023.12\n"
    ),
    (
      "budget.csv",
      """
      项目名称,收支,资金名称,年初预算数,全年预算数,半年计划执行数,半年执行数,全年执行数
      部门整体,收入,资金总额,,300,,,
      部门整体,收入,一般公共预算资金,,300,,,
      部门整体,支出,项目支出,,300,150,150,300
      部门整体,支出,强制检定经费,,200,100,100,200
      部门整体,支出,能力提升经费,,100,50,50,100
      强制检定经费,收入,资金总额,,200,,,
      强制检定经费,收入,一般公共预算资金,,200,,,
      强制检定经费,支出,检定业务费,,200,100,100,200
      能力提升经费,收入,资金总额,,100,,,
      能力提升经费,收入,一般公共预算资金,,100,,,
      能力提升经费,支出,设备购置费,,100,50,50,100

      """
    ),
    (
      "targets.csv",
      """
      项目名称,一级指标,二级指标,重点工作,三级指标,半年指标值,全年指标值
      部门整体,决策,计划制定,,工作计划健全性,健全,健全
      部门整体,过程,预算执行,,预算执行率,=50%,=100%
      部门整体,履职,强制检定,检定工作,强制检定台件数,≥14000台,≥28000台
      部门整体,效益,社会效益,,量值溯源体系完善程度,较显著,较显著
      部门整体,满意度,服务对象满意度,,客户满意度,≥80%,≥80%
      强制检定经费,决策,项目立项,,立项依据充分性,充分,充分
      强制检定经费,过程,资金管理,,预算执行率,=50%,=100%
      强制检定经费,成本,经济成本,,会议费成本,≤550元/人/天,≤550元/人/天
      强制检定经费,产出指标,数量指标,,强制检定台件数,≥14000台,≥28000台
      强制检定经费,产出指标,时效指标,,检定任务完成时间,2023年6月30日,2023年12月31日
      强制检定经费,效益,社会效益,,量值溯源体系完善程度,较显著,较显著
      强制检定经费,满意度,服务对象满意度,,客户满意度,≥80%,≥80%
      能力提升经费,决策,项目立项,,立项依据充分性,充分,充分
      能力提升经费,过程,资金管理,,预算执行率,=50%,=100%
      能力提升经费,成本,经济成本,,培训费成本,≤550元/人/天,≤550元/人/天
      能力提升经费,产出指标,数量指标,,新增设备数量,≥10套,≥20套
      能力提升经费,产出指标,质量指标,,设备验收合格率,=100%,=100%
      能力提升经费,效益,社会效益,,服务产业能力提升,较显著,较显著
      能力提升经费,满意度,服务对象满意度,,使用人员满意度,≥80%,≥80%

      """
    ),
    (
      "actuals.csv",
      """
      项目名称,二级指标,三级指标,半年完成值,全年完成值,自评得分,偏差原因,改进措施,佐证材料
      部门整体,,工作计划健全性,健全,健全,,,,年度计划
      强制检定经费,,立项依据充分性,充分,充分,,,,立项批复
      强制检定经费,,会议费成本,500元/人/天,520元/人/天,,,,会议决算
      强制检定经费,,强制检定台件数,14500台,28600台,,,,检定台账
      强制检定经费,,检定任务完成时间,2023年6月28日,2023年12月20日,,,,任务清单
      强制检定经费,,量值溯源体系完善程度,较显著,较显著,,,,总结报告
      强制检定经费,,客户满意度,91%,92%,,,,满意度调查
      能力提升经费,,立项依据充分性,充分,充分,,,,立项批复
      能力提升经费,,培训费成本,450元/人/天,500元/人/天,,,,培训决算
      能力提升经费,,新增设备数量,11套,21套,,,,验收单
      能力提升经费,,设备验收合格率,100%,100%,,,,验收单
      能力提升经费,,服务产业能力提升,较显著,较显著,,,,服务记录
      能力提升经费,,使用人员满意度,90%,93%,,,,满意度调查

      """
    ),
  ].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
}
