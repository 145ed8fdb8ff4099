import Extract
import Interpret
import Records
import Vocabulary

/// Extracts and interprets sources: bytes to readings, several at a time.
package struct SourceReader: Sendable {
    private let interpreter: Interpreter
    private let cache: ReadingCache?

    /// Without a cache everything is read anew.
    package init(lexicon: Lexicon, cache: ReadingCache? = nil) {
        interpreter = Interpreter(lexicon: lexicon)
        self.cache = cache
    }

    /// A file that no reader takes gives a reading that says so.
    package func read(_ bytes: [UInt8], of source: Source) -> Reading {
        do {
            return interpreter.read(try Extractor.document(from: bytes, named: source.paths.first ?? ""), of: source)
        } catch {
            var reading = Reading(source: source)
            reading.unreadable = error.reason
            reading.mediaType = error.mediaType
            return reading
        }
    }

    private func recall(_ source: Source, _ bytes: (SourceID) throws -> [UInt8]) throws -> (Reading, isNew: Bool) {
        if let kept = cache?.reading(of: source) { return (kept, false) }
        let reading = read(try bytes(source.id), of: source)
        cache?.keep(reading)
        return (reading, true)
    }

    /// Readings in the order of the sources, so many read at a time; `progress` hears of those read anew.
    package func read(
        _ sources: [Source], workers: Int, bytes: @escaping @Sendable (SourceID) throws -> [UInt8],
        progress: @escaping @Sendable (Int) -> Void
    ) async throws -> [Reading] {
        try await withThrowingTaskGroup(of: (Int, Reading, isNew: Bool).self) { group in
            var readings: [Reading?] = sources.map { _ in nil }
            var next = 0
            var done = 0
            func submit() {
                guard next < sources.count else { return }
                let index = next
                next += 1
                let source = sources[index]
                group.addTask {
                    let (reading, isNew) = try recall(source, bytes)
                    return (index, reading, isNew)
                }
            }
            for _ in 0..<max(workers, 1) { submit() }
            while let (index, reading, isNew) = try await group.next() {
                readings[index] = reading
                if isNew {
                    done += 1
                    progress(done)
                }
                submit()
            }
            return readings.compactMap { $0 }
        }
    }
}
