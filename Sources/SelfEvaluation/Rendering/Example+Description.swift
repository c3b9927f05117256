// What an example changes, in words.

extension Example {
  /// One paragraph per change; the lines of a whole file stand below it, indented.
  public var description: [String] {
    let changes = edits.flatMap(\.description)
    let lines = changes.isEmpty ? ["不作改动"] : changes
    return period == .half ? lines + ["报告期改为半年（--period half）"] : lines
  }
}

extension Example.Edit {
  var description: [String] {
    switch self {
    case .replace(let path, let old, let new):
      [new.isEmpty ? "\(path)：删去“\(shown(old))”" : "\(path)：“\(shown(old))”改为“\(shown(new))”"]
    case .appendMade(let path, let make):
      ["\(path)：末尾加上"] + lines(of: make())
    case .append(let path, let text):
      ["\(path)：末尾加上"] + lines(of: text)
    case .column(let path, let heading, let cells):
      ["\(path)：右边加一列“\(heading)”，自上而下为\(cells.map { $0.isEmpty ? "空" : $0 }.joined(separator: "、"))，其余空"]
    case .write(let path, let text):
      ["\(path)：内容为"] + lines(of: text)
    case .bytes(let path, let bytes):
      [
        "\(path)：字节为 \(bytes.prefix(12).map(TextDecoder.hex).joined(separator: " "))\(bytes.count > 12 ? " …" : "")"
      ]
    case .savedAsGB18030(let path): ["\(path)：另存为 GB18030 编码"]
    case .rename(let path, let name): ["\(path)：改名为 \(name)"]
    case .remove(let path): ["\(path)：删去整个文件"]
    case .other(let name): ["目录里另有 \(name)"]
    }
  }

  private func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n").map { "  \(shown(String($0)))" }
    return lines.isEmpty ? ["  （只有一个换行）"] : lines
  }

  /// On one line, visible, and shortened where it is long.
  private func shown(_ text: String) -> String {
    let visible = VisibleText.shown(text)
    return visible.count <= 120 ? visible : "\(visible.prefix(30))…（共\(visible.count)个字符）"
  }
}
