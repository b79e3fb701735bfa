package ntbed.filesystem;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a fork, a look-up, a read and a small write cost, on volumes of 100 and 100,000 files. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VolumeBenchmark {
    private static final NtPath IMAGE = NtPath.of("C:\\WINNT\\System32\\drivers\\atapi.sys");
    private static final NtPath WRITTEN = NtPath.of("C:\\WINNT\\System32\\config\\small.log");

    @Param({"100", "100000"})
    int files;

    private TestVolumes machine = TestVolumes.empty();
    private FileApi system = machine.system();
    private SortedMap<Character, VolumeImage> drives = new TreeMap<>();
    private byte[] small = new byte[300];

    /** A volume of so many small files, a hundred to a directory. */
    @Setup(Level.Trial)
    public void build() {
        VolumeBuilder builder = VolumeBuilder.create(4L << 30);
        for (int i = 0; i < files; i++) {
            builder.file(NtPath.of("C:\\data\\" + i / 100 + "\\file" + i), small);
        }
        drives.put('C', builder.file(IMAGE, small).file(WRITTEN, small).build(TestVolumes.BUILT));
        machine = TestVolumes.of(drives);
        system = machine.system();
    }

    /** A snapshot after one write, and a second machine on it. */
    @Benchmark
    public Volumes fork() {
        system.setAttributes(WRITTEN, FileAttributes.FILE);
        EventQueue queue = new EventQueue(TestVolumes.POWER_ON);
        return new Volumes(queue, new Trace(queue), machine.volumes.freeze());
    }

    /** As {@link #fork}, and the first write on the new machine, which opens a layer. */
    @Benchmark
    public Volumes forkAndWrite() {
        Volumes forked = fork();
        forked.write(WRITTEN, small, "bench");
        return forked;
    }

    /** What boot asks of every image file. */
    @Benchmark
    public Optional<FileEntry> find() {
        return machine.volumes.find(IMAGE);
    }

    /** What boot asks of every image file, next. */
    @Benchmark
    public int memo() {
        return machine.volumes.memo(IMAGE, VolumeBenchmark::length);
    }

    private static Integer length(byte[] content) {
        return content.length;
    }

    /** Reading what was read before. */
    @Benchmark
    public byte[] content() {
        return machine.volumes.content(IMAGE);
    }

    /** The same through the door, with the access check. */
    @Benchmark
    public byte[] readChecked() {
        return system.read(IMAGE);
    }

    /** A path from its text. */
    @Benchmark
    public NtPath path() {
        return NtPath.of("C:\\WINNT\\System32\\drivers\\atapi.sys");
    }

    /** A small file written again and again; the trace grows by an entry each time. */
    @Benchmark
    public void write() {
        system.write(WRITTEN, small);
    }
}
