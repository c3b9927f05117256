// ArgumentParser speaks English only: its fixed phrases are put into Chinese here, and nowhere else.

enum ChineseUsage {
  /// The phrases of its help, longest first.
  private static let helpPhrases: [(english: String, chinese: String)] = [
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
    ("<subcommand>", "<命令>"),
    ("values:", "可取："),
    ("default:", "默认："),
  ]

  /// The phrases of its error messages. Punctuation stands with the quotation mark before it.
  private static let faultPhrases: [(english: String, chinese: String)] = [
    ("Error: ", "jixiao: 用法错误："),
    ("Help:", "说明："),
    ("'. Did you mean '", "'；是否想写'"),
    ("'?\n", "'？\n"),
    ("Missing expected argument ", "缺少参数"),
    ("Missing value for ", "缺少取值："),
    ("Missing one of: ", "缺少其中之一："),
    (" unexpected arguments: ", "个多余的参数："),
    ("Unexpected argument ", "多余的参数"),
    ("', '", "'、'"),
    ("Unknown option ", "没有选项"),
    ("Invalid option: ", "不成选项："),
    ("\n   or: ", "\n   或者"),
    ("' in '", "'，见'"),
    ("The option ", "选项"),
    (" does not take any value, but ", "不带取值，却写了"),
    (" was specified.", ""),
    ("The value ", "取值"),
    (" is invalid for ", "不能用于"),
    (". Please provide one of the following:", "；可取："),
    ("Can't generate completion scripts for '", "没有这种命令行的补全脚本：'"),
    ("Can't autodetect a supported shell.", "认不出所用的命令行，不能生成补全脚本"),
    (
      "\nPlease use --generate-completion-script=<shell> with one of:",
      "\n请写明命令行：--generate-completion-script=名称，可取："
    ),
    ("'.\n", "'\n"),
    ("  See 'jixiao", "  用“jixiao"),
    ("--help' for more information.", "--help”查看用法。"),
  ]

  /// Help with every known phrase in Chinese. A completion script comes this way too: its quotation marks stay.
  static func help(_ text: String) -> String {
    helpPhrases.reduce(text) { replaceAll($1.english, with: $1.chinese, in: $0) }
  }

  /// An error message with every known phrase in Chinese; what is not known stays readable.
  static func fault(_ message: String) -> String {
    quoted(
      (helpPhrases + faultPhrases).reduce(message) { replaceAll($1.english, with: $1.chinese, in: $0) })
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
