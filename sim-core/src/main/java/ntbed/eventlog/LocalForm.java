package ntbed.eventlog;

import java.time.LocalDateTime;

/** Dates and times in the short form of NT 4.0's English (United States) settings, as Event Viewer and 6008 print them. */
public final class LocalForm {
    private LocalForm() {}

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
