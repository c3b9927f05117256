// E716: a manifest that is missing or cannot be read.

extension Rule {
  static let unreadableManifest = Rule(
    .unreadableManifest,
    title: "清单无法读取",
    why: "manifest.json 是校验的依据，读不出来就无法证明其余文件未被改动",
    remedy: "找回原来的清单，或重新出具",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
