package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives a key or a file an owner and an access list, as the machine itself.
 *
 * @param target the key or the file
 * @param owner its owner; empty = as before
 * @param allow who may do what, by account name, in order: {@code full control} or {@code read}
 */
record SetPermissions(Target target, String owner, Map<String, String> allow) implements Step {
    @Override
    public void perform(Bench bench) {
        bench.setPermissions(this);
    }

    @Override
    public String written() {
        List<String> words = new ArrayList<>();
        if (!owner.isEmpty()) {
            words.add("owner " + owner);
        }
        allow.forEach((account, right) -> words.add(account + ": " + right));
        return "set permissions: " + target + ", " + String.join(", ", words);
    }
}
