package ntbed.win32;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Win32ErrorTest {
    @ParameterizedTest
    @EnumSource
    void hasItsSymbolAndATextInTheTable(Win32Error error) {
        SystemMessages.Message message =
                Objects.requireNonNull(SystemMessages.all().get(Integer.toUnsignedLong(error.code())), error.name());

        assertThat(message.symbol()).isEqualTo(error.name());
        assertThat(message.code()).isEqualTo(error.code());
        assertThat(error.text()).isEqualTo(message.text());
        // NT's message table knows nothing of Protected Storage and of the metabase.
        boolean hasNone = error.name().startsWith("PST_E_") || error.name().startsWith("MD_ERROR_");
        assertThat(error.text().isBlank()).isEqualTo(hasNone);
    }

    @Test
    void constantsStandInAscendingOrderOfCodes() {
        assertThat(Win32Error.values())
                .extracting(error -> Integer.toUnsignedLong(error.code()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | The operation completed successfully.",
                "2 | The system cannot find the file specified.",
                "3 | The system cannot find the path specified.",
                "5 | Access is denied.",
                "31 | A device attached to the system is not functioning.",
                "1058 | The specified service is disabled and cannot be started.",
                "1060 | The specified service does not exist as an installed service.",
                "1068 | The dependency service or group failed to start.",
                "1069 | The service did not start due to a logon failure.",
                "1307 | This security ID may not be assigned as the owner of this object.",
                "1376 | The specified local group does not exist."
            })
    void textsAreThoseOfNt(int code, String text) {
        assertThat(SystemMessages.text(code)).contains(text);
    }

    @Test
    void codesOfTheUpperHalfAreFoundByTheirSignedNumber() {
        assertThat(SystemMessages.text((int) 2148073478L)).contains("Invalid Signature.");
        assertThat(SystemMessages.text((int) 2148270091L)).isEmpty();
        assertThat(SystemMessages.text(0x7FFF_FFFF)).isEmpty();
    }

    @Test
    void theTableIsTidy() {
        SortedMap<String, Long> symbols = new TreeMap<>();
        SystemMessages.all().forEach((code, message) -> {
            assertThat(Integer.toUnsignedLong(message.code())).isEqualTo(code);
            assertThat(message.text()).isEqualTo(message.text().strip()).doesNotContain("\t", "  ");
            if (!message.symbol().equals("-")) {
                assertThat(symbols.put(message.symbol(), code))
                        .as(message.symbol())
                        .isNull();
            }
        });
        assertThat(symbols).hasSizeGreaterThan(1_000);
    }

    @Test
    void theExceptionCarriesCodeAndWhatWasAskedFor() {
        Win32Exception exception = Win32Error.ERROR_FILE_NOT_FOUND.raise("C:\\x");

        assertThat(exception.error()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(exception.code()).isEqualTo(2);
        assertThat(exception.detail()).isEqualTo("C:\\x");
        assertThat(exception).hasMessage("ERROR_FILE_NOT_FOUND (2): C:\\x");
        assertThat(Win32Error.ERROR_INVALID_HANDLE.raise("")).hasMessage("ERROR_INVALID_HANDLE (6)");
        assertThat(Win32Error.NTE_BAD_SIGNATURE.raise("")).hasMessage("NTE_BAD_SIGNATURE (2148073478)");
    }

    @Test
    void whatIsNotSimulatedIsNamedAndIsNoAnswerOfNt() {
        NotSimulatedException exception = new NotSimulatedException("CreateService on a remote machine");

        assertThat(exception)
                .isNotInstanceOf(Win32Exception.class)
                .hasMessage("not simulated: CreateService on a remote machine");
    }
}
