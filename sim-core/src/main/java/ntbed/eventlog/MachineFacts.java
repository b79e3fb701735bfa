package ntbed.eventlog;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.time.FileTime;
import ntbed.win32.ServicePack;

/** What the EventLog service reads about the machine from the registry. */
final class MachineFacts {
    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\";

    private final Registry registry;

    MachineFacts(Registry registry) {
        this.registry = registry;
    }

    /** The name the machine booted with; empty where the registry has none. */
    String computerName() {
        String active = text(CONTROL + "ComputerName\\ActiveComputerName", "ComputerName");
        return active.isEmpty() ? text(CONTROL + "ComputerName\\ComputerName", "ComputerName") : active;
    }

    /** Number of the service pack in {@code CSDVersion}; 0 without one. */
    int servicePack() {
        return ServicePack.number(text(VERSION, "CSDVersion"));
    }

    /** The inserts of 6009: version, build, service pack, processor kind. */
    List<String> product() {
        return List.of(
                textOr(VERSION, "CurrentVersion", "4.0"),
                textOr(VERSION, "CurrentBuildNumber", "1381"),
                text(VERSION, "CSDVersion"),
                textOr(VERSION, "CurrentType", "Uniprocessor Free"));
    }

    /** The inserts of 6008 in the machine's local time: {@code 3:05:00 PM} and {@code 3/1/99}. */
    List<String> timeAndDate(FileTime time) {
        LocalDateTime local = time.toLocal(-biasMinutes());
        return List.of(LocalForm.time(local), LocalForm.date(local));
    }

    private int biasMinutes() {
        return LocalForm.biasMinutes(
                registry.tree(CONTROL + "TimeZoneInformation").flatMap(key -> key.value("ActiveTimeBias")));
    }

    private String textOr(String path, String name, String otherwise) {
        String text = text(path, name);
        return text.isEmpty() ? otherwise : text;
    }

    private String text(String path, String name) {
        Optional<RegistryValue> value = registry.tree(path).flatMap(key -> key.value(name));
        return value.flatMap(RegistryValue::text).orElse("");
    }
}
