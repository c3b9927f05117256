// What a rule is: a code with its reason, its cure, and two examples that are both documentation and test.

/// One entry of the rule book. Rules of reading, values, weights and roll-up fire where those stages meet the fault;
/// rules of judgement (`examine`) look at the finished figures.
public struct Rule: Sendable {
  /// The code of its findings; exactly one rule has it.
  public let code: Code
  /// A few words naming the fault.
  public let title: String
  /// Why it matters, with the source of the rule where there is one.
  public let why: String
  /// How to mend it, in general.
  public let remedy: String
  /// A submission in which it fires; nil where no submission can show it (`unexampled` says why). Made when asked
  /// for: examining needs none.
  public var firing: Example? { makeFiring?() }
  /// A submission, near to the firing one, in which it does not.
  public var clean: Example? { makeClean?() }
  /// Why there are no examples.
  public let unexampled: String
  /// The judgement, for rules that look at the finished figures.
  let examine: (@Sendable (Examination) -> [Finding])?
  private let makeFiring: (@Sendable () -> Example)?
  private let makeClean: (@Sendable () -> Example)?

  init(
    _ code: Code, title: String, why: String, remedy: String,
    firing: @autoclosure @escaping @Sendable () -> Example,
    clean: @autoclosure @escaping @Sendable () -> Example = Example(),
    examine: (@Sendable (Examination) -> [Finding])? = nil
  ) {
    (self.code, self.title, self.why, self.remedy) = (code, title, why, remedy)
    (makeFiring, makeClean, unexampled, self.examine) = (firing, clean, "", examine)
  }

  /// A rule no submission can show: of output and of our own faults.
  init(_ code: Code, title: String, why: String, remedy: String, unexampled: String) {
    (self.code, self.title, self.why, self.remedy) = (code, title, why, remedy)
    (makeFiring, makeClean, self.unexampled, examine) = (nil, nil, unexampled, nil)
  }
}
