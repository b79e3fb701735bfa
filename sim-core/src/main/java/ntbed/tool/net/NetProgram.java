package ntbed.tool.net;

import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.Program;

/** {@code net.exe} as a program: what it prints goes to the screen it was started at. */
public final class NetProgram implements Program {
    /** The program. */
    public NetProgram() {}

    @Override
    public String id() {
        return "net";
    }

    @Override
    public String heading() {
        return "Starts, stops and lists services; explains messages";
    }

    @Override
    public void main(NtProcess process) {
        String line = process.commandLine().strip();
        int end = endOfName(line);
        Net.Result result = Net.run(Win32.of(process), line.substring(end).strip());
        result.lines().forEach(process.console()::print);
        process.exit(result.exitCode());
    }

    private static int endOfName(String line) {
        if (line.startsWith("\"")) {
            return line.indexOf('"', 1) + 1;
        }
        int blank = line.indexOf(' ');
        return blank < 0 ? line.length() : blank;
    }
}
