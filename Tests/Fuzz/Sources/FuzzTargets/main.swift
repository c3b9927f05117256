// Hands one of the targets to libFuzzer: FuzzTargets NAME [libFuzzer's own arguments].

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let names = CommandLine.arguments
guard names.count > 1, let target = FuzzTarget(rawValue: names[1]) else {
  fatalError("用法：FuzzTargets \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) …")
}
FuzzTarget.chosen = target

// libFuzzer sees every argument but the target's name.
var arguments = CommandLine.unsafeArgv
arguments[1] = arguments[0]
var rest = arguments + 1
var count = CommandLine.argc - 1
exit(
  runFuzzer(&count, &rest) { bytes, length in
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: length)))
    return 0
  })
