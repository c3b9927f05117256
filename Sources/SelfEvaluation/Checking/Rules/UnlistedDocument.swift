// W713: a file in the folder the manifest does not list.

extension Rule {
  static let unlistedDocument = Rule(
    .unlistedDocument,
    title: "清单之外的文件",
    why: "成果文件夹里多出的文件不受校验保护，再次出具时也会阻止覆盖，以免丢失扫描件等材料",
    remedy: "移出成果文件夹，或另行保管",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
