// E905: a template that is missing or cannot be filled.

extension Rule {
  static let templateFault = Rule(
    .templateFault,
    title: "模板有误",
    why: "模板缺失，或用了没有的变量，页面就不完整",
    remedy: "核对 --templates 指定的文件夹，或改用内置模板",
    unexampled: "这是程序自身的问题，填报数据中没有这种情形")
}
