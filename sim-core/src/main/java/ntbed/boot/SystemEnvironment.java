package ntbed.boot;

import java.util.Map;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.security.Token;
import ntbed.win32.CaseFolding;

/**
 * Environment blocks: what the kernel knows (SystemRoot, SystemDrive), then {@code Session Manager\Environment}, then,
 * for a user, {@code HKCU\Environment} and what winlogon adds. REG_EXPAND_SZ values see the variables before them; a
 * user's Path is appended to the system's (Q100843).
 */
public final class SystemEnvironment {
    private static final String COMPUTER_NAME = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName";

    private final Registry registry;
    private final NtPath systemRoot;

    SystemEnvironment(Registry registry, NtPath systemRoot) {
        this.registry = registry;
        this.systemRoot = systemRoot;
    }

    /** The block of services and of everything that SYSTEM starts. */
    public Environment ofSystem() {
        Environment start =
                Environment.of(Map.of("SystemRoot", systemRoot.toString(), "SystemDrive", systemRoot.drive() + ":"));
        return add(start, registry.tree(SessionManager.KEY + "\\Environment"), false)
                .with("COMPUTERNAME", computerName(registry));
    }

    /** The block of a user; {@code profile} is the directory of the profile. */
    public Environment ofUser(Token token, NtPath profile) {
        Environment own = ofSystem()
                .with("USERNAME", token.userName())
                .with("USERDOMAIN", token.domain())
                .with("LOGONSERVER", "\\\\" + computerName(registry))
                .with("USERPROFILE", profile.toString())
                .with("HOMEDRIVE", systemRoot.drive() + ":")
                .with("HOMEPATH", "\\");
        return add(own, registry.tree("HKU\\" + token.user().text() + "\\Environment"), true);
    }

    /** The computer's name, upper case; {@code NT} if the registry has none. */
    public static String computerName(Registry registry) {
        return registry.tree(COMPUTER_NAME)
                .flatMap(key -> key.value("ComputerName"))
                .flatMap(RegistryValue::text)
                .filter(name -> !name.isBlank())
                .map(NtPath::fold)
                .orElse("NT");
    }

    private static Environment add(Environment block, Optional<KeyTree> key, boolean appendsPath) {
        Environment more = block;
        if (key.isPresent()) {
            for (NamedValue value : key.get().values()) {
                Optional<String> text = value.value().text();
                if (text.isPresent()) {
                    String plain =
                            value.value().type().equals(ValueType.REG_EXPAND_SZ) ? more.expand(text.get()) : text.get();
                    boolean appends = appendsPath && CaseFolding.same(value.name(), "Path");
                    String before = appends ? more.get("Path").map(p -> p + ";").orElse("") : "";
                    more = more.with(value.name(), before + plain);
                }
            }
        }
        return more;
    }
}
