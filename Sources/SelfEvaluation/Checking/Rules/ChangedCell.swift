// E714: an HTML table that differs from its CSV twin.

extension Rule {
  static let changedCell = Rule(
    .changedCell,
    title: "网页与数据文件的数不一致",
    why: "每张网页表格都与同名 CSV 逐格相同；不同就说明其中一个被改过，即使清单也一并改了",
    remedy: "核对哪一个是原来的数，改填报数据后重新出具",
    unexampled: "已出具的文件由 jixiao verify 检查，填报数据中没有这种情形")
}
