import Campaign
import Collect
import Files
import Foundation
import Logging
import Publish
import Records

/// One run of the pipeline over a workspace, from the inbox to a snapshot of every campaign.
package struct Night: Sendable {
    package struct Options: Sendable {
        package var workspace: String
        package var pipeline: String?
        package var asOf: CivilDate?
        package var rehash = false
        /// Files read at a time.
        package var workers = ProcessInfo.processInfo.activeProcessorCount

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

        fileprivate mutating func count(_ holdings: Holdings, _ blocks: [String]) {
            self.blocks = blocks
            observations = holdings.observations.count
            sources = holdings.contributions.count
            needReview =
                holdings.contributions.filter { $0.outcome == .needsReview || $0.outcome == .unreadable }.count
            openIssues =
                Set(
                    (holdings.issues + holdings.contributions.flatMap(\.issues)).filter {
                        $0.severity != .info && !$0.isDecided
                    }.map(\.identifier)
                ).count
        }
    }

    private let options: Options
    private let logger: Logger

    package init(_ options: Options, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    package func run() async throws -> [Report] {
        var workspace = try Workspace(options.workspace)
        if let asOf = options.asOf { workspace = workspace.known(on: asOf) }
        let lock = try WorkspaceLock("\(workspace.root)/.lock")
        defer { withExtendedLifetime(lock) {} }
        let campaigns = try workspace.pipelines(named: options.pipeline)
        let archive = Archive(workspace: workspace.root)
        let arrivals = try Collector(workspace: workspace.root, archive: archive, today: Self.today).collect(
            rehash: options.rehash)
        tell(arrivals)
        let sources = try archive.provenances()
        archive.sweep()
        var reports: [Report] = []
        var readings: [Reading]?
        for pipeline in campaigns {
            let inputs = try Inputs(workspace, pipeline, sources).bytes
            let digest = Digest.of(inputs)
            let publisher = Publisher(pipeline: pipeline, schemas: workspace.schemas, workspace: workspace.root)
            try publisher.store.recover()
            try Self.expectAll(publisher.store.latest, sources)
            if options.asOf == nil, let latest = publisher.store.latest,
                SnapshotTables(latest).papers.inputs == digest || workspace.isUnchanged(pipeline, digest)
            {
                reports.append(try unchanged(pipeline, latest))
                continue
            }
            let read: [Reading]
            if let readings {
                read = readings
            } else {
                read = try await self.read(sources.map(\.source), workspace, archive)
                readings = read
            }
            var report = Report(pipeline: pipeline.name, snapshot: publisher.store.latest, isNew: false, changes: [])
            let stages = Stages(workspace, pipeline, asOf: options.asOf)
            let (holdings, blocks) = stages.judge(read)
            report.count(holdings, blocks)
            // Files that no campaign accepts are named in a snapshot too, though it has no figure yet.
            let hasNews = !holdings.contributions.isEmpty || report.openIssues > 0
            if blocks.isEmpty, report.snapshot != nil || hasNews {
                try archive.store(inputs: inputs)
                let outcome = try publisher.publish(try stages.edition(holdings, inputs: digest))
                (report.snapshot, report.isNew, report.changes) = (outcome.snapshot, outcome.isNew, outcome.changes)
                if options.asOf == nil { try workspace.remember(pipeline, digest) }
            }
            reports.append(report)
        }
        return reports
    }

    /// Readings of all sources, from the cache where nothing that they depend on has changed.
    private func read(_ sources: [Source], _ workspace: Workspace, _ archive: Archive) async throws -> [Reading] {
        let cache = ReadingCache(workspace)
        let logger = logger
        let readings = try await SourceReader(lexicon: workspace.lexicon, cache: cache).read(
            sources, workers: options.workers, bytes: { try archive.bytes(of: $0) },
            progress: { logger.debug("read \($0) new readings of \(sources.count) sources") })
        // A view of another day knows other words; it leaves the readings of the night alone.
        if options.asOf == nil { cache.sweep(keeping: sources) }
        return readings
    }

    private func unchanged(_ pipeline: Pipeline, _ latest: Snapshot) throws -> Report {
        var report = Report(pipeline: pipeline.name, snapshot: latest, isNew: false, changes: [])
        report.needReview = try SnapshotTables(latest).rows("sources").filter {
            $0["outcome"] == "needs_review" || $0["outcome"] == "unreadable"
        }.count
        return report
    }

    /// What a snapshot was made from does not go: a source without its receipt is a fault of the archive, not of the figures.
    private static func expectAll(_ latest: Snapshot?, _ sources: [Provenance]) throws {
        guard let latest else { return }
        let known = Set(sources.map(\.digest))
        guard let lost = Papers(folder: latest.folder).sources.first(where: { !known.contains($0) }) else { return }
        throw Fault(
            .software,
            "Archive/receipts: found no receipt of source \(lost.prefix(12)), expected one: \(latest.version) was made from it",
            hint:
                "restore Archive/ from a backup, or put the file into Inbox/ and run `force-returns run --rehash`; nothing was published"
        )
    }

    private func tell(_ arrivals: Collector.Result) {
        logger.info("\(arrivals.files) files in the inbox, \(arrivals.arrived.count) new")
        for path in arrivals.waiting { logger.notice("\(path): still being written; it waits for the next run") }
        for one in arrivals.skipped { logger.notice("\(one.path): skipped, \(one.why)") }
    }

    private static var today: String {
        let seconds = Int(Date().timeIntervalSince1970)
        return CivilDate(daysSince1970: seconds / 86_400).iso
    }
}
