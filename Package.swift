// swift-tools-version: 6.1
// The architecture on one screen: targets stand in the order a return takes through them.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // The tests take thousands of returns through the program: optimised they end in a quarter of the time.
    .unsafeFlags(["-O"], .when(configuration: .debug)),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "ForceReturns",
    products: [.executable(name: "force-returns", targets: ["force-returns"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The shared words, and what touches the outside world.
        module("Records"),
        module("Files", ["Records", .product(name: "Crypto", package: "swift-crypto")]),
        module("Database", ["Records", .product(name: "GRDB", package: "GRDB.swift")]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        module("Parquet", ["Records", "CZstd"]),
        // What the pipeline knows: how words are read, and what a campaign asks.
        module("Vocabulary", ["Records"]),
        module("Campaign", ["Records", "Vocabulary", "Files", "Yams"], plugins: ["EmbedSchemas"]),
        // The stages, in the order a return takes.
        module("Collect", ["Records", "Files", "Database"]),
        module("Extract", ["Records", "Files", "CLibXML2"]),
        module("Interpret", ["Records", "Vocabulary"]),
        module("Normalise", ["Records", "Vocabulary", "Campaign"]),
        module("Reconcile", ["Records", "Vocabulary", "Campaign"]),
        module("Validate", ["Records", "Campaign"]),
        module("Publish", ["Records", "Files", "Database", "Parquet", "Campaign"]),
        // One night, and the command line.
        module(
            "Nightly",
            [
                "Records", "Files", "Vocabulary", "Campaign", "Collect", "Extract", "Interpret", "Normalise",
                "Reconcile", "Validate", "Publish", "Parquet", logging,
            ]),
        .executableTarget(
            name: "force-returns",
            dependencies: ["Nightly", "Records", "Files", "Campaign", "Publish", argumentParser, logging],
            swiftSettings: strict),
        // The built-in schemas: `Schemas/` and `Pipelines/` written into the program while it is built.
        .executableTarget(name: "embed-schemas", path: "Plugins/embed-schemas"),
        .plugin(name: "EmbedSchemas", capability: .buildTool(), dependencies: ["embed-schemas"]),
        // Tests mirror the modules.
        .testTarget(name: "RecordsTests", dependencies: ["Records"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "Campaign", "Records"]),
        .testTarget(name: "ExtractTests", dependencies: ["Extract", "Records"]),
        .testTarget(
            name: "InterpretTests", dependencies: ["Interpret", "Extract", "Campaign", "Records", "Vocabulary"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Records"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Nightly", "Records", "Campaign", "Collect", "Publish", "Reconcile", "Files", "Extract", "Interpret",
                "Vocabulary", logging,
            ],
            exclude: ["Cases", "Judges"]),
    ],
    swiftLanguageModes: [.v6]
)
