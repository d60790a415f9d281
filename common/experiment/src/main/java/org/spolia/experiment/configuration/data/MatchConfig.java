package org.spolia.experiment.configuration.data;

import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.data.ContentHash;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;

/** Two surveys whose objects are paired by where they are on the sky. */
public record MatchConfig(
        @Key(
                value = "name of the match in table sky_matches",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(
                value = "table of the survey on the left, as stage shard makes it",
                pattern = "surveys\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "surveys.NAME")
        String left,

        @Key(
                value = "table of the survey on the right",
                pattern = "surveys\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "surveys.NAME")
        String right,

        @Key(
                value = "largest separation of a pair in arcseconds, itself included",
                byDefault = "1",
                above = 0,
                atMost = 3600)
        double radiusArcsec,

        @Key(
                value =
                        "one-to-one: pairs of which each object is the nearest to the other, no object in two of them; all: every pair within the radius",
                byDefault = "one-to-one")
        MatchPairs pairs) {
    public MatchConfig {
        if (left.equals(right)) {
            throw new InvalidValueException(
                    "right", "'" + right + "' is on the left too, and each object is nearest to itself; name another");
        }
    }

    /** The hash of everything in the entry. */
    public String id() {
        return ContentHash.of("match").add(CanonicalJson.of(this)).hex();
    }

    /** The word for the pairs in a configuration. */
    public String kept() {
        return Names.kebab(pairs);
    }
}
