// E206: a value a spreadsheet has replaced by something else.

extension Rule {
  static let spreadsheetDamage = Rule(
    .spreadsheetDamage,
    title: "内容已被表格软件改写",
    why: "“=0次”会被算成 #NAME?，长数字会变成 3.20106E+17，列太窄时只剩 ####：原来的内容已经丢失，无法还原；名称、编码、电话和文字也会这样损坏",
    remedy: "把该列设为“文本”格式后重新填写；“=”可写成“等于”",
    firing: Example(.replace("targets.csv", "=100%,=100%", with: "#NAME?,=100%")),
    clean: Example(.replace("targets.csv", "=100%,=100%", with: "等于100%,等于100%")))
}
