// The one error of the disk layer: what could not be done to which path, and why, in the user's language.

import Glibc

/// Something could not be read or written; the tool ends with status 74.
struct DiskFault: Error, Hashable {
  /// What was being done; the raw value stands in the message.
  enum Operation: String {
    case open = "打开"
    case read = "读取"
    case list = "列出"
    case inspect = "查看"
    case create = "新建"
    case write = "写入"
    case sync = "同步"
    case rename = "改名"
    case remove = "删除"
    case replace = "替换"
    case restore = "恢复"
  }

  /// The path for display, as the user would write it.
  let path: String
  let operation: Operation
  /// Why not, in Chinese and without a full stop.
  let reason: String
  /// The kernel's error number, 0 where the refusal is ours.
  let code: Int32

  /// A call that failed with `code`.
  init(_ path: DiskPath, _ operation: Operation, _ code: Int32) {
    self.path = path.display
    self.operation = operation
    self.code = code
    reason = DiskFault.reason(code)
  }

  /// A refusal of our own.
  init(_ path: DiskPath, _ operation: Operation, because reason: String) {
    self.path = path.display
    self.operation = operation
    self.reason = reason
    code = 0
  }

  /// Something cannot be made, because the folder that should hold it is not there.
  init(withoutParent path: DiskPath) {
    self.init(path, .create, because: "上级目录“\(path.parent.display)”不存在，请先建立")
  }

  /// Whether the entry was not there.
  var isMissing: Bool { code == ENOENT }

  /// One sentence without a full stop, naming the path: `无法写入“out/index.html”：空间不足`.
  var message: String { "无法\(operation.rawValue)“\(path)”：\(reason)" }

  /// The kernel's error numbers in Chinese; the C library's own words for the rare rest.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "空间不足"
    case EDQUOT: "超出配额"
    case EIO: "输入输出错误"
    case EACCES: "没有权限"
    case EPERM: "不允许这样操作"
    case EROFS: "只读文件系统"
    case ENOENT: "不存在"
    case EEXIST: "已经存在"
    case ENOTDIR: "路径中有一段不是目录"
    case EISDIR: "是目录"
    case ENOTEMPTY: "目录不是空的"
    case ELOOP: "是符号链接，或符号链接绕成了圈"
    case ENAMETOOLONG: "名称过长"
    case EFBIG: "超过文件大小上限"
    case EMFILE, ENFILE: "同时打开的文件太多"
    case EBUSY: "正在使用中，或是挂载点"
    case EXDEV: "跨越了文件系统"
    case EPIPE: "接收方已经关闭"
    case EBADF: "没有打开"
    case EINVAL: "名称或参数不合法"
    case EINTR: "一再被信号打断"
    case ENOMEM: "内存不足"
    case ESTALE: "网络文件已失效"
    case ENODEV, ENXIO: "设备不存在"
    case EOPNOTSUPP, ENOSYS: "文件系统不支持"
    default: unsafe strerror(code).map { unsafe String(cString: $0) } ?? "错误 \(code)"
    }
  }
}
