// The password for the mail server: from the environment or from a file only its owner can read, never an argument.

import Glibc

enum MailSecret {
  static let variable = "JIXIAO_SMTP_PASSWORD"

  /// The password; nil where none is given.
  /// - Throws: a usage fault for a file that others can read, and for a password no server can take.
  static func read(file: String?) throws -> String? {
    guard let password = try file.map(fromFile) ?? environment(variable) else { return nil }
    guard !password.isEmpty, password.utf8.count <= 1000, !password.utf8.contains(where: { $0 < 0x20 }) else {
      throw UsageFault(message: "密码是空的、太长，或含有换行等控制字符")
    }
    return password
  }

  private static func fromFile(_ name: String) throws -> String {
    let path = DiskPath(name)
    let status = try FileStatus.entry(path.bytes, following: true, shown: path)
    if let status, status.kind == .file {
      guard status.mode & 0o077 == 0 else {
        throw UsageFault(message: "密码文件“\(path.display)”别人也能读取，先执行 chmod 600")
      }
      guard status.owner == geteuid() else {
        throw UsageFault(message: "密码文件“\(path.display)”不属于运行本程序的用户")
      }
    }
    var bytes = try FileReader.read(path, limit: 4096).bytes
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageFault(message: "密码文件“\(path.display)”不是UTF-8文本")
    }
    return text
  }

  /// The value of a variable of the environment; nil where it is not set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
