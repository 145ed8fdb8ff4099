import Campaign
import Collect
import Files
import Foundation
import Logging
import Normalise
import Publish
import Reconcile
import Records
import Validate

/// One run of the pipeline over a workspace, from the inbox to a snapshot of every campaign.
package struct Night: Sendable {
    package struct Options: Sendable {
        package var workspace: String
        package var pipeline: String?
        package var asOf: CivilDate?
        package var rehash = false

        package init(workspace: String) { self.workspace = workspace }
    }

    package struct Report: Sendable {
        package var pipeline: String
        package var snapshot: Snapshot?
        package var isNew: Bool
        package var changes: [String]
        package var observations = 0
        package var sources = 0
        package var needReview = 0
        package var openIssues = 0
        /// Why the gate let nothing through.
        package var blocks: [String] = []
    }

    private let options: Options
    private let logger: Logger

    package init(_ options: Options, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    package func run() async throws -> [Report] {
        let workspace = try Workspace(options.workspace)
        let lock = try WorkspaceLock("\(workspace.root)/.lock")
        defer { withExtendedLifetime(lock) {} }
        let campaigns = try workspace.pipelines(named: options.pipeline)
        let archive = Archive(workspace: workspace.root)
        let arrivals = try Collector(workspace: workspace.root, archive: archive, today: Self.today).collect(
            rehash: options.rehash)
        tell(arrivals)
        let sources = try archive.sources()
        var reports: [Report] = []
        var readings: [Reading]?
        for pipeline in campaigns {
            let fingerprint = workspace.fingerprint(pipeline, sources: sources, program: programVersion)
            let publisher = Publisher(
                pipeline: pipeline, schemas: workspace.schemas, workspace: workspace.root,
                programVersion: programVersion)
            if options.asOf == nil, let latest = publisher.store.latest,
                publisher.store.fingerprint(of: latest) == fingerprint || workspace.isUnchanged(pipeline, fingerprint)
            {
                var report = Report(pipeline: pipeline.name, snapshot: latest, isNew: false, changes: [])
                report.needReview = try SnapshotTables(latest).rows("sources").filter {
                    $0["outcome"] == "needs_review" || $0["outcome"] == "unreadable"
                }.count
                reports.append(report)
                continue
            }
            let read: [Reading]
            if let readings {
                read = readings
            } else {
                logger.info("reading \(sources.count) sources")
                let logger = logger
                read = try await SourceReader(lexicon: workspace.lexicon).read(
                    sources, bytes: { try archive.bytes(of: $0) }, progress: { logger.debug("read \($0)") })
                readings = read
            }
            reports.append(try publish(read, pipeline, workspace, publisher, fingerprint))
            if options.asOf == nil, reports.last?.blocks.isEmpty == true {
                try workspace.remember(pipeline, fingerprint)
            }
        }
        return reports
    }

    /// The stages after reading; each is a pure function of the one before.
    private func publish(
        _ readings: [Reading], _ pipeline: Pipeline, _ workspace: Workspace, _ publisher: Publisher,
        _ fingerprint: String
    ) throws -> Report {
        let normaliser = Normaliser(
            pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions, lexicon: workspace.lexicon)
        let contributions = readings.map(normaliser.normalise).filter { $0.isAccepted || $0.reading.unreadable != nil }
        let reconciler = Reconciler(
            pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions, asOf: options.asOf)
        var holdings = reconciler.reconcile(contributions)
        holdings.issues += workspace.unaccepted(readings, normaliser)
        let verdict = Validator(pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions)
            .validate(holdings)
        holdings.issues += verdict.issues
        var report = Report(pipeline: pipeline.name, snapshot: publisher.store.latest, isNew: false, changes: [])
        report.blocks = verdict.blocks
        report.observations = holdings.observations.count
        report.sources = holdings.contributions.count
        report.needReview =
            holdings.contributions.filter { $0.outcome == .needsReview || $0.outcome == .unreadable }.count
        report.openIssues =
            (holdings.issues + holdings.contributions.flatMap(\.issues)).filter {
                $0.severity != .info && !$0.isDecided
            }.count
        guard verdict.blocks.isEmpty, report.snapshot != nil || !contributions.isEmpty else { return report }
        let tables = try TableBuilder(pipeline: pipeline, schemas: workspace.schemas).tables(holdings)
        let outcome = try publisher.publish(
            tables, sources: holdings.contributions.map(\.reading.source), fingerprint: fingerprint, asOf: options.asOf)
        report.snapshot = outcome.snapshot
        report.isNew = outcome.isNew
        report.changes = outcome.changes
        return report
    }

    private func tell(_ arrivals: Collector.Result) {
        logger.info("\(arrivals.files) files in the inbox, \(arrivals.arrived.count) new")
        for path in arrivals.waiting { logger.notice("\(path): still being written; it waits for the next run") }
        for (path, why) in arrivals.skipped { logger.notice("\(path): skipped, \(why)") }
    }

    private static var today: String {
        let seconds = Int(Date().timeIntervalSince1970)
        return CivilDate(daysSince1970: seconds / 86_400).iso
    }
}
