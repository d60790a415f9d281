package org.spolia.jobs.pages;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words and phrases that are not plain English, or for which the glossary has another term. */
final class BannedWords {
    private static final Map<Pattern, String> INSTEAD = Map.ofEntries(
            entry("foretell|foretells|foretold|foretelling", "predict"),
            entry("beside", "next to, besides, together with"),
            entry("whoever|whomever", "a condition: if you …"),
            entry("(?<!there )(?:is|are|was|were) no(?! (?:longer|more))", "is not a"),
            entry(
                    "(?<!one |some |most |all |each |none |many |both |two |half |any )of which",
                    "whose, or a new sentence"),
            entry("so many(?! (?:that|as))", "the name of the number"),
            entry("(?:say|says|said|tell|tells|told) of", "about, or the contract itself"),
            entry("but for", "except for, up to"),
            entry("nothing but", "only"),
            entry("as (?:it|they) stands?", "unchanged, or by itself"),
            entry("thereof|therein|whereof|wherein|whereby|hitherto|afresh", "plain words"),
            entry("(?:training|shifted) box", "training range, out of distribution"),
            entry("found again", "rediscovered, recovered"));

    private BannedWords() {}

    /** Returns a finding for each banned phrase: its line, the phrase and its replacement. */
    static List<String> in(Prose prose) {
        return INSTEAD.entrySet().stream()
                .flatMap(banned -> banned.getKey()
                        .matcher(prose.text())
                        .results()
                        .map(match -> line(prose, match) + ": '" + match.group().replace('\n', ' ') + "'; write "
                                + banned.getValue()))
                .toList();
    }

    private static long line(Prose prose, MatchResult match) {
        return prose.line()
                + prose.text()
                        .substring(0, match.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Map.Entry<Pattern, String> entry(String phrase, String instead) {
        String words = "\\b(?:" + phrase.replace(" ", "\\s") + ")\\b";
        return Map.entry(Pattern.compile(words, Pattern.CASE_INSENSITIVE), instead);
    }
}
