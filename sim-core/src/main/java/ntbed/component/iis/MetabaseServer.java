package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.process.RpcServer;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** The metabase object: answers what the package's document lists, to members of Administrators alone (Q285286). */
final class MetabaseServer implements RpcServer {
    private final AdminService admin;

    MetabaseServer(AdminService admin) {
        this.admin = admin;
    }

    @Override
    public byte[] call(Token caller, byte[] request) {
        if (!caller.is(Sid.ADMINISTRATORS)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise("metabase");
        }
        Metabase metabase = admin.metabase().orElseThrow(() -> Win32Error.MD_ERROR_NOT_INITIALIZED.raise("metabase"));
        List<String> lines = lines(new String(request, StandardCharsets.UTF_8));
        return RecordText.answer(answer(metabase, lines));
    }

    private List<String> answer(Metabase metabase, List<String> lines) {
        return switch (lines.get(0)) {
            case "GetData" -> List.of(RecordText.of(record(metabase, argument(lines, 1, 3), number(lines, 2))));
            case "GetAll" -> all(metabase, argument(lines, 1, 2));
            case "EnumKeys" -> names(metabase.tree().require(argument(lines, 1, 2)));
            case "EnumBackups" -> admin.backups().list();
            case "Backup" ->
                List.of(Integer.toString(admin.backups().backup(metabase, argument(lines, 1), version(lines))));
            default -> {
                change(metabase, lines);
                yield List.of();
            }
        };
    }

    private void change(Metabase metabase, List<String> lines) {
        switch (lines.get(0)) {
            case "SetData" -> set(metabase, argument(lines, 1, 3), RecordText.parse(lines.get(2)));
            case "DeleteData" -> metabase.delete(argument(lines, 1, 3), number(lines, 2));
            case "AddKey" -> metabase.addKey(argument(lines, 1, 2));
            case "DeleteKey" -> metabase.deleteKey(argument(lines, 1, 2));
            case "SaveData" -> metabase.save();
            case "Restore" -> admin.restore(argument(lines, 1), version(lines));
            case "DeleteBackup" -> admin.backups().delete(argument(lines, 1, 3), number(lines, 2));
            default -> throw misfit();
        }
        admin.saveLater();
    }

    private void set(Metabase metabase, String path, MetaRecord record) {
        if (record.id() == Property.SERVER_COMMAND) {
            admin.command(path, record.number(0));
            return;
        }
        metabase.set(path, record);
    }

    private static MetaRecord record(Metabase metabase, String path, int id) {
        return metabase.data(path, id).orElseThrow(() -> Win32Error.MD_ERROR_DATA_NOT_FOUND.raise(path + ", " + id));
    }

    private static List<String> all(Metabase metabase, String path) {
        List<String> lines = new ArrayList<>();
        for (MetaRecord record : metabase.tree().require(path).records()) {
            lines.add(RecordText.of(record(metabase, path, record.id())));
        }
        return lines;
    }

    private static List<String> names(MetaNode node) {
        List<String> names = new ArrayList<>();
        node.children().forEach(child -> names.add(child.name()));
        return names;
    }

    private static Optional<Integer> version(List<String> lines) {
        if (lines.size() > 3) {
            throw misfit();
        }
        return lines.size() == 3 ? Optional.of(number(lines, 2)) : Optional.empty();
    }

    private static int number(List<String> lines, int index) {
        return RecordText.number(argument(lines, index));
    }

    private static String argument(List<String> lines, int index, int count) {
        if (lines.size() != count) {
            throw misfit();
        }
        return argument(lines, index);
    }

    private static String argument(List<String> lines, int index) {
        if (index >= lines.size()) {
            throw misfit();
        }
        return lines.get(index);
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    private static Win32Exception misfit() {
        return Win32Error.ERROR_INVALID_PARAMETER.raise("metabase request");
    }
}
