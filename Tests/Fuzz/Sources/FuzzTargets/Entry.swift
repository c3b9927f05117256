// What libFuzzer calls for every input; JIXIAO_FUZZ names the target.

import Glibc

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}

extension FuzzTarget {
  static let chosen: FuzzTarget = {
    guard let target = getenv("JIXIAO_FUZZ").flatMap({ FuzzTarget(rawValue: String(cString: $0)) }) else {
      fatalError("JIXIAO_FUZZ=\(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|"))")
    }
    return target
  }()
}
