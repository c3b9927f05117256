// N118: files of the folder that are no tables.

extension Rule {
  static let otherFiles = Rule(
    .otherFiles,
    title: "目录里的其他文件",
    why: "填报目录中的说明、图片、文件夹等不是数据，不读取；列出来是为了不漏看，例如把数据放进了子文件夹",
    remedy: "核对其中没有应当读取的数据；不必改动",
    firing: Example(.other("填报说明.docx")),
    clean: Example(.rename("actuals.csv", to: "actuals/全部完成值.csv")))
}
