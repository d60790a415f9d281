package org.spolia.symbolic.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name for typesetting: {@code k_B}, {@code x12} and {@code theta0} have a subscript, as in SymPy.
 *
 * @param base a letter, the English name of a Greek letter, or a word
 * @param index the subscript; empty if there is none
 */
record Symbol(String base, String index) {
    private static final Pattern UNDERSCORED = Pattern.compile("([^_]+)_(.+)");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d+)");
    private static final Map<String, String> GREEK = greekLetters();

    static Symbol named(String name) {
        Matcher underscored = UNDERSCORED.matcher(name);
        if (underscored.matches()) {
            return new Symbol(underscored.group(1), underscored.group(2));
        }
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? new Symbol(numbered.group(1), numbered.group(2)) : new Symbol(name, "");
    }

    /** Returns the Greek letter with this English name. */
    static Optional<String> greek(String name) {
        return Optional.ofNullable(GREEK.get(name));
    }

    /** Returns the letters for which LaTeX has a command. Unicode has a second small sigma between rho and sigma. */
    private static Map<String, String> greekLetters() {
        Map<String, String> letters = new HashMap<>();
        String[] small =
                ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi - pi rho - sigma tau"
                                + " upsilon phi chi psi omega")
                        .split(" ");
        String[] capital =
                "- - Gamma Delta - - - Theta - - Lambda - - Xi - Pi - - Sigma - Upsilon Phi - Psi Omega".split(" ");
        for (int i = 0; i < small.length; i++) {
            letters.put(small[i], String.valueOf((char) ('α' + i)));
            letters.put(capital[i], String.valueOf((char) ('Α' + i)));
        }
        letters.remove("-");
        return letters;
    }
}
