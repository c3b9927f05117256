// The switch of the mutants: at most one is on, named by the environment. Only ever copied into out/mutants.

import Glibc

enum Mutation {
  private static let active: Int =
    unsafe getenv("JIXIAO_MUTANT").flatMap { unsafe Int(String(cString: $0)) } ?? 0

  /// While the suites are measured: a byte for every site, set when it is executed, in a file shared with the measurer.
  nonisolated(unsafe) private static let seen: UnsafeMutablePointer<UInt8>? = {
    guard let path = unsafe getenv("JIXIAO_MUTANTS_SEEN") else { return nil }
    let file = unsafe open(path, O_RDWR)
    let size = Int(lseek(file, 0, SEEK_END))
    let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
    return unsafe memory?.assumingMemoryBound(to: UInt8.self)
  }()

  static func isActive(_ id: Int) -> Bool {
    if let seen = unsafe seen { unsafe seen[id] = 1 }
    return id == active
  }
  static func flip(_ id: Int, _ value: Bool) -> Bool { isActive(id) ? !value : value }
  static func number<T: Numeric>(_ id: Int, _ value: T, _ other: T) -> T { isActive(id) ? other : value }
  static func most<T: Comparable>(_ id: Int, _ one: T, _ other: T) -> T {
    isActive(id) ? min(one, other) : max(one, other)
  }
  static func least<T: Comparable>(_ id: Int, _ one: T, _ other: T) -> T {
    isActive(id) ? max(one, other) : min(one, other)
  }
}

extension Sequence {
  func every(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    Mutation.isActive(id) ? try contains(where: test) : try allSatisfy(test)
  }
  func some(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Bool {
    Mutation.isActive(id) ? try allSatisfy(test) : try contains(where: test)
  }
  func firstOne(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> Element? {
    Mutation.isActive(id) ? try reversed().first(where: test) : try first(where: test)
  }
  func kept(_ id: Int, _ test: (Element) throws -> Bool) rethrows -> [Element] {
    Mutation.isActive(id) ? try filter { try !test($0) } : try filter(test)
  }
  func most(_ id: Int, _ order: (Element, Element) throws -> Bool) rethrows -> Element? {
    Mutation.isActive(id) ? try self.min(by: order) : try self.max(by: order)
  }
  func least(_ id: Int, _ order: (Element, Element) throws -> Bool) rethrows -> Element? {
    Mutation.isActive(id) ? try self.max(by: order) : try self.min(by: order)
  }
}

extension Sequence where Element: Comparable {
  func most(_ id: Int) -> Element? { Mutation.isActive(id) ? self.min() : self.max() }
  func least(_ id: Int) -> Element? { Mutation.isActive(id) ? self.max() : self.min() }
}

extension StringProtocol {
  func begins(_ id: Int, _ part: String) -> Bool { Mutation.isActive(id) ? hasSuffix(part) : hasPrefix(part) }
  func ends(_ id: Int, _ part: String) -> Bool { Mutation.isActive(id) ? hasPrefix(part) : hasSuffix(part) }
}
