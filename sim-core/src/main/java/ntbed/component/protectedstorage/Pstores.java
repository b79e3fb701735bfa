package ntbed.component.protectedstorage;

import java.util.List;
import java.util.Map;
import ntbed.process.CommandLine;
import ntbed.process.NtProcess;
import ntbed.process.Program;

/** {@code pstores.exe}: the service, and with a switch its own installer. */
final class Pstores implements Program {
    static final String ID = "pstores";

    /** Image parameter: virtual milliseconds from the start to RUNNING. */
    static final String START_MILLIS = "startMillis";

    /** Until it meets the service control manager, as any service [M]. */
    private static final int CONNECT_MILLIS = 50;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Protected Storage: keeps secrets of programs and users in the registry";
    }

    @Override
    public void main(NtProcess process) {
        List<String> arguments = new CommandLine(process.commandLine()).arguments();
        if (arguments.size() > 1) {
            new PstoresCommand(process).run(arguments.subList(1, arguments.size()));
            return;
        }
        process.after(
                CONNECT_MILLIS,
                () -> process.serviceDispatcher()
                        .startServiceCtrlDispatcher(Map.of("", service -> new PstoresService(service).start())));
    }
}
