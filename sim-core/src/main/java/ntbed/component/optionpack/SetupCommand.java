package ntbed.component.optionpack;

import java.util.List;
import java.util.Optional;
import ntbed.process.CommandLine;
import ntbed.win32.CaseFolding;

/**
 * The command line {@code setup.exe /u:file [/r:n] [/s:source]} (Q281511, Q236796, Q191851). Other switches have no
 * effect [M].
 *
 * @param answerFile after {@code /u:}; empty = a person answers
 * @param restarts false with {@code /r:n}
 * @param source after {@code /s:}; empty = the folder of setup.exe
 */
record SetupCommand(Optional<String> answerFile, boolean restarts, Optional<String> source) {
    static SetupCommand parse(String commandLine) {
        List<String> words = new CommandLine(commandLine).arguments();
        Optional<String> answerFile = Optional.empty();
        Optional<String> source = Optional.empty();
        boolean restarts = true;
        for (String word : words.subList(1, words.size())) {
            String plain = word.startsWith("-") ? "/" + word.substring(1) : word;
            if (CaseFolding.startsWith(plain, "/u:") && plain.length() > 3) {
                answerFile = Optional.of(plain.substring(3));
            } else if (CaseFolding.startsWith(plain, "/s:") && plain.length() > 3) {
                source = Optional.of(plain.substring(3));
            } else if (CaseFolding.same(plain, "/r:n")) {
                restarts = false;
            }
        }
        return new SetupCommand(answerFile, restarts, source);
    }
}
