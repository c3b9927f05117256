// E902: a page of ours with an internal subset.

extension Rule {
  static let internalSubset = Rule(
    .internalSubset,
    title: "生成的网页含有内部DTD子集",
    why: "内部子集可以定义实体、引入外部内容，正式文件中不得有；出现时什么都不写出",
    remedy: "删去自定义模板中的实体定义；用的是内置模板时报告程序维护者",
    unexampled: "这是程序自身的问题，填报数据中没有这种情形")
}
