package ntbed.component.iis;

import java.util.List;
import ntbed.crypto.KeyContainers;
import ntbed.filesystem.NtPath;
import ntbed.machine.AccountApi;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The part of set-up that only SYSTEM can do, asked for by the first argument of IISADMIN's start [M]: accounts, key
 * container, metabase.
 *
 * <p>A metabase that is there and opens is kept, and what is missing in it added. One that is there and does not open
 * ends the set-up with its code: nothing repairs it (Q248739, "by design").
 */
final class Installation {
    /** The argument; the next one is the answers' file, if there is one. */
    static final String ARGUMENT = "/install";

    private static final String WEB_COMMENT = "Internet Guest Account";
    private static final String APPLICATION_COMMENT = "Web Application Manager account";

    private final NtProcess process;
    private final Win32 win32;
    private final SetupAnswers answers;

    Installation(NtProcess process, ServiceContext context) {
        this.process = process;
        this.win32 = Win32.of(process);
        List<String> arguments = context.arguments();
        this.answers = arguments.size() > 1
                ? SetupAnswers.read(process.files(), NtPath.of(arguments.get(1)))
                : SetupAnswers.none();
    }

    static boolean isAsked(ServiceContext context) {
        return !context.arguments().isEmpty() && context.arguments().get(0).equals(ARGUMENT);
    }

    Metabase run() {
        Plan plan = plan();
        if (process.files().exists(Layout.metabase(process.registry(), process.environment()))) {
            Metabase present = Metabase.load(process);
            complete(present, plan);
            return present;
        }
        container();
        accounts(plan);
        Metabase made = Metabase.create(process);
        made.replace(FirstMetabase.tree(plan, made.sealer()));
        return made;
    }

    private Plan plan() {
        return Plan.draw(
                win32.computerName(),
                answers.services(isServer()),
                answers.webRoot(),
                answers.ftpRoot(),
                process.environment().expand("%SystemRoot%"),
                process.random());
    }

    private boolean isServer() {
        return !process.registry()
                .value(Layout.PRODUCT_OPTIONS, "ProductType")
                .flatMap(RegistryValue::text)
                .orElse("")
                .equals("WinNT");
    }

    /** Adds what services have that were not installed so far; passwords stay those of the accounts. */
    private void complete(Metabase present, Plan plan) {
        for (IisService service : plan.services()) {
            String path = "LM/" + service.name();
            boolean missing = !service.equals(IisService.ADMIN)
                    && present.tree().find(path).isEmpty();
            if (missing) {
                MetaNode added = FirstMetabase.tree(withKnownPasswords(present, plan), present.sealer())
                        .require(path);
                MetaNode lm = present.tree().require("LM");
                present.replace(new MetabaseTree(present.tree().root().with(lm.with(added))));
            }
        }
    }

    private static Plan withKnownPasswords(Metabase present, Plan plan) {
        return plan.withPasswords(
                password(present, Property.ANONYMOUS_PWD, plan.webPassword()),
                password(present, Property.WAM_PWD, plan.applicationPassword()));
    }

    private static String password(Metabase present, int id, String otherwise) {
        for (MetaNode service : present.tree().require("LM").children()) {
            MetaRecord record = service.record(id);
            if (record != null) {
                return present.sealer().open(record).text();
            }
        }
        return otherwise;
    }

    /** A container that this machine cannot open any more is of no use to anybody. */
    private void container() {
        KeyContainers containers = KeyContainers.of(process.registry());
        if (Metabase.clearText(process.registry())) {
            return;
        }
        try {
            var unused = containers.open(Layout.CONTAINER);
        } catch (Win32Exception useless) {
            if (useless.error() != Win32Error.NTE_BAD_KEYSET) {
                containers.delete(Layout.CONTAINER);
            }
            var unused = containers.create(Layout.CONTAINER, process.random().fork("key container"));
        }
    }

    private void accounts(Plan plan) {
        account(plan.webAccount(), plan.webPassword(), WEB_COMMENT, Privilege.SE_INTERACTIVE_LOGON);
        account(plan.applicationAccount(), plan.applicationPassword(), APPLICATION_COMMENT, Privilege.SE_BATCH_LOGON);
        process.registry().setValue(Layout.INET_STP, Layout.WEB_USER, RegistryValue.sz(plan.webAccount()));
        process.registry()
                .setValue(Layout.INET_STP, Layout.APPLICATION_USER, RegistryValue.sz(plan.applicationAccount()));
    }

    private void account(String name, String password, String comment, Privilege right) {
        AccountApi accounts = win32.accounts();
        if (accounts.lookupName(name).isPresent()) {
            accounts.setPassword(name, password);
            return;
        }
        Sid sid = accounts.addUser(name, password, comment);
        accounts.addMember("Guests", sid);
        accounts.grant(sid, right);
    }
}
