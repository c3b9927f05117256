// E901: a page of ours that is not well-formed.

extension Rule {
  static let notWellFormed = Rule(
    .notWellFormed,
    title: "生成的网页不合XML语法",
    why: "写出之前每一页都要重新解析；解析不通是程序的差错，不是填报的差错，此时什么都不写出",
    remedy: "报告程序维护者，并附上填报目录；用了自定义模板的先换回内置模板",
    unexampled: "这是程序自身的问题，填报数据中没有这种情形")
}
