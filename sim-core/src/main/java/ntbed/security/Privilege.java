package ntbed.security;

/** The privileges of NT 4.0 and, below them, the log-on rights; the constant's text is the name of WINNT.H. */
public enum Privilege {
    SE_ASSIGNPRIMARYTOKEN("SeAssignPrimaryTokenPrivilege"),
    SE_AUDIT("SeAuditPrivilege"),
    SE_BACKUP("SeBackupPrivilege"),
    SE_CHANGE_NOTIFY("SeChangeNotifyPrivilege"),
    SE_CREATE_PAGEFILE("SeCreatePagefilePrivilege"),
    SE_CREATE_PERMANENT("SeCreatePermanentPrivilege"),
    SE_CREATE_TOKEN("SeCreateTokenPrivilege"),
    SE_DEBUG("SeDebugPrivilege"),
    SE_INCREASE_BASE_PRIORITY("SeIncreaseBasePriorityPrivilege"),
    SE_INCREASE_QUOTA("SeIncreaseQuotaPrivilege"),
    SE_LOAD_DRIVER("SeLoadDriverPrivilege"),
    SE_LOCK_MEMORY("SeLockMemoryPrivilege"),
    SE_MACHINE_ACCOUNT("SeMachineAccountPrivilege"),
    SE_PROFILE_SINGLE_PROCESS("SeProfileSingleProcessPrivilege"),
    SE_REMOTE_SHUTDOWN("SeRemoteShutdownPrivilege"),
    SE_RESTORE("SeRestorePrivilege"),
    SE_SECURITY("SeSecurityPrivilege"),
    SE_SHUTDOWN("SeShutdownPrivilege"),
    SE_SYSTEM_ENVIRONMENT("SeSystemEnvironmentPrivilege"),
    SE_SYSTEM_PROFILE("SeSystemProfilePrivilege"),
    SE_SYSTEMTIME("SeSystemtimePrivilege"),
    SE_TAKE_OWNERSHIP("SeTakeOwnershipPrivilege"),
    SE_TCB("SeTcbPrivilege"),
    SE_BATCH_LOGON("SeBatchLogonRight"),
    SE_INTERACTIVE_LOGON("SeInteractiveLogonRight"),
    SE_NETWORK_LOGON("SeNetworkLogonRight"),
    SE_SERVICE_LOGON("SeServiceLogonRight");

    private final String text;

    Privilege(String text) {
        this.text = text;
    }

    /** The name as NT writes it, for example {@code SeTakeOwnershipPrivilege}. */
    public String text() {
        return text;
    }
}
