import ArgumentParser
import Foundation
import Logging
import Nightly
import Publish
import Records

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read what is new in Inbox/ and publish a snapshot of every campaign.",
        discussion: "The last line says what was published, or why nothing was.")

    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign of Pipelines/.") var pipeline: String?
    @Option(name: .long, help: ArgumentHelp("Publish a view of what was known on that day.", valueName: "date"))
    var asOf: Day?
    @Flag(name: .long, help: "Exit with 1 when something needs a person.") var failOnReview = false
    @Flag(name: .long, help: "Read every file of the inbox again instead of trusting unchanged ones.") var rehash =
        false

    @Option(name: .long, help: "Read so many files at a time; all processors where none is said.") var workers: Int?

    func validate() throws {
        if let workers, workers < 1 { throw ValidationError("--workers: found \(workers), expected 1 or more") }
    }

    func run() async throws {
        var options = Night.Options(workspace: workspace.path)
        options.pipeline = pipeline
        options.asOf = asOf?.date
        options.rehash = rehash
        if let workers { options.workers = workers }
        let reports = try await Night(options, logger: PlainLog.logger).run()
        for report in reports { print(line(report)) }
        let blocked = reports.filter { !$0.blocks.isEmpty }
        if let first = blocked.first {
            throw Fault(
                .gate,
                "\(first.pipeline): nothing published, \(first.blocks.count) check\(first.blocks.count == 1 ? "" : "s") failed: \(first.blocks[0])",
                hint:
                    "the snapshot before it stands; where a check of the figures holds it, accept it in Decisions/ or correct the figure"
            )
        }
        if failOnReview, reports.contains(where: { $0.needReview > 0 }) { throw ExitCode(1) }
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private func line(_ report: Night.Report) -> String {
        guard report.blocks.isEmpty else { return "\(report.pipeline): nothing published, a check failed" }
        guard let snapshot = report.snapshot else {
            return "\(report.pipeline): nothing published, there is nothing to publish"
        }
        guard report.isNew else {
            return "\(report.pipeline): nothing new; \(snapshot.version) stands at \(snapshot.folder)"
        }
        let review =
            report.needReview == 0
            ? (report.openIssues == 0 ? "nothing needs you" : "see status for what they say")
            : "\(Self.count(report.needReview, "source")) need\(report.needReview == 1 ? "s" : "") you"
        return
            "\(report.pipeline): published \(snapshot.version) at \(snapshot.folder): \(Self.count(report.observations, "figure")) from \(Self.count(report.sources, "source")), \(report.openIssues == 1 ? "1 open warning or error" : "\(report.openIssues) open warnings or errors"), \(review)"
    }
}

/// Progress on a terminal, plain lines elsewhere; both to standard error.
struct PlainLog: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard event.level >= .info || isatty(2) != 0 else { return }
        let text =
            event.level == .debug
            ? "\r\u{1B}[K\(event.message)\r" : "\(isatty(2) != 0 ? "\u{1B}[K" : "")\(event.message)\n"
        FileHandle.standardError.write(Data(text.utf8))
    }

    static var logger: Logger {
        var logger = Logger(label: "force-returns") { _ in PlainLog(logLevel: isatty(2) != 0 ? .debug : .info) }
        logger.logLevel = isatty(2) != 0 ? .debug : .info
        return logger
    }
}
