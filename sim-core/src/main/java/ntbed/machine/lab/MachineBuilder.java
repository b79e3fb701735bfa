package ntbed.machine.lab;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import ntbed.boot.AccountHives;
import ntbed.boot.BootDisk;
import ntbed.boot.ControlSetSelection;
import ntbed.boot.Hardware;
import ntbed.boot.HiveFiles;
import ntbed.boot.UserHive;
import ntbed.eventlog.EventLogImage;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.machine.MachineImage.PowerOff;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.process.ProgramCatalog;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.AccountDatabase;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.time.FileTime;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;

/**
 * Makes the image of a machine, or a changed one of another: the base of every component's installer. Nobody's rights
 * are asked and nothing is traced.
 *
 * <p>Registry paths are those of a running machine, {@code HKLM\SYSTEM\CurrentControlSet\...} (the control set that
 * {@code Select\Default} names, 1 on a new machine), {@code HKLM\SOFTWARE\...}, {@code HKU\.DEFAULT\...}.
 */
public final class MachineBuilder {
    private static final String PROFILES = "C:\\WINNT\\Profiles\\";

    /** Decision D14: 1999-03-01 08:00:00 at UTC-8. */
    public static final FileTime EPOCH = FileTime.ofLocal(LocalDateTime.of(1999, 3, 1, 8, 0), -480);

    /** A disk of two gigabytes, as a server of the time had. */
    public static final long DEFAULT_CAPACITY_BYTES = 2L << 30;

    private static final List<HiveMount> STABLE_HIVES =
            List.of(HiveMount.SYSTEM, HiveMount.SOFTWARE, HiveMount.SAM, HiveMount.SECURITY, HiveMount.DEFAULT);
    private static final String CURRENT = "CurrentControlSet";

    private final SortedMap<Character, VolumeBuilder> drives = new TreeMap<>();
    private final SortedMap<Character, VolumeImage> untouchedDrives = new TreeMap<>();
    private final SortedMap<HiveMount, HiveBuilder> hives = new TreeMap<>();
    private final SortedMap<HiveMount, HiveImage> untouchedHives = new TreeMap<>();
    private Hardware hardware;
    private EventLogImage eventLogs;
    private FileTime clock;
    private ProgramCatalog programs;
    private PowerOff lastPowerOff;

    private MachineBuilder(
            Hardware hardware,
            EventLogImage eventLogs,
            FileTime clock,
            ProgramCatalog programs,
            PowerOff lastPowerOff) {
        this.hardware = hardware;
        this.eventLogs = eventLogs;
        this.clock = clock;
        this.programs = programs;
        this.lastPowerOff = lastPowerOff;
    }

    /** The server of the timeline with an empty drive C and empty hives; it does not boot. */
    public static MachineBuilder blank() {
        return blank(Hardware.server("0001"));
    }

    /** A computer with an empty drive C and empty hives; it does not boot. */
    public static MachineBuilder blank(Hardware hardware) {
        MachineBuilder builder =
                new MachineBuilder(hardware, EventLogImage.empty(), EPOCH, ProgramCatalog.of(), PowerOff.NEVER_RAN);
        builder.drives.put('C', VolumeBuilder.create(DEFAULT_CAPACITY_BYTES));
        for (HiveMount mount : STABLE_HIVES) {
            builder.hives.put(mount, HiveBuilder.empty(EPOCH, securityOf(mount)));
        }
        return builder;
    }

    /** Starts from a machine that is off; what is not touched is shared with it. */
    public static MachineBuilder of(MachineImage image) {
        MachineBuilder builder = new MachineBuilder(
                image.hardware(), image.eventLogs(), image.clock(), image.programs(), image.lastPowerOff());
        builder.untouchedDrives.putAll(image.drives());
        builder.untouchedHives.putAll(image.hives());
        return builder;
    }

