package ntbed.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known words nearest to a mistyped one, by the number of typing slips between them. */
public final class Nearest {
    private Nearest() {}

    private record Candidate(String word, int slips) {}

    /** Words with few slips for their length, nearest first, at most {@code limit}; the order of equals is kept. */
    public static List<String> words(String typed, Iterable<String> known, int limit) {
        List<Candidate> near = new ArrayList<>();
        for (String word : known) {
            int slips = slips(fold(typed), fold(word));
            if (slips <= tolerance(Math.max(typed.length(), word.length()))) {
                near.add(new Candidate(word, slips));
            }
        }
        near.sort(Comparator.comparingInt(Candidate::slips));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, near.size()); i++) {
            words.add(near.get(i).word());
        }
        return words;
    }

    /** The nearest word, if one is near. */
    public static Optional<String> word(String typed, Iterable<String> known) {
        List<String> words = words(typed, known, 1);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(0));
    }

    /** How many slips are still taken for a typing error: one in about three letters. */
    static int tolerance(int length) {
        return Math.max(1, length / 3);
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words. */
    static int slips(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    /** Lower case, char by char: the same on every machine and in every language. */
    static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }
}
