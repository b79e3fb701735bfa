package ntbed.machine.lab;

import java.util.Arrays;
import java.util.Optional;
import ntbed.boot.BootDisk;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;

/**
 * Breaks a machine that is off: each method answers the image with one thing broken. Symptoms are not made here; they
 * follow when the machine is switched on.
 */
public final class FaultInjector {
    private MachineImage image;

    private FaultInjector(MachineImage image) {
        this.image = image;
    }

    /** Faults are put into a copy; the image itself stays as it is. */
    public static FaultInjector on(MachineImage image) {
        return new FaultInjector(image);
    }

    /** The broken machine. */
    public MachineImage image() {
        return image;
    }

    /** A file or directory is gone. */
    public FaultInjector deleteFile(String path) {
        image = MachineBuilder.of(image).delete(path).build(image.systemAlternate());
        return this;
    }

    /** A file ends early. */
    public FaultInjector truncateFile(String path, int length) {
        byte[] content = content(path);
        return overwriteFile(path, Arrays.copyOf(content, Math.min(length, content.length)));
    }

    /** One byte of a file has other bits. */
    public FaultInjector flipByte(String path, int offset, int bits) {
        byte[] content = content(path);
        content[offset] = (byte) (content[offset] ^ bits);
        return overwriteFile(path, content);
    }

    /** A file's content is another; attributes, version and security stay. */
    public FaultInjector overwriteFile(String path, byte[] content) {
        NtPath file = NtPath.of(path);
        Optional<FileEntry> entry = volume(file).find(file);
        FileAttributes attributes = entry.map(FileEntry::attributes).orElse(FileAttributes.FILE);
        Optional<FileVersion> version = entry.flatMap(FileEntry::version);
        MachineBuilder builder = MachineBuilder.of(image);
        builder.drive(file.drive()).file(file, content, attributes, version);
        image = builder.build(image.systemAlternate());
        return this;
    }

    /** A registry value is another, whatever its type. */
    public FaultInjector setValue(String key, String name, RegistryValue value) {
        image = MachineBuilder.of(image).set(key, name, value).build(image.systemAlternate());
        return this;
    }

    /** A registry value is gone. */
    public FaultInjector deleteValue(String key, String name) {
        image = MachineBuilder.of(image).deleteValue(key, name).build(image.systemAlternate());
        return this;
    }

    /** A registry key is gone with all below it. */
    public FaultInjector deleteKey(String key) {
        image = MachineBuilder.of(image).deleteKey(key).build(image.systemAlternate());
        return this;
    }

    /** A hive's file is found in another condition. */
    public FaultInjector damageHive(HiveMount mount, HiveImage.Condition condition) {
        HiveImage hive = Optional.ofNullable(image.hives().get(mount))
                .orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(mount.path()));
        image = image.withHive(mount, hive.withCondition(condition));
        return this;
    }

    /** SYSTEM.ALT is found in another condition. */
    public FaultInjector damageAlternate(HiveImage.Condition condition) {
        image = image.withDisk(
                new BootDisk(image.hives(), image.systemAlternate().map(hive -> hive.withCondition(condition))));
        return this;
    }

    private byte[] content(String path) {
        NtPath file = NtPath.of(path);
        return volume(file).content(file);
    }

    private VolumeImage volume(NtPath file) {
        return Optional.ofNullable(image.drives().get(file.drive()))
                .orElseThrow(() -> Win32Error.ERROR_PATH_NOT_FOUND.raise(file.toString()));
    }
}
