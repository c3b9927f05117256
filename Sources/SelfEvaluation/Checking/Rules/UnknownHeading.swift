// W204: a column the file does not have by the contract.

extension Rule {
  static let unknownHeading = Rule(
    .unknownHeading,
    title: "不认识的列",
    why: "列名不在约定之内，该列没有读取；多半是名称差了一两个字",
    remedy: "改成约定的列名；确是单位自用的列不必改动",
    firing: Example(.replace("projects.csv", "主管部门", with: "主管部门名称")),
    clean: Example(.replace("projects.csv", "主管部门", with: "主管 部门")))
}
