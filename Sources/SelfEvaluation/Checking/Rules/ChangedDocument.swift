// E711: a finished document that was edited.

extension Rule {
  static let changedDocument = Rule(
    .changedDocument,
    title: "文件在出具之后被改动",
    why: "清单 manifest.json 记有每个文件的 SHA-256；对不上就说明内容变了，盖章件与电子件可能不再一致",
    remedy: "核对改动的来由；需要更正时改填报数据后重新出具",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
