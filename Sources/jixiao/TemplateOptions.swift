// --templates: page shells and schemas that replace the built-in ones.

import ArgumentParser
import SelfEvaluation

struct TemplateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("用该文件夹中的页面模板、样式和结构规则代替内置的", valueName: "文件夹"))
  var templates: String?

  /// What a document that failed its proof comes from: the user's templates where there are any, else ourselves.
  func fault(_ findings: [Finding]) -> any Error {
    guard templates != nil else { return OwnFault(findings) }
    // A shell stands on many pages: the first few say it all.
    let told = findings.prefix(3).map {
      "\(FindingText.position($0.place, [])): \(VisibleText.shown($0.message))\n"
    }.joined()
    let more = findings.count > 3 ? "……共\(findings.count)处\n" : ""
    return UsageFault(
      message: """
        按所给的模板，生成的页面没有通过核验，什么也没有写出
        \(told)\(more)  改法：核对模板中写死的链接、编号和文字：链接只能指向报告里的文件和页内已有的位置
        """)
  }

  /// The templates of a run, every tag checked.
  func library() throws -> TemplateLibrary {
    guard let templates else { return try TemplateLibrary() }
    let folder = DiskPath(templates)
    var overrides: [String: [UInt8]] = [:]
    for name in try FolderTree.list(folder) {
      let content = try FileReader.read(folder.appending(name), limit: SubmissionFolder.fileLimit)
      overrides[TextDecoder.displayName(name)] = content.bytes
    }
    do {
      return try TemplateLibrary(overrides: overrides)
    } catch {
      throw UsageFault(message: "模板有错误：\n\(error.description)")
    }
  }
}
