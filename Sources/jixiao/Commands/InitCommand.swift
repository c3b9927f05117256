// jixiao init: a new submission folder, or the built-in templates for changing.

import ArgumentParser
import SelfEvaluation

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "新建填报目录，内有带表头的CSV文件；--templates 则复制出内置模板。")

  @Argument(help: ArgumentHelp("新文件夹", valueName: "文件夹"))
  var folder: String

  @Flag(help: "复制内置的页面模板、结构规则和评分办法，供修改后用 --templates 使用")
  var templates = false

  func run() throws {
    let files = templates ? FormFiles.templates() : FormFiles.newFolder()
    try NewFolder.write(files, to: DiskPath(folder), subfolders: templates ? [] : ["actuals"])
    try StandardOutput.write("已新建：\(folder)\n")
  }
}
