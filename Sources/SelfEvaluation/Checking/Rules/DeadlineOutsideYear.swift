// W246: an annual target with a deadline in another year.

extension Rule {
  static let deadlineOutsideYear = Rule(
    .deadlineOutsideYear,
    title: "截止日期不在年度内",
    why: "年度绩效目标考核的是本年度的工作，截止日期落在年度之外，到年底就无法判断是否按期",
    remedy: "改成年度内的日期；跨年的工作写明本年度应完成到哪一步",
    firing: Example(.replace("targets.csv", "2023年12月31日", with: "2024年3月31日")),
    clean: Example(.replace("targets.csv", "2023年12月31日", with: "2023年末"))
  ) { examination in
    let year = examination.submission.unit.year
    guard year != 0 else { return [] }
    return examination.rows.compactMap { examined in
      guard case .deadline(let day)? = examined.indicator.year?.target, day.year != year else { return nil }
      return examined.aboutTarget(
        .deadlineOutsideYear, "全年指标值“\(examined.indicator.year?.text ?? "")”不在\(year)年度内",
        remedy: "改成\(year)年度内的日期；跨年的工作写明本年度应完成到哪一步")
    }
  }
}