    /** Everyone may read what is not the security authority's own (Resource Guide, default permissions). */
    private static SecurityDescriptor securityOf(HiveMount mount) {
        AccessControlEntry system = AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS);
        if (mount.equals(HiveMount.SAM) || mount.equals(HiveMount.SECURITY)) {
            return SecurityDescriptor.of(
                    Sid.ADMINISTRATORS,
                    system,
                    AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.READ_CONTROL | AccessMask.WRITE_DAC));
        }
        return SecurityDescriptor.of(
                Sid.ADMINISTRATORS,
                AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.CREATOR_OWNER, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_READ),
                system);
    }

    /** Another computer around the same disk. */
    public MachineBuilder hardware(Hardware other) {
        hardware = other;
        return this;
    }

    /** Another time of day. */
    public MachineBuilder clock(FileTime other) {
        clock = other;
        return this;
    }

    /** When files and keys are made: what the clock shows. */
    public FileTime clock() {
        return clock;
    }

    /** A drive to put files on; a new letter gets an empty volume. */
    public VolumeBuilder drive(char letter) {
        VolumeImage image = untouchedDrives.remove(letter);
        if (image != null) {
            drives.put(letter, VolumeBuilder.of(image));
        }
        return drives.computeIfAbsent(letter, missing -> VolumeBuilder.create(DEFAULT_CAPACITY_BYTES));
    }

    /** A hive to edit; one that is missing is made. */
    public HiveBuilder hive(HiveMount mount) {
        HiveImage image = untouchedHives.remove(mount);
        if (image != null) {
            hives.put(mount, HiveBuilder.of(image));
        }
        return hives.computeIfAbsent(mount, missing -> HiveBuilder.empty(clock, securityOf(mount)));
    }

    /**
     * Makes the profile Default User as setup does: its hive is what {@code HKU\.DEFAULT} is by now. Whoever logs on
     * first begins with it.
     */
    public MachineBuilder defaultUser() {
        hives.put(HiveMount.DEFAULT_USER, HiveBuilder.of(hive(HiveMount.DEFAULT).build()));
        return file(PROFILES + "Default User\\NTUSER.DAT", HiveFiles.content());
    }

    /** Makes the hive of a user who has logged on before, with the profile in the folder of that name. */
    public MachineBuilder userHive(Sid user, String folder) {
        HiveImage own = UserHive.copyOf(hive(HiveMount.DEFAULT_USER).build(), user);
        hives.put(HiveMount.user(user), HiveBuilder.of(own));
        return file(PROFILES + folder + "\\NTUSER.DAT", HiveFiles.content());
    }

    /** All hives, for bulk edits such as a registry script. */
    public SortedMap<HiveMount, HiveBuilder> hives() {
        for (HiveMount mount : List.copyOf(untouchedHives.keySet())) {
            hive(mount);
        }
        return hives;
    }

    /** Puts a file with the archive bit and the security of its directory. */
    public MachineBuilder file(String path, byte[] content) {
        NtPath file = NtPath.of(path);
        drive(file.drive()).file(file, content);
        return this;
    }

    /** Puts an image file: which program it holds and how this image behaves. */
    public MachineBuilder image(String path, ImageFile image) {
        return image(path, image, Optional.empty());
    }

    /** Puts an image file with a version resource. */
    public MachineBuilder image(String path, ImageFile image, Optional<FileVersion> version) {
        NtPath file = NtPath.of(path);
        drive(file.drive()).file(file, image.encode(), FileAttributes.FILE, version);
        return this;
    }

    /** Puts a directory. */
    public MachineBuilder directory(String path) {
        NtPath directory = NtPath.of(path);
        drive(directory.drive()).directory(directory);
        return this;
    }

    /** Deletes a file or a directory with all that is in it. */
    public MachineBuilder delete(String path) {
        NtPath file = NtPath.of(path);
        drive(file.drive()).delete(file);
        return this;
    }

    /** Sets a value, making the key if it is missing. */
    public MachineBuilder set(String key, String name, RegistryValue value) {
        Place place = place(key);
        hive(place.mount).set(place.path, name, value);
        return this;
    }

    /** Makes a key. */
    public MachineBuilder key(String key) {
        Place place = place(key);
        hive(place.mount).key(place.path);
        return this;
    }

    /** Deletes a key with all below it. */
    public MachineBuilder deleteKey(String key) {
        Place place = place(key);
        hive(place.mount).delete(place.path);
        return this;
    }

    /** Deletes a value; nothing happens if it is not there. */
    public MachineBuilder deleteValue(String key, String name) {
        Place place = place(key);
        hive(place.mount).deleteValue(place.path, name);
        return this;
    }

    /** Replaces the security of a key. */
    public MachineBuilder security(String key, SecurityDescriptor security) {
        Place place = place(key);
        hive(place.mount).security(place.path, security);
        return this;
    }

    /** A value as it stands. */
    public Optional<RegistryValue> value(String key, String name) {
        Place place = place(key);
        return hive(place.mount).value(place.path, name);
    }

    /** Puts the keys of a driver or service: Type, Start, ErrorControl; more values through {@link #set}. */
    public MachineBuilder service(String name, int type, int start, int errorControl) {
        String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + name;
        set(key, "Type", RegistryValue.dword(type));
        set(key, "Start", RegistryValue.dword(start));
        return set(key, "ErrorControl", RegistryValue.dword(errorControl));
    }

    /** Makes programs known that image files name; one that is known already is not made known twice. */
    public MachineBuilder programs(Program... more) {
        for (Program program : more) {
            boolean isKnown = programs.find(program.id())
                    .filter(known -> known.getClass().equals(program.getClass()))
                    .isPresent();
            programs = isKnown ? programs : programs.plus(program);
        }
        return this;
    }

    /** Puts a whole set of accounts in the place of what the SAM had. */
    public MachineBuilder accounts(AccountDatabase accounts) {
        hive(HiveMount.SAM).delete("SAM");
        hive(HiveMount.SECURITY).delete("Policy\\Accounts");
        AccountHives.write(accounts, hive(HiveMount.SAM), hive(HiveMount.SECURITY));
        return this;
    }

    /** Changes the accounts. */
    public MachineBuilder accounts(UnaryOperator<AccountDatabase> change) {
        AccountDatabase before = AccountHives.read(
                hive(HiveMount.SAM).build().root(),
                hive(HiveMount.SECURITY).build().root());
        return accounts(change.apply(before));
    }

    /** The machine as built; the builder can go on. SYSTEM.ALT is what SYSTEM is. */
    public MachineImage build() {
        return build(Optional.empty());
    }

    /** The machine with a SYSTEM.ALT that was there before, if given. */
    MachineImage build(Optional<HiveImage> alternate) {
        SortedMap<Character, VolumeImage> volumes = new TreeMap<>(untouchedDrives);
        for (Map.Entry<Character, VolumeBuilder> drive : drives.entrySet()) {
            volumes.put(drive.getKey(), drive.getValue().build(clock));
        }
        SortedMap<HiveMount, HiveImage> images = new TreeMap<>(untouchedHives);
        for (Map.Entry<HiveMount, HiveBuilder> hive : hives.entrySet()) {
            images.put(hive.getKey(), hive.getValue().build());
        }
        Optional<HiveImage> system = Optional.ofNullable(images.get(HiveMount.SYSTEM));
        BootDisk disk = new BootDisk(images, alternate.or(() -> system));
        return new MachineImage(hardware, volumes, disk, eventLogs, clock, programs, lastPowerOff);
    }

    private Place place(String key) {
        String[] parts = key.split("\\\\", 3);
        String below = parts.length < 3 ? "" : parts[2];
        boolean isMachine = CaseFolding.same(parts[0], "HKLM") || CaseFolding.same(parts[0], "HKEY_LOCAL_MACHINE");
        boolean isUsers = CaseFolding.same(parts[0], "HKU") || CaseFolding.same(parts[0], "HKEY_USERS");
        if (parts.length < 2 || !(isMachine || isUsers)) {
            throw new IllegalArgumentException("neither HKLM\\HIVE nor HKU\\HIVE: " + key);
        }
        if (isUsers) {
            return new Place(new HiveMount(HiveMount.Root.USERS, parts[1]), below);
        }
        HiveMount mount = new HiveMount(HiveMount.Root.MACHINE, NtPath.fold(parts[1]));
        return new Place(mount, mount.equals(HiveMount.SYSTEM) ? inControlSet(below) : below);
    }

    private String inControlSet(String path) {
        boolean isCurrent = CaseFolding.startsWith(path, CURRENT)
                && (path.length() == CURRENT.length() || path.charAt(CURRENT.length()) == '\\');
        if (!isCurrent) {
            return path;
        }
        int number = hive(HiveMount.SYSTEM)
                .value("Select", "Default")
                .map(value -> value.dword().orElse(1))
                .orElse(1);
        return ControlSetSelection.keyName(number) + path.substring(CURRENT.length());
    }

    private record Place(HiveMount mount, String path) {}
}
