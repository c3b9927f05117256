// E903: a page of ours that breaks its schema.

extension Rule {
  static let violatesSchema = Rule(
    .violatesSchema,
    title: "生成的网页不合格式规范",
    why: "每种页面都有自己的规范，缺少栏目或结构不对的文件不能出具",
    remedy: "换回内置模板；用的是内置模板时报告程序维护者",
    unexampled: "这是程序自身的问题，填报数据中没有这种情形")
}
