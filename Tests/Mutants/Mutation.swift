// The switch of the mutants: at most one is on, named by the environment. Only ever copied into out/mutants.

import Glibc

enum Mutation {
  static let active: Int = unsafe getenv("JIXIAO_MUTANT").flatMap { unsafe Int(String(cString: $0)) } ?? 0

  static func isActive(_ id: Int) -> Bool { id == active }
  static func flip(_ id: Int, _ value: Bool) -> Bool { id == active ? !value : value }
  static func number<T: Numeric>(_ id: Int, _ value: T, _ other: T) -> T { id == active ? other : value }
  static func most<T: Comparable>(_ id: Int, _ one: T, _ other: T) -> T {
    id == active ? min(one, other) : max(one, other)
  }
  static func least<T: Comparable>(_ id: Int, _ one: T, _ other: T) -> T {
    id == active ? max(one, other) : min(one, other)
  }
}

extension Sequence {
  func every(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    id == Mutation.active ? try contains(where: test) : try allSatisfy(test)
  }
  func some(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    id == Mutation.active ? try allSatisfy(test) : try contains(where: test)
  }
  func firstOne(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Element? {
    id == Mutation.active ? try reversed().first(where: test) : try first(where: test)
  }
  func kept(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> [Element] {
    id == Mutation.active ? try filter { try !test($0) } : try filter(test)
  }
  func most(_ id: Int, _ order: (Element, Element) throws -> Bool) rethrows -> Element? {
    id == Mutation.active ? try self.min(by: order) : try self.max(by: order)
  }
  func least(_ id: Int, _ order: (Element, Element) throws -> Bool) rethrows -> Element? {
    id == Mutation.active ? try self.max(by: order) : try self.min(by: order)
  }
}

extension Sequence where Element: Comparable {
  func most(_ id: Int) -> Element? { id == Mutation.active ? self.min() : self.max() }
  func least(_ id: Int) -> Element? { id == Mutation.active ? self.max() : self.min() }
}

extension StringProtocol {
  func begins(_ id: Int, _ part: String) -> Bool { id == Mutation.active ? hasSuffix(part) : hasPrefix(part) }
  func ends(_ id: Int, _ part: String) -> Bool { id == Mutation.active ? hasPrefix(part) : hasSuffix(part) }
}
