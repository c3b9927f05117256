// ArgumentParser speaks English only: its fixed phrases are put into Chinese here, and nowhere else.

enum ChineseUsage {
  /// The phrases of its help and error messages, longest first.
  private static let phrases: [(english: String, chinese: String)] = [
    (" [<options>]", " [选项…]"),
    ("  See 'jixiao help <subcommand>' for detailed help.", "  用“jixiao help 命令”查看某个命令的用法。"),
    ("Show subcommand help information.", "显示命令的用法。"),
    ("Show help information.", "显示用法。"),
    ("Show the version.", "显示版本。"),
    ("OVERVIEW: ", ""),
    ("USAGE:", "用法："),
    ("Usage:", "用法："),
    ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "命令："),
    ("Error: ", "jixiao: 用法错误："),
    ("Help:", "说明："),
    ("<subcommand>", "<命令>"),
    ("Did you mean", "是否想写"),
    ("Missing expected argument", "缺少参数"),
    ("Missing value for", "缺少取值："),
    ("Missing one of:", "缺少其中之一："),
    ("unexpected arguments:", "多余的参数："),
    ("unexpected argument", "多余的参数"),
    ("Unexpected argument", "多余的参数"),
    ("unknown option", "没有选项"),
    ("Unknown option", "没有选项"),
    ("is invalid for", "不能用于"),
    ("The value", "取值"),
    ("values:", "可取："),
    ("default:", "默认："),
    ("  See 'jixiao", "  用“jixiao"),
    ("--help' for more information.", "--help”查看用法。"),
  ]

  /// The message with every known phrase in Chinese; what is not known stays readable.
  static func translated(_ message: String) -> String {
    quoted(
      phrases.reduce(message) { text, phrase in replaceAll(phrase.english, with: phrase.chinese, in: text) })
  }

  /// Arguments in Chinese quotation marks, where the single ones come in pairs on a line.
  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: "'", omittingEmptySubsequences: false)
      guard parts.count.isMultiple(of: 2) == false else { return String(line) }
      return parts.enumerated().map { index, part in
        index == 0 ? String(part) : (index.isMultiple(of: 2) ? "”" : "“") + part
      }.joined()
    }.joined(separator: "\n")
  }

  private static func replaceAll(_ old: String, with new: String, in text: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
