// E248: the same actuals in two files.

extension Rule {
  static let handedInTwice = Rule(
    .handedInTwice,
    title: "同一份完成值交了两次",
    why: "改过的填报表常以另一个文件名再交一次，或汇总表里已有而单独的表又放了进来；程序不能替人选用哪一份",
    remedy: "核对哪一份是最后的，把另一份移出填报目录",
    firing: Example(.write("actuals/能力提升经费（改）.csv", secondProject)),
    clean: Example(
      .write("actuals.csv", withoutSecondProject), .write("actuals/能力提升经费（改）.csv", secondProject)))
}
