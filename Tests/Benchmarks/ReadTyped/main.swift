// Reads the large CSV of the benchmark typed, from standard input: rows, cells filled and exact sum in millionths
// of each of five columns, then the bytes of the four columns of text. `read_duckdb.py` prints the same.

import Glibc
import SelfEvaluation

/// Appends the next bytes of standard input; none at its end.
func readInput(_ bytes: inout OutputSpan<UInt8>) throws {
  var count = -1
  repeat {
    bytes.withUnsafeMutableBufferPointer { buffer, filled in
      count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      filled = max(0, count)
    }
  } while count < 0 && errno == EINTR
  if count < 0 { throw InputFault() }
}

struct InputFault: Error {}

/// Ends the program with a line on standard error.
func fail(_ text: String, status: Int32) -> Never {
  let line = Array("错误：\(text)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(status)
}

/// Reads everything and returns the line to be printed.
func summary() throws -> String {
  let texts = ["单位编码", "单位名称", "项目名称", "三级指标"]
  let figures = ["年初预算数", "全年预算数", "全年执行数", "目标值", "完成值"]
  var reader = try TypedCSVReader(
    columns: texts.map { .init($0, .text) } + figures.map { .init($0, .decimal) },
    source: { try readInput(&$0) })
  var rows = 0
  var filled = figures.map { _ in 0 }
  var sums = figures.map { _ in Int128(0) }
  var bytes = texts.map { _ in 0 }
  while try reader.next() {
    rows += 1
    for column in texts.indices { bytes[column] += reader.byteCount(column) }
    for place in figures.indices {
      guard let figure = reader.decimal(texts.count + place) else { continue }
      filled[place] += 1
      sums[place] += Int128(figure.millionths)
    }
  }
  var printed = ["\(rows)"]
  for place in figures.indices { printed += ["\(filled[place])", "\(sums[place])"] }
  printed += bytes.map { "\($0)" }
  return printed.joined(separator: " ")
}

do {
  print(try summary())
} catch let fault as TypedCSVFault {
  fail("\(fault)", status: 1)
} catch {
  fail("标准输入读不出来", status: 74)
}
