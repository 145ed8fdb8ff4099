import Records

/// What a sentence or a cell says in place of a figure, and under which law.
package struct StateReading: Hashable, Sendable {
    package var status: Status
    /// A code of the codelist `reason`; empty where none is given.
    package var reason: String
    /// `FOIA s12(1)`, `FOISA s17`; empty where no law is named.
    package var legalBasis: String
}

package enum StateRecogniser {
    private enum Cue: Sendable {
        case refuse, notHeld, notRecorded, notAvailable, notApplicable, cost, ncnd, elsewhere, future, noResponse,
            vexatious, retrievable
    }

    /// `We cannot say how many of these had a flag`, `we are not able to give a number for 2017/18`
    private static let unsaid = Phrases<Cue>(
        ["cannot", "can't", "unable to", "not able to", "not possible to"].flatMap { lead in
            ["say", "tell", "determine", "state", "identify", "establish"].map {
                ("\(lead) \($0) how many", .notAvailable)
            }
                + ["a number", "a figure", "figures", "the figure", "the number"].map {
                    ("\(lead) give \($0)", .notAvailable)
                }
        })
    private static let cues = Phrases<Cue>([
        ("refused", .refuse), ("refuse", .refuse), ("refuses", .refuse), ("turned the request down", .refuse),
        ("turned it down", .refuse), ("turned us down", .refuse), ("turned down our request", .refuse),
        ("refusing", .refuse), ("refusal", .refuse), ("declined", .refuse),
        ("exempt", .refuse), ("exempted", .refuse), ("exemption", .refuse),
        ("withheld", .refuse), ("withholding", .refuse), ("withhold", .refuse), ("cannot be disclosed", .refuse),
        ("not be disclosed", .refuse), ("unable to provide", .refuse), ("unable to disclose", .refuse),
        ("unable to supply", .refuse), ("unable to comply", .refuse), ("not obliged to disclose", .refuse),
        ("not obliged to provide", .refuse),
        ("not obliged to comply", .refuse), ("not obliged to answer", .refuse), ("not obliged to supply", .refuse),
        ("not obliged to respond", .refuse), ("not obliged to deal", .refuse), ("not obliged to release", .refuse),
        ("cannot provide", .refuse), ("will not be providing", .refuse), ("cannot supply", .refuse),
        ("not required to comply", .refuse), ("not able to comply", .refuse), ("not able to answer", .refuse),
        ("not able to supply", .refuse), ("not be able to complete", .refuse), ("not able to complete", .refuse),
        ("unable to complete", .refuse), ("exceed the time", .cost), ("absolves us", .refuse),
        ("absolves the force", .refuse),
        ("unable to answer", .refuse), ("cannot disclose", .refuse), ("not able to provide", .refuse),
        ("not in a position to provide", .refuse), ("decline", .refuse), ("declining", .refuse), ("declines", .refuse),
        ("turned down", .refuse),
        ("rejected", .refuse), ("must be refused", .refuse), ("not be supplied", .refuse),
        ("cannot be supplied", .refuse), ("cannot be provided", .refuse), ("cannot be met", .refuse),
        ("is upheld under", .refuse),
        ("relieved of the duty", .refuse),
        ("relieves us of", .refuse), ("relieves the force of", .refuse), ("relieves a public authority of", .refuse),
        ("obligation to comply", .refuse), ("not obliged to", .refuse), ("do not wish to release", .refuse),
        ("not going to provide", .refuse), ("no obligation to comply", .refuse), ("cannot comply", .refuse),
        ("unable to release", .refuse), ("applies to your request", .refuse), ("applies to the request", .refuse),
        ("applies to the whole request", .refuse), ("applies to the whole of your request", .refuse),
        ("decision not to supply", .refuse), ("decision not to disclose", .refuse),
        ("decision not to provide", .refuse), ("decision not to release", .refuse),
        ("uphold the use of section", .refuse),
        ("uphold the application of section", .refuse),
        ("not held", .notHeld), ("does not hold", .notHeld), ("do not hold", .notHeld), ("holds no", .notHeld),
        ("hold no", .notHeld), ("no information held", .notHeld), ("no information is held", .notHeld),
        ("no recorded information", .notHeld),
        ("not hold", .notHeld), ("don't hold", .notHeld), ("doesn't hold", .notHeld), ("no data held", .notHeld),
        ("no data is held", .notHeld), ("none held", .notHeld), ("no longer held", .notHeld),
        ("no longer hold", .notHeld),
        ("no longer holds", .notHeld), ("no reliable data is held", .notHeld),
        ("no figure is held", .notHeld), ("no figures are held", .notHeld), ("no count is held", .notHeld),
        ("no reliable figures are held", .notHeld),
        ("no reliable information is held", .notHeld), ("no reliable figure is held", .notHeld),
        ("no information recorded", .notHeld), ("nothing held", .notHeld),
        ("not hold the information", .notHeld), ("nothing is held", .notHeld), ("no such information", .notHeld),
        ("information held none", .notHeld), ("has no information", .notHeld), ("have no information", .notHeld),
        ("no relevant information", .notHeld), ("heb ei ddal", .notHeld), ("not in possession of", .notHeld),
        ("has no record of", .notHeld), ("not known to be held", .notHeld),
        ("not make use of", .notRecorded), ("makes no use of", .notRecorded), ("make no use of", .notRecorded),
        ("no use is made of", .notRecorded), ("have been destroyed", .notHeld), ("were destroyed", .notHeld),
        ("has been destroyed", .notHeld), ("was destroyed", .notHeld),
        ("no facility", .notRecorded), ("not recorded", .notRecorded), ("not used", .notRecorded),
        ("do not use", .notRecorded), ("does not use", .notRecorded), ("not in use", .notRecorded),
        ("do not record", .notRecorded), ("does not record", .notRecorded), ("not collected", .notRecorded),
        ("did not use", .notRecorded), ("was not introduced", .notRecorded), ("had not been introduced", .notRecorded),
        ("was not in use", .notRecorded), ("not been adopted", .notRecorded), ("never adopted", .notRecorded),
        ("not adopted", .notRecorded), ("no flag existed", .notRecorded), ("not yet in use", .notRecorded),
        ("not yet introduced", .notRecorded), ("never used", .notRecorded), ("did not have a cyber", .notRecorded),
        ("did not have a flag", .notRecorded), ("did not have a marker", .notRecorded), ("had no flag", .notRecorded),
        ("had no marker", .notRecorded), ("had no cyber", .notRecorded), ("there is no cyber flag", .notRecorded),
        ("there is no such flag", .notRecorded),
        ("there is no flag", .notRecorded), ("there is no online flag", .notRecorded), ("have no number", .notHeld),
        ("did not yet exist", .notRecorded),
        ("did not exist", .notRecorded), ("not available for use", .notRecorded),
        ("isn't held", .notHeld), ("aren't held", .notHeld), ("isn't available", .notAvailable),
        ("aren't available", .notAvailable), ("not available", .notAvailable),
        ("neither figure is available", .notAvailable),
        ("neither is available", .notAvailable), ("nor is it available", .notAvailable), ("unavailable", .notAvailable),
        ("not yet available", .notAvailable), ("awaited", .notAvailable), ("pending", .notAvailable),
        ("to follow", .notAvailable), ("not supplied", .notAvailable), ("not provided", .notAvailable),
        ("data not available", .notAvailable), ("no data", .notAvailable), ("not yet complete", .notAvailable),
        ("tbc", .notAvailable), ("not complete", .notAvailable), ("awaiting", .notAvailable),
        ("yet to come", .notAvailable), ("still to come", .notAvailable), ("to be confirmed", .notAvailable),
        ("no figure is available", .notAvailable),
        ("no figures are available", .notAvailable), ("no figure is yet available", .notAvailable),
        ("not yet known", .notAvailable), ("ddim ar gael", .notAvailable), ("not yet extracted", .notAvailable),
        ("not yet been quality assured", .notAvailable), ("yet to be quality assured", .notAvailable),
        ("awaiting validation", .notAvailable), ("not yet validated", .notAvailable),
        ("not yet been validated", .notAvailable),
        ("not yet ended", .notAvailable), ("not yet closed", .notAvailable), ("not yet finished", .notAvailable),
        ("not yet due", .notAvailable), ("not ready", .notAvailable),
        ("not yet ready", .notAvailable),
        ("cannot be given", .notAvailable),
        ("no search was made", .notAvailable),
        ("no search has been made", .notAvailable),
        ("not applicable", .notApplicable), ("exceed the appropriate", .cost), ("exceeds the appropriate", .cost),
        ("appropriate limit", .cost), ("appropriate level", .cost), ("excess cost", .cost), ("cost limit", .cost),
        ("cost exemption", .cost), ("excessive cost", .cost), ("exceed 18 hours", .cost), ("over 18 hours", .cost),
        ("over the 18 hours", .cost),
        ("beyond 18 hours", .cost), ("too costly", .cost), ("cost threshold", .cost), ("exceed the cost", .cost),
        ("more than 18 hours", .cost), ("in excess of 18 hours", .cost), ("longer than 18 hours", .cost),
        ("exceed the fees", .cost), ("fees limit", .cost), ("on cost grounds", .cost), ("cost of compliance", .cost),
        ("fees regulations", .cost), ("stop at 18 hours", .cost), ("stop at eighteen hours", .cost),
        ("cost too great", .cost), ("cost ceiling", .cost), ("on grounds of cost", .cost),
        ("grounds of cost", .cost), ("ground of cost", .cost),
        ("easily retrievable", .retrievable), ("readily retrievable", .retrievable),
        ("not routinely collated", .retrievable), ("manual search", .retrievable), ("manual review", .retrievable),
        ("manually", .retrievable), ("by hand", .retrievable), ("individually", .retrievable),
        ("retrievable format", .retrievable), ("searchable format", .retrievable), ("cannot be searched", .retrievable),
        ("not say whether or not", .ncnd), ("not say whether we hold", .ncnd), ("not say whether it holds", .ncnd),
        ("neither confirm nor deny", .ncnd), ("neither confirms nor denies", .ncnd), ("confirm or deny", .ncnd),
        ("confirm nor deny", .ncnd), ("ncnd", .ncnd), ("confirm whether or not", .ncnd),
        ("neither confirming nor denying", .ncnd), ("neither to confirm nor to deny", .ncnd),
        ("reasonably accessible", .elsewhere), ("available elsewhere", .elsewhere), ("already published", .elsewhere),
        ("published on our website", .elsewhere), ("already available", .elsewhere),
        ("refer to our website", .elsewhere), ("otherwise accessible", .elsewhere),
        ("already in the public domain", .elsewhere),
        ("future publication", .future), ("due to be published", .future), ("intended for publication", .future),
        ("will be published", .future),
        ("no response", .noResponse), ("no reply", .noResponse), ("did not respond", .noResponse),
        ("did not reply", .noResponse), ("non response", .noResponse), ("not responded", .noResponse),
        ("failed to respond", .noResponse), ("nothing received", .noResponse), ("no answer", .noResponse),
        ("not received", .noResponse), ("has not replied", .noResponse), ("had not replied", .noResponse),
        ("have not replied", .noResponse),
        ("had not responded", .noResponse), ("had not answered", .noResponse), ("awaiting response", .noResponse),
        ("awaiting reply", .noResponse), ("outstanding", .noResponse), ("not replied", .noResponse),
        ("never replied", .noResponse), ("no return", .noResponse), ("overdue", .noResponse),
        ("did not answer", .noResponse), ("dim ymateb", .noResponse), ("no return received", .noResponse),
        ("vexatious", .vexatious),
    ])

    /// A cell: `Refused s12`, `Not held`, `s.40(2)`, `No response`, `not yet available`.
    package static func cell(_ text: LexedText) -> StateReading? {
        guard let reading = read(text, regime: .foia) else { return nil }
        return reading
    }

    /// `No figures on such offences are held for 2017/18`
    private static func saysNothingHeld(_ text: LexedText, _ index: Int) -> Bool {
        text.isWord(index, ["no"])
            && text.isWord(index + 1, ["figures", "figure", "data", "statistics", "numbers", "information", "records"])
            && (index + 3..<index + 16).contains {
                text.isWord($0, ["held"]) && text.isWord($0 - 1, ["is", "are", "was", "were"])
            }
    }

    /// A sentence; nil where it states no such thing. The regime is the document's.
    package static func read(_ text: LexedText, regime: Regime) -> StateReading? {
        var found: [Cue] = []
        var index = 0
        var law: (section: Int, words: String)?
        while index < text.count {
            if let (cue, end) = cues.match(text, at: index) ?? unsaid.match(text, at: index) {
                found.append(cue)
                index = end
                continue
            }
            if let (section, words, end) = Legislation.section(text, at: index) {
                if law == nil || regime.state(section: law?.section ?? 0) == nil { law = (section, words) }
                // `I therefore rely on section 12`: who leans on it refuses.
                if text.isWord(index - 1, ["on", "upon"]) && text.isWord(index - 2, ["rely", "relies", "relying"])
                    || text.isWord(index - 1, ["invoke", "invoking", "apply", "applying"])
                    // `2018/19: section 22 applies.`
                    || text.isWord(end, ["applies"]) && text.count <= 12
                    // `Section 12(1) therefore applies to 2015/16`
                    || regime.state(section: section)?.reason == "cost"
                        && (end..<end + 9).contains(where: {
                            text.isWord($0, ["applies"]) && !text.isWord($0 + 1, ["where", "when", "if"])
                        })
                {
                    found.append(.refuse)
                }
                index = end
                continue
            }
            if saysNothingHeld(text, index) { found.append(.notHeld) }
            index += 1
        }
        // `Nid yw Heddlu De Cymru yn dal yr wybodaeth`
        if text.isWord(0, ["nid"]), text.words.contains("dal") { found.append(.notHeld) }
        var section = law.flatMap { regime.state(section: $0.section) }
        if let law, regime.refusesToConfirm(law.section, law.words) {
            section?.reason = "neither_confirm_nor_deny"
        }
        let basis =
            law.flatMap { regime.state(section: $0.section) == nil ? nil : "\(regime.rawValue) s\($0.words)" } ?? ""
        func has(_ cue: Cue) -> Bool { found.contains(cue) }
        if has(.noResponse), text.count <= 14 {
            return StateReading(status: .notAvailable, reason: "no_response", legalBasis: "")
        }
        // `Under section 12(2) we are not obliged to confirm or deny`: for what it would cost to find out.
        if has(.ncnd), section?.reason != "cost" {
            return StateReading(status: .refused, reason: "neither_confirm_nor_deny", legalBasis: basis)
        }
        if has(.vexatious) { return StateReading(status: .refused, reason: "vexatious", legalBasis: basis) }
        if has(.cost) || has(.ncnd) || has(.retrievable) && (has(.notHeld) || has(.refuse)) {
            return StateReading(status: .refused, reason: "cost", legalBasis: basis)
        }
        if has(.elsewhere), section?.reason == "available_elsewhere" || has(.refuse) || text.count < 30 {
            return StateReading(status: .refused, reason: "available_elsewhere", legalBasis: basis)
        }
        if has(.future), section?.reason == "future_publication" || has(.refuse) {
            return StateReading(status: .refused, reason: "future_publication", legalBasis: basis)
        }
        if let section,
            has(.refuse) || text.count <= 6 || section.status == .notHeld
                || has(.notHeld) && section.reason != "cost" && section.status == .notHeld
        {
            let reason = section.status == .notHeld && has(.notRecorded) ? "not_recorded" : section.reason
            return StateReading(status: section.status, reason: reason, legalBasis: basis)
        }
        if has(.notHeld) {
            return StateReading(status: .notHeld, reason: has(.notRecorded) ? "not_recorded" : "", legalBasis: "")
        }
        if has(.notRecorded) { return StateReading(status: .notHeld, reason: "not_recorded", legalBasis: "") }
        if has(.refuse) { return StateReading(status: .refused, reason: section?.reason ?? "", legalBasis: basis) }
        if has(.notApplicable) { return StateReading(status: .notApplicable, reason: "", legalBasis: "") }
        if has(.notAvailable) { return StateReading(status: .notAvailable, reason: "", legalBasis: "") }
        return nil
    }
}
