// 预算执行率: four decimals where it is computed, and once rounded where it is compared with a figure as written.

import Testing

@testable import SelfEvaluation

@Suite struct ExecutionRateTests {
  @Test func isRoundedOnceForComparing() {
    // 9616496 ÷ 10000000 = 96.16496 %: four decimals give 96.1650, which rounded again would be 96.17.
    let (part, whole) = (Quantity(9_616_496), Quantity(10_000_000))
    #expect(Execution.percent(part, of: whole)?.text == "96.165")
    #expect(Execution.percent(part, of: whole, decimals: 2)?.text == "96.16")
    #expect(Execution.percent(part, of: whole, decimals: 0)?.text == "96")
    #expect(Execution.percent(part, of: whole, decimals: 6)?.text == "96.16496")
    #expect(Execution.percent(part, of: .zero, decimals: 2) == nil)
  }
}
