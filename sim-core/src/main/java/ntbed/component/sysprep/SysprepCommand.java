package ntbed.component.sysprep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.process.CommandLine;

/**
 * The command line {@code Sysprep [answer-file] [-defeat] [-reboot] [-quiet] [-NoSidgen]} (Q200567).
 *
 * @param answerFile as typed
 * @param defeat skip the check of the installation media
 * @param reboot restart when finished, instead of switching off
 * @param quiet no questions of the tool's own
 * @param noSidgen keep the machine's SID
 * @param unknown a switch that does not exist
 */
record SysprepCommand(
        Optional<String> answerFile,
        boolean defeat,
        boolean reboot,
        boolean quiet,
        boolean noSidgen,
        Optional<String> unknown) {

    /** Reads a whole command line, image first. Switches begin with {@code -} or {@code /}; case does not matter. */
    static SysprepCommand parse(String commandLine) {
        List<String> words = new CommandLine(commandLine).arguments();
        Optional<String> answerFile = Optional.empty();
        Optional<String> unknown = Optional.empty();
        List<String> switches = new ArrayList<>();
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            if (word.startsWith("-") || word.startsWith("/")) {
                String name = NtPath.fold(word.substring(1));
                switches.add(name);
                if (!List.of("DEFEAT", "REBOOT", "QUIET", "NOSIDGEN").contains(name)) {
                    unknown = Optional.of(word);
                }
            } else if (answerFile.isEmpty()) {
                answerFile = Optional.of(word);
            } else {
                unknown = Optional.of(word);
            }
        }
        return new SysprepCommand(
                answerFile,
                switches.contains("DEFEAT"),
                switches.contains("REBOOT"),
                switches.contains("QUIET"),
                switches.contains("NOSIDGEN"),
                unknown);
    }
}
