// 指标汇总: one row per indicator that several units have, and where its figures come from.

struct OverviewFigureLayout {
  let overview: Overview

  func table() -> Table {
    Table(
      id: "figures", caption: "各单位同名指标汇总",
      columns: [
        TableColumn("编号"), TableColumn("一级指标"), TableColumn("三级指标"), TableColumn("汇总方式"),
        TableColumn("单位数", .number), TableColumn("适用", .number), TableColumn("达标", .number),
        TableColumn("目标汇总", .number), TableColumn("完成值汇总", .number), TableColumn("计量单位"),
        TableColumn("起决定作用的单位"), TableColumn("说明"),
      ],
      rows: overview.figures.enumerated().map { index, figure in
        TableRow(
          id: OverviewFigureLayout.code(index),
          [
            OverviewFigureLayout.code(index), figure.levelOne, figure.name, figure.method.rawValue,
            "\(figure.units)", "\(figure.applicable)", "\(figure.met)", figure.target, figure.value,
            figure.measure.text, figure.decisive.map { overview.units[$0].name } ?? "", figure.remark,
          ].enumerated().map { TableCell($0.element, isHeading: $0.offset == 2) })
      }, csv: OverviewPaths.figures)
  }

  /// 编号 of an indicator, counted from 0: `z001`.
  static func code(_ index: Int) -> String {
    let digits = "\(index + 1)"
    return "z" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  /// 指标溯源: the headings.
  static let lineageHeadings = [
    "编号", "指标", "汇总方式", "单位编码", "单位名称", "值", "计量单位", "分子", "分母", "算式",
    "来源",
  ]

  /// 指标溯源 as finished CSV files of a limited number of rows, in the order of the table; no file is held as a
  /// table, for together they are by far the largest document.
  func lineage() -> [[UInt8]] {
    var files: [[UInt8]] = []
    var writer = CSVWriter()
    var rows = 0
    func begin() {
      writer = CSVWriter()
      rows = 0
      for heading in OverviewFigureLayout.lineageHeadings { writer.append(heading) }
      writer.endRow()
    }
    begin()
    for (index, figure) in overview.figures.enumerated() {
      let code = OverviewFigureLayout.code(index)
      for (place, index) in figure.items {
        let item = overview.items[Int(index)]
        if rows == OverviewPaths.rowsInFile {
          files.append(writer.bytes)
          begin()
        }
        let unit = overview.units[Int(place)]
        let parts = OverviewFigureLayout.parts(item)
        for text in [
          code, item.name, figure.method.rawValue, unit.code, unit.name, item.value,
          item.target.measure?.text ?? "", parts.numerator, parts.denominator, parts.formula,
          unit.folder,
        ] { writer.append(PageText.visible(text)) }
        writer.endRow()
        rows += 1
      }
    }
    return files + [writer.bytes]
  }

  /// What a quotient was made of, as decimals in the unit shown, and how the value comes of it; empty where the method
  /// does not divide.
  static func parts(_ item: OverviewItem) -> (numerator: String, denominator: String, formula: String) {
    guard let parts = item.parts else { return ("", "", "") }
    let measure = item.target.measure ?? .none
    // The parts are in the base of their unit: ‰ for rates, the bare unit where 万 or 亿 stands before it. A ratio's are
    // things counted, of which a rate is made only by × 100 or × 1000.
    let isRate = item.method == .ratio && measure.isPercent
    let scale = isRate ? 0 : String(measure.factor).utf8.count - 1
    return (
      decimal(parts.numerator, (item.method == .weightedMean ? 12 : 6) + scale),
      decimal(parts.denominator, item.method == .mean ? 0 : 6),
      "分子÷分母" + (isRate ? "×\(1000 / measure.factor)" : "")
    )
  }

  /// A whole number of so many decimals, without trailing zeros.
  static func decimal(_ value: Int128, _ decimals: Int) -> String {
    var digits = String(value.magnitude)
    while digits.utf8.count <= decimals { digits = "0" + digits }
    let whole = digits.dropLast(decimals)
    var fraction = digits.suffix(decimals)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
