package ntbed.eventlog;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.RegistryValue;

/**
 * Dates and times in the short form of NT 4.0's English (United States) settings, as Event Viewer and 6008 print them.
 */
public final class LocalForm {
    /** Bias of decision D14's machines, UTC-8, in minutes west. */
    private static final int DEFAULT_BIAS_MINUTES = 480;

    private static final int LARGEST_BIAS_MINUTES = 14 * 60;

    private LocalForm() {}

    /**
     * Minutes from local time to UTC, as the value {@code ActiveTimeBias} of {@code Control\\TimeZoneInformation} says;
     * UTC-8 where it is missing or makes no sense.
     */
    public static int biasMinutes(Optional<RegistryValue> activeTimeBias) {
        OptionalInt bias = activeTimeBias.map(RegistryValue::dword).orElse(OptionalInt.empty());
        int minutes = bias.orElse(DEFAULT_BIAS_MINUTES);
        boolean sensible = minutes >= -LARGEST_BIAS_MINUTES && minutes <= LARGEST_BIAS_MINUTES;
        return sensible ? minutes : DEFAULT_BIAS_MINUTES;
    }

    /** {@code M/d/yy}: {@code 3/1/99}, {@code 12/31/00}. */
    public static String date(LocalDateTime local) {
        return local.getMonthValue() + "/" + local.getDayOfMonth() + "/" + twoDigits(local.getYear() % 100);
    }

    /** {@code h:mm:ss AM}: {@code 8:05:09 AM}, {@code 12:00:00 PM}. */
    public static String time(LocalDateTime local) {
        int hour = local.getHour() % 12 == 0 ? 12 : local.getHour() % 12;
        return hour + ":" + twoDigits(local.getMinute()) + ":" + twoDigits(local.getSecond())
                + (local.getHour() < 12 ? " AM" : " PM");
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
