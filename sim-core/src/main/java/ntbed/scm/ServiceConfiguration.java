package ntbed.scm;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** Creates, changes and tells the configuration of services: record and registry together (K1, K2, K7, A2, A6). */
final class ServiceConfiguration {
    private final ScmWorld world;
    private final ServiceDatabase database;
    private final ServiceAccounts accounts;

    ServiceConfiguration(ScmWorld world, ServiceDatabase database, ServiceAccounts accounts) {
        this.world = world;
        this.database = database;
        this.accounts = accounts;
    }

    /** As CreateService, rights already checked; the checks in the order of A2. */
    ServiceRecord create(@Nullable String name, ServiceConfig config) {
        String path = config.binaryPathName();
        if (name == null) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("CreateService");
        }
        ConfigRules.requireName(name);
        if (path == null || path.isEmpty()) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(name);
        }
        ServiceDefinition definition = definition(name, path, config);
        ConfigRules.requirePossible(definition);
        Optional<ServiceRecord> present = database.find(name);
        if (present.isPresent()) {
            Deletion.requireNotMarked(present.get());
            throw Win32Error.ERROR_SERVICE_EXISTS.raise(name);
        }
        ConfigRules.requireFreeDisplayName(database, definition.shownName(), name);
        if (!definition.isDriver()) {
            accounts.requireAccount(definition.account());
        }
        ConfigRules.requireNoCycle(database, definition);
        write(definition, Optional.empty());
        ServiceRecord created = database.add(definition);
        ServiceSecurity.write(created, world.registry());
        if (!definition.isDriver()) {
            accounts.keepFirstPassword(name, definition.account(), config.password());
        }
        return created;
    }

    private static ServiceDefinition definition(String name, String path, ServiceConfig config) {
        boolean isDriver =
                (config.serviceType() & (ServiceConfig.WIN32_OWN_PROCESS | ServiceConfig.WIN32_SHARE_PROCESS)) == 0;
        String account = config.serviceStartName();
        return new ServiceDefinition(
                name,
                NtPath.fold(name),
                config.serviceType(),
                config.startType(),
                config.errorControl(),
                config.displayName(),
                config.loadOrderGroup(),
                config.tag().orElse(null),
                config.dependOnServices(),
                config.dependOnGroups(),
                path,
                true,
                isDriver && ServiceAccounts.isLocalSystem(account) ? null : account,
                false,
                null);
    }

    /** As ChangeServiceConfig, rights already checked; the checks in the order of A6. */
    void change(ServiceRecord service, ServiceConfigChange change) {
        Deletion.requireNotMarked(service);
        ServiceDefinition before = service.definition();
        ServiceDefinition after = changed(before, change);
        ConfigRules.requirePossible(after);
        if (change.binaryPathName().filter(String::isEmpty).isPresent()) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(service.name());
        }
        if (change.displayName().isPresent()) {
            ConfigRules.requireFreeDisplayName(database, after.shownName(), service.name());
        }
        if (change.serviceStartName().isPresent() && !after.isDriver()) {
            accounts.requireAccount(after.account());
        }
        ConfigRules.requireNoCycle(database, after);
        write(after, Optional.of(before));
        database.redefine(service, after);
        if (!after.isDriver()) {
            accounts.keepPassword(service.name(), after.account(), change.password());
        }
    }

    private static ServiceDefinition changed(ServiceDefinition before, ServiceConfigChange change) {
        return new ServiceDefinition(
                before.name(),
                before.folded(),
                change.serviceType().orElse(before.type()),
                change.startType().orElse(before.start()),
                change.errorControl().orElse(before.errorControl()),
                change.displayName().isPresent() ? change.displayName().get() : before.displayName(),
                change.loadOrderGroup().orElse(before.group()),
                before.tag(),
                change.dependOnServices().orElse(before.dependOnServices()),
                change.dependOnGroups().orElse(before.dependOnGroups()),
                change.binaryPathName().isPresent() ? change.binaryPathName().get() : before.imagePath(),
                change.binaryPathName().isPresent() || before.expandable(),
                change.serviceStartName().isPresent()
                        ? change.serviceStartName().get()
                        : before.objectName(),
                false,
                null);
    }

    /** Writes what differs, in the order in which NT 4.0's keys hold it. */
    private void write(ServiceDefinition after, Optional<ServiceDefinition> before) {
        KeyWriter key = new KeyWriter(world.registry(), ScmWorld.key(after.name()), before.isEmpty());
        ServiceDefinition old = before.orElse(after);
        key.number("Type", after.type(), old.type());
        key.number("Start", after.start(), old.start());
        key.number("ErrorControl", after.errorControl(), old.errorControl());
        String path = after.imagePath();
        if (path != null && (before.isEmpty() || !path.equals(old.imagePath()))) {
            key.set("ImagePath", RegistryValue.expandSz(path));
        }
        key.text("DisplayName", after.displayName(), old.displayName());
        key.text("Group", after.group(), old.group());
        Integer tag = after.tag();
        if (tag != null && before.isEmpty()) {
            key.set("Tag", RegistryValue.dword(tag));
        }
        key.texts("DependOnService", after.dependOnServices(), old.dependOnServices());
        key.texts("DependOnGroup", after.dependOnGroups(), old.dependOnGroups());
        key.text("ObjectName", after.objectName(), old.objectName());
    }

    /** Writes values of one key that is new or differs. */
    private record KeyWriter(Registry registry, String path, boolean isNew) {
        void number(String name, int after, int before) {
            if (isNew || after != before) {
                set(name, RegistryValue.dword(after));
            }
        }

        void text(String name, @Nullable String after, @Nullable String before) {
            String value = after == null ? "" : after;
            boolean differs = isNew ? !value.isEmpty() : !value.equals(before == null ? "" : before);
            if (differs) {
                set(name, RegistryValue.sz(value));
            }
        }

        void texts(String name, List<String> after, List<String> before) {
            boolean differs = isNew ? !after.isEmpty() : !after.equals(before);
            if (differs) {
                set(name, RegistryValue.multiSz(after));
            }
        }

        void set(String name, RegistryValue value) {
            registry.setValue(path, name, value, ScmWorld.ACTOR);
        }
    }

    /** As QueryServiceConfig: image path and account as they stand in the registry, all else from the record (K2). */
    ServiceConfig query(ServiceRecord service) {
        ServiceDefinition definition = service.definition();
        String key = ScmWorld.key(service.name());
        Optional<String> account = world.registry()
                .value(key, "ObjectName")
                .flatMap(RegistryValue::text)
                .filter(text -> !text.isEmpty());
        String otherwise = definition.isDriver() ? driverObject(definition) : definition.account();
        return new ServiceConfig(
                definition.displayName(),
                definition.type(),
                definition.start(),
                definition.errorControl(),
                world.registry()
                        .value(key, "ImagePath")
                        .flatMap(RegistryValue::text)
                        .orElse(definition.imagePath()),
                definition.group(),
                Optional.ofNullable(definition.tag()),
                definition.dependOnServices(),
                definition.dependOnGroups(),
                account.orElse(otherwise),
                Optional.empty());
    }

    /** K7: the object of a driver without ObjectName. */
    private static String driverObject(ServiceDefinition driver) {
        boolean isFileSystem =
                driver.type() == ServiceConfig.FILE_SYSTEM_DRIVER || driver.type() == ServiceConfig.RECOGNIZER_DRIVER;
        return driver.objectName() != null
                ? driver.objectName()
                : (isFileSystem ? "\\FileSystem\\" : "\\Driver\\") + driver.name();
    }
}
