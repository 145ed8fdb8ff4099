import Records

/// Turns folded text into passages, one for each line that `<br>` or a block made.
enum HTMLPassages {
    static func blocks(_ text: HTMLText, role: Passage.Role) -> [Document.Block] {
        var blocks: [Document.Block] = []
        var start = 0
        let scalars = Array(text.text.unicodeScalars)
        for index in 0...scalars.count where index == scalars.count || scalars[index] == "\n" {
            if index > start { blocks += passage(scalars, start..<index, text.runs, role).map { [.passage($0)] } ?? [] }
            start = index + 1
        }
        return blocks
    }

    private static func passage(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ runs: [Passage.Run], _ role: Passage.Role
    ) -> Passage? {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        let text = String(view)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        var own: [Passage.Run] = []
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? runs[index + 1].offset : Int.max
            guard run.offset < range.upperBound, end > range.lowerBound else { continue }
            var moved = run
            let lead = max(0, range.lowerBound - run.offset)
            moved.offset = max(0, run.offset - range.lowerBound)
            if lead > 0, case .text(let line, let column) = run.origin {
                moved.origin = .text(line: line, column: column + lead)
            }
            own.append(moved)
        }
        return Passage(role == .paragraph ? self.role(of: text) : role, text, runs: own)
    }

    /// A paragraph that begins like a question, an answer or a mail header is one.
    private static func role(of text: String) -> Passage.Role {
        let lower = text.lowercased()
        if ["from:", "sent:", "to:", "subject:", "cc:", "date:"].contains(where: lower.hasPrefix) { return .header }
        let words = lower.split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first else { return .paragraph }
        if first == "question" || first == "q"
            || first.first == "q" && first.count <= 3 && first.dropFirst().allSatisfy(\.isNumber) && first.count > 1
        {
            return .question
        }
        if first == "answer" || lower.hasPrefix("response:")
            || first.first == "a" && first.count == 2 && first.dropFirst().allSatisfy(\.isNumber)
        {
            return .answer
        }
        return .paragraph
    }
}
