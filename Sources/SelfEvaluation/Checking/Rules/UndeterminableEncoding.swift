// E101: bytes that are text in no encoding we know.

extension Rule {
  static let undeterminableEncoding = Rule(
    .undeterminableEncoding,
    title: "无法判定文件编码",
    why: "程序依次按字节序标记、UTF-16、UTF-8、GB18030、CP936 识别文件，都读不通就不能猜：猜错的编码会把单位名称和数字变成别的字",
    remedy: "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”；知道原来的编码时也可用 --encoding 指明",
    firing: Example(.bytes("unit.csv", Array("项,内容\n".utf8) + [0xFF, 0x20])),
    clean: Example(.savedAsGB18030("unit.csv")))
}
