package ntbed.component.sysprep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.NtProcess;
import ntbed.time.SeededRandom;

/**
 * The mini-wizard: one page after the other, each left out where the answer file supplies what it asks (Q200567,
 * Q195446; the order is [I]).
 *
 * <p>Nothing is written before the last page, so a wizard that is cut off by a power failure starts again from its
 * first.
 */
final class MiniSetup {
    static final String TITLE = "Windows NT Setup";
    static final String NEXT = "Next";
    static final String BACK = "Back";

    private static final List<WizardPage> PAGES = List.of(WizardPage.values());
    private static final String LAST_PAGE_BUTTON = "Restart";

    private final NtProcess process;
    private final Win32 win32;
    private final AnswerFile answers;
    private final WizardSettings settings = new WizardSettings();

    MiniSetup(NtProcess process, Win32 win32, AnswerFile answers) {
        this.process = process;
        this.win32 = win32;
        this.answers = answers;
    }

    void begin() {
        answers.productId().ifPresent(settings::productId);
        answers.fullName().ifPresent(name -> settings.owner(name, answers.organization()));
        answers.computerName().ifPresent(this::takeComputerName);
        answers.administratorPassword().ifPresent(settings::administratorPassword);
        show(WizardPage.WELCOME);
    }

    private boolean isAnswered(WizardPage page) {
        return switch (page) {
            case WELCOME -> answers.skipsWelcome();
            case LICENCE -> answers.skipsLicence();
            case PRODUCT_ID -> answers.productId().isPresent();
            case OWNER -> answers.fullName().isPresent();
            case COMPUTER_NAME -> answers.computerName().isPresent();
            case PASSWORD -> answers.administratorPassword().isPresent();
            case FINISHED -> answers.restartsAtOnce();
        };
    }

    private void show(WizardPage page) {
        if (page == WizardPage.FINISHED) {
            settings.write(win32, process.random().fork("product id"));
        }
        if (isAnswered(page)) {
            after(page);
            return;
        }
        String banner = answers.banner().map(text -> text + "\n\n").orElse("");
        win32.desktop()
                .show(TITLE, banner + page.text(), page.fields(), buttons(page), answer -> answered(page, answer));
    }

    private List<String> buttons(WizardPage page) {
        return switch (page) {
            case LICENCE -> List.of("I Agree", "I Do Not Agree");
            case FINISHED -> List.of(LAST_PAGE_BUTTON);
            default -> isFirst(page) ? List.of(NEXT) : List.of(NEXT, BACK);
        };
    }

    private void answered(WizardPage page, Desktop.Answer answer) {
        if (answer.button().equals(BACK)) {
            show(before(page));
        } else if (answer.button().equals("I Do Not Agree")) {
            refuse(page, "Setup cannot continue unless you accept the agreement.");
        } else {
            String complaint = take(page, answer.fields());
            if (complaint.isEmpty()) {
                after(page);
            } else {
                refuse(page, complaint);
            }
        }
    }

    private void refuse(WizardPage page, String complaint) {
        win32.desktop().show(TITLE, complaint, List.of(), List.of("OK"), answer -> show(page));
    }

    private void after(WizardPage page) {
        if (page == WizardPage.FINISHED) {
            new WizardEnd(process, win32).complete();
        } else {
            show(PAGES.get(PAGES.indexOf(page) + 1));
        }
    }

    private WizardPage before(WizardPage page) {
        for (int i = PAGES.indexOf(page) - 1; i >= 0; i--) {
            if (!isAnswered(PAGES.get(i))) {
                return PAGES.get(i);
            }
        }
        return page;
    }

    private boolean isFirst(WizardPage page) {
        return before(page) == page;
    }

    /** Takes what was typed; the complaint, or an empty text if all is well. Sentences made up [M]. */
    private String take(WizardPage page, Map<String, String> fields) {
        switch (page) {
            case PRODUCT_ID -> {
                String typed =
                        fields.getOrDefault(WizardPage.PRODUCT_ID_FIELD, "").strip();
                if (!WizardRules.isProductId(typed)) {
                    return "The Product ID is not valid. Type it as it stands on the certificate.";
                }
                settings.productId(typed);
            }
            case OWNER -> {
                String name = fields.getOrDefault(WizardPage.NAME_FIELD, "").strip();
                if (name.isEmpty()) {
                    return "Type your name.";
                }
                settings.owner(
                        name,
                        fields.getOrDefault(WizardPage.ORGANIZATION_FIELD, "").strip());
            }
            case COMPUTER_NAME -> {
                String name =
                        fields.getOrDefault(WizardPage.COMPUTER_NAME_FIELD, "").strip();
                if (!WizardRules.isComputerName(name)) {
                    return "The computer name must have 1 to 15 characters and no blanks.";
                }
                takeComputerName(name);
            }
            case PASSWORD -> {
                String typed = fields.getOrDefault(WizardPage.PASSWORD_FIELD, "");
                if (!typed.equals(fields.getOrDefault(WizardPage.CONFIRM_FIELD, ""))) {
                    return "The password does not match its confirmation.";
                }
                if (!typed.isEmpty() && !WizardRules.isPassword(typed)) {
                    return "The password must have no more than 15 characters and no blanks.";
                }
                settings.administratorPassword(typed.isEmpty() ? WizardSettings.NO_PASSWORD : typed);
            }
            default -> {}
        }
        return "";
    }

    private void takeComputerName(String name) {
        settings.computerName(NtPath.fold(name).equals("AUTO") ? automaticName() : NtPath.fold(name));
    }

    /**
     * A name made up by the wizard. Version 1.1 makes the same one on two clones (Q306447): here it counts the hours
     * of the clock [M]; the corrected files draw it at random.
     */
    private String automaticName() {
        boolean corrected = "yes".equals(process.imageParameters().get(ToolSet.CORRECTED));
        SeededRandom random = process.random().fork("computer name");
        long number = corrected
                ? random.nextInt() & 0xFFFF_FFFFL
                : process.clock().now().unixSeconds() / 3600;
        return String.format(Locale.ROOT, "NT-%08X", number);
    }
}
