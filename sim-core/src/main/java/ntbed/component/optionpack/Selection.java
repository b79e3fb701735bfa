package ntbed.component.optionpack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import ntbed.win32.CaseFolding;
import ntbed.win32.NotSimulatedException;

/**
 * What a run puts on and takes off: a function of the answer file, of what is installed, and of whether an older
 * Internet Information Server is there to be upgraded (Q281511).
 *
 * <p>Made up [M]: in a Custom installation a part that the file does not name stays off, in AddRemove it stays as it
 * is; a part brings along what it needs and takes along what needs it; an upgrade takes the Typical parts that the
 * older server had: its administration, Web and FTP.
 *
 * @param add parts to install, in the order of installation
 * @param remove parts to take off, in the reverse order
 * @param errors what is written to the registry; with one of them nothing is changed
 */
record Selection(List<Part> add, List<Part> remove, List<String> errors) {
    private static final String GLOBAL = "Global";
    private static final String COMPONENTS = "Components";
    private static final List<String> OLD_SERVER = List.of("iis_common", "iis_inetmgr", "iis_www", "iis_ftp");

    /** What set-up finds on the machine. */
    enum Found {
        NOTHING,
        OPTION_PACK,
        OLDER_SERVER
    }

    private static Selection failed(String error) {
        return new Selection(List.of(), List.of(), List.of(error));
    }

    static Selection of(Sections answers, Found found, Predicate<Part> isInstalled) {
        Optional<String> bad = badComponent(answers);
        if (bad.isPresent()) {
            return failed(bad.get());
        }
        return switch (found) {
            case NOTHING -> fresh(answers);
            case OPTION_PACK -> maintenance(answers, isInstalled);
            case OLDER_SERVER -> upgrade(answers);
        };
    }

    private static Optional<String> badComponent(Sections answers) {
        for (Map.Entry<String, String> line : answers.section(COMPONENTS).entrySet()) {
            boolean isOn = CaseFolding.same(line.getValue(), "ON");
            for (String other : Part.NOT_SIMULATED) {
                if (isOn && CaseFolding.same(other, line.getKey())) {
                    throw new NotSimulatedException("the Option Pack's part " + other);
                }
            }
            boolean isKnown = Part.named(line.getKey()).isPresent()
                    || Part.NOT_SIMULATED.stream().anyMatch(other -> CaseFolding.same(other, line.getKey()));
            if (!isKnown || !(isOn || CaseFolding.same(line.getValue(), "OFF"))) {
                return Optional.of("[Components] " + line.getKey() + " = " + line.getValue());
            }
        }
        return Optional.empty();
    }

    private static Selection fresh(Sections answers) {
        String mode = answers.value(GLOBAL, "FreshMode").orElse("Typical");
        Predicate<Part> chosen;
        if (CaseFolding.same(mode, "Minimal")) {
            chosen = Part::inMinimal;
        } else if (CaseFolding.same(mode, "Typical")) {
            chosen = Part::inTypical;
        } else if (CaseFolding.same(mode, "Custom")) {
            chosen = part -> isSet(answers, part, "ON");
        } else {
            return failed("[Global] FreshMode = " + mode);
        }
        return adding(chosen, part -> false);
    }

    /** {@code MaintanenceMode} is spelled so and has no default (Q281511). */
    private static Selection maintenance(Sections answers, Predicate<Part> isInstalled) {
        String mode = answers.value(GLOBAL, "MaintanenceMode").orElse("");
        if (CaseFolding.same(mode, "RemoveAll")) {
            return new Selection(List.of(), removing(isInstalled), List.of());
        }
        if (!CaseFolding.same(mode, "AddRemove")) {
            return failed("[Global] MaintanenceMode" + (mode.isEmpty() ? "" : " = " + mode));
        }
        TreeSet<String> off = new TreeSet<>();
        for (Part part : Part.ALL) {
            boolean losesNeed = part.needs().stream().anyMatch(off::contains);
            if (isInstalled.test(part) && (isSet(answers, part, "OFF") || losesNeed)) {
                off.add(part.name());
            }
        }
        Selection added = adding(part -> isSet(answers, part, "ON"), isInstalled);
        return new Selection(added.add, removing(part -> off.contains(part.name())), List.of());
    }

    /** After IIS 2.0 the mail service is not installed although it is ON; a second run installs it (Q254590). */
    private static Selection upgrade(Sections answers) {
        String mode = answers.value(GLOBAL, "UpgradeMode").orElse("UpgradeOnly");
        boolean extra = CaseFolding.same(mode, "AddExtraComps");
        if (!extra && !CaseFolding.same(mode, "UpgradeOnly")) {
            return failed("[Global] UpgradeMode = " + mode);
        }
        Predicate<Part> chosen = part -> OLD_SERVER.contains(part.name())
                || (extra && isSet(answers, part, "ON") && !part.name().equals("iis_smtp"));
        return adding(chosen, part -> false);
    }

    private static boolean isSet(Sections answers, Part part, String state) {
        return answers.value(COMPONENTS, part.name())
                .filter(value -> CaseFolding.same(value, state))
                .isPresent();
    }

    /** The ODBC driver is installed with whatever is installed, even if it is OFF (Q190206). */
    private static Selection adding(Predicate<Part> chosen, Predicate<Part> isInstalled) {
        TreeSet<String> names = new TreeSet<>();
        for (Part part : Part.ALL) {
            if (chosen.test(part) && !isInstalled.test(part)) {
                addWithNeeds(part, names);
            }
        }
        if (!names.isEmpty()) {
            addWithNeeds(Part.named(Part.SQL_DRIVER).orElseThrow(), names);
        }
        List<Part> add = new ArrayList<>();
        for (Part part : Part.ALL) {
            if (names.contains(part.name()) && !isInstalled.test(part)) {
                add.add(part);
            }
        }
        return new Selection(add, List.of(), List.of());
    }

    private static void addWithNeeds(Part part, TreeSet<String> names) {
        names.add(part.name());
        part.needs().forEach(need -> addWithNeeds(Part.named(need).orElseThrow(), names));
    }

    private static List<Part> removing(Predicate<Part> chosen) {
        List<Part> remove = new ArrayList<>();
        for (int i = Part.ALL.size() - 1; i >= 0; i--) {
            if (chosen.test(Part.ALL.get(i))) {
                remove.add(Part.ALL.get(i));
            }
        }
        return remove;
    }
}
