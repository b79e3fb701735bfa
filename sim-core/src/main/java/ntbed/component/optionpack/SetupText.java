package ntbed.component.optionpack;

/**
 * What set-up says. Known are the sentence about service packs (Q195015) and the one about the class object (Q218458);
 * all others are made up [M].
 */
final class SetupText {
    static final String TITLE = "Windows NT 4.0 Option Pack Setup";

    /** Q195015, Q219717: an answer file cannot answer it. */
    static final String NOT_TESTED =
            "Setup detected that Windows NT 4.0 SP4 or greater is installed on your machine. We haven't tested this"
                    + " product on SP4. Do you wish to proceed?";

    /** Q187710, Q218458. */
    static final String CLASS_OBJECT = "CoGetClassObject, 0x80080005 Server Execution Failed";

    static final String NOT_ADMINISTRATOR = "You must be an administrator to run Setup.";
    static final String SERVICE_PACK_3 = "Setup needs Windows NT 4.0 with Service Pack 3 or later.";
    static final String BROWSER = "Setup needs Internet Explorer 4.01 or later.";
    static final String TERMINAL_SERVER = "Setup does not support Windows NT Server, Terminal Server Edition.";

    private SetupText() {}

    static String missing(String file) {
        return "Setup cannot find " + file + ".";
    }
}
