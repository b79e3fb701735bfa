package ntbed.component.iis;

import static ntbed.component.iis.MetaRecord.INHERIT;
import static ntbed.component.iis.MetaRecord.SECURE;
import static ntbed.component.iis.MetaRecord.USER_FILE;
import static ntbed.component.iis.MetaRecord.USER_SERVER;
import static ntbed.component.iis.MetaRecord.USER_WAM;

/**
 * The metabase that set-up writes: sites 1 (default) and, on a server, 2 (administration), FTP site 1, the accounts
 * with their passwords. Which of its properties are secure follows the reference of later versions [I].
 */
final class FirstMetabase {
    private static final int READ_AND_SCRIPT = 0x201;
    private static final String ADMINISTRATION_PORT = ":5555:";

    private final Plan plan;
    private final Sealer sealer;
    private MetabaseTree tree = MetabaseTree.empty();

    private FirstMetabase(Plan plan, Sealer sealer) {
        this.plan = plan;
        this.sealer = sealer;
    }

    static MetabaseTree tree(Plan plan, Sealer sealer) {
        FirstMetabase first = new FirstMetabase(plan, sealer);
        for (IisService service : plan.services()) {
            first.service(service);
        }
        return first.tree;
    }

    private void service(IisService service) {
        if (service.equals(IisService.WEB)) {
            web();
        } else if (service.equals(IisService.FTP)) {
            ftp();
        } else if (!service.equals(IisService.ADMIN)) {
            mail(service);
        }
    }

    private void web() {
        String path = "LM/W3SVC";
        key(path, "IIsWebService");
        accounts(path);
        put(path, MetaRecord.dword(Property.ACCESS_PERM, INHERIT, USER_FILE, READ_AND_SCRIPT));
        put(
                path,
                MetaRecord.multi(
                        Property.SCRIPT_MAPS,
                        INHERIT,
                        USER_FILE,
                        ".asp," + plan.systemRoot() + "\\System32\\inetsrv\\asp.dll,1",
                        ".idc," + plan.systemRoot() + "\\System32\\inetsrv\\httpodbc.dll,0"));
        put(path, MetaRecord.string(Property.WAM_USER_NAME, INHERIT, USER_WAM, plan.applicationAccount()));
        secret(path, Property.WAM_PWD, USER_WAM, plan.applicationPassword());
        secret(path, Property.LOGSQL_PASSWORD, USER_SERVER, "sqllog");
        site(path + "/1", "IIsWebServer", "Default Web Site", ":80:");
        root(path + "/1/ROOT", "IIsWebVirtualDir", plan.webRoot());
        put(path + "/1/ROOT", MetaRecord.string(Property.APP_ROOT, INHERIT, USER_FILE, "/LM/W3SVC/1/ROOT"));
        if (plan.has(IisService.FTP)) {
            site(path + "/2", "IIsWebServer", "Administration Web Site", ADMINISTRATION_PORT);
            root(path + "/2/ROOT", "IIsWebVirtualDir", plan.systemRoot() + "\\System32\\inetsrv\\iisadmin");
        }
    }

    private void ftp() {
        String path = "LM/MSFTPSVC";
        key(path, "IIsFtpService");
        accounts(path);
        site(path + "/1", "IIsFtpServer", "Default FTP Site", ":21:");
        root(path + "/1/ROOT", "IIsFtpVirtualDir", plan.ftpRoot());
    }

    private void mail(IisService service) {
        boolean news = service.equals(IisService.NNTP);
        String path = "LM/" + service.name();
        key(path, news ? "IIsNntpService" : "IIsSmtpService");
        site(
                path + "/1",
                news ? "IIsNntpServer" : "IIsSmtpServer",
                news ? "Default NNTP Virtual Server" : "Default SMTP Site",
                news ? ":119:" : ":25:");
    }

    private void accounts(String path) {
        put(path, MetaRecord.string(Property.ANONYMOUS_USER_NAME, INHERIT, USER_FILE, plan.webAccount()));
        secret(path, Property.ANONYMOUS_PWD, USER_FILE, plan.webPassword());
        put(path, MetaRecord.dword(Property.ANONYMOUS_USE_SUBAUTH, INHERIT, USER_FILE, 1));
    }

    private void site(String path, String keyType, String comment, String binding) {
        key(path, keyType);
        put(path, MetaRecord.string(Property.SERVER_COMMENT, 0, USER_SERVER, comment));
        put(path, MetaRecord.dword(Property.SERVER_AUTOSTART, 0, USER_SERVER, 1));
        put(path, MetaRecord.multi(Property.SERVER_BINDINGS, 0, USER_SERVER, binding));
    }

    private void root(String path, String keyType, String directory) {
        key(path, keyType);
        put(path, MetaRecord.string(Property.VR_PATH, INHERIT, USER_FILE, directory));
    }

    private void key(String path, String keyType) {
        tree = tree.withKey(path);
        put(path, MetaRecord.string(Property.KEY_TYPE, 0, USER_SERVER, keyType));
    }

    private void secret(String path, int id, int userType, String secret) {
        put(path, sealer.seal(MetaRecord.string(id, INHERIT | SECURE, userType, secret)));
    }

    private void put(String path, MetaRecord record) {
        tree = tree.with(path, record);
    }
}
