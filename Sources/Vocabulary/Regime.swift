import Records

/// The Act under which a letter's section numbers are to be read: the same numbers mean different things.
package enum Regime: String, Sendable {
    case foia = "FOIA"
    case foisa = "FOISA"
    case jersey = "FOI (Jersey) Law"

    private static let scottish = Phrases<Bool>([
        "foisa", "freedom of information scotland act", "freedom of information (scotland) act",
        "scottish information commissioner",
    ])
    private static let jerseyLaw = Phrases<Bool>([
        "freedom of information jersey law", "freedom of information (jersey) law",
    ])

    /// What a text says of itself.
    package static func named(in text: LexedText) -> Regime? {
        scottish.occurs(in: text) ? .foisa : jerseyLaw.occurs(in: text) ? .jersey : nil
    }

    /// The subsection of each exemption of the FOIA that lifts the duty to confirm or deny.
    private static let unconfirmed = [
        22: 2, 23: 5, 24: 2, 26: 3, 27: 4, 28: 3, 29: 2, 30: 3, 31: 3, 32: 3, 33: 3, 34: 2, 35: 3, 36: 3, 37: 2, 38: 2,
        39: 2, 40: 5, 41: 2, 42: 2, 43: 3, 44: 2,
    ]

    /// `40(5)`, `30(3)`: who relies on it neither confirms nor denies.
    func refusesToConfirm(_ section: Int, _ words: String) -> Bool {
        self == .foia && Self.unconfirmed[section].map { words.hasPrefix("\(section)(\($0)") } ?? false
    }

    func state(section: Int) -> (status: Status, reason: String)? {
        switch self {
        case .foia:
            switch section {
            case 12: (.refused, "cost")
            case 14: (.refused, "vexatious")
            case 21: (.refused, "available_elsewhere")
            case 22: (.refused, "future_publication")
            case 23, 24, 26...44: (.refused, "exempt")
            default: nil
            }
        case .foisa:
            switch section {
            case 12: (.refused, "cost")
            case 14: (.refused, "vexatious")
            case 17: (.notHeld, "")
            case 18: (.refused, "neither_confirm_nor_deny")
            case 25: (.refused, "available_elsewhere")
            case 27: (.refused, "future_publication")
            case 26, 28...41: (.refused, "exempt")
            default: nil
            }
        case .jersey:
            switch section {
            case 16: (.refused, "cost")
            case 21: (.refused, "vexatious")
            case 23: (.refused, "available_elsewhere")
            case 24...42: (.refused, "exempt")
            default: nil
            }
        }
    }
}
