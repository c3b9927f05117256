// E717: a manifest that was edited.

extension Rule {
  static let changedManifest = Rule(
    .changedManifest,
    title: "清单在出具之后被改动",
    why: "manifest.json 末尾的封签是其前全部内容的 SHA-256；对不上就说明得分、等级、单位或某个文件的摘要被改过，清单不再能证明什么",
    remedy: "核对改动的来由；找回原来的清单，或重新出具",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
