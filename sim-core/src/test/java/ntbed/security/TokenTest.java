package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final Sid ANN = new Sid("S-1-5-21-1-2-3-1000");
    private static final Token TOKEN = new Token(
            ANN,
            "NT40",
            "ann",
            List.of(Sid.USERS, Sid.EVERYONE),
            EnumSet.of(Privilege.SE_SHUTDOWN, Privilege.SE_CHANGE_NOTIFY),
            EnumSet.of(Privilege.SE_CHANGE_NOTIFY));

    @Test
    void isTheUserAndEachGroup() {
        assertThat(TOKEN.is(ANN)).isTrue();
        assertThat(TOKEN.is(new Sid("S-1-5-32-545"))).isTrue();
        assertThat(TOKEN.is(Sid.EVERYONE)).isTrue();
        assertThat(TOKEN.is(Sid.ADMINISTRATORS)).isFalse();
        assertThat(TOKEN.groups()).containsExactly(Sid.EVERYONE, Sid.USERS);
        assertThat(TOKEN.account()).isEqualTo("NT40\\ann");
    }

    @Test
    void privilegesAreSwitchedOnOnlyIfHeld() {
        Token on = TOKEN.enable(Privilege.SE_SHUTDOWN);

        assertThat(TOKEN.has(Privilege.SE_SHUTDOWN)).isFalse();
        assertThat(on.has(Privilege.SE_SHUTDOWN)).isTrue();
        assertThat(on.has(Privilege.SE_CHANGE_NOTIFY)).isTrue();
        assertThat(on.enable(Privilege.SE_SHUTDOWN)).isSameAs(on);
        assertThat(TOKEN.enable(Privilege.SE_TCB)).isSameAs(TOKEN);
    }

    @Test
    void systemIsAnAdministratorWithEveryPrivilegeOn() {
        Token system = Token.system();

        assertThat(system.user()).isEqualTo(Sid.SYSTEM);
        assertThat(system.is(Sid.ADMINISTRATORS)).isTrue();
        assertThat(system.enabled()).contains(Privilege.SE_TCB).doesNotContain(Privilege.SE_SERVICE_LOGON);
        assertThat(system.account()).isEqualTo("NT AUTHORITY\\SYSTEM");
        assertThat(system.primaryGroup()).isEqualTo(Sid.SYSTEM);
    }

    @Test
    void isAValue() {
        Token same = new Token(ANN, "NT40", "ann", List.of(Sid.EVERYONE, Sid.USERS), TOKEN.held(), TOKEN.enabled());

        assertThat(same).isEqualTo(TOKEN).hasSameHashCodeAs(TOKEN);
        assertThat(same.enable(Privilege.SE_SHUTDOWN)).isNotEqualTo(TOKEN);
        assertThatThrownBy(() -> TOKEN.held().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
