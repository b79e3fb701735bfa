package ntbed.component.sysprep;

import java.util.List;

/** The pages of the mini-wizard in their order; their sentences are made up [M]. */
enum WizardPage {
    WELCOME("Welcome to Windows NT. A few questions finish the installation of this computer."),
    LICENCE("Windows NT License Agreement. Read the agreement that came with your software. Do you accept it?"),
    PRODUCT_ID("Type the Product ID of this copy of Windows NT.", WizardPage.PRODUCT_ID_FIELD),
    OWNER(
            "Type your name and the name of your company or organization.",
            WizardPage.NAME_FIELD,
            WizardPage.ORGANIZATION_FIELD),
    COMPUTER_NAME("Type a name for this computer, no longer than 15 characters.", WizardPage.COMPUTER_NAME_FIELD),
    PASSWORD(
            "Type a password for the Administrator account, twice.",
            WizardPage.PASSWORD_FIELD,
            WizardPage.CONFIRM_FIELD),
    FINISHED("Windows NT is installed on this computer. It must be restarted now.");

    static final String PRODUCT_ID_FIELD = "Product ID";
    static final String NAME_FIELD = "Name";
    static final String ORGANIZATION_FIELD = "Organization";
    static final String COMPUTER_NAME_FIELD = "Computer Name";
    static final String PASSWORD_FIELD = "Password";
    static final String CONFIRM_FIELD = "Confirm Password";

    private final String text;
    private final List<String> fields;

    WizardPage(String text, String... fields) {
        this.text = text;
        this.fields = List.of(fields);
    }

    String text() {
        return text;
    }

    List<String> fields() {
        return fields;
    }
}
