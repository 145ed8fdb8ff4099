import Records

/// The state machine that makes passages and grids from the parser's events.
struct HTMLBuilder {
    struct Page {
        var blocks: [Document.Block]
        var found: Int
        var hidden: Int
    }

    private let lines: LineIndex
    private var blocks: [Document.Block] = []
    private var open: [OpenTable] = []
    private var text = HTMLText()
    private var role: Passage.Role = .paragraph
    private var tables = 0
    private var skip: (tag: String, depth: Int)?
    private var hiddenDepth = 0
    /// Open elements, each with the tag as which it acts: a `div` with the role of a row is one.
    private var elements: [(tag: String, acts: String, hides: Bool)] = []
    private var preformatted: Preformatted?
    private var quoteDepth = 0
    private var definitions: DefinitionList?
    /// How far each open list has counted; nil for those that do not count.
    private var ordinals: [Int?] = []
    private var ordinal: Int?
    private var found = NumberCount()
    private var concealed = NumberCount()
    private var seen = ""

    init(lines: LineIndex) { self.lines = lines }

    private static let skipped: Set<String> = [
        "script", "style", "noscript", "template", "object", "svg", "select", "textarea",
    ]
    private static let blocksTags: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre",
        "section", "article", "header", "footer", "main", "title", "hr", "form", "fieldset", "address", "figure",
        "figcaption", "nav", "aside", "body", "head", "html", "center",
    ]

    mutating func take(_ event: HTMLEvent) {
        switch event {
        case .start(let tag, let attributes): start(tag, attributes)
        case .end(let tag): end(tag)
        case .text(let string, let offset): characters(string, offset)
        }
    }

    mutating func finish() -> Page {
        closePreformatted()
        flushText()
        while !open.isEmpty { closeTable() }
        countSeen()
        return Page(blocks: blocks, found: found.count, hidden: concealed.count)
    }

    // MARK: elements

    private static let roles: [String: String] = [
        "table": "table", "grid": "table", "treegrid": "table", "row": "tr", "cell": "td", "gridcell": "td",
        "columnheader": "th", "rowheader": "th",
    ]
    private static let tableTags: Set<String> = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"]

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        let tag = Self.tableTags.contains(name) ? name : Self.roles[attributes["role"] ?? ""] ?? name
        if skip != nil {
            skip?.depth += 1
            return
        }
        if Self.skipped.contains(tag) {
            skip = (name, 1)
            return
        }
        let style = (attributes["style"] ?? "").lowercased().filter { $0 != " " }
        let hides =
            style.contains("display:none") || style.contains("visibility:hidden") || attributes["hidden"] != nil
            || attributes["aria-hidden"] == "true" && style.contains("none") || style.contains("mso-hide:all")
            // Struck out: a correction that shows what it corrects.
            || ["del", "s", "strike"].contains(tag) || style.contains("line-through")
        // Rows and cells hide until the next begins: their end tags are often left out.
        let isCell = ["tr", "td", "th"].contains(tag)
        if !["br", "img", "hr", "meta", "link", "input", "col", "wbr"].contains(tag) {
            elements.append((name, tag, hides && !isCell))
        }
        if hides, !isCell { hiddenDepth += 1 }
        if tag == "sup" || tag == "sub" { textMark(Raised.open) }
        switch tag {
        case "br": lineBreak()
        case "table": openTable(hidden: hiddenDepth > 0)
        case "tr": mutateTable { $0.startRow(hidden: hides) }
        case "td", "th":
            mutateTable {
                $0.startCell(
                    header: tag == "th", rowSpan: Self.span(attributes["rowspan"]),
                    columnSpan: Self.span(attributes["colspan"]), hidden: hides)
            }
        case "caption": mutateTable { $0.startCaption() }
        case "thead", "tbody", "tfoot": mutateTable { $0.endRow() }
        default:
            if Self.blocksTags.contains(tag) { block(tag) }
            if tag == "pre", open.isEmpty, quoteDepth == 0 { preformatted = Preformatted() }
            if tag == "ol" { ordinals.append(0) }
            if tag == "ul" { ordinals.append(nil) }
            if tag == "dl", open.isEmpty, quoteDepth == 0 { definitions = DefinitionList() }
        }
        if tag == "blockquote" { quoteDepth += 1 }
    }

    private mutating func end(_ name: String) {
        let tag = elements.last { $0.tag == name }?.acts ?? name
        if skip != nil {
            skip?.depth -= 1
            if skip?.depth ?? 0 <= 0 { skip = nil }
            return
        }
        if tag == "sup" || tag == "sub" { textMark(Raised.close) }
        switch tag {
        case "table": if !open.isEmpty { closeTable() }
        case "tr": mutateTable { $0.endRow() }
        case "td", "th": mutateTable { $0.endCell() }
        case "caption": mutateTable { $0.endCaption() }
        default:
            if tag == "pre" { closePreformatted() }
            if Self.blocksTags.contains(tag) { block(nil) }
            if ["ol", "ul"].contains(tag) { _ = ordinals.popLast() }
            if tag == "dl" { closeDefinitions() }
        }
        if tag == "blockquote" { quoteDepth = max(0, quoteDepth - 1) }
        if let index = elements.lastIndex(where: { $0.tag == name }) {
            for element in elements[index...] where element.hides { hiddenDepth -= 1 }
            elements.removeSubrange(index...)
        }
    }

    private static func span(_ text: String?) -> Int {
        guard let text, let number = Int(text.filter(\.isNumber).prefix(6)), number > 0 else { return 1 }
        return min(number, 1000)
    }

    // MARK: text

    private mutating func characters(_ string: String, _ offset: Int) {
        guard skip == nil else { return }
        if hiddenDepth > 0 || open.last?.isHidden ?? false {
            concealed.add(string)
            return
        }
        seen += string
        if let last = open.indices.last {
            open[last].append(Entities.mended(string), offset, lines)
        } else if preformatted != nil {
            preformatted?.append(Entities.mended(string), offset: offset, lines: lines)
        } else {
            text.append(Entities.mended(string), offset: offset, lines: lines)
        }
    }

    private mutating func textMark(_ scalar: Unicode.Scalar) {
        guard skip == nil, hiddenDepth == 0, !(open.last?.isHidden ?? false) else { return }
        seen += " "
        if let last = open.indices.last { open[last].mark(scalar) } else { text.mark(scalar) }
    }

    private mutating func lineBreak() {
        countSeen()
        if let last = open.indices.last { open[last].lineBreak() } else { text.lineBreak() }
    }

    /// A block element begins (with its tag) or ends.
    private mutating func block(_ tag: String?) {
        countSeen()
        if let last = open.indices.last {
            open[last].block()
            return
        }
        flushText()
        switch tag {
        case "h1", "h2", "h3", "h4", "h5", "h6", "figcaption": role = .heading
        case "title": role = .title
        case "li":
            role = .listItem
            if let last = ordinals.indices.last, let number = ordinals[last] {
                ordinals[last] = number + 1
                ordinal = number + 1
            }
        case "dd": role = .listItem
        case nil: role = .paragraph
        default: role = .paragraph
        }
    }

    private mutating func countSeen() {
        if !seen.isEmpty { found.add(Entities.mended(seen)) }
        seen = ""
    }

    /// A list of terms that each have a figure is read as one.
    private mutating func closeDefinitions() {
        guard let list = definitions else { return }
        definitions = nil
        guard let (grid, start) = list.figures,
            blocks.dropFirst(start).allSatisfy({ if case .passage = $0 { true } else { false } })
        else { return }
        blocks.removeSubrange(min(start, blocks.count)...)
        blocks.append(.grid(grid))
    }

    private mutating func closePreformatted() {
        guard var own = preformatted else { return }
        preformatted = nil
        countSeen()
        blocks += own.finish()
    }

    private mutating func flushText() {
        definitions?.take(text, as: elements.last { ["dt", "dd"].contains($0.tag) }?.tag, at: blocks.count)
        if !text.isEmpty {
            var made = HTMLPassages.blocks(text, role: quoteDepth > 0 ? .quoted : role)
            if case .passage(var first)? = made.first, let number = ordinal {
                first.ordinal = number
                made[0] = .passage(first)
            }
            ordinal = nil
            blocks += made
        }
        text = HTMLText()
    }

    // MARK: tables

    private mutating func openTable(hidden: Bool) {
        closePreformatted()
        countSeen()
        if open.isEmpty { flushText() } else { open[open.count - 1].interrupt() }
        tables += 1
        open.append(OpenTable(number: tables))
    }

    private mutating func closeTable() {
        countSeen()
        guard var table = open.popLast() else { return }
        let made = table.close().map { block in
            guard quoteDepth > 0, case .grid(var grid) = block else { return block }
            grid.isQuoted = true
            return .grid(grid)
        }
        if let last = open.indices.last { open[last].embed(made) } else { blocks += made }
    }

    private mutating func mutateTable(_ change: (inout OpenTable) -> Void) {
        countSeen()
        guard let last = open.indices.last else { return }
        change(&open[last])
    }
}

/// Entities without their semicolon, which browsers decode and libxml2 leaves as they are.
enum Entities {
    static func mended(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = text
        for (name, value) in [
            ("&pound", "£"), ("&nbsp", " "), ("&lt", "<"), ("&gt", ">"), ("&amp", "&"), ("&ndash", "–"),
            ("&mdash", "—"),
        ] {
            result = result.split(separator: name + ";", omittingEmptySubsequences: false).joined(separator: value)
            result = result.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
        }
        return result
    }
}
