// Stage 1: the files of a folder become a typed submission; everything odd in them becomes a finding.

/// Gathers a submission file by file. Files may come in any order; targets are read before actuals.
struct SubmissionReader {
  var findings = FindingLog()
  /// Data rows of all files so far.
  var rowCount = 0
  var texts: [SourceText] = []
  var inputs: [InputFile] = []

  var unitEntries: [(key: String, text: String, origin: Origin)] = []
  var year = 0
  var projects: [Project] = []
  var projectNames: Set<Name> = []
  var sheets: [Sheet] = []
  /// Index into `sheets` by name.
  var sheetIndex: [Name: Int] = [:]
  /// The sheet named last, as written; neighbouring rows mostly name the same.
  private var lastNamed: (name: String, index: Int)?
  /// The level-3 names of a sheet, by its index, once somebody asked for the nearest.
  var nearestNames: [Int: NearestNames] = [:]
  /// Ordinals by level-3 name, for each sheet.
  var ordinals: [[Name: [Int]]] = []
  /// Sheet, ordinal and row of actuals that were handed in but could not be read.
  var attempted: [(sheet: Int, ordinal: Int, origin: Origin)] = []
  var rollUpRows: [RollUpRow] = []
  var rubricRows: [RubricRow] = []
  var acknowledgements: [Acknowledgement] = []
  var contents: [[UInt8]] = []

  /// Whether there is a targets.csv that could be read.
  private var areTargetsRead = false
  /// Projects of rows that have a wrong number of cells: they are not missing from the file.
  private var damagedProjects: [Role: Set<Name>] = [:]
  /// What files could be decoded, but have no heading.
  private var unheaded: Set<Role> = []

  /// What a file's name says it is.
  private enum Role: Int, CaseIterable {
    case unit, projects, targets, budget, actuals, rollUp, rubric, acknowledged

    var name: String {
      switch self {
      case .unit: "unit.csv"
      case .projects: "projects.csv"
      case .targets: "targets.csv"
      case .budget: "budget.csv"
      case .actuals: "actuals.csv"
      case .rollUp: "rollup.csv"
      case .rubric: "rubric.csv"
      case .acknowledged: "acknowledged.csv"
      }
    }
  }

  /// Reads all files of a submission folder. `others` names what else lies there and was not handed over.
  static func read(
    _ files: [SourceFile], others: [String] = [], encoding: TextEncoding? = nil
  ) -> (Submission, [Finding]) {
    var reader = SubmissionReader()
    reader.readAll(files, encoding: encoding)
    reader.noteOthers(others)
    return (reader.submission(), reader.findings.all)
  }

  private mutating func readAll(_ files: [SourceFile], encoding: TextEncoding?) {
    let known = files.compactMap { file in role(of: file).map { (role: $0, file: file) } }
      .sorted { ($0.role.rawValue, $0.file.path) < ($1.role.rawValue, $1.file.path) }
    for file in files where role(of: file) == nil { noteIgnored(file) }
    for required in [Role.unit, .targets, .actuals] where !known.contains(where: { $0.role == required }) {
      findings.append(missing(required))
    }
    var readable = Set(known.map(\.role.name))
    for (role, file) in known {
      defer { if unheaded.contains(role) { readable.remove(role.name) } }
      let index = Int32(texts.count)
      let (decoded, decodingFindings) = TextDecoder.decode(file, index: index, forced: encoding)
      texts.append(decoded ?? SourceText(path: file.path, encoding: encoding ?? .utf8, text: []))
      findings += decodingFindings
      guard let decoded else {
        readable.remove(role.name)
        continue
      }
      contents += [Array(file.path.utf8), [0], decoded.text, [0]]
      let rows = read(decoded, as: role, index: index)
      inputs.append(
        InputFile(path: file.path, sha256: Digest.sha256(file.bytes), encoding: decoded.encoding, rows: rows))
    }
    settleAttempted()
    finishProjects(present: Set(known.map(\.role.name)), read: readable)
  }

  private mutating func read(_ text: SourceText, as role: Role, index: Int32) -> Int {
    let layout: Layout =
      switch role {
      case .unit: .unit
      case .projects: .projects
      case .targets: .targets
      case .budget: .budget
      case .actuals: .actuals
      case .rollUp: .rollUp
      case .rubric: .rubric
      case .acknowledged: .acknowledged
      }
    guard hasRoom(for: text) else { return 0 }
    var table = TableReader(text: text, file: index, layout: layout).read()
    findings += table.findings
    if table.headings.isEmpty { unheaded.insert(role) } else if role == .targets { areTargetsRead = true }
    if !table.damaged.isEmpty { damagedProjects[role] = Set(table.damaged.map { Name($0.text(.project)) }) }
    keepWithinLimits(&table, of: role.name)
    switch role {
    case .unit: readUnit(table)
    case .projects: readProjects(table)
    case .targets: readTargets(table)
    case .budget: readBudget(table)
    case .actuals: readActuals(table)
    case .rollUp: readRollUp(table)
    case .rubric: rubricRows = RubricReader.rows(of: table)
    case .acknowledged: readAcknowledged(table)
    }
    return table.rows.count
  }

  private func role(of file: SourceFile) -> Role? {
    let path = file.path.lowercased()
    if path.hasPrefix("actuals/") { return .actuals }
    return Role.allCases.first { $0.name == path }
  }

  private mutating func noteIgnored(_ file: SourceFile) {
    let names = Role.allCases.map(\.name)
    findings.append(
      Finding(
        .ignoredFile, at: .file(file.path), "文件“\(file.path)”不在填报目录的约定之内，没有读取",
        remedy: Nearest.advice(
          for: file.path, among: names, otherwise: "需要读取时按约定改名（项目的完成值放进 actuals 文件夹），否则移出填报目录")))
  }

