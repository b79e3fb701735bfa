package ntbed.component.sysprep;

import java.util.List;

/** The pages of the mini-wizard in their order; their sentences are made up [M]. */
enum WizardPage {
    WELCOME("Welcome to Windows NT. A few questions finish the installation of this computer."),
    LICENCE("Windows NT License Agreement. Read the agreement that came with your software. Do you accept it?"),
    PRODUCT_ID("Type the Product ID of this copy of Windows NT."),
    OWNER("Type your name and the name of your company or organization."),
    COMPUTER_NAME("Type a name for this computer, no longer than 15 characters."),
    PASSWORD("Type a password for the Administrator account, twice."),
    FINISHED("Windows NT is installed on this computer. It must be restarted now.");

    static final String PRODUCT_ID_FIELD = "Product ID";
    static final String NAME_FIELD = "Name";
    static final String ORGANIZATION_FIELD = "Organization";
    static final String COMPUTER_NAME_FIELD = "Computer Name";
    static final String PASSWORD_FIELD = "Password";
    static final String CONFIRM_FIELD = "Confirm Password";

    private final String text;

    WizardPage(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** What the page asks for. */
    List<String> fields() {
        return switch (this) {
            case PRODUCT_ID -> List.of(PRODUCT_ID_FIELD);
            case OWNER -> List.of(NAME_FIELD, ORGANIZATION_FIELD);
            case COMPUTER_NAME -> List.of(COMPUTER_NAME_FIELD);
            case PASSWORD -> List.of(PASSWORD_FIELD, CONFIRM_FIELD);
            case WELCOME, LICENCE, FINISHED -> List.of();
        };
    }
}
