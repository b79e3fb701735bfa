package ntbed.scm;

import java.util.LinkedHashMap;
import java.util.Map;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import org.jspecify.annotations.Nullable;

/** A service that a test describes: by default a healthy Win32 service of its own process, started on demand. */
final class Spec {
    final String name;
    final Map<String, RegistryValue> values = new LinkedHashMap<>();

    @Nullable
    ImageFile image = ImageFile.of("service").with("startMillis", "100");

    Spec(String name) {
        this.name = name;
        values.put("Type", RegistryValue.dword(0x10));
        values.put("Start", RegistryValue.dword(3));
        values.put("ErrorControl", RegistryValue.dword(1));
        values.put("ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\" + name + ".exe"));
        values.put("ObjectName", RegistryValue.sz("LocalSystem"));
    }

    /** A kernel driver whose DriverEntry returns that code. */
    static Spec driver(String name, int start, int driverEntry) {
        Spec driver = new Spec(name).type(1).start(start);
        driver.values.put("ImagePath", RegistryValue.expandSz("System32\\drivers\\" + name + ".sys"));
        driver.values.remove("ObjectName");
        driver.image = ImageFile.of("driver").with("driverEntry", Integer.toString(driverEntry));
        return driver;
    }

    /** A member of a shared process. */
    static Spec shared(String name, String image) {
        Spec shared = new Spec(name).type(0x20).path("%SystemRoot%\\System32\\" + image);
        shared.image = ImageFile.of("shared-service").with("startMillis", "100");
        return shared;
    }

    Spec type(int type) {
        return set("Type", RegistryValue.dword(type));
    }

    Spec start(int start) {
        return set("Start", RegistryValue.dword(start));
    }

    Spec auto() {
        return start(2);
    }

    Spec errorControl(int errorControl) {
        return set("ErrorControl", RegistryValue.dword(errorControl));
    }

    Spec shown(String displayName) {
        return set("DisplayName", RegistryValue.sz(displayName));
    }

    Spec group(String group) {
        return set("Group", RegistryValue.sz(group));
    }

    Spec needs(String... services) {
        return set("DependOnService", RegistryValue.multiSz(services));
    }

    Spec needsGroup(String... groups) {
        return set("DependOnGroup", RegistryValue.multiSz(groups));
    }

    Spec account(String account) {
        return set("ObjectName", RegistryValue.sz(account));
    }

    Spec path(String path) {
        return set("ImagePath", RegistryValue.expandSz(path));
    }

    Spec set(String value, RegistryValue data) {
        values.put(value, data);
        return this;
    }

    Spec without(String value) {
        values.remove(value);
        return this;
    }

    /** A parameter of the image. */
    Spec does(String parameter, Object value) {
        image = java.util.Objects.requireNonNull(image).with(parameter, value.toString());
        return this;
    }

    /** Runs another program. */
    Spec program(String id) {
        image = ImageFile.of(id);
        return this;
    }

    /** There is no image file. */
    Spec noImage() {
        image = null;
        return this;
    }
}
