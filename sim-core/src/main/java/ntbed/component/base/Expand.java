package ntbed.component.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.SzddFile;
import ntbed.process.CommandLine;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.win32.Win32Exception;

/**
 * {@code expand SOURCE TARGET}: writes what a setup disc holds in compressed form; a file that is not compressed is
 * copied. The target of one file is its new name, or a directory that is there; that of a source with {@code *} or
 * {@code ?} is a directory, which is made if it is missing [M]. In a directory a file always gets its full name, as
 * with {@code -r}.
 */
final class Expand implements Program {
    private static final int MILLIS_PER_FILE = 300;
    private static final int FAILED = 1;

    @Override
    public String id() {
        return "expand";
    }

    @Override
    public String heading() {
        return "Writes compressed files of a setup disc in full";
    }

    @Override
    public void main(NtProcess process) {
        List<String> words = new ArrayList<>(new CommandLine(process.commandLine()).arguments());
        words.removeIf(word -> word.startsWith("-"));
        if (words.size() != 3) {
            process.exit(FAILED);
            return;
        }
        try {
            List<FileEntry> sources = sources(process.files(), words.get(1));
            NtPath target = NtPath.of(words.get(2));
            process.after(
                    (long) MILLIS_PER_FILE * sources.size(),
                    () -> process.exit(run(process, sources, target, isPattern(words.get(1)))));
        } catch (Win32Exception refused) {
            process.exit(refused.code());
        }
    }

    private static List<FileEntry> sources(FileApi files, String written) {
        if (!isPattern(written)) {
            return files.find(NtPath.of(written)).map(List::of).orElse(List.of());
        }
        int name = written.lastIndexOf('\\') + 1;
        return files.list(NtPath.of(written.substring(0, name)), written.substring(name)).stream()
                .filter(entry -> !entry.attributes().has(FileAttributes.DIRECTORY))
                .toList();
    }

    private static boolean isPattern(String written) {
        return written.indexOf('*') >= 0 || written.indexOf('?') >= 0;
    }

    private static int run(NtProcess process, List<FileEntry> sources, NtPath target, boolean intoDirectory) {
        FileApi files = process.files();
        try {
            if (intoDirectory && !files.exists(target)) {
                files.createDirectory(target);
            }
            boolean isDirectory = files.find(target)
                    .filter(entry -> entry.attributes().has(FileAttributes.DIRECTORY))
                    .isPresent();
            for (FileEntry source : sources) {
                byte[] content = files.read(source.path());
                String name = source.path().name();
                boolean isCompressed = SzddFile.isCompressed(content);
                Optional<byte[]> plain = isCompressed ? SzddFile.expand(content) : Optional.of(content);
                if (plain.isEmpty()) {
                    return FAILED;
                }
                String fullName = isCompressed ? SzddFile.fullName(name, content) : name;
                files.write(isDirectory ? target.resolve(fullName) : target, plain.get());
            }
            return sources.isEmpty() ? FAILED : 0;
        } catch (Win32Exception refused) {
            return refused.code();
        }
    }
}
