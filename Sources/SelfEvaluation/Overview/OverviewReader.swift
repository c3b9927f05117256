// Lines of any runs, in any order, gathered for one overview; what does not belong together is refused by name.

/// Gathers the lines of an overview.
public struct OverviewReader {
  /// What keeps the lines from becoming an overview, each with its place; in the order of reading.
  public var faults: [String] {
    (found + rubrics.faults).sorted { $0.number < $1.number }.map(\.text)
  }
  private var found: [(number: Int, text: String)] = []
  /// How many lines have been read.
  private var number = 0
  private var rubrics = RubricTally()
  private var units: [OverviewUnit] = []
  private var items: [OverviewItem] = []
  private var failed: [OverviewFailure] = []
  /// Where each name was met, and how it was written there.
  private var places: [String: (place: String, id: String)] = [:]
  private var frame: (place: String, version: String, period: Period)?
  private var year: (place: String, value: Int)?
  private var natures: Set<String> = []

  /// Names recur in every line: each is kept once.
  private var texts: Set<String> = []

  /// A reader that has read nothing.
  public init() {}

  /// Whether nothing has been read.
  public var isEmpty: Bool { number == 0 }

  /// Takes in one line; `place` is its file and number, for messages.
  public mutating func add(_ bytes: [UInt8], at place: String) {
    number += 1
    do throws(LineFault) {
      let line = try UnitLine(reading: bytes)
      guard belongs(line, place), isNew(line, place) else { return }
      rubrics.add(line, label: line.label, number: number, at: place)
      take(line)
    } catch {
      found.append((number, "\(place): \(error.message)"))
    }
  }

  /// One version, period and year for all; of rubrics the tally knows.
  private mutating func belongs(_ line: UnitLine, _ place: String) -> Bool {
    guard let first = frame else {
      frame = (place, line.version, line.period)
      year = line.year.map { (place, $0) }
      return true
    }
    var differences: [String] = []
    func compare(_ name: String, _ own: String, _ other: String, _ otherPlace: String) {
      if own != other { differences.append("\(name)“\(own)”与 \(otherPlace) 的“\(other)”不同") }
    }
    compare("版本", line.version, first.version, first.place)
    compare("期间", line.period.rawValue, first.period.rawValue, first.place)
    if let own = line.year {
      if let year { compare("年度", "\(own)", "\(year.value)", year.place) } else { year = (place, own) }
    }
    if !differences.isEmpty {
      found.append((number, "\(place): \(line.label)的\(differences.joined(separator: "，"))，不能汇在一起"))
    }
    return differences.isEmpty
  }

  private mutating func isNew(_ line: UnitLine, _ place: String) -> Bool {
    // A folder refused as a twin bears the name of the other; one that could not be read has none.
    let isNamed = !line.id.isEmpty && line.refusal?.failure != .twin
    let key = isNamed ? UnitIdentity.key(of: line.id) : "\0\(line.folder)"
    if let other = places.updateValue((place, line.id), forKey: key) {
      let spelling = other.id == line.id ? "" : "“\(VisibleText.shown(other.id))”，两者只差大小写，不能并存"
      found.append((number, "\(place): \(line.label)重复，\(other.place) 已有\(spelling)"))
      return false
    }
    return true
  }

  private mutating func take(_ line: UnitLine) {
    if !line.nature.isEmpty { natures.insert(line.nature) }
    guard let result = line.result else {
      failed.append(OverviewFailure(line))
      return
    }
    let unit = Int32(units.count)
    units.append(OverviewUnit(line, result) { once($0) })
    for (position, indicator) in result.indicators.enumerated() {
      let item = OverviewItem(unit: unit, position: Int32(position), indicator) { once($0) }
      items.append(item)
    }
  }

  private mutating func once(_ text: String) -> String {
    // Short texts are kept in place.
    text.utf8.count < 16 ? text : texts.insert(text).memberAfterInsert
  }

  /// The overview; nil where there are faults, or no lines. The order of the lines decides nothing in it.
  public func overview() -> Overview? {
    guard faults.isEmpty, let frame, let rubric = rubrics.prevailing else { return nil }
    return Overview(
      frame.period, year: year?.value, frame.version, rubric, natures.sorted(by: Bytewise.precedes), units,
      items, failed)
  }
}

extension UnitLine {
  /// `“南京计量院”（单位编码 3200000001）`
  fileprivate var label: String {
    let name = unit.isEmpty ? folder : unit
    return "“\(VisibleText.shown(name))”"
      + (id.isEmpty ? "" : "（\(code.isEmpty ? "文件夹名" : "单位编码") \(VisibleText.shown(id))）")
  }
}

/// The order of texts by their bytes: the same everywhere, and fast.
enum Bytewise {
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
