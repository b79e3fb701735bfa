package ntbed.component.iis;

import java.util.List;
import ntbed.time.SeededRandom;

/**
 * One installation: what set-up knows and draws. The passwords leave this object only for the account database and,
 * sealed, for the metabase.
 *
 * @param computer the computer's name
 * @param services what is installed
 * @param webRoot home directory of the default Web site
 * @param ftpRoot home directory of the default FTP site
 * @param systemRoot for example {@code C:\WINNT}
 * @param webPassword of IUSR_
 * @param applicationPassword of IWAM_
 */
record Plan(
        String computer,
        List<IisService> services,
        String webRoot,
        String ftpRoot,
        String systemRoot,
        String webPassword,
        String applicationPassword) {
    static final String WEB_ROOT = "C:\\Inetpub\\wwwroot";
    static final String FTP_ROOT = "C:\\Inetpub\\ftproot";
    static final String WEB_ACCOUNT = "IUSR_";
    static final String APPLICATION_ACCOUNT = "IWAM_";

    /** Longest name of an account in NT 4.0. */
    private static final int LONGEST_NAME = 20;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 14;

    /** Draws both passwords. */
    static Plan draw(
            String computer,
            List<IisService> services,
            String webRoot,
            String ftpRoot,
            String systemRoot,
            SeededRandom random) {
        return new Plan(
                computer,
                services,
                webRoot,
                ftpRoot,
                systemRoot,
                password(random.fork(WEB_ACCOUNT)),
                password(random.fork(APPLICATION_ACCOUNT)));
    }

    /** The same with passwords that accounts have already. */
    Plan withPasswords(String web, String application) {
        return new Plan(computer, services, webRoot, ftpRoot, systemRoot, web, application);
    }

    boolean has(IisService service) {
        return services.contains(service);
    }

    /** The account for anonymous visitors. */
    String webAccount() {
        return account(WEB_ACCOUNT, computer);
    }

    /** The account that out-of-process applications run as. */
    String applicationAccount() {
        return account(APPLICATION_ACCOUNT, computer);
    }

    static String account(String prefix, String computer) {
        String name = prefix + computer;
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static String password(SeededRandom random) {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    @Override
    public String toString() {
        return "Plan[" + computer + ", " + services.size() + " services]";
    }
}
