// N718: a manifest of an earlier version, or one whose seal was taken out.

extension Rule {
  static let unsealedManifest = Rule(
    .unsealedManifest,
    title: "清单没有封签",
    why: "较早的版本写的清单末尾没有封签；封签被人删去时也是如此，清单本身的内容就无从证明",
    remedy: "核对得分、等级和单位与存档是否一致；重新出具的清单带有封签",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
