import ArgumentParser

@main
struct Jixiao: ParsableCommand {
  mutating func run() throws {}
}
