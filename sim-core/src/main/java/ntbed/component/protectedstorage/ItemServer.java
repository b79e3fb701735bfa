package ntbed.component.protectedstorage;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import ntbed.component.protectedstorage.ItemStore.Owner;
import ntbed.component.protectedstorage.ItemStore.View;
import ntbed.process.RpcServer;
import ntbed.security.Token;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The endpoint {@code protected_storage}: what this package's document says of requests and answers.
 *
 * <p>A refusal of the registry (5) is PST_E_NO_PERMISSIONS to the caller; any other error of it is PST_E_STORAGE_ERROR
 * [M].
 */
final class ItemServer implements RpcServer {
    static final String ENDPOINT = "protected_storage";

    /** GUID in braces. */
    private static final int GUID_LENGTH = 38;

    private static final int LONGEST_NAME = 255;

    private final ItemStore store;

    ItemServer(ItemStore store) {
        this.store = store;
    }

    @Override
    public byte[] call(Token caller, byte[] request) {
        try {
            List<String> lines = List.of(new String(request, StandardCharsets.UTF_8).split("\n", -1));
            return answer(caller, lines).getBytes(StandardCharsets.UTF_8);
        } catch (Win32Exception e) {
            throw switch (e.error()) {
                case ERROR_ACCESS_DENIED -> Win32Error.PST_E_NO_PERMISSIONS.raise(e.detail());
                default -> isOurs(e.error()) ? e : Win32Error.PST_E_STORAGE_ERROR.raise(e.detail());
            };
        }
    }

    private static boolean isOurs(Win32Error error) {
        return error.name().startsWith("PST_E_");
    }

    private String answer(Token caller, List<String> lines) {
        String verb = lines.get(0);
        int expected = arguments(verb);
        if (expected < 0) {
            throw Win32Error.PST_E_NYI.raise("a function of the endpoint");
        }
        if (lines.size() != expected + 2) {
            throw Win32Error.PST_E_FAIL.raise(verb + " with " + (lines.size() - 1) + " lines");
        }
        View view = store.view(caller, owner(lines.get(1)));
        List<String> arguments = lines.subList(2, lines.size());
        return switch (verb) {
            case "CreateType" -> {
                view.createType(guid(arguments, 0), name(arguments, 1));
                yield "";
            }
            case "CreateSubtype" -> {
                view.createSubtype(guid(arguments, 0), guid(arguments, 1), name(arguments, 2));
                yield "";
            }
            case "DeleteType" -> {
                view.deleteType(guid(arguments, 0));
                yield "";
            }
            case "DeleteSubtype" -> {
                view.deleteType(subtype(arguments));
                yield "";
            }
            case "EnumTypes" -> String.join("\n", view.names(""));
            case "EnumSubtypes" -> String.join("\n", view.names(guid(arguments, 0)));
            case "EnumItems" -> String.join("\n", view.names(subtype(arguments)));
            default -> item(view, verb, arguments);
        };
    }

    private static String item(View view, String verb, List<String> arguments) {
        String subtype = subtype(arguments);
        String name = name(arguments, 2);
        switch (verb) {
            case "ReadItem" -> {
                return HexFormat.of().formatHex(view.readItem(subtype, name));
            }
            case "WriteItem" -> view.writeItem(subtype, name, bytes(arguments.get(3)), overwrites(arguments.get(4)));
            case "DeleteItem" -> view.deleteItem(subtype, name);
            default -> throw new AssertionError(verb);
        }
        return "";
    }

    /** How many lines follow verb and owner; -1 for a verb that is not there. */
    private static int arguments(String verb) {
        return switch (verb) {
            case "EnumTypes" -> 0;
            case "EnumSubtypes", "DeleteType" -> 1;
            case "CreateType", "EnumItems", "DeleteSubtype" -> 2;
            case "CreateSubtype", "ReadItem", "DeleteItem" -> 3;
            case "WriteItem" -> 5;
            default -> -1;
        };
    }

    private static Owner owner(String line) {
        return switch (line) {
            case "0" -> Owner.CURRENT_USER;
            case "1" -> Owner.LOCAL_MACHINE;
            default -> throw Win32Error.PST_E_BAD_FLAGS.raise("key kind");
        };
    }

    /** 2 is PST_NO_OVERWRITE of pstore.h. */
    private static boolean overwrites(String flags) {
        return switch (flags) {
            case "0" -> true;
            case "2" -> false;
            default -> throw Win32Error.PST_E_BAD_FLAGS.raise("WriteItem");
        };
    }

    private static String subtype(List<String> arguments) {
        return guid(arguments, 0) + "\\" + guid(arguments, 1);
    }

    private static String guid(List<String> arguments, int index) {
        String text = arguments.get(index);
        boolean fits = text.length() == GUID_LENGTH && text.startsWith("{") && text.endsWith("}");
        for (int i = 1; fits && i < GUID_LENGTH - 1; i++) {
            boolean hyphen = i == 9 || i == 14 || i == 19 || i == 24;
            fits = hyphen ? text.charAt(i) == '-' : Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128;
        }
        if (!fits) {
            throw Win32Error.PST_E_INVALID_STRING.raise("GUID");
        }
        return text;
    }

    private static String name(List<String> arguments, int index) {
        String text = arguments.get(index);
        boolean fits = !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().allMatch(c -> c >= ' ' && c != '\\' && c != 0xFFFD);
        if (!fits) {
            throw Win32Error.PST_E_INVALID_STRING.raise("name");
        }
        return text;
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw Win32Error.PST_E_FAIL.raise("data that are not hexadecimal");
        }
    }
}
