import Campaign
import Normalise
import Publish
import Reconcile
import Records
import Validate

/// The stages after reading, each a pure function of the one before: normalise, reconcile, validate, tables.
package struct Stages {
    private let workspace: Workspace
    private let pipeline: Pipeline
    private let asOf: CivilDate?

    package init(_ workspace: Workspace, _ pipeline: Pipeline, asOf: CivilDate?) {
        self.workspace = workspace
        self.pipeline = pipeline
        self.asOf = asOf
    }

    /// What the campaign holds, with all issues, and why the gate lets nothing through; empty where it opens.
    package func judge(_ readings: [Reading]) -> (holdings: Holdings, blocks: [String]) {
        let normaliser = Normaliser(
            pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions, lexicon: workspace.lexicon)
        let contributions = readings.map(normaliser.normalise)
        let reconciler = Reconciler(
            pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions, asOf: asOf)
        var holdings = reconciler.reconcile(contributions.filter { $0.isAccepted || $0.reading.unreadable != nil })
        holdings.issues += contributions.filter { !$0.isAccepted && $0.reading.unreadable == nil }.map(Self.unaccepted)
        let verdict = Validator(pipeline: pipeline, schemas: workspace.schemas, decisions: workspace.decisions)
            .validate(holdings)
        holdings.issues += verdict.issues
        for index in holdings.vintages.indices where verdict.flagged.contains(holdings.vintages[index].key) {
            holdings.vintages[index].doubt()
        }
        // What is summed from figures that a check holds or doubts is summed again.
        if !verdict.held.isEmpty || !verdict.flagged.isEmpty { reconciler.hold(verdict.held, in: &holdings) }
        return (holdings, verdict.blocks)
    }

    package func edition(_ holdings: Holdings, inputs: String) throws -> Edition {
        Edition(
            tables: try TableBuilder(pipeline: pipeline, schemas: workspace.schemas).tables(holdings),
            sources: holdings.contributions.map(\.reading.source), inputs: inputs,
            configuration: workspace.configuration.only(pipeline.name), program: programVersion, asOf: asOf)
    }

    /// One issue for each source that the campaign does not take up.
    private static func unaccepted(_ contribution: Contribution) -> Issue {
        let source = contribution.reading.source
        return Issue(
            "not-accepted", .warning, source: nil,
            message:
                "Inbox/\(source.paths.first ?? ""): found none of the campaign's measures in \(source.id.short), expected at least one\nhint: if it belongs to the campaign, put a heading with the measure's name in a sidecar, or accept its folder in Pipelines/"
        )
    }
}
