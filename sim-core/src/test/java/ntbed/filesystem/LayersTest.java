package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static ntbed.filesystem.TestVolumes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stack of layers below the index: when one is opened, when they are folded, that nothing is lost. */
final class LayersTest {
    private static TestVolumes machine() {
        return TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
                .file(at("C:\\base"), bytes("base"))
                .build(TestVolumes.BUILT));
    }

    @Test
    @DisplayName("A layer is opened by the first write after a snapshot, not by the snapshot and not by reading")
    void opensLate() {
        TestVolumes machine = machine();
        assertThat(LayerStack.depth(machine.freeze().layers())).isEqualTo(1);
        machine.system().read(at("C:\\base"));
        machine.system().move(at("C:\\base"), at("C:\\renamed"), false);
        assertThat(LayerStack.depth(machine.freeze().layers())).isEqualTo(1);
        machine.system().write(at("C:\\new"), bytes("x"));
        assertThat(LayerStack.depth(machine.freeze().layers())).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "Law 4: every content, however small, stands in its layer's Jimfs file system; no content, no file system")
    void contentStandsInJimfs() throws IOException {
        TestVolumes machine = machine();
        machine.system().write(at("C:\\small"), bytes("x"));
        machine.system().write(at("C:\\large"), new byte[100_000]);
        machine.system().write(at("C:\\gone"), bytes("y"));
        machine.system().delete(at("C:\\gone"));
        LayerStack layers = Objects.requireNonNull(machine.freeze().layers());
        assertThat(contents(layers.newest())).containsOnlyKeys("1", "2").containsEntry("1", "x");
        assertThat(contents(layers.lowest().newest())).containsExactly(entry("1", "base"));
        assertThat(new Layer(1).directory()).isEmpty();
    }

    private static Map<String, String> contents(Layer layer) throws IOException {
        Path directory = layer.directory().orElseThrow();
        assertThat(directory.getFileSystem().provider().getScheme()).isEqualTo("jimfs");
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), text(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    @DisplayName("A write on eight layers folds all but the lowest into one; every content survives, in every snapshot")
    void folds() {
        TestVolumes machine = machine();
        List<VolumeImage> snapshots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            machine.system().write(at("C:\\f" + i % 12), bytes("content " + i));
            VolumeImage image = machine.freeze();
            assertThat(LayerStack.depth(image.layers())).isLessThanOrEqualTo(LayerStack.FOLD_DEPTH);
            snapshots.add(image);
        }
        for (int i = 0; i < snapshots.size(); i++) {
            assertThat(text(snapshots.get(i).content(at("C:\\base")))).isEqualTo("base");
            for (int j = Math.max(0, i - 11); j <= i; j++) {
                assertThat(text(snapshots.get(i).content(at("C:\\f" + j % 12)))).isEqualTo("content " + j);
            }
        }
    }

    @Test
    @DisplayName("A fold touches no file of the lowest layer: its index nodes stay the very same")
    void foldSharesTheBase() {
        TestVolumes machine = TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
                .file(at("C:\\WINNT\\base"), bytes("base"))
                .build(TestVolumes.BUILT));
        Node before = Index.require(machine.freeze().root(), at("C:\\WINNT"));
        for (int i = 0; i < 20; i++) {
            machine.system().write(at("C:\\f"), bytes("content " + i));
            machine.freeze();
        }
        assertThat(Index.require(machine.freeze().root(), at("C:\\WINNT"))).isSameAs(before);
    }

    @Test
    @DisplayName("A volume built on a built volume, many times over, keeps a low stack and all its files")
    void buildersFold() {
        VolumeImage image = VolumeBuilder.create(TestVolumes.MEGABYTE).build(TestVolumes.BUILT);
        for (int i = 0; i < 30; i++) {
            image = VolumeBuilder.of(image)
                    .file(at("C:\\f" + i), bytes("content " + i))
                    .build(TestVolumes.BUILT);
            assertThat(LayerStack.depth(image.layers())).isLessThanOrEqualTo(LayerStack.FOLD_DEPTH);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(text(image.content(at("C:\\f" + i)))).isEqualTo("content " + i);
        }
    }

    @Test
    @DisplayName("The builder changes, adds and deletes on a copy; the image it began with stays as it was")
    void builderCopies() {
        VolumeImage first = VolumeBuilder.create(TestVolumes.MEGABYTE)
                .file(at("C:\\a\\one"), bytes("1"), FileAttributes.FILE, Optional.of(new FileVersion(4, 0, 1381, 4)))
                .file(at("C:\\a\\two"), bytes("2"))
                .build(TestVolumes.BUILT);
        VolumeImage second = VolumeBuilder.of(first)
                .delete(at("C:\\A\\TWO"))
                .file(at("C:\\a\\three"), bytes("3"))
                .attributes(at("C:\\a\\one"), new FileAttributes(FileAttributes.READONLY))
                .build(TestVolumes.POWER_ON);
        assertThat(first.list(at("C:\\a")))
                .extracting(entry -> entry.path().name())
                .containsExactly("one", "two");
        assertThat(second.list(at("C:\\a")))
                .extracting(entry -> entry.path().name())
                .containsExactly("one", "three");
        assertThat(second.find(at("C:\\a\\one")).orElseThrow().version()).contains(new FileVersion(4, 0, 1381, 4));
        assertThat(second.find(at("C:\\a\\three")).orElseThrow().created()).isEqualTo(TestVolumes.POWER_ON);
        assertThat(second.freeBytes()).isEqualTo(first.freeBytes());
    }
}
