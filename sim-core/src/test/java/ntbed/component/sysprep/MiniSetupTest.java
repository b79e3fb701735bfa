package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.ALL_ANSWERS;
import static ntbed.component.sysprep.TestMasters.booted;
import static ntbed.component.sysprep.TestMasters.complete;
import static ntbed.component.sysprep.TestMasters.prepared;
import static ntbed.component.sysprep.TestMasters.run;
import static ntbed.component.sysprep.TestMasters.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniSetupTest {
    private static final String WINDOWS_NT = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    @Test
    void withoutAnAnswerFileEveryPageIsShownInOrder() {
        Machine clone = booted(prepared(complete()), 2);
        WizardPerson person = new WizardPerson("Ann", "Ours", "123-7654321", "other", "secret");
        List<String> pages = new ArrayList<>();
        while (!clone.desktop().open().isEmpty()) {
            pages.add(clone.desktop().open().get(0).text());
            assertThat(person.answerOne(clone.desktop())).isTrue();
            clone.boot();
        }
        assertThat(pages)
                .containsExactly(
                        WizardPage.WELCOME.text(),
                        WizardPage.LICENCE.text(),
                        WizardPage.PRODUCT_ID.text(),
                        WizardPage.OWNER.text(),
                        WizardPage.COMPUTER_NAME.text(),
                        WizardPage.PASSWORD.text(),
                        WizardPage.FINISHED.text());
        Win32 door = clone.logOn("Administrator", "secret");
        assertThat(door.computerName()).isEqualTo("OTHER");
        assertThat(door.registry().value(WINDOWS_NT, "RegisteredOwner")).contains(RegistryValue.sz("Ann"));
        assertThat(door.registry().value(WINDOWS_NT, "RegisteredOrganization")).contains(RegistryValue.sz("Ours"));
        assertThat(door.registry()
                        .value(WINDOWS_NT, "ProductId")
                        .flatMap(RegistryValue::text)
                        .orElseThrow())
                .matches("50370-123-7654321-\\d{5}");
        assertThatThrownBy(() -> clone.logOn("Administrator", "")).isInstanceOf(Win32Exception.class);
    }

    @Test
    void aCompleteAnswerFileLeavesNoPage() {
        Machine clone = booted(answered(ALL_ANSWERS), 2);
        assertThat(clone.desktop().shown()).isEmpty();
        assertThat(clone.asSystem().registry().value(WINDOWS_NT, "RegisteredOwner"))
                .contains(RegistryValue.sz("A. Person"));
    }

    @ParameterizedTest
    @CsvSource({
        "OemSkipEula = YES, OemSkipEula = PERHAPS, LICENCE",
        "OEMSkipWelcome = 1, OEMSkipWelcome = 0, WELCOME",
        "ProductID = \"123-1234567\", ProductID = 123, PRODUCT_ID",
        "FullName = \"A. Person\", FullName =, OWNER",
        "ComputerName = CLONE, ComputerName = A NAME, COMPUTER_NAME",
        "ComputerName = CLONE, ComputerName = ABCDEFGHIJKLMNOP, COMPUTER_NAME",
        "AdminPassword = *, AdminPassword =, PASSWORD",
        "OEMNoWaitAfterGUIMode = 1, OEMNoWaitAfterGUIMode = 0, FINISHED",
    })
    void anAnswerThatDoesNotFitBringsItsPageBack(String line, String instead, WizardPage page) {
        Machine clone = booted(answered(ALL_ANSWERS.replace(line, instead)), 2);
        assertThat(clone.desktop().open()).extracting(Desktop.Dialog::text).containsExactly(page.text());
    }

    @Test
    void anEmptyOrganizationIsNoReasonForAPage() {
        Machine clone = booted(answered(ALL_ANSWERS.replace("OrgName = \"A Company\"", "")), 2);
        assertThat(clone.desktop().shown()).isEmpty();
    }

    @Test
    void withoutTheSectionInTheFirstLineEveryParameterIsIgnored() {
        Machine clone = booted(answered("; answers\r\n" + ALL_ANSWERS), 2);
        assertThat(clone.desktop().open()).extracting(Desktop.Dialog::text).containsExactly(WizardPage.WELCOME.text());
    }

    @Test
    void theBannerCountsOnlyIfItNamesWindowsNt() {
        String open = ALL_ANSWERS.replace("OEMSkipWelcome = 1", "OEMBannerText = Our*Windows NT");
        assertThat(booted(answered(open), 2).desktop().open().get(0).text()).startsWith("Our\nWindows NT\n\n");
        String other = open.replace("Windows NT", "computers");
        assertThat(booted(answered(other), 2).desktop().open().get(0).text()).isEqualTo(WizardPage.WELCOME.text());
    }

    @Test
    void aStarLeavesThePasswordThatTheMasterHad() {
        Machine master = booted(withAnswers(complete(), ALL_ANSWERS).build(), 1);
        Win32 door = master.logOn("Administrator", "");
        door.accounts().setPassword("Administrator", "old");
        run(master, door, "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        Machine clone = booted(master.shutDown(), 2);
        assertThat(clone.logOn("Administrator", "old").computerName()).isEqualTo("CLONE");
    }

    @Test
    void badInputIsRefusedAndThePageComesAgain() {
        Machine clone = booted(answered(ALL_ANSWERS.replace("ComputerName = CLONE", "")), 2);
        type(clone, "Next", Map.of(WizardPage.COMPUTER_NAME_FIELD, "two words"));
        assertThat(clone.desktop().open().get(0).text()).contains("no blanks");
        type(clone, "OK", Map.of());
        type(clone, "Next", Map.of(WizardPage.COMPUTER_NAME_FIELD, "oneword"));
        clone.boot();
        assertThat(clone.asSystem().computerName()).isEqualTo("ONEWORD");
    }

    @Test
    void backGoesToThePageBeforeThatWasShown() {
        Machine clone =
                booted(answered(ALL_ANSWERS.replace("ComputerName = CLONE", "").replace("OEMSkipWelcome = 1", "")), 2);
        type(clone, "Next", Map.of());
        assertThat(clone.desktop().open().get(0).text()).isEqualTo(WizardPage.COMPUTER_NAME.text());
        type(clone, "Back", Map.of());
        assertThat(clone.desktop().open().get(0).text()).isEqualTo(WizardPage.WELCOME.text());
    }

    @Test
    void aPowerCutInTheWizardMakesItStartAgain() {
        Machine clone = booted(prepared(complete()), 2);
        WizardPerson.naming("CLONE").answerOne(clone.desktop());
        Machine again = booted(clone.powerCut(), 3);
        assertThat(again.desktop().open()).extracting(Desktop.Dialog::text).containsExactly(WizardPage.WELCOME.text());
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Sysprep\\Sysprep.exe -quiet, 50370-111-1111111-00001, The use of this tool is prohibited on this product.",
        "C:\\Sysprep\\Sysprep.exe -quiet -fast, 50370-270-1, The parameter -fast is unknown.",
        "C:\\Sysprep\\Sysprep.exe none.txt -quiet, 50370-270-1, The file C:\\Sysprep\\none.txt was not found.",
    })
    void aRefusedRunChangesNothing(String commandLine, String productId, String message) {
        MachineBuilder builder = complete()
                .set("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "ProductId", RegistryValue.sz(productId));
        Machine master = booted(builder.build(), 1);
        Win32 door = master.logOn("Administrator", "");
        run(master, door, commandLine);
        assertThat(master.isOn()).isTrue();
        assertThat(master.desktop().open()).extracting(Desktop.Dialog::text).containsExactly(message);
        assertThat(door.registry().value(TestMasters.SETUP, "CloneTag")).isEmpty();
        assertThat(TestMasters.exists(master, "C:\\WINNT\\System32\\Setupcl.exe"))
                .isFalse();
    }

    @Test
    void defeatSkipsTheCheckOfTheMedia() {
        MachineBuilder builder = complete()
                .set("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "ProductId", RegistryValue.sz("retail"));
        Machine master = booted(builder.build(), 1);
        run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe -quiet -defeat");
        assertThat(master.isOn()).isFalse();
    }

    @Test
    void onlyAnAdministratorMay() {
        Machine master = booted(complete().build(), 1);
        master.logOn("Administrator", "").accounts().addUser("Worker", "secret", "");
        run(master, master.logOn("Worker", "secret"), "C:\\Sysprep\\Sysprep.exe -quiet");
        assertThat(master.desktop().open())
                .extracting(Desktop.Dialog::text)
                .containsExactly(SysprepRun.NOT_ADMINISTRATOR);
    }

    @Test
    void withoutQuietItAsksFirst() {
        Machine master = booted(complete().build(), 1);
        run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe");
        assertThat(master.isOn()).isTrue();
        type(master, "Cancel", Map.of());
        master.settle();
        assertThat(master.isOn()).isTrue();
        run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe");
        type(master, "OK", Map.of());
        master.settle();
        assertThat(master.isOn()).isFalse();
    }

    private static MachineImage answered(String answers) {
        return prepared(withAnswers(complete(), answers).build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
    }

    private static void type(Machine machine, String button, Map<String, String> fields) {
        machine.desktop().answer(machine.desktop().open().get(0), new Desktop.Answer(button, fields));
    }
}
