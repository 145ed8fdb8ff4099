import ArgumentParser
import Campaign
import Files
import Foundation
import Nightly
import Publish
import Records

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what the program understands of any file, with no workspace and no campaign.",
        discussion: "One row a figure or state. --account lists every number and its fate instead.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, parquet }

    @Argument(help: "Files to read.") var files: [String]
    @Option(name: .long, help: "text, csv, json or parquet.") var format = Format.text
    @Option(name: .long, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var out: String?
    @Flag(name: .long, help: "List every number and its fate.") var account = false

    func run() throws {
        let schemas = try Schemas()
        let reader = SourceReader(lexicon: schemas.lexicon(Decisions()))
        var readings: [Reading] = []
        for file in files {
            guard !Disk.isFolder(file) else { throw Fault(.noInput, "\(file): found a folder, expected a file") }
            guard Disk.exists(file) else { throw Fault(.noInput, "\(file): found no such file") }
            let bytes = try Disk.read(file)
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let reading = reader.read(
                bytes, of: Source(id: SourceID(digest: Digest.of(bytes)), paths: [name], byteCount: bytes.count))
            if let why = reading.unreadable {
                FileHandle.standardError.write(Data("\(file): not read, \(why)\n".utf8))
            } else if reading.statements.isEmpty, !account {
                FileHandle.standardError.write(Data("\(file): found no figure and no reason for none\n".utf8))
            }
            readings.append(reading)
        }
        let table = account ? ReadTable.account(readings) : ReadTable.statements(readings, schemas)
        let bytes =
            switch format {
            case .csv: Array(ReadTable.csv(table).utf8)
            case .json: Array(try ReadTable.json(table).utf8)
            case .text: Array(ReadTable.text(table).utf8)
            case .parquet: try ReadTable.parquet(table)
            }
        if let out { try Disk.write(bytes, to: out) } else { FileHandle.standardOutput.write(Data(bytes)) }
    }
}
