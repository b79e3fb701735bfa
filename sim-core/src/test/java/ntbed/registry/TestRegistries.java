package ntbed.registry;

import java.util.List;
import java.util.Set;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;

/** A registry with the usual hives, empty; one construction for all tests of this package. */
public final class TestRegistries {
    static final FileTime POWER_ON = FileTime.ofUnixSeconds(900_000_000);
    static final SecurityDescriptor OPEN = KeySecurity.systemDefault();

    public final EventQueue queue = new EventQueue(POWER_ON);
    public final Trace trace = new Trace(queue);
    public final Registry registry = new Registry(queue, trace);
    public final RegistryApi system = registry.as(Token.system(), "test");

    /** Hives SYSTEM, SOFTWARE, DEFAULT and the volatile HARDWARE. */
    public TestRegistries() {
        registry.mount(HiveMount.SYSTEM, HiveImage.empty(POWER_ON, OPEN));
        registry.mount(HiveMount.SOFTWARE, HiveImage.empty(POWER_ON, OPEN));
        registry.mount(HiveMount.DEFAULT, HiveImage.empty(POWER_ON, OPEN));
        registry.mountVolatile(HiveMount.HARDWARE);
    }

    static HiveImage emptyHive() {
        return HiveImage.empty(POWER_ON, OPEN);
    }

    /** A user who is in no group but Everyone. */
    static Token user(String sid) {
        return new Token(new Sid(sid), "LAB", "user", List.of(Sid.EVERYONE), Set.of(), Set.of());
    }

    static RegistryValue dword(int number) {
        return RegistryValue.dword(number);
    }
}
