import Foundation
import Vocabulary

/// The words of a file's name, with run-together spellings of time told apart.
enum FileName {
    static func words(of path: String) -> String {
        let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        var text = ""
        for character in stem { text.append("_.+~()[]".contains(character) ? " " : character) }
        for word in ["yearending", "yearended", "financialyear"] {
            text = text.replacingOccurrences(of: word, with: " year \(word.dropFirst(4)) ", options: .caseInsensitive)
        }
        for month in [
            "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
            "december",
        ] {
            text = text.replacingOccurrences(of: month, with: " \(month) ", options: .caseInsensitive)
        }
        return text
    }

    /// The text from a lexeme on, its first letters raised, as names in file names seldom are.
    static func capitalised(_ text: LexedText, _ index: Int) -> LexedText {
        let rest = text.raw(lexemes: index..<text.count).replacingOccurrences(of: "-", with: " ")
        return LexedText(
            rest.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
    }
}
