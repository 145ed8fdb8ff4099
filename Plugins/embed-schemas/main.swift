// embed-schemas ROOT OUTPUT FILE… : writes the files as one Swift dictionary, path below ROOT to text.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: embed-schemas ROOT OUTPUT FILE…\n".utf8))
    exit(64)
}
let root = arguments[1] + "/"
var code = "/// The repository's `Schemas/` and `Pipelines/`, by path.\nlet builtInFiles: [String: String] = [\n"
for path in arguments.dropFirst(3) {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    code += "\"\(path.dropFirst(root.count))\": ####\"\"\"\n\(text)\n\"\"\"####,\n"
}
code += arguments.count > 3 ? "]\n" : ":]\n"
try code.write(toFile: arguments[2], atomically: true, encoding: .utf8)
