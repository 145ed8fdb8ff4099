import Files
import Foundation

/// Runs programs as a user would, and says how they ended.
struct Tool {
    struct Result {
        var status: Int32
        var output: String
    }

    let path: String
    var folder: String = Case.repository
    var environment: [String: String]?

    /// The command of this build: it stands beside the test runner.
    static let program: Tool = {
        let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
        let beside = "\(runner)/force-returns"
        return Tool(path: Disk.exists(beside) ? beside : "\(Case.repository)/.build/debug/force-returns")
    }()

    /// A Python tool that `make test` sets up.
    static func judge(_ name: String, in folder: String) -> Tool {
        Tool(path: "\(Case.repository)/.tools/venv/bin/\(name)", folder: folder)
    }

    func start(_ arguments: [String], output: FileHandle = .nullDevice) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        if let environment { process.environment = environment }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return process
    }

    /// Standard output and standard error together.
    @discardableResult
    func run(_ arguments: [String]) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)").path
        try Disk.write("", to: path)
        defer { Disk.remove(path) }
        guard let handle = FileHandle(forWritingAtPath: path) else { return Result(status: -1, output: "") }
        let process = try start(arguments, output: handle)
        process.waitUntilExit()
        try handle.close()
        return Result(status: process.terminationStatus, output: String(decoding: try Disk.read(path), as: UTF8.self))
    }
}
