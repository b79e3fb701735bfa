package ntbed.component.sysprep;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ntbed.process.Desktop;

/**
 * A person in front of the mini-wizard: answers each page as it comes.
 *
 * @param fullName for the owner's page
 * @param organization for the owner's page
 * @param productId for the product ID page
 * @param computerName for the name page
 * @param administratorPassword for the password page, both fields; empty = blank
 */
public record WizardPerson(
        String fullName, String organization, String productId, String computerName, String administratorPassword) {
    /** Somebody who gives the machine that name and everything else as on the master. */
    public static WizardPerson naming(String computerName) {
        return new WizardPerson("Administrator", "Testbed", "270-1111111", computerName, "");
    }

    /** Answers the wizard's page that waits; false if none does. */
    public boolean answerOne(Desktop desktop) {
        Optional<Desktop.Dialog> page = desktop.open().stream()
                .filter(dialog -> dialog.title().equals(MiniSetup.TITLE))
                .findFirst();
        page.ifPresent(dialog -> desktop.answer(dialog, answer(dialog)));
        return page.isPresent();
    }

    private Desktop.Answer answer(Desktop.Dialog page) {
        Map<String, String> all = Map.of(
                WizardPage.PRODUCT_ID_FIELD, productId,
                WizardPage.NAME_FIELD, fullName,
                WizardPage.ORGANIZATION_FIELD, organization,
                WizardPage.COMPUTER_NAME_FIELD, computerName,
                WizardPage.PASSWORD_FIELD, administratorPassword,
                WizardPage.CONFIRM_FIELD, administratorPassword);
        Map<String, String> asked = new TreeMap<>(all);
        asked.keySet().retainAll(page.fields());
        return new Desktop.Answer(page.buttons().get(0), asked);
    }
}