  private mutating func noteOthers(_ names: [String]) {
    let tables = [".xlsx", ".xls", ".et", ".ods", ".tsv"]
    for name in names where tables.contains(where: name.lowercased().hasSuffix) {
      findings.append(
        Finding(
          .ignoredFile, at: .file(name), "“\(name)”是表格软件的文件，没有读取",
          remedy: "在表格软件中另存为“CSV UTF-8（逗号分隔）”后放回，或移出填报目录"))
    }
    let rest = names.filter { name in !tables.contains(where: name.lowercased().hasSuffix) }
    guard !rest.isEmpty else { return }
    findings.append(
      Finding(
        .otherFiles, at: .submission,
        "填报目录中还有\(rest.count)个不是数据的文件或文件夹，没有读取：\(SubmissionReader.listed(rest))",
        remedy: "不必改动"))
  }

  private func missing(_ role: Role) -> Finding {
    let name = role == .actuals ? "actuals.csv 或 actuals 文件夹中的CSV" : role.name
    return Finding(
      .missingFile, at: .file(role.name), "填报目录中没有 \(name)", remedy: "补上该文件；可用 jixiao init 生成带表头的空表")
  }

  /// Names what is lacking; a file that is there and could not be decoded, or has no heading, has its own finding, and
  /// no more is said.
  private mutating func finishProjects(present: Set<String>, read: Set<String>) {
    for (name, role) in [("projects.csv", "项目基本情况"), ("budget.csv", "预算与执行")] where !present.contains(name) {
      findings.append(
        Finding(
          .absentFile, at: .file(name), "填报目录中没有 \(name)（\(role)），有关内容和校验从略",
          remedy: "补上该文件；可用 jixiao init 生成带表头的空表"))
    }
    guard read.contains("targets.csv") else { return }
    if sheets.allSatisfy(\.indicators.isEmpty), damagedProjects[.targets] == nil {
      findings.append(
        Finding(
          .noIndicators, at: .file("targets.csv"), "targets.csv 只有表头，没有一行指标", remedy: "填写各表的指标和指标值"))
    }
    for project in projects
    where sheetIndex[Name(project.name)] == nil && !isDamaged(project.name, in: .targets) {
      findings.append(
        absence(of: project.name, from: "targets.csv", at: project.origin.map(Place.cell) ?? .submission))
    }
    guard read.contains("budget.csv") else { return }
    for sheet in sheets where sheet.money.isEmpty && !isDamaged(sheet.name, in: .budget) {
      findings.append(absence(of: sheet.name, from: "budget.csv", at: .file("budget.csv")))
    }
  }

  private func isDamaged(_ project: String, in role: Role) -> Bool {
    damagedProjects[role]?.contains(Name(project)) ?? false
  }

  private func absence(of name: String, from file: String, at place: Place) -> Finding {
    Finding(
      .projectMissingFromFile, at: place, sheet: name, "“\(name)”在 \(file) 中没有任何一行",
      remedy: "在 \(file) 中补上，或核对项目名称是否一致")
  }

  private func submission() -> Submission {
    let ordered = sheets.filter(\.isUnit) + sheets.filter { !$0.isUnit }
    return Submission(
      unit: BudgetUnit(entries: unitEntries, year: year), projects: projects, sheets: ordered,
      rollUpRows: rollUpRows, rubricRows: rubricRows, acknowledgements: acknowledgements, inputs: inputs,
      digest: Digest.sha256(of: contents), texts: texts)
  }
}

extension SubmissionReader {
  /// The sheet a row belongs to, or nil with a finding that names the nearest known one.
  mutating func sheet(named name: String, at origin: Origin) -> Int? {
    guard !name.isEmpty else {
      findings.append(empty(.project, at: origin))
      return nil
    }
    if let lastNamed, lastNamed.name.isSameBytes(name) { return lastNamed.index }
    let key = Name(name)
    if let index = sheetIndex[key] {
      lastNamed = (name, index)
      return index
    }
    if key.text == Sheet.unitName { return addSheet(Sheet.unitName) }
    // Where nothing tells which projects there are, none is unknown.
    guard projectNames.contains(key) || projectNames.isEmpty && !areTargetsRead else {
      findings.append(unknownProject(name, at: origin))
      return nil
    }
    return addSheet(name)
  }

  mutating func addSheet(_ name: String) -> Int {
    sheetIndex[Name(name)] = sheets.count
    sheets.append(Sheet(name: name, indicators: [], filings: [:], money: []))
    ordinals.append([:])
    return sheets.count - 1
  }

  func unknownProject(_ name: String, at origin: Origin) -> Finding {
    let known = projects.map(\.name) + sheets.map(\.name) + [Sheet.unitName]
    let message = "项目“\(name)”不在 projects.csv 中"
    // The sheet of the whole is often headed with the unit's own name.
    if unitEntries.contains(where: { $0.key == "单位名称" && Name($0.text) == Name(name) }) {
      return Finding(
        .unknownProject, at: origin, sheet: name, message, remedy: "这是单位名称；本单位的整体表，项目名称写作“\(Sheet.unitName)”")
    }
    return Finding(
      .unknownProject, at: origin, sheet: name, message,
      remedy: Nearest.advice(for: name, among: known, otherwise: "核对项目名称，或在 projects.csv 中补上该项目"))
  }

  func empty(_ heading: Heading, at origin: Origin, sheet: String? = nil, indicator: String? = nil) -> Finding
  {
    Finding(
      .emptyRequiredCell, at: origin, sheet: sheet, indicator: indicator, "“\(heading.name)”是空的，而这一列必须填写",
      remedy: "填写“\(heading.name)”；整行不需要时删去该行")
  }
}
