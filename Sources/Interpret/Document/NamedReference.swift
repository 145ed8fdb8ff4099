import Records
import Vocabulary

/// A reference that the name of the file repeats: `14402 / 2020` in `Cleveland 14402 response.txt`.
struct NamedReference {
    /// Letters and digits of the name, run together.
    private let name: String

    init(fileName: String) { name = Self.run(fileName) }

    private static func run(_ text: some StringProtocol) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The lexemes of runs without a space, `511A/20`, whose characters the file's name has too.
    func ranges(in text: LexedText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start < text.count {
            var end = start + 1
            while let next = text[end], !next.spaceBefore, !next.lineBefore { end += 1 }
            let numbers = (start..<end).filter { text[$0]?.isNumber == true }
            if let first = numbers.first, let last = numbers.last,
                // A year or a small number may be in any name.
                numbers.count > 1 || text[first]?.text.utf8.count ?? 0 >= 5,
                name.contains(Self.run(text.raw(lexemes: first..<last + 1)))
            {
                found.append(first..<last + 1)
            }
            start = end
        }
        return found
    }
}
