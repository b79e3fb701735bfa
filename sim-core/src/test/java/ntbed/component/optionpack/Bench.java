package ntbed.component.optionpack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.internetexplorer.InternetExplorer;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;

/** A machine with a copy of the Option Pack on its disk, and a stand-in for the set-up program of IIS. */
final class Bench {
    static final String ERRORS =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\MasterInfs\\Errors";
    static final String SUBCOMPONENTS =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\Subcomponents";
    static final String ANSWERS = OptionPack.COPY + "\\answers.txt";
    static final String COMMAND = OptionPack.COPY + "\\setup.exe /u:" + ANSWERS;
    static final String HEAD = "[Version]\r\nSignature = \"$Windows NT$\"\r\n";

    final MachineBuilder builder;
    final StandIn standIn = new StandIn();
    private Machine machine;
    private Win32 door;

    private Bench(MachineBuilder builder) {
        this.builder = builder;
        this.machine = Machine.powerOn(BaseInstallation.server(), 1);
        this.door = machine.asSystem();
    }

    /** A server with Internet Explorer 4.01, Protected Storage and the copy, off. */
    static Bench withServicePack(int pack) {
        MachineBuilder builder = MachineBuilder.of(BaseInstallation.of(Edition.SERVER, pack));
        ProtectedStorage.component().install(builder);
        InternetExplorer.v401().install(builder);
        return new Bench(builder);
    }

    /** What a stand-in was asked to do: verb, and the lines it was given. */
    static final class StandIn implements Program {
        final List<String> asked = new ArrayList<>();
        int result;

        @Override
        public String id() {
            return "stand-in";
        }

        @Override
        public String heading() {
            return "Stands in for the set-up program of IIS";
        }

        @Override
        public void main(NtProcess process) {
            String line = process.commandLine();
            int from = line.indexOf("\\ocpart.inf") < 0 ? -1 : line.indexOf("/install \"") + 10;
            String file = from < 0 ? "" : line.substring(from, line.length() - 1);
            String content = file.isEmpty()
                    ? "/remove"
                    : new String(process.files().read(NtPath.of(file)), StandardCharsets.ISO_8859_1);
            asked.add(content);
            process.registry()
                    .setValue("HKLM\\SOFTWARE\\Microsoft\\InetStp", "LastResult", RegistryValue.dword(result));
            process.after(1_000, () -> process.exit(0));
        }
    }

    Bench answers(String... lines) {
        return text(ANSWERS, HEAD + String.join("\r\n", lines) + "\r\n");
    }

    Bench text(String path, String content) {
        builder.file(path, content.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Bench copy(OptionPack pack) {
        byte[] program = ImageFile.of("stand-in").encode();
        pack.with(Map.of("iis\\iissetup.exe", program)).install(builder);
        builder.programs(standIn);
        return this;
    }

    /** Switches the machine on and logs the administrator on. */
    Bench on() {
        return on(1);
    }

    Bench on(long seed) {
        machine = Machine.powerOn(builder.build(), seed);
        machine.boot();
        door = machine.logOn("Administrator", "");
        machine.settle();
        return this;
    }

    Bench as(Win32 other) {
        door = other;
        return this;
    }

    Machine machine() {
        return machine;
    }

    Win32 door() {
        return door;
    }

    /** Runs set-up and lets it work. */
    NtProcess run(String commandLine) {
        NtProcess process = door.createProcess(commandLine);
        machine.runForMillis(400_000);
        return process;
    }

    /** Runs set-up without the restart. */
    NtProcess runOn() {
        return run(COMMAND + " /r:n");
    }

    /** Another answer file for the machine that runs. */
    Bench answer(String... lines) {
        String text = HEAD + String.join("\r\n", lines) + "\r\n";
        door.files().write(NtPath.of(ANSWERS), text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Optional<Desktop.Dialog> window() {
        List<Desktop.Dialog> open = machine.desktop().open();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    void click(String button) {
        machine.desktop().answer(window().orElseThrow(), new Desktop.Answer(button, Map.of()));
        machine.runForMillis(400_000);
    }

    List<String> errors() {
        List<String> texts = new ArrayList<>();
        Optional<KeyTree> key = machine.asSystem().registry().tree(ERRORS);
        for (NamedValue value : key.map(KeyTree::values).orElse(List.of())) {
            texts.add(value.value().text().orElseThrow());
        }
        return texts;
    }

    /** The parts that the registry says are installed. */
    List<String> parts() {
        List<String> names = new ArrayList<>();
        Optional<KeyTree> key = machine.asSystem().registry().tree(SUBCOMPONENTS);
        for (NamedValue value : key.map(KeyTree::values).orElse(List.of())) {
            if (value.value().equals(RegistryValue.dword(1))) {
                names.add(value.name());
            }
        }
        return names;
    }

    boolean exists(String path) {
        return machine.asSystem().files().exists(NtPath.of(path));
    }

    void change(Consumer<MachineBuilder> change) {
        change.accept(builder);
    }
}
