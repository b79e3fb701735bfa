package ntbed.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ntbed.machine.Win32;

/** The tools that an article can have opened, by the names of their programs. */
final class Tools {
    private static final Map<String, Function<Win32, ToolSession>> TOOLS = tools();

    private Tools() {}

    private static Map<String, Function<Win32, ToolSession>> tools() {
        Map<String, Function<Win32, ToolSession>> tools = new LinkedHashMap<>();
        tools.put("addremove", AddRemoveSession::new);
        tools.put("mmc", MmcSession::new);
        tools.put("regedt32", Regedt32Session::new);
        tools.put("regedit", RegeditSession::new);
        tools.put("cmd", CmdSession::new);
        tools.put("explorer", ExplorerSession::new);
        tools.put("services", ServicesSession::new);
        return tools;
    }

    static ToolSession open(String name, Win32 user) {
        Function<Win32, ToolSession> tool = TOOLS.get(name);
        if (tool == null) {
            Optional<String> near = Nearest.word(name, TOOLS.keySet());
            throw new BenchException("there is no tool " + name
                    + near.map(word -> "; did you mean " + word + "?")
                            .orElse("; there are: " + String.join(", ", TOOLS.keySet())));
        }
        return tool.apply(user);
    }
}
