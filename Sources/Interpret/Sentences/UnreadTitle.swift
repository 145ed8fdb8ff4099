import Records
import Vocabulary

/// A title over figures in words that nobody here reads: it may name a part of what was asked, so that a person is told.
enum UnreadTitle {
    /// Who sent it, from which system, in what form.
    private static let harmless: Set<String> = [
        "re", "fw", "fwd", "foi", "foia", "ho", "hmic", "hmicfrs", "title", "statistics", "statistical", "technology",
        "niche", "cris", "qlik", "red", "sigma", "business", "objects", "pivot", "crosstab", "select", "prompts",
        "parameters", "notifiable", "volumes", "grouped", "nr", "nk", "fin", "dj", "wide", "series", "net",
        "occurrence",
        "occurrences", "injured", "party", "cyberflag", "blank", "empty", "management", "enquiry", "whatdotheyknow",
        "volume", "lein", "harm", "limited", "excluding", "name", "final", "version", "revised", "corrected", "draft",
        "copy", "sheet", "output", "extract", "export", "dataset", "appendix", "annex", "attachment", "schedule",
        "disclosure", "log", "mps", "met", "agianst", "return", "information", "performance", "governance", "req",
        "system",
        "report", "page", "run", "searched", "classification", "feature", "rms", "dpa", "filters", "cancelled",
        "survey",
        "promised", "phone", "here", "position", "doubt", "ticked", "entry", "reads", "please", "complete", "completed",
        "white", "cells", "complainer", "complainers", "complainant", "complainants", "population", "rates", "reporter",
        "table", "tab", "old", "enabled", "counted", "quality", "team", "department", "unit", "office", "analysis",
        "analyst", "reply", "response", "answer", "figures", "carrying", "whole", "measure", "force", "period",
        "reference", "presence", "modus", "operandi", "device", "devices", "commit", "used", "dates", "date", "list",
        "calculated",
    ]
    /// What figures are given by: `by policing district`.
    private static let breakdowns: Set<String> = [
        "division", "divisions", "district", "districts", "borough", "boroughs", "area", "areas", "authority", "local",
        "policing", "basic", "command", "unit", "units", "neighbourhood", "npu", "partnership", "community", "safety",
        "title", "team", "station", "county", "ward", "lpa", "bcu", "code", "name",
    ]

    /// A title in two languages says the same twice.
    private static let welsh: Set<String> = ["troseddau", "heddlu", "nifer", "rhestr"]

    /// It says of the figures below it what is not understood.
    static func isOne(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        guard sentence.role == .statement, !sentence.namesNumber, let measure = sentence.spokenMeasure,
            measure.flag == .flagged || measure.subject == .childSexual, !text.words.contains(where: welsh.contains),
            Context.Outer.bracketPhrase(in: text) == nil
        else { return false }
        let hasLowercase = text.text.contains(where: \.isLowercase)
        let offset = sentence.range.lowerBound
        return sentence.strangeWords.map { $0 - offset }.contains { index in
            guard let word = text.word(index), !harmless.contains(word) else { return false }
            let isBy = breakdowns.contains(word) && (index - 5..<index).contains { text.isWord($0, ["by", "per"]) }
            // `(CD flag)`
            let raw = text.raw(lexemes: index..<index + 1)
            if hasLowercase, raw.count <= 4, raw.allSatisfy(\.isUppercase) { return false }
            // `Recorded in Norwich`
            let isPlace = text.isWord(index - 1, ["in", "at", "within"]) && ScopeNote.isName(index, text)
            // `Nottinghamshire Police - CHILD …`, `Leicester and Rutland`: names say whose they are.
            return !isBy && (isPlace || index == 0 || text[index]?.lineBefore == true || !ScopeNote.isName(index, text))
        }
    }
}
