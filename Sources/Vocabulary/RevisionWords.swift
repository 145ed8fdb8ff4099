/// Words with which a source tells a figure from the one that took its place.
package enum RevisionWords {
    package static let outdated: Set<String> = [
        "previously", "previous", "superseded", "original", "originally", "formerly", "sent", "supplied", "earlier",
    ]
    package static let revised: Set<String> = [
        "revised", "corrected", "updated", "amended", "restated", "recounted", "now",
    ]
    /// Words that go with them: `As previously reported`, `As now held`.
    package static let usual: Set<String> = outdated.union(revised).union([
        "as", "reported", "published", "disclosed", "provided", "stated", "given", "held", "figure", "figures",
        "number",
    ])
}
