// E712: a document the manifest lists and the folder lacks.

extension Rule {
  static let missingDocument = Rule(
    .missingDocument,
    title: "清单中的文件不见了",
    why: "清单所列的文件应当齐全，少一个就不是完整的自评材料",
    remedy: "找回该文件，或重新出具",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
