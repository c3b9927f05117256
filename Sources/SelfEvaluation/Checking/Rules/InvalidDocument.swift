// E715: a finished page that is no longer valid.

extension Rule {
  static let invalidDocument = Rule(
    .invalidDocument,
    title: "网页不再合格式",
    why: "出具时每页都经过格式校验；不合格式说明文件被别的软件改写或损坏",
    remedy: "重新出具；需要更正时改填报数据",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
