package ntbed.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in a file, a key or a value, or who may touch it. */
sealed interface ContentCheck extends Check {
    /** From that place on it has these bytes. */
    record Bytes(Target target, int at, String bytes) implements ContentCheck {
        @Override
        public Finding present(Observation machine) {
            Optional<byte[]> content = machine.content(target);
            String seen = content.map(found -> HexBytes.of(found, at, HexBytes.parse(bytes).length))
                    .orElse("there is no such thing");
            return new Finding(written(), Arrays.equals(parsed(seen), HexBytes.parse(bytes)), seen);
        }

        private static byte[] parsed(String seen) {
            return HexBytes.areIn(seen) ? HexBytes.parse(seen) : new byte[0];
        }

        @Override
        public String written() {
            return "bytes: " + target + " at " + at + ": " + bytes;
        }
    }

    /** It is so many bytes long. */
    record Size(Target target, int bytes) implements ContentCheck {
        @Override
        public Finding present(Observation machine) {
            Optional<byte[]> content = machine.content(target);
            return new Finding(
                    written(),
                    content.isPresent() && content.get().length == bytes,
                    content.map(found -> found.length + " bytes").orElse("there is no such thing"));
        }

        @Override
        public String written() {
            return "size: " + target + ": " + bytes;
        }
    }

    /** Two files have the same bytes. */
    record SameFiles(List<String> paths) implements ContentCheck {
        @Override
        public Finding present(Observation machine) {
            Optional<byte[]> first = machine.content(Target.file(paths.get(0)));
            String seen = first.isPresent() ? "they are the same" : "there is no " + paths.get(0);
            for (String path : paths) {
                Optional<byte[]> other = machine.content(Target.file(path));
                if (other.isEmpty() || first.isEmpty()) {
                    return new Finding(written(), false, "there is no " + path);
                }
                if (!Arrays.equals(first.get(), other.get())) {
                    return new Finding(written(), false, path + " differs");
                }
            }
            return new Finding(written(), true, seen);
        }

        @Override
        public String written() {
            return "same files: " + String.join(", ", paths);
        }
    }

    /** It belongs to that account. */
    record Owner(Target target, String account) implements ContentCheck {
        @Override
        public Finding present(Observation machine) {
            Optional<Observation.Permissions> found = machine.permissions(target);
            return new Finding(
                    written(),
                    found.isPresent() && account.equalsIgnoreCase(found.get().owner()),
                    found.map(Observation.Permissions::owner).orElse("there is no such thing"));
        }

        @Override
        public String written() {
            return "owner: " + target + ": " + account;
        }
    }

    /** Exactly these accounts may do exactly that. */
    record Allowed(Target target, Map<String, String> allow) implements ContentCheck {
        @Override
        public Finding present(Observation machine) {
            Optional<Observation.Permissions> found = machine.permissions(target);
            return new Finding(
                    written(),
                    found.isPresent() && found.get().allow().equals(allow),
                    found.map(permissions -> together(permissions.allow())).orElse("there is no such thing"));
        }

        private static String together(Map<String, String> allow) {
            List<String> words = new ArrayList<>();
            allow.forEach((account, right) -> words.add(account + ": " + right));
            return words.isEmpty() ? "nobody" : String.join(", ", words);
        }

        @Override
        public String written() {
            return "permissions: " + target + ", " + together(allow);
        }
    }
}
