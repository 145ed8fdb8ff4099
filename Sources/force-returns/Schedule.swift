import ArgumentParser
import Foundation
import Records

struct Schedule: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the lines that install the nightly run.")

    @Flag(name: .long, help: "A line for crontab -e.") var cron = false
    @Flag(name: .long, help: "A unit and a timer for systemd.") var systemd = false
    @OptionGroup var workspace: WorkspaceOption

    func validate() throws {
        if cron == systemd { throw ValidationError("say one of --cron and --systemd") }
    }

    func run() throws {
        let folder = URL(fileURLWithPath: workspace.path).standardizedFileURL.path
        // The program as it was started, so that the line needs no PATH.
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        if cron {
            print(
                "0 3 * * * \(quoted(program)) run --workspace \(quoted(folder)) >> \(quoted(folder + "/run.log")) 2>&1")
        } else {
            print(
                """
                # ~/.config/systemd/user/force-returns.service
                [Service]
                Type=oneshot
                ExecStart=\(quoted(program)) run --workspace \(quoted(folder))

                # ~/.config/systemd/user/force-returns.timer
                [Timer]
                OnCalendar=*-*-* 03:00:00
                Persistent=true

                [Install]
                WantedBy=timers.target

                # then: systemctl --user daemon-reload && systemctl --user enable --now force-returns.timer
                """)
        }
    }

    /// In double quotes where the path needs them; `%` has a meaning of its own in crontab.
    private func quoted(_ path: String) -> String {
        let escaped =
            cron ? path.replacingOccurrences(of: "%", with: "\\%") : path.replacingOccurrences(of: "%", with: "%%")
        return escaped.contains(where: { " '\"$&;()".contains($0) })
            ? "\"" + escaped.replacingOccurrences(of: "\"", with: "\\\"") + "\"" : escaped
    }
}
