import Vocabulary

/// The words by which a number's role is told.
extension NumberRole {
    static let nouns: Set<String> = ["forces", "force", "constabularies"]
    static let others: [String: String] = [
        "records": "records", "hours": "duration", "minutes": "duration", "officers": "other_count",
        "questions": "question_number", "points": "question_number", "parts": "question_number",
        "duties": "other_count",
        "years": "duration", "months": "duration", "weeks": "duration", "days": "duration", "quarters": "duration",
        "pages": "page",
        "requests": "other_count", "exemptions": "legislation", "documents": "other_count", "staff": "other_count",
        "employees": "other_count", "files": "other_count", "categories": "other_count", "systems": "other_count",
        "qualifiers": "other_count", "fields": "other_count",
        "occasions": "other_count", "people": "other_count", "adults": "other_count", "councils": "other_count",
        "schools": "other_count",
        "logs": "records", "crimes.read": "records", "calls": "other_count", "emails": "other_count",
        "departments": "other_count", "ways": "other_count", "reasons": "other_count", "counties": "other_count",
        "tables": "page", "bodies": "forces", "residents": "other_count", "sessions": "other_count",
        "warrants": "other_count", "networks": "other_count", "arrests": "other_count", "investigators": "other_count",
        "detectives": "other_count", "parents": "other_count", "miles": "other_count", "inhabitants": "other_count",
        "visits": "other_count", "keywords": "other_count", "types": "other_count", "counts": "other_count",
        "girls": "other_count", "boys": "other_count", "pupils": "other_count",
        "women": "other_count", "men": "other_count", "teenagers": "other_count", "volunteers": "other_count",
        "audits": "other_count", "audit": "other_count", "reviews": "other_count", "checks": "other_count",
        "stations": "other_count", "districts": "other_count", "letters": "other_count", "appeals": "other_count",
        "complaints": "other_count", "meetings": "other_count", "vehicles": "other_count", "computers": "other_count",
        "phones": "other_count", "divisions": "other_count", "firefighters": "other_count", "wards": "other_count",
        "mentions": "other_count", "childhoods": "other_count", "analysts": "other_count", "teams": "other_count",
        "boroughs": "other_count",
    ]
    static let changes = Phrases<Bool>([
        "increase of", "rise of", "fall of", "decrease of", "drop of", "reduction of", "difference of", "increased by",
        "rose by", "fell by", "decreased by", "dropped by", "up by", "down by", "grew by", "change of", "growth of",
        "reduced by", "went up by", "went down by", "risen by", "fallen by", "higher by", "lower by", "increase by",
    ])
    static let costs = Phrases<Bool>([
        "would have to be examined", "would have to be opened", "would have to be read", "would need to be",
        "minutes per record", "minutes per report", "minutes per crime", "minutes a record", "minutes each",
        "have to be reviewed", "be examined individually", "be reviewed manually", "manual review", "manually reviewed",
        "has returned",
    ])

    /// How offences are counted.
    static let rules = Phrases<Bool>([
        "is counted once", "are counted once", "counted once", "is counted as", "are counted as", "counts as",
        "one offence per", "counting rule",
    ])

    static let denials = Phrases<Bool>([
        "not the case", "not true that", "not correct that", "untrue that", "wrongly reported", "wrongly stated",
    ])
}
