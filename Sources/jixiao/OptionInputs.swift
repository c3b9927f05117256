// What a run reads because an option names it: no output may take its place.

import SelfEvaluation

/// The files and folders named by options, with what they are called in messages.
struct OptionInputs {
  private let places: [(path: String?, name: String)]

  init(_ settings: ReportSettings, _ templates: TemplateOptions, previous: String? = nil) {
    let isFile = !Pipeline.rubricNames.contains(settings.rubric)
    places = [
      (isFile ? settings.rubric : nil, "评分办法文件"), (templates.templates, "模板文件夹"), (previous, "上年文件夹"),
    ]
  }

  /// - Throws: `OutputRefusal` where the output is one of them, or in or around one.
  func keep(apartFrom output: DiskPath) throws {
    for place in places {
      guard let path = place.path, path != "-" else { continue }
      try OutputRefusal.check(output, against: DiskPath(path), called: place.name)
    }
  }
}
