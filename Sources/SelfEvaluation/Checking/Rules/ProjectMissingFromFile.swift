// W233: a project without targets or without money.

extension Rule {
  static let projectMissingFromFile = Rule(
    .projectMissingFromFile,
    title: "项目在某个文件中没有内容",
    why: "每个项目都应有绩效目标和预算；缺了，或是漏报，或是名称不一致，各处的项目数也就对不上",
    remedy: "在该文件中补上，或核对项目名称是否一致",
    firing: Example(.append("projects.csv", "003,科研项目经费,示例市场监督管理局,2023.01,2023.12\n")),
    clean: Example())
}
