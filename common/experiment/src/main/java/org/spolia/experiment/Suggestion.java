package org.spolia.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.symbolic.key.Names;

/** Suggestions for unknown names: the nearest known name, and the text for a message. */
public final class Suggestion {
    private static final int LONGEST_LIST = 40;

    private Suggestion() {}

    /**
     * Returns the known name with the fewest edits, unless even that one is a different word; then the only one that
     * begins with the name, as when a unit follows. Of equal distances, the first is taken.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isNear(name, candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .or(() -> onlyOneThatBeginsWith(name, known));
    }

    private static Optional<String> onlyOneThatBeginsWith(String name, Collection<String> known) {
        List<String> longer = known.stream()
                .filter(candidate -> !plain(name).isEmpty() && plain(candidate).startsWith(plain(name)))
                .toList();
        return longer.size() == 1 && name.length() > 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** Returns at most {@code most} known names with few edits, the nearest first. */
    public static List<String> near(String name, Collection<String> known, int most) {
        return known.stream()
                .filter(candidate -> isNear(name, candidate))
                .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .limit(most)
                .toList();
    }

    private static boolean isNear(String name, String candidate) {
        int longer = Math.max(name.length(), candidate.length());
        // At least as many edits as the difference in length, and no table of edits for a text that cannot be a name.
        if (Math.min(name.length(), candidate.length()) < longer / 4) {
            return false;
        }
        int distance = distance(name, candidate);
        return distance < longer && distance <= Math.max(1, longer / 2);
    }

    /** Returns "did you mean 'x'?" if there is a near name, otherwise the list of known names. */
    public static String instead(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "there are none" : "known: " + list(known));
    }

    /** Returns why a word is refused, the nearest allowed one, and all of them. */
    public static String refusal(String word, Collection<String> allowed) {
        String near = nearest(word, allowed)
                .map(name -> "did you mean '" + name + "'? ")
                .orElse("");
        return Names.quote(word) + " is not allowed; " + near + "Allowed: " + list(allowed);
    }

    /** Returns the names, separated by commas, cut after forty. */
    public static String list(Collection<String> names) {
        String head = String.join(", ", names.stream().limit(LONGEST_LIST).toList());
        return names.size() > LONGEST_LIST ? head + ", … (" + names.size() + " in all)" : head;
    }

    /**
     * Returns the number of edits between two names: insertions, deletions, replacements and swaps of neighbours; case
     * and -_. are ignored.
     */
    static int distance(String left, String right) {
        String a = plain(left);
        String b = plain(right);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int step(int[][] edits, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }
}
